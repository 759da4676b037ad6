/** From one passage to the next, down the text or back: the step of J and K in every reader of words. */
import type { PassageId } from '../../schema/ids.ts'
import type { CodedWords } from '../../schema/passage.ts'

/** By where they begin, the shorter first. */
export const inReadingOrder = (passages: readonly CodedWords[]): readonly CodedWords[] =>
  passages.toSorted((a, b) => a.start - b.start || a.end - b.end)

/** The neighbour of the passage in focus; without one, the nearest before or after the offset `from` (UTF-16 units). */
export function neighbour(
  inOrder: readonly CodedWords[],
  focused: PassageId | null,
  from: number,
  step: 1 | -1,
): CodedWords | undefined {
  const at = inOrder.findIndex(({ id }) => id === focused)
  if (at >= 0) return inOrder[at + step]
  return step > 0 ? inOrder.find(({ start }) => start >= from) : inOrder.findLast(({ end }) => end <= from)
}
