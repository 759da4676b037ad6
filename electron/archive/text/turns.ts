/**
 * Who speaks: turns of a transcript, recognised from the ways transcripts are written by hand and
 * by machines (METHODS 6.2). Nothing is dropped: what fits no pattern belongs to the turn before it,
 * or to nobody. A label is a speaker only when it looks like one all through the document.
 */
import type { DraftTurn } from '../../../schema/importing.ts'

/** A line that names who speaks. Offsets are UTF-16 units. */
export interface Mark {
  readonly speaker: string
  readonly start: number
  readonly wordsStart: number
  readonly timeMs: number | null
}

const label = String.raw`[\p{Lu}\p{N}][\p{L}\p{N} .,'’()\/_-]{0,39}?`
const clock = String.raw`(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?`
/** '[00:00:03] R-07: words', '00:00:03<TAB>R-07:<TAB>words', 'R-07 (00:00:03): words', 'R-07: words'. */
const labelled = new RegExp(
  String.raw`^[ \t]*(?:[\[({<]?(${clock})[\])}>]?[ \t]+)?(${label})(?:[ \t]*[\[({<](${clock})[\])}>])?[ \t]*:(?:[ \t]+|$)(?!\/\/)`,
  'u',
)
/** 'R-07  0:03' with the words below (Otter), '[00:00:03.12] R-07' with the words below (InqScribe). */
const nameThenTime = new RegExp(String.raw`^(${label})[ \t]{2,}(${clock})[ \t]*$`, 'u')
const timeThenName = new RegExp(String.raw`^[\[({](${clock})[\])}][ \t]+(${label})[ \t]*$`, 'u')
/** f4: the time stands at the end of the turn, '#00:00:06-4#'. */
const endTime = /#(\d{2}):(\d{2}):(\d{2})-(\d)#\s*$/u

const asks =
  /^(?:interviewer|interv\.?|int|i|q|question|researcher|moderator|интервьюер|интервьюэр|инт\.?|и\.?|вопрос|в\.?|исследователь|модератор)$/iu
const answers =
  /^(?:respondent|interviewee|participant|informant|resp\.?|a|answer|r|b|ответ|о\.?|респондент|р\.?|информант|участни(?:к|ца))$/iu
const numbered = /^[\p{L}]{1,4}[ ._-]?\d{1,3}[a-z]?$/iu

/** The turns of a text in order, or none where it is no transcript. Offsets are UTF-16 units. */
export function turnsOf(text: string): readonly DraftTurn[] {
  const marks = marksOf(text)
  const known = speakersAmong(marks, text.match(/[^\n\f]*\S[^\n\f]*/g)?.length ?? 0)
  const kept = marks.filter(({ speaker }) => known.has(speaker))
  if (kept.length < 2) return []
  const asking = askingSide(kept)
  let ended = 0 // f4 times end a turn: its beginning is the end of the one before
  return kept.map(({ speaker, start, wordsStart, timeMs }, n) => {
    const end = endOfTurn(text, kept[n + 1]?.start ?? text.length, wordsStart)
    const closing = endTime.exec(text.slice(Math.max(wordsStart, end - 20), end))
    const begun = closing ? ended : timeMs
    if (closing)
      ended =
        (Number(closing[1]) * 3600 + Number(closing[2]) * 60 + Number(closing[3])) * 1000 + Number(closing[4]) * 100
    return { speaker, isInterviewer: asking.has(speaker), start, wordsStart, end, timeMs: begun }
  })
}

/** Lines that look like a label, whether or not anybody of that name speaks in the document. */
export function marksOf(text: string): readonly Mark[] {
  const marks: Mark[] = []
  for (const { 0: line, index } of text.matchAll(/[^\n\f]+/g)) {
    const head = line.length > 120 ? line.slice(0, 120) : line
    const below = nameThenTime.exec(head)
    const above = below ? null : timeThenName.exec(head)
    if (below?.[1] && below[2])
      marks.push({
        speaker: below[1].trim(),
        start: index,
        wordsStart: Math.min(text.length, index + line.length + 1),
        timeMs: millisecondsOf(below[2]),
      })
    else if (above?.[1] && above[2])
      marks.push({
        speaker: above[2].trim(),
        start: index,
        wordsStart: Math.min(text.length, index + line.length + 1),
        timeMs: millisecondsOf(above[1]),
      })
    else {
      const found = labelled.exec(head)
      const speaker = found?.[2]?.trim()
      const time = found?.[1] ?? found?.[3]
      if (!found || !speaker || /^\d+$/.test(speaker) || /^https?$/i.test(speaker)) continue
      marks.push({
        speaker,
        start: index,
        wordsStart: index + found[0].length,
        timeMs: time ? millisecondsOf(time) : null,
      })
    }
  }
  return marks
}

/** A name that interviews use for a side of the talk, or a letter and a number. */
export const isRole = (name: string) => asks.test(name) || answers.test(name) || numbered.test(name)
export const isAsking = (name: string) => asks.test(name)

/** A label counts when it comes back, or is a role or number that interviews use; 'Note: the following' is neither. */
function speakersAmong(marks: readonly Mark[], lines: number): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { speaker } of marks) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const known = [...counts].filter(([name, count]) => count >= 2 || isRole(name)).map(([name]) => name)
  const turns = known.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0)
  // A report repeats 'Example:' now and then; a conversation has few voices, and they speak all the time.
  const isTalk = known.length <= 12 && turns >= known.length * 2 && turns > lines / 8
  return new Set(known.some(isRole) || isTalk ? known : [])
}

/** Who asks: by the word for it; without one, of two voices the one whose turns end in question marks. */
function askingSide(marks: readonly Mark[]): ReadonlySet<string> {
  const named = marks.filter(({ speaker }) => asks.test(speaker)).map(({ speaker }) => speaker)
  // 'I:' and 'В:' are letters first: they ask only where somebody else answers.
  return new Set(new Set(marks.map(({ speaker }) => speaker)).size > 1 ? named : [])
}

/** Where a turn's words end: before the white space that parts it from the next. */
export function endOfTurn(text: string, next: number, wordsStart: number): number {
  let end = next
  while (end > wordsStart && /\s/.test(text[end - 1] ?? '')) end--
  return end
}

/** '1:02:15', '0:03', '00:01:02.15' into milliseconds; tenths, hundredths or thousandths by their length. */
function millisecondsOf(time: string): number {
  const [whole = '', fraction = ''] = time.split(/[.,]/)
  const seconds = whole.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return seconds * 1000 + Number(fraction.padEnd(3, '0') || 0)
}
