/** Selections made better: trimmed of spaces, grown from words to clause, sentence, turn and paragraph. */
import { sentencesIn } from '../../schema/sentences.ts'
import type { Paragraph, Turn } from '../../schema/source.ts'

/** UTF-16 units, [start, end). */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** False where one of them is none. */
export function isSameStretch(one: Stretch | null | undefined, other: Stretch | null | undefined): boolean {
  return one != null && other != null && one.start === other.start && one.end === other.end
}

/** The stretch without spaces and line ends at its borders; null where nothing else is in it. */
export function trimmed(text: string, { start, end }: Stretch): Stretch | null {
  const words = text.slice(start, end)
  const core = words.trim()
  if (core === '') return null
  let from = start + words.indexOf(core)
  let to = from + core.length
  // A space that carries a mark, or is carried, is no blank: no character is cut in two.
  while (from > start && !isBorder(text, from)) from--
  while (to < end && !isBorder(text, to)) to++
  return { start: from, end: to }
}

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Whether a character ends and another begins there; one of the two is a space. */
function isBorder(text: string, at: number): boolean {
  const from = Math.max(0, at - 2)
  return characters.segment(text.slice(from, at + 2)).containing(at - from)?.index === at - from
}

const wordSegments = new Intl.Segmenter('und', { granularity: 'word' })
const clauseEnd = /[,;:—–](?=\s)/gu

/**
 * The next larger unit around a stretch: word, clause, sentence, turn's words, paragraph; null at the
 * top. Where a unit adds nothing the one after it is taken.
 */
export function grown(
  text: string,
  { paragraphs, turns }: { readonly paragraphs: readonly Paragraph[]; readonly turns: readonly Turn[] },
  stretch: Stretch,
): Stretch | null {
  const paragraph = holding(paragraphs, stretch) ?? spanOf(paragraphs, stretch) ?? { start: 0, end: text.length }
  const turn = holding(turns, stretch)
  const words = turn && turn.wordsStart <= stretch.start ? { start: turn.wordsStart, end: turn.end } : turn
  // What is cut into clauses and sentences is one paragraph, never a whole book.
  const room = {
    start: Math.max(paragraph.start, words?.start ?? 0),
    end: Math.min(paragraph.end, words?.end ?? text.length),
  }
  const inside = (find: (room: string, at: Stretch) => Stretch) => {
    const found = find(text.slice(room.start, room.end), {
      start: stretch.start - room.start,
      end: stretch.end - room.start,
    })
    return { start: found.start + room.start, end: found.end + room.start }
  }
  const candidates = [
    ...(stretch.start >= room.start && stretch.end <= room.end
      ? [inside(wordsAround), inside(clauseAround), inside(sentencesAround), room]
      : []),
    words,
    turn,
    paragraph,
  ]
  for (const candidate of candidates) {
    const tight = candidate && trimmed(text, candidate)
    if (tight && tight.start <= stretch.start && tight.end >= stretch.end && length(tight) > length(stretch))
      return tight
  }
  return null
}

const length = ({ start, end }: Stretch) => end - start

/** From the paragraph in which a stretch begins to the one in which it ends. */
function spanOf(paragraphs: readonly Paragraph[], { start, end }: Stretch): Stretch | undefined {
  const first = holding(paragraphs, { start, end: start })
  const last = holding(paragraphs, { start: end, end })
  return first && last && { start: first.start, end: last.end }
}

function holding<Unit extends Stretch>(units: readonly Unit[], { start, end }: Stretch): Unit | undefined {
  let [low, high] = [0, units.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const unit = units[middle]
    if (!unit) return undefined
    if (unit.end < start || (unit.end === start && unit.end < end)) low = middle + 1
    else if (unit.start > start) high = middle - 1
    else return unit.end >= end ? unit : undefined
  }
  return undefined
}

function wordsAround(room: string, { start, end }: Stretch): Stretch {
  const segments = wordSegments.segment(room)
  const first = segments.containing(Math.min(start, Math.max(0, room.length - 1)))
  const last = segments.containing(Math.max(start, end - 1)) ?? first
  return { start: first?.index ?? start, end: last ? last.index + last.segment.length : end }
}

/** Between commas, dashes and the like of its sentence; the sign at its end is left out, that of the sentence stays. */
function clauseAround(room: string, stretch: Stretch): Stretch {
  const sentence = sentencesAround(room, stretch)
  let from = sentence.start
  for (const match of room.slice(sentence.start, sentence.end).matchAll(clauseEnd)) {
    const sign = sentence.start + match.index
    if (sign + 1 <= stretch.start) from = sign + 1
    else if (sign + 1 >= stretch.end) return { start: from, end: sign }
  }
  return { start: from, end: sentence.end }
}

function sentencesAround(room: string, { start, end }: Stretch): Stretch {
  let first: number | null = null
  for (const sentence of sentencesIn(room)) {
    if (sentence.end <= start && sentence.end < room.length) continue
    first ??= sentence.start
    if (sentence.end >= end) return { start: first, end: sentence.end }
  }
  return { start: first ?? 0, end: room.length }
}
