/**
 * Page space and how a page is shown. Page space is the archive's: thousandths of a point from the upper
 * left corner of the page as the file keeps it. A shown page is turned by its own rotation and by the
 * reader's; places on it are shares, 0 at its left or upper edge, 1 at the other, so that zoom does not matter.
 */
export type Turn = 0 | 90 | 180 | 270

export interface Place {
  readonly x: number
  readonly y: number
}
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Sheet {
  readonly width: number
  readonly height: number
}

/** Degrees of any size, also negative, to the nearest quarter. */
export function turnOf(degrees: number): Turn {
  return ((((Math.round(degrees / 90) * 90) % 360) + 360) % 360) as Turn
}

export function shownPlace({ x, y }: Place, { width, height }: Sheet, turn: Turn): Place {
  const [across, down] = [x / width, y / height]
  switch (turn) {
    case 0:
      return { x: across, y: down }
    case 90:
      return { x: 1 - down, y: across }
    case 180:
      return { x: 1 - across, y: 1 - down }
    case 270:
      return { x: down, y: 1 - across }
  }
}

/** Not rounded, and outside the page where the share is. */
export function placeShown({ x, y }: Place, { width, height }: Sheet, turn: Turn): Place {
  switch (turn) {
    case 0:
      return { x: x * width, y: y * height }
    case 90:
      return { x: y * width, y: (1 - x) * height }
    case 180:
      return { x: (1 - x) * width, y: (1 - y) * height }
    case 270:
      return { x: (1 - y) * width, y: x * height }
  }
}

const between = (a: Place, b: Place): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(b.x - a.x),
  height: Math.abs(b.y - a.y),
})

export function shownBox(box: Box, sheet: Sheet, turn: Turn): Box {
  return between(shownPlace(box, sheet, turn), shownPlace({ x: box.x + box.width, y: box.y + box.height }, sheet, turn))
}

export function boxShown(box: Box, sheet: Sheet, turn: Turn): Box {
  return between(placeShown(box, sheet, turn), placeShown({ x: box.x + box.width, y: box.y + box.height }, sheet, turn))
}

/** The smallest box around both. */
export function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** A box as a style: percents of the shown page. */
export function percents({ x, y, width, height }: Box): string {
  const share = (value: number) => `${(value * 100).toFixed(4)}%`
  return `left:${share(x)};top:${share(y)};width:${share(width)};height:${share(height)}`
}
