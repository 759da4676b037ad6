/**
 * Stretches of the texts and how they lie to each other. Every question is a walk over two ordered
 * lists with a binary search: n log n, whatever overlaps what.
 *
 * A place is ranked by `lo` and `hi` of what distance is counted in. One rule says how near two are:
 * lo(a) - hi(b) <= most and lo(b) - hi(a) <= most.
 */
export interface Stretches {
  /** Those of source n are [from[n], from[n + 1]), by start, the longer first. */
  readonly from: Int32Array
  /** UTF-16 units, [start, end); -1 both where there is no place among words. */
  readonly start: Int32Array
  readonly end: Int32Array
}
export interface Ranked extends Stretches {
  /** Never falls within a source. */
  readonly lo: Int32Array
  readonly hi: Int32Array
}

/** Only those marked, and those that have a place. */
export function chosen(all: Stretches, mask: Uint8Array): Stretches {
  const kept: number[] = []
  const from = new Int32Array(all.from.length)
  for (let source = 0; source + 1 < all.from.length; source++) {
    for (let n = all.from[source] ?? 0; n < (all.from[source + 1] ?? 0); n++)
      if (mask[n] === 1 && (all.start[n] ?? -1) >= 0) kept.push(n)
    from[source + 1] = kept.length
  }
  return {
    from,
    start: Int32Array.from(kept, (n) => all.start[n] ?? 0),
    end: Int32Array.from(kept, (n) => all.end[n] ?? 0),
  }
}

/** Which of `these` have one of `those` at most so far away. Overlapping is a distance of -1 in characters. */
export function nearTo(these: Ranked, those: Ranked, most: number): Uint8Array {
  return sought(these, those, (n, first, last, furthest) => {
    const count = countUpTo(those.lo, first, last, (these.hi[n] ?? 0) + most)
    return count > first && (furthest[count - 1] ?? -1) >= (these.lo[n] ?? 0) - most
  })
}

/** Which of `these` lie wholly in one of `those`; the same stretch lies in itself. */
export function insideOf(these: Stretches, those: Stretches): Uint8Array {
  return sought(these, ranked(those, those.start, those.end), (n, first, last, furthest) => {
    const count = countUpTo(those.start, first, last, these.start[n] ?? 0)
    return count > first && (furthest[count - 1] ?? -1) >= (these.end[n] ?? 0)
  })
}

/** Which of `these` have one of `those` begin at or behind their end, at most so far away. */
export function followedBy(these: Ranked, those: Ranked, most: number): Uint8Array {
  return sought(these, those, (n, first, last) => {
    const next = countUpTo(those.start, first, last, (these.end[n] ?? 0) - 1)
    return next < last && (those.lo[next] ?? 0) - (these.hi[n] ?? 0) <= most
  })
}

/** Which of `these` hold one of `those` wholly. `those` do not overlap each other. */
export function holding(these: Stretches, those: Stretches): Uint8Array {
  return sought(these, ranked(those, those.start, those.end), (n, first, last) => {
    const next = countUpTo(those.start, first, last, (these.start[n] ?? 0) - 1)
    return next < last && (those.end[next] ?? 0) <= (these.end[n] ?? 0)
  })
}

export function ranked({ from, start, end }: Stretches, lo: Int32Array, hi: Int32Array): Ranked {
  return { from, start, end, lo, hi }
}

type Test = (n: number, first: number, last: number, furthest: Int32Array) => boolean

/** `furthest[n]`: the greatest `hi` of those of the source up to n. */
function sought(these: Stretches, those: Ranked, test: Test): Uint8Array {
  const found = new Uint8Array(these.start.length)
  const furthest = new Int32Array(those.hi.length)
  for (let source = 0; source + 1 < these.from.length; source++) {
    const first = those.from[source] ?? 0
    const last = those.from[source + 1] ?? 0
    if (first === last) continue
    for (let n = first, top = -1; n < last; n++) furthest[n] = top = Math.max(top, those.hi[n] ?? 0)
    for (let n = these.from[source] ?? 0; n < (these.from[source + 1] ?? 0); n++)
      if ((these.start[n] ?? -1) >= 0 && test(n, first, last, furthest)) found[n] = 1
  }
  return found
}

/** Behind the last of [first, last) that is at most so great; the list does not fall. */
export function countUpTo(list: Int32Array, first: number, last: number, most: number): number {
  let low = first
  let high = last
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) <= most) low = middle + 1
    else high = middle
  }
  return low
}
