/**
 * Words on a page as it is shown: places and boxes as shares of the page, 0 at its left or upper edge, 1 at
 * the other, so that zoom does not matter. How a turn moves them is the rectangles' own rule (`frameOf`);
 * nothing is rounded here, and a share outside the page stays outside.
 */
import { frameOf, sizeShown, turnOf, type Frame, type Point, type Size, type Turn } from '../regions/page-space.ts'

export function shownPlace({ x, y }: Point, sheet: Size, turn: Turn): Point {
  const shown = shownBox({ x, y, width: 0, height: 0 }, sheet, turn)
  return { x: shown.x, y: shown.y }
}

export function placeShown({ x, y }: Point, sheet: Size, turn: Turn): Point {
  const place = boxShown({ x, y, width: 0, height: 0 }, sheet, turn)
  return { x: place.x, y: place.y }
}

export function shownBox(box: Frame, sheet: Size, turn: Turn): Frame {
  const { width, height } = sizeShown(sheet, turn)
  const frame = frameOf(box, sheet, turn)
  return { x: frame.x / width, y: frame.y / height, width: frame.width / width, height: frame.height / height }
}

export function boxShown({ x, y, width, height }: Frame, sheet: Size, turn: Turn): Frame {
  const size = sizeShown(sheet, turn)
  const frame = { x: x * size.width, y: y * size.height, width: width * size.width, height: height * size.height }
  return frameOf(frame, size, turnOf(360 - turn))
}

/** The smallest box around both. */
export function around(a: Frame, b: Frame): Frame {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** A box as a style: percents of the shown page. */
export function percents({ x, y, width, height }: Frame): string {
  const share = (value: number) => `${(value * 100).toFixed(4)}%`
  return `left:${share(x)};top:${share(y)};width:${share(width)};height:${share(height)}`
}
