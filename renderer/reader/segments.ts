/** Overlapping passages as stretches that do not overlap, each with the passages over it: one tint for each. */
import type { CodedWords } from '../../schema/passage.ts'

export interface Segment {
  readonly start: number
  readonly end: number
  readonly passages: readonly CodedWords[]
}

/** Only what lies in [from, to). In order, without gaps filled: uncoded text has no segment. */
export function segmentsOf(passages: readonly CodedWords[], from: number, to: number): readonly Segment[] {
  const borders: { readonly at: number; readonly opens: boolean; readonly passage: CodedWords }[] = []
  for (const passage of passages) {
    const start = Math.max(from, passage.start)
    const end = Math.min(to, passage.end)
    if (start >= end) continue
    borders.push({ at: start, opens: true, passage }, { at: end, opens: false, passage })
  }
  borders.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens))
  const segments: Segment[] = []
  const open = new Set<CodedWords>()
  let at = from
  for (const border of borders) {
    if (border.at > at && open.size > 0) segments.push({ start: at, end: border.at, passages: [...open] })
    at = Math.max(at, border.at)
    if (border.opens) open.add(border.passage)
    else open.delete(border.passage)
  }
  return segments
}
