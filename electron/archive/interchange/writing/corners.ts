/** Rectangles of ours as the standard draws them. */
import type { Region } from '../../../../schema/passage.ts'

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
