/**
 * Where a stretch of a text is after the text was changed.
 *
 * What is put in at a stretch's borders stays outside, what is put in within it belongs to it; what
 * is taken out across a border cuts it; a replacement inside it is its new words. A stretch with
 * nothing left of it is nowhere. Changes are as `text/changes.ts` makes them: in order, apart.
 */
import type { TextChange } from '../../../schema/editing.ts'
import { isGraphemeBorder } from './graphemes.ts'
import type { Stretch } from './paragraphs.ts'

export class EditMap {
  readonly #changes: readonly TextChange[]
  /** How far what follows the first `n` changes has moved. */
  readonly #shifts: Float64Array

  constructor(changes: readonly TextChange[]) {
    this.#changes = changes
    this.#shifts = new Float64Array(changes.length + 1)
    for (const [index, { start, end, insert }] of changes.entries())
      this.#shifts[index + 1] = (this.#shifts[index] ?? 0) + insert.length - (end - start)
  }

  /** Null: nothing of `[start, end)` is left. UTF-16 units of the text before, and of the text after. */
  range(start: number, end: number): Stretch | null {
    const from = this.afterInsert(start)
    const to = this.beforeInsert(end)
    return from < to ? { start: from, end: to } : null
  }

  /** The same place, after whatever was put in exactly there; inside what was taken out: after what replaced it. */
  afterInsert(at: number): number {
    const count = this.#countWhere((change) => change.end <= at)
    const over = this.#changes[count]
    return over && over.start < at ? over.end + this.#shift(count + 1) : at + this.#shift(count)
  }

  /** The same place, before whatever was put in exactly there; inside what was taken out: before what replaced it. */
  beforeInsert(at: number): number {
    const count = this.#countWhere((change) => change.start < at)
    const over = this.#changes[count - 1]
    return over && over.end > at ? over.start + this.#shift(count - 1) : at + this.#shift(count)
  }

  /** Whether a change touches the stretch or its borders. */
  touches(start: number, end: number): boolean {
    const first = this.#changes[this.#countWhere((change) => change.end < start)]
    return first !== undefined && first.start <= end
  }

  /** The stretches of `[start, end)` that are still there, where they are now. */
  kept(start: number, end: number): readonly Stretch[] {
    const left: Stretch[] = []
    let index = this.#countWhere((change) => change.end <= start)
    let at = start
    while (at < end) {
      const next = this.#changes[index]
      const to = Math.min(end, Math.max(at, next?.start ?? end))
      if (at < to) left.push({ start: at + this.#shift(index), end: to + this.#shift(index) })
      if (!next) break
      at = Math.max(to, next.end)
      index++
    }
    return left
  }

  #shift(count: number): number {
    return this.#shifts[count] ?? 0
  }
  /** How many of the first changes fulfil what the later ones do not. */
  #countWhere(holds: (change: TextChange) => boolean): number {
    let low = 0
    let high = this.#changes.length
    while (low < high) {
      const middle = (low + high) >> 1
      const change = this.#changes[middle]
      if (change && holds(change)) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Borders moved outwards to where the text may be cut: no character of a passage is ever lost to this. */
export function wholeCharacters(text: string, { start, end }: Stretch): Stretch {
  let from = start
  let to = end
  while (!isGraphemeBorder(text, from)) from--
  while (!isGraphemeBorder(text, to)) to++
  return from === start && to === end ? { start, end } : { start: from, end: to }
}
