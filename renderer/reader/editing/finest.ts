/**
 * The same edit in the fewest and finest words. A paragraph that was cut and pasted back with one word
 * changed is that one word, so that the passages in it keep theirs; what was typed back is no change at all.
 */
import { presentableDiff } from '@codemirror/merge'
import { ChangeSet, type Text } from '@codemirror/state'
import type { TextChange } from '../../../schema/editing.ts'

/** Units of one replaced stretch that are compared letter by letter; above that only its two ends are. */
const mostCompared = 60_000
/** Milliseconds, and letters changed in a row: beyond these the comparison becomes coarser, never wrong. */
const care = { timeout: 60, scanLimit: 1000 }
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** UTF-16 units: no written character is longer. */
const longestCharacter = 80

/** Like CodeMirror's `Change`: a stretch of the text before, and what stands there after. */
interface Difference {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

export function finest(before: Text, after: Text, changes: ChangeSet): ChangeSet {
  return ChangeSet.of(
    finestChanges(before, after, changes).map(({ start, end, insert }) => ({ from: start, to: end, insert })),
    before.length,
    '\n',
  )
}

/** In order, apart from each other, no border inside a written character of the text before. */
export function finestChanges(before: Text, after: Text, changes: ChangeSet): readonly TextChange[] {
  const found: Difference[] = []
  changes.iterChanges((fromA, toA, fromB, toB) => {
    for (const part of comparison(before.sliceString(fromA, toA), after.sliceString(fromB, toB)))
      found.push({ fromA: fromA + part.fromA, toA: fromA + part.toA, fromB: fromB + part.fromB, toB: fromB + part.toB })
  })
  return atCharacters(before, found).map(({ fromA, toA, fromB, toB }) => ({
    start: fromA,
    end: toA,
    insert: after.sliceString(fromB, toB),
  }))
}

function comparison(was: string, is: string): readonly Difference[] {
  if (was === is) return []
  if (was === '' || is === '') return [{ fromA: 0, toA: was.length, fromB: 0, toB: is.length }]
  if (was.length <= mostCompared && is.length <= mostCompared) return presentableDiff(was, is, care)
  let start = 0
  while (start < was.length && start < is.length && was[start] === is[start]) start++
  let [endA, endB] = [was.length, is.length]
  while (endA > start && endB > start && was[endA - 1] === is[endB - 1]) [endA, endB] = [endA - 1, endB - 1]
  return [{ fromA: start, toA: endA, fromB: start, toB: endB }]
}

/**
 * Widened to whole written characters; differences that then touch are one. Between two differences both
 * texts are the same, so that the borders in both move together.
 */
function atCharacters(before: Text, differences: readonly Difference[]): readonly Difference[] {
  const whole: Difference[] = []
  for (const [at, difference] of differences.entries()) {
    let { fromA, fromB } = difference
    const last = whole.at(-1)
    while (fromA > (last?.toA ?? 0) && !isBorder(before, fromA)) [fromA, fromB] = [fromA - 1, fromB - 1]
    if (last?.toA === fromA) {
      ;[fromA, fromB] = [last.fromA, last.fromB]
      whole.pop()
    }
    let { toA, toB } = difference
    const next = differences[at + 1]?.fromA ?? before.length
    while (toA < next && !isBorder(before, toA)) [toA, toB] = [toA + 1, toB + 1]
    whole.push({ fromA, toA, fromB, toB })
  }
  return whole
}

/** True where no written character goes over this place. */
function isBorder(text: Text, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const from = Math.max(0, at - longestCharacter)
  const room = text.sliceString(from, Math.min(text.length, at + longestCharacter))
  const segment = characters.segment(room).containing(at - from)
  return segment === undefined || segment.index === at - from
}
