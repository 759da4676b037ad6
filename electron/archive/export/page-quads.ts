/** Where words and rectangles lie on a page of a PDF, in the page's own space: points, y upwards, its origin wherever it is. */

/** Words as they were printed: from the left end of their baseline, `width` along it. */
export interface Box {
  readonly start: number
  readonly end: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/** Upper left, upper right, lower left, lower right, as they read: the order in which programs write them. */
export type Quad = readonly [number, number, number, number, number, number, number, number]

/** Of a letter's height: as much is under the baseline. */
const below = 0.22

/**
 * A quadrangle for every box that the stretch has words of; of a box in part, the part by number of characters.
 * Words are taken to read upright on the page as it is shown, turned by `rotation` degrees clockwise.
 */
export function quadsOf(
  boxes: readonly Box[],
  stretch: { readonly start: number; readonly end: number },
  rotation: number,
): readonly Quad[] {
  // Along the line, and up from it, in the page's space before it is turned.
  const turn = (rotation * Math.PI) / 180
  const [alongX, alongY] = [Math.round(Math.cos(turn)), Math.round(Math.sin(turn))]
  const [upX, upY] = [-alongY, alongX]
  return boxes.flatMap(({ start, end, x, y, width, height }): readonly Quad[] => {
    const from = Math.max(start, stretch.start)
    const to = Math.min(end, stretch.end)
    if (from >= to || width <= 0 || height <= 0) return []
    const at = (along: number, up: number) => [x + along * alongX + up * upX, y + along * alongY + up * upY] as const
    const left = (width * (from - start)) / (end - start)
    const right = (width * (to - start)) / (end - start)
    const [low, high] = [-below * height, (1 - below) * height]
    return [[...at(left, high), ...at(right, high), ...at(left, low), ...at(right, low)]]
  })
}

/** A rectangle kept in thousandths of a point from the upper left corner of what is seen of the page. */
export function rectangleOf(
  region: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  seen: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Quad {
  const left = seen.x + region.x / 1000
  const right = left + region.width / 1000
  const top = seen.y + seen.height - region.y / 1000
  const bottom = top - region.height / 1000
  return [left, top, right, top, left, bottom, right, bottom]
}
