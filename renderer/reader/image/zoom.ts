/** How large a picture is shown: fitted to its pane, or at a scale that a person chose. */
import type { Size } from '../regions/page-space.ts'

/** Pixels of the screen for one of the picture. */
export type Zoom = 'whole' | 'wide' | number

const least = 0.25
const most = 8
const step = 1.25

/** `picture` in its own pixels as it is turned, `room` in those of the screen. */
export function scaleOf(zoom: Zoom, picture: Size, room: Size): number {
  const wide = room.width / picture.width
  // A picture is never blown up to fit: a stamp stays a stamp.
  if (zoom === 'whole') return Math.max(0.001, Math.min(1, wide, room.height / picture.height))
  if (zoom === 'wide') return Math.max(0.001, Math.min(most, wide))
  return zoom
}

/** A huge picture may be fitted below a quarter: then that is the least. */
export function withinLimits(scale: number, fitted: number): number {
  return Math.min(most, Math.max(scale, Math.min(least, fitted)))
}

/** One step larger or smaller, resting at the picture's own size on the way. */
export function stepped(scale: number, direction: 1 | -1, fitted: number): number {
  const next = direction > 0 ? scale * step : scale / step
  const passesOwn = (scale < 0.999 && next > 1) || (scale > 1.001 && next < 1)
  return withinLimits(passesOwn ? 1 : next, fitted)
}
