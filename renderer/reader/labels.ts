/**
 * Where the labels of the margin stand. A label is a row of its own and slides down to the next free one;
 * where many passages overlap only keys are printed, several in a row. What would slide too far is not
 * drawn: the label above it says "+3" and can be opened. While one scrolls, what stands already stays where it is.
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
  /** Labels beside it that found no room. */
  readonly more: number
}

/** What was laid before, and whose: those behind "+3" are among them. */
export interface Laid<Passage> {
  readonly labels: readonly Label<Passage>[]
  readonly tops: ReadonlyMap<PassageId, number>
}

type Growing<Passage> = Wanted<Passage> & { y: number; x: number; more: number }

/**
 * Lays the labels of a stretch. With `earlier`, what was laid for another stretch of the same text, those that are
 * still wanted stay where they are, and others come above and below them; where a passage has moved, all is laid anew.
 */
export function layLabels<Passage extends { readonly id: PassageId }>(
  wanted: readonly Wanted<Passage>[],
  opened: ReadonlySet<PassageId>,
  /** Pixels of a row. */
  room: number,
  earlier: Laid<Passage> | null = null,
): Laid<Passage> {
  const inOrder = wanted.toSorted((a, b) => a.top - b.top)
  const tops = new Map(inOrder.map(({ passage, top }) => [passage.id, top]))
  const stay = earlier?.labels.filter(({ passage }) => tops.has(passage.id)).map((label) => ({ ...label })) ?? []
  const first = stay[0]
  const last = stay.at(-1)
  if (!earlier || !first || !last) return { labels: below(inOrder, [], opened, room), tops }
  const fresh: Wanted<Passage>[] = []
  for (const want of inOrder) {
    const before = earlier.tops.get(want.passage.id)
    if (before === undefined) fresh.push(want)
    else if (before !== want.top) return { labels: below(inOrder, [], opened, room), tops }
  }
  const onTop = fresh.filter(({ top }) => top < first.top)
  const rest = fresh.slice(onTop.length)
  // Those in between would be pushed below all that stays, away from their passages.
  if (rest.some(({ top }) => top < last.top)) return { labels: below(inOrder, [], opened, room), tops }
  return { labels: [...above(onTop, first, opened, room), ...below(rest, stay, opened, room)], tops }
}

/** Goes on below `labels`, which may be none. */
function below<Passage extends { readonly id: PassageId }>(
  wanted: readonly Wanted<Passage>[],
  labels: Growing<Passage>[],
  opened: ReadonlySet<PassageId>,
  room: number,
): Growing<Passage>[] {
  const end = labels.at(-1)
  let free = end ? end.y + labelHeight : -Infinity
  let isOpen = end !== undefined && (opened.has(end.passage.id) || end.y - end.top > furthest)
  for (const want of wanted) {
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

/** What is new above labels that stay: as it would stand by itself, and what reaches into them behind "+3". */
function above<Passage extends { readonly id: PassageId }>(
  wanted: readonly Wanted<Passage>[],
  first: Growing<Passage>,
  opened: ReadonlySet<PassageId>,
  room: number,
): readonly Growing<Passage>[] {
  const labels = below(wanted, [], opened, room)
  const fitting = labels.filter(({ y }) => y + labelHeight <= first.y)
  const hidden = labels.slice(fitting.length).reduce((sum, { more }) => sum + 1 + more, 0)
  const host = fitting.at(-1) ?? first
  host.more += hidden
  return fitting
}
