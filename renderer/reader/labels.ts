/**
 * Where the labels of the margin stand. A label is a row of its own and slides down to the next free one;
 * where many passages overlap only keys are printed, several in a row. What would slide too far is not
 * drawn: the label above it says "+3" and can be opened.
 */
import type { PassageId } from '../../schema/ids.ts'

/** Pixels: the height of a row with the space below it, and how far a label may slide. */
export const labelHeight = 18
const furthest = 3 * labelHeight

export interface Wanted<Passage> {
  readonly passage: Passage
  /** Where its passage begins. */
  readonly top: number
  /** Pixels that its keys take, side by side with others; null: the whole row, for its names. */
  readonly width: number | null
}

export interface Label<Passage> extends Wanted<Passage> {
  /** Where it stands: from the top, and from the left end of its row. */
  readonly y: number
  readonly x: number
  /** Labels below it that found no room. */
  readonly more: number
}

export function layLabels<Passage extends { readonly id: PassageId }>(
  wanted: readonly Wanted<Passage>[],
  opened: ReadonlySet<PassageId>,
  /** Pixels of a row. */
  room: number,
): readonly Label<Passage>[] {
  const labels: (Wanted<Passage> & { y: number; x: number; more: number })[] = []
  let free = -Infinity
  let isOpen = false
  for (const want of wanted.toSorted((a, b) => a.top - b.top)) {
    const { top, width } = want
    const last = labels.at(-1)
    if (last && width !== null && last.width !== null && last.y >= top && last.more === 0) {
      const x = last.x + last.width
      if (x + width <= room) {
        labels.push({ ...want, y: last.y, x, more: 0 })
        continue
      }
    }
    const y = Math.max(top, free)
    if (y === top) isOpen = false
    if (last && opened.has(last.passage.id)) isOpen = true
    if (last && y - top > furthest && !isOpen) {
      last.more++
      continue
    }
    labels.push({ ...want, y, x: 0, more: 0 })
    free = y + labelHeight
  }
  return labels
}
