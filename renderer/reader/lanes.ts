/**
 * The lane of every bar in the margin. Bars that overlap stand side by side; the longest is nearest to
 * the text; a bar keeps its lane while the document is open, so that nothing jumps when a code is added.
 *
 * A bar that goes and comes back with the same id (its passage was resized, a code undone and done again)
 * gets its old lane wherever that is still free.
 */
import type { CodingId } from '../../schema/ids.ts'
import { isSameStretch } from './sweep.ts'

export interface Bar {
  readonly coding: CodingId
  readonly start: number
  readonly end: number
}

export class Lanes {
  readonly #lanes = new Map<CodingId, number>()
  /** Where each bar lies that is there now. */
  readonly #bars = new Map<CodingId, Bar>()
  #count = 0

  /** Lanes in use, or once used. */
  get count(): number {
    return this.#count
  }

  laneOf(coding: CodingId): number {
    return this.#lanes.get(coding) ?? 0
  }

  /** All bars of the document, in any order. */
  arrange(bars: readonly Bar[]): void {
    const next = new Map(bars.map((bar) => [bar.coding, bar]))
    this.change(
      [...this.#bars.values()].filter(({ coding }) => !next.has(coding)),
      bars.filter((bar) => !isSameStretch(this.#bars.get(bar.coding), bar)),
    )
  }

  /** Some have gone, some have come; a bar that is in both has moved. */
  change(gone: readonly Bar[], fresh: readonly Bar[]): void {
    for (const { coding } of gone) this.#bars.delete(coding)
    if (this.#bars.size === 0 && fresh.length > 32) this.#sweep(fresh)
    else
      for (const bar of fresh.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
        this.#bars.delete(bar.coding)
        this.#place(bar)
      }
  }

  #place(bar: Bar): void {
    const taken = new Set<number>()
    for (const other of this.#bars.values())
      if (other.start < bar.end && other.end > bar.start) taken.add(this.laneOf(other.coding))
    const old = this.#lanes.get(bar.coding)
    let lane = old !== undefined && !taken.has(old) ? old : 0
    while (taken.has(lane)) lane++
    this.#put(bar, lane)
  }

  /** The document was opened: by start, the longer first, each takes the first lane whose last bar has ended. */
  #sweep(bars: readonly Bar[]): void {
    const ends: number[] = []
    for (const bar of bars.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      let lane = ends.findIndex((end) => end <= bar.start)
      if (lane < 0) lane = ends.length
      ends[lane] = bar.end
      this.#put(bar, lane)
    }
  }

  #put(bar: Bar, lane: number): void {
    this.#bars.set(bar.coding, bar)
    this.#lanes.set(bar.coding, lane)
    this.#count = Math.max(this.#count, lane + 1)
  }
}
