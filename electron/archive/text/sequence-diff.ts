/**
 * What differs between two sequences of whole numbers: shortest edits where the two are alike (Myers),
 * else split at what stands once in both (patience), else one coarse hunk. Bounded, so that two
 * texts with nothing in common cost little more than reading them.
 */

/** `[aStart, aEnd)` of the first is replaced by `[bStart, bEnd)` of the second. */
export interface Hunk {
  readonly aStart: number
  readonly aEnd: number
  readonly bStart: number
  readonly bEnd: number
}
type Sequence = ArrayLike<number>

/** Edits that Myers may find before it gives up; its work grows with their square. */
const mostEdits = 200

/** The hunks in order, apart from each other. */
export function sequenceDiff(a: Sequence, b: Sequence): readonly Hunk[] {
  const found: Hunk[] = []
  const open: Hunk[] = [{ aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length }]
  for (let next = open.pop(); next; next = open.pop()) {
    const part = trimmed(a, b, next)
    if (part.aStart === part.aEnd || part.bStart === part.bEnd) {
      if (part.aStart < part.aEnd || part.bStart < part.bEnd) found.push(part)
      continue
    }
    const short = myers(a, b, part)
    if (short) {
      found.push(...short)
      continue
    }
    const anchors = uniqueInBoth(a, b, part)
    if (anchors.length === 0) {
      found.push(part)
      continue
    }
    let { aStart, bStart } = part
    const between: Hunk[] = []
    for (const [inA, inB] of anchors) {
      between.push({ aStart, aEnd: inA, bStart, bEnd: inB })
      aStart = inA + 1
      bStart = inB + 1
    }
    between.push({ aStart, aEnd: part.aEnd, bStart, bEnd: part.bEnd })
    open.push(...between.toReversed()) // the first lies on top: hunks are found in order
  }
  return found
}

function trimmed(a: Sequence, b: Sequence, { aStart, aEnd, bStart, bEnd }: Hunk): Hunk {
  while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) {
    aStart++
    bStart++
  }
  while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--
    bEnd--
  }
  return { aStart, aEnd, bStart, bEnd }
}

/** The greedy algorithm of Myers (1986); null where more than `mostEdits` are needed. */
function myers(a: Sequence, b: Sequence, part: Hunk): readonly Hunk[] | null {
  const n = part.aEnd - part.aStart
  const m = part.bEnd - part.bStart
  if (Math.abs(n - m) > mostEdits) return null
  const most = Math.min(n + m, mostEdits)
  const middle = most + 1
  const furthest = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    trace.push(furthest.slice(middle - edits - 1, middle + edits + 2))
    for (let k = -edits; k <= edits; k += 2) {
      const left = furthest[middle + k - 1] ?? 0
      const above = furthest[middle + k + 1] ?? 0
      let x = k === -edits || (k !== edits && left < above) ? above : left + 1
      let y = x - k
      while (x < n && y < m && a[part.aStart + x] === b[part.bStart + y]) {
        x++
        y++
      }
      furthest[middle + k] = x
      if (x >= n && y >= m) return walkBack(trace, part, n, m)
    }
  }
  return null
}

/** From the end to the beginning along the way that was found; single edits that touch become one hunk. */
function walkBack(trace: readonly Int32Array[], part: Hunk, n: number, m: number): readonly Hunk[] {
  const hunks: { aStart: number; aEnd: number; bStart: number; bEnd: number }[] = []
  let x = n
  let y = m
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const row = trace[edits]
    const at = (k: number) => row?.[k + edits + 1] ?? 0
    const k = x - y
    const isDown = k === -edits || (k !== edits && at(k - 1) < at(k + 1))
    const before = isDown ? k + 1 : k - 1
    const fromX = at(before)
    const fromY = fromX - before
    const toX = isDown ? fromX : fromX + 1
    const toY = isDown ? fromY + 1 : fromY
    const last = hunks.at(-1)
    if (last && last.aStart === part.aStart + toX && last.bStart === part.bStart + toY) {
      last.aStart = part.aStart + fromX
      last.bStart = part.bStart + fromY
    } else
      hunks.push({
        aStart: part.aStart + fromX,
        aEnd: part.aStart + toX,
        bStart: part.bStart + fromY,
        bEnd: part.bStart + toY,
      })
    x = fromX
    y = fromY
  }
  return hunks.toReversed()
}

/** Pairs of places of what stands once in either, the longest run of them that is in order in both. */
function uniqueInBoth(a: Sequence, b: Sequence, part: Hunk): readonly (readonly [number, number])[] {
  const inA = once(a, part.aStart, part.aEnd)
  const inB = once(b, part.bStart, part.bEnd)
  const pairs: [number, number][] = []
  for (const [value, at] of inA) {
    const other = inB.get(value)
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other])
  }
  pairs.sort(([one], [other]) => one - other)
  return longestRising(pairs)
}

/** Where each value stands, or -1 where it stands more than once. */
function once(sequence: Sequence, start: number, end: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = start; at < end; at++) {
    const value = sequence[at] ?? 0
    places.set(value, places.has(value) ? -1 : at)
  }
  return places
}

function longestRising(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tails: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  for (const [index, [, value]] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const half = (low + high) >> 1
      if ((pairs[tails[half] ?? 0]?.[1] ?? 0) < value) low = half + 1
      else high = half
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = index
  }
  const run: (readonly [number, number])[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at]
    if (pair) run.push(pair)
  }
  return run.toReversed()
}
