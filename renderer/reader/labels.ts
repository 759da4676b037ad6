/**
 * Where the labels of the margin stand: each on a line of its own, sliding down to the next free one.
 * A label that would slide too far is not drawn; the one above it says "+3" and can be opened.
 */
import type { PassageId } from '../../schema/ids.ts'

/** Pixels: the height of a label with the space below it, and how far one may slide. */
export const labelHeight = 18
const furthest = 3 * labelHeight

export interface Label<Passage> {
  readonly passage: Passage
  /** Where its passage begins. */
  readonly top: number
  /** Where it stands. */
  readonly y: number
  /** Labels below it that found no room. */
  readonly more: number
}

export function layLabels<Passage extends { readonly id: PassageId }>(
  placed: readonly { readonly passage: Passage; readonly top: number }[],
  opened: ReadonlySet<PassageId>,
): readonly Label<Passage>[] {
  const labels: { passage: Passage; top: number; y: number; more: number }[] = []
  let free = -Infinity
  let isOpen = false
  for (const { passage, top } of placed.toSorted((a, b) => a.top - b.top)) {
    const y = Math.max(top, free)
    const last = labels.at(-1)
    if (y === top) isOpen = false
    if (last && opened.has(last.passage.id)) isOpen = true
    if (last && y - top > furthest && !isOpen) {
      last.more++
      continue
    }
    labels.push({ passage, top, y, more: 0 })
    free = y + labelHeight
  }
  return labels
}
