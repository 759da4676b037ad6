/**
 * Rectangles of a page, and the page as it is shown: turned by a quarter, a half or three quarters.
 *
 * A `Region` is counted on the page as the file keeps it; a `Frame` on the page as it is shown, so that
 * left is left for the eye and the hand. Both are whole thousandths of a point, and the way from one to
 * the other and back loses nothing. Zoom is not known here: a frame is drawn in percentages of its page.
 */
import { smallestRegion, type Region } from '../../../schema/passage.ts'
import type { Page } from '../../../schema/source.ts'

export type PageShape = Pick<Page, 'number' | 'width' | 'height'>

/** Degrees clockwise, the page's own rotation and the viewer's together. */
export type Turn = 0 | 90 | 180 | 270

export interface Size {
  readonly width: number
  readonly height: number
}
export interface Point {
  readonly x: number
  readonly y: number
}
/** From the upper left corner of the page as shown. */
export interface Frame extends Point, Size {}

/** Any number of quarter turns, also backwards, as one of the four. */
export function turnOf(degrees: number): Turn {
  const quarter = ((Math.round(degrees / 90) % 4) + 4) % 4
  return ([0, 90, 180, 270] as const)[quarter] ?? 0
}

/** The size of the page as shown. */
export function sizeShown({ width, height }: Size, turn: Turn): Size {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width }
}

export function frameOf({ x, y, width, height }: Frame, page: Size, turn: Turn): Frame {
  switch (turn) {
    case 0:
      return { x, y, width, height }
    case 90:
      return { x: page.height - y - height, y: x, width: height, height: width }
    case 180:
      return { x: page.width - x - width, y: page.height - y - height, width, height }
    case 270:
      return { x: y, y: page.width - x - width, width: height, height: width }
  }
}

export function regionOf(frame: Frame, page: PageShape, turn: Turn): Region {
  const back = turnOf(360 - turn)
  return { page: page.number, ...frameOf(frame, sizeShown(page, turn), back) }
}

/** Percentages of the page as shown: where a frame is drawn, whatever the zoom. */
export interface Share {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export function shareOf({ x, y, width, height }: Frame, of: Size): Share {
  return {
    left: (x / of.width) * 100,
    top: (y / of.height) * 100,
    width: (width / of.width) * 100,
    height: (height / of.height) * 100,
  }
}

/** The nearest frame that lies on the page. */
export function frameAt({ left, top, width, height }: Share, of: Size): Frame {
  const x = Math.round((left / 100) * of.width)
  const y = Math.round((top / 100) * of.height)
  const right = Math.round(((left + width) / 100) * of.width)
  const bottom = Math.round(((top + height) / 100) * of.height)
  return between({ x, y }, { x: right, y: bottom }, of)
}

/** The frame with these opposite corners, in any order, kept on the page and large enough to be found again. */
export function between(a: Point, b: Point, of: Size): Frame {
  const [x, width] = spanned(a.x, b.x, of.width)
  const [y, height] = spanned(a.y, b.y, of.height)
  return { x, y, width, height }
}

function spanned(from: number, to: number, room: number): readonly [at: number, length: number] {
  const a = clamped(from, 0, room)
  const b = clamped(to, 0, room)
  const length = Math.max(Math.abs(b - a), Math.min(smallestRegion, room))
  // Too short a span grows the way the hand was going, unless the page ends there.
  const at = clamped(b < a ? a - length : a, 0, room - length)
  return [at, length]
}

/** The same frame elsewhere, stopped by the edges of the page. */
export function moved(frame: Frame, by: Point, of: Size): Frame {
  return {
    ...frame,
    x: clamped(frame.x + by.x, 0, of.width - frame.width),
    y: clamped(frame.y + by.y, 0, of.height - frame.height),
  }
}

/** Which sides a handle has hold of: -1 left or upper, 1 right or lower, 0 neither. */
export interface Hold {
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}
export const holds: readonly Hold[] = [
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
]

/** The frame with the sides held moved; a side never passes the one across, and never leaves the page. */
export function sized(frame: Frame, hold: Hold, by: Point, of: Size): Frame {
  const [x, width] = stretched(frame.x, frame.width, hold.x, by.x, of.width)
  const [y, height] = stretched(frame.y, frame.height, hold.y, by.y, of.height)
  return { x, y, width, height }
}

function stretched(at: number, length: number, side: -1 | 0 | 1, by: number, room: number): readonly [number, number] {
  const smallest = Math.min(smallestRegion, length)
  if (side === 0) return [at, length]
  if (side > 0) return [at, clamped(length + by, smallest, room - at)]
  const end = at + length
  const start = clamped(at + by, 0, end - smallest)
  return [start, end - start]
}

/** Whole units, since that is what a rectangle is kept in. */
function clamped(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), Math.max(least, most)))
}

/** A rectangle in the middle of what is seen: a third of it each way. */
export function middleOf(seen: Frame, of: Size): Frame {
  const width = Math.max(smallestRegion, seen.width / 3)
  const height = Math.max(smallestRegion, seen.height / 3)
  const corner = { x: seen.x + (seen.width - width) / 2, y: seen.y + (seen.height - height) / 2 }
  return between(corner, { x: corner.x + width, y: corner.y + height }, of)
}

export function isSameFrame(a: Frame, b: Frame): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

// ── Picking ────────────────────────────────────────────────────────────────────────────────────

/** What lies under the point, the smallest first. */
export function under<Item extends { readonly frame: Frame }>(point: Point, items: readonly Item[]): readonly Item[] {
  return items
    .filter(
      ({ frame: { x, y, width, height } }) =>
        point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height,
    )
    .toSorted((a, b) => a.frame.width * a.frame.height - b.frame.width * b.frame.height)
}

/** What a click means: the smallest, and clicked again the next one outwards, round and round. */
export function nextOutwards<Item>(hits: readonly Item[], isPicked: (item: Item) => boolean): Item | undefined {
  return hits[(hits.findIndex(isPicked) + 1) % hits.length]
}

/** Down the page as shown, and from left to right. */
export function byReading(a: Frame, b: Frame): number {
  return a.y - b.y || a.x - b.x || b.height - a.height || b.width - a.width
}
