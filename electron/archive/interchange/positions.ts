/** Places in a text of ours as the standard counts them. */

/** UTF-16 units as code points, in one walk over the text however many are asked. NVivo counts as we do. */
export class Positions {
  /** Where characters of two units begin, in UTF-16 units. */
  readonly #astral: readonly number[]
  readonly #units: 'code points' | 'UTF-16'

  constructor(text: string, units: 'code points' | 'UTF-16') {
    this.#units = units
    this.#astral = Array.from(text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g), ({ index }) => index)
  }

  /** A place that is counted in code points. */
  ofPoints(points: number): number {
    return this.#units === 'code points' ? points : points + this.#astralBefore((at, before) => at - before < points)
  }

  of(at: number): number {
    return this.#units === 'UTF-16' ? at : at - this.#astralBefore((place) => place < at)
  }

  /** How many of them lie before a place; `before` is how many lie before the one that is asked about. */
  #astralBefore(isBefore: (at: number, before: number) => boolean): number {
    let low = 0
    let high = this.#astral.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isBefore(this.#astral[middle] ?? 0, middle)) low = middle + 1
      else high = middle
    }
    return low
  }
}
