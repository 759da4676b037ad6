/** Stretches of a continuum, as half-open pairs. Everything here walks sorted lists; nothing counts characters. */

/** UTF-16 units, or any measure of length; `start < end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** In order; those that overlap are one, those that only touch stay two. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.toSorted((one, other) => one.start - other.start || one.end - other.end)
  const out: { start: number; end: number }[] = []
  for (const { start, end } of sorted) {
    const last = out.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else out.push({ start, end })
  }
  return out
}

/** What lies between sorted spans that do not overlap, from 0 to `length`. */
export function gapsOf(spans: readonly Span[], length: number): readonly Span[] {
  const gaps: Span[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start > at) gaps.push({ start: at, end: start })
    at = end
  }
  if (at < length) gaps.push({ start: at, end: length })
  return gaps
}

/** Calls back for every pair that overlaps. Both lists in order and without overlaps of their own. */
export function eachOverlap<One extends Span, Other extends Span>(
  ones: readonly One[],
  others: readonly Other[],
  found: (one: One, other: Other, length: number) => void,
): void {
  let at = 0
  for (const one of ones) {
    while (at < others.length && (others[at]?.end ?? 0) <= one.start) at++
    for (let n = at; n < others.length; n++) {
      const other = others[n] as Other
      if (other.start >= one.end) break
      found(one, other, Math.min(one.end, other.end) - Math.max(one.start, other.start))
    }
  }
}

export const lengthOf = ({ start, end }: Span): number => end - start

/** Shared length of two lists as `eachOverlap` takes them. */
export function sharedLength(ones: readonly Span[], others: readonly Span[]): number {
  let shared = 0
  eachOverlap(ones, others, (_, __, length) => void (shared += length))
  return shared
}
