/**
 * The lane of every bar in the margin. Bars that overlap stand side by side; the longest is nearest to
 * the text; a bar keeps its lane while the document is open, so that nothing jumps when a code is added.
 */
import type { CodingId } from '../../schema/ids.ts'

export interface Bar {
  readonly coding: CodingId
  readonly start: number
  readonly end: number
}

export class Lanes {
  #lanes = new Map<CodingId, number>()
  #bars: readonly Bar[] = []

  /** Lanes in use. */
  get count(): number {
    let most = -1
    for (const lane of this.#lanes.values()) most = Math.max(most, lane)
    return most + 1
  }

  laneOf(coding: CodingId): number {
    return this.#lanes.get(coding) ?? 0
  }

  /** All bars of the document, in any order. */
  arrange(bars: readonly Bar[]): void {
    const there = new Set(bars.map(({ coding }) => coding))
    const kept = this.#bars.filter(({ coding }) => there.has(coding))
    const known = new Set(kept.map(({ coding }) => coding))
    const fresh = bars.filter(({ coding }) => !known.has(coding))
    this.#bars = bars
    // Many new ones (the document was opened, or codings were imported): one sweep over all.
    if (fresh.length > 32 || kept.length === 0) {
      this.#lanes = swept(bars)
      return
    }
    const lanes = new Map<CodingId, number>()
    for (const { coding } of kept) lanes.set(coding, this.#lanes.get(coding) ?? 0)
    const placed = [...kept]
    for (const bar of fresh.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
      const taken = new Set<number>()
      for (const other of placed)
        if (other.start < bar.end && other.end > bar.start) taken.add(lanes.get(other.coding) ?? 0)
      let lane = 0
      while (taken.has(lane)) lane++
      lanes.set(bar.coding, lane)
      placed.push(bar)
    }
    this.#lanes = lanes
  }
}

/** By start, the longer first: each takes the first lane whose last bar has ended. */
function swept(bars: readonly Bar[]): Map<CodingId, number> {
  const lanes = new Map<CodingId, number>()
  const ends: number[] = []
  for (const bar of bars.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    let lane = ends.findIndex((end) => end <= bar.start)
    if (lane < 0) lane = ends.length
    ends[lane] = bar.end
    lanes.set(bar.coding, lane)
  }
  return lanes
}
