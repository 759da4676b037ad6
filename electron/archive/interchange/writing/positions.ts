/** Places of ours as the standard counts them. */
import type { Region } from '../../../../schema/passage.ts'

/** UTF-16 units as code points, in one walk over the text however many are asked. NVivo counts as we do. */
export class Positions {
  readonly #astral: readonly number[]
  readonly #text: string
  readonly #units: 'code points' | 'UTF-16'

  constructor(text: string, units: 'code points' | 'UTF-16') {
    this.#text = text
    this.#units = units
    this.#astral =
      units === 'UTF-16' ? [] : Array.from(text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g), ({ index }) => index)
  }

  /** A place that is counted in code points. */
  ofPoints(points: number): number {
    return this.#units === 'code points' ? points : Array.from(this.#text).slice(0, points).join('').length
  }

  of(at: number): number {
    let low = 0
    let high = this.#astral.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#astral[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return at - low
  }
}

export const hasAstral = (text: string): boolean => /[\uD800-\uDBFF]/.test(text)

export interface Corners {
  readonly firstX: number
  readonly firstY: number
  readonly secondX: number
  readonly secondY: number
}

/** Whole points from the lower left corner of the page, lower left first (REFI-QDA 10.3). `height` in thousandths. */
export function onPage({ x, y, width, height }: Omit<Region, 'page'>, pageHeight: number): Corners {
  const points = (thousandths: number) => Math.round(thousandths / 1000)
  return {
    firstX: points(x),
    firstY: points(pageHeight - y - height),
    secondX: Math.max(points(x + width), points(x) + 1),
    secondY: Math.max(points(pageHeight - y), points(pageHeight - y - height) + 1),
  }
}

/** Pixels of the upright picture from its upper left corner: 1 pixel is 1 point here. */
export function onPicture({ x, y, width, height }: Omit<Region, 'page'>): Corners {
  const pixels = (thousandths: number) => Math.round(thousandths / 1000)
  return {
    firstX: pixels(x),
    firstY: pixels(y),
    secondX: Math.max(pixels(x + width), pixels(x) + 1),
    secondY: Math.max(pixels(y + height), pixels(y) + 1),
  }
}
