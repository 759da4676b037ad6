/**
 * The turns of a transcript after its text was edited. Turns whose label no change touches stay; in
 * the lines that changed labels are read anew. Who is meant is a label known in this document, a
 * role or a number that interviews use, or whatever a label that was there has been changed to.
 */
import type { Edit } from './paragraphs-after.ts'
import { endOfTurn, isRole, marksOf, turnsOf, type Mark } from './turns.ts'

export interface TurnBefore {
  readonly start: number
  readonly wordsStart: number
  readonly timeMs: number | null
}
export interface TurnAfter<Old> {
  /** The turn that goes on here; null for a new one. */
  readonly old: Old | null
  /** The label in the text where it is new or another; null: still the same speaker. */
  readonly label: string | null
  readonly start: number
  readonly wordsStart: number
  readonly end: number
  readonly timeMs: number | null
}
type Begun<Old> = Omit<TurnAfter<Old>, 'end'>

/** `old` in order. `labels`: what the document's speakers are called in its text. */
export function turnsAfter<Old extends TurnBefore>(
  old: readonly Old[],
  edit: Edit,
  labels: () => ReadonlySet<string>,
): readonly TurnAfter<Old>[] {
  const { after, map } = edit
  const lines = changedLines(edit)
  const marks = lines.flatMap(({ start, end }) =>
    // With the line's own end: words below a label begin after it.
    marksOf(after.slice(start, end + 1)).map((mark) => ({
      ...mark,
      start: mark.start + start,
      wordsStart: mark.wordsStart + start,
    })),
  )
  if (old.length === 0)
    return marks.length === 0
      ? []
      : turnsOf(after).map(({ speaker, start, wordsStart, end, timeMs }) => ({
          old: null,
          label: speaker,
          start,
          wordsStart,
          end,
          timeMs,
        }))
  const begun: Begun<Old>[] = []
  const moved: { readonly turn: Old; readonly at: number }[] = []
  let line = 0
  for (const turn of old) {
    const at = map.afterInsert(turn.start)
    while (line < lines.length && (lines[line]?.end ?? 0) < at) line++
    const isInChangedLine = line < lines.length && (lines[line]?.start ?? 0) <= at
    if (isInChangedLine) moved.push({ turn, at })
    else begun.push({ old: turn, label: null, start: at, wordsStart: wordsAfter(turn, edit), timeMs: turn.timeMs })
  }
  begun.push(...readAnew(marks, moved, edit, labels))
  begun.sort((one, other) => one.start - other.start)
  return begun.map((turn, n) => ({
    ...turn,
    end: endOfTurn(after, begun[n + 1]?.start ?? after.length, turn.wordsStart),
  }))
}

function wordsAfter(turn: TurnBefore, { map, after }: Edit): number {
  return Math.min(after.length, Math.max(map.afterInsert(turn.start), map.beforeInsert(turn.wordsStart)))
}

/** The whole lines that changes lie in, in the text after; in order and apart. */
function changedLines({ after, changes }: Edit): readonly { readonly start: number; readonly end: number }[] {
  const lines: { start: number; end: number }[] = []
  let shift = 0
  for (const change of changes) {
    const from = change.start + shift
    const to = from + change.insert.length
    shift += change.insert.length - (change.end - change.start)
    const open = lines.at(-1)
    if (open && open.end >= to) continue
    const start = from === 0 ? 0 : Math.max(after.lastIndexOf('\n', from - 1), after.lastIndexOf('\f', from - 1)) + 1
    const newline = after.indexOf('\n', to)
    const whole = after.slice(to, newline < 0 ? after.length : newline)
    const page = whole.indexOf('\f')
    const end = to + (page < 0 ? whole.length : page)
    if (open && open.end >= start) open.end = end
    else lines.push({ start, end })
  }
  return lines
}

function readAnew<Old extends TurnBefore>(
  marks: readonly Mark[],
  moved: readonly { readonly turn: Old; readonly at: number }[],
  edit: Edit,
  labels: () => ReadonlySet<string>,
): readonly Begun<Old>[] {
  const { before, after, map } = edit
  const found: Begun<Old>[] = []
  let known: ReadonlySet<string> | null = null
  let next = 0
  for (const mark of marks) {
    const newline = after.indexOf('\n', mark.start)
    const lineEnd = newline < 0 ? after.length : newline
    while (next < moved.length && (moved[next]?.at ?? 0) < mark.start) next++
    const here = moved[next]
    const there = here && here.at <= lineEnd ? here : null
    const { start, wordsStart } = mark
    if (there) {
      const { turn } = there
      const isSame = before.slice(turn.start, turn.wordsStart) === after.slice(start, wordsStart)
      // Its label goes no further than the old label's place: what was said before is no label.
      const isLabel = wordsStart <= map.afterInsert(turn.wordsStart)
      if (isSame || isLabel) {
        const was = isSame ? mark.speaker : marksOf(before.slice(turn.start, turn.wordsStart))[0]?.speaker
        const label = was === mark.speaker ? null : mark.speaker
        found.push({ old: turn, label, start, wordsStart, timeMs: mark.timeMs ?? turn.timeMs })
        while (next < moved.length && (moved[next]?.at ?? 0) <= lineEnd) next++ // lines that became one are one turn
        continue
      }
    }
    known ??= labels()
    if (known.has(mark.speaker) || isRole(mark.speaker))
      found.push({ old: null, label: mark.speaker, start, wordsStart, timeMs: mark.timeMs })
  }
  return found
}

/** What a turn's speaker is called in the text itself, or ''. */
export function labelInText(text: string, { start, wordsStart }: TurnBefore): string {
  return marksOf(text.slice(start, wordsStart))[0]?.speaker ?? ''
}
