/** From one passage to the next, down the document or back: the step of J and K in texts and on printed pages. */
import type { PassageId } from '../../schema/ids.ts'
import { isText, type CodedPassage } from '../../schema/passage.ts'
import type { Page } from '../../schema/source.ts'

/** Where one comes to a passage, UTF-16 units. */
export interface Stop {
  readonly passage: CodedPassage
  readonly start: number
  readonly end: number
}

/** By where they begin, the shorter first; a rectangle comes after the words of its page. */
export function inReadingOrder(passages: readonly CodedPassage[], pages: readonly Page[] = []): readonly Stop[] {
  const ends = new Map(pages.map(({ number, end }) => [number, end]))
  return passages
    .map((passage) => {
      if (isText(passage)) return { passage, start: passage.start, end: passage.end, down: 0, across: 0 }
      const end = ends.get(passage.page) ?? 0
      return { passage, start: end, end, down: passage.y, across: passage.x }
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end || a.down - b.down || a.across - b.across)
}

/** The neighbour of the passage in focus; without one, the nearest before or after the offset `from` (UTF-16 units). */
export function neighbour(
  inOrder: readonly Stop[],
  focused: PassageId | null,
  from: number,
  step: 1 | -1,
): CodedPassage | undefined {
  const at = inOrder.findIndex(({ passage }) => passage.id === focused)
  const stop =
    at >= 0
      ? inOrder[at + step]
      : step > 0
        ? inOrder.find(({ start }) => start >= from)
        : inOrder.findLast(({ end }) => end <= from)
  return stop?.passage
}
