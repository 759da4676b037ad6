/** The arrow keys on a rectangle: alone they move it, with Shift its right and lower sides; with Ctrl by larger steps. */
import type { Press } from '../../keys.ts'
import { moved, sized, type Frame, type Point, type Size } from './page-space.ts'

const ways: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
/** Steps along the longer side of a page: about the height of a printed letter, and of a short paragraph. */
const small = 240
const large = 24

/** Null where the press is not one of these. */
export function afterPress(press: Press, frame: Frame, of: Size): Frame | null {
  const way = ways[press.key]
  if (!way || press.altKey) return null
  const step = Math.max(of.width, of.height) / (press.ctrlKey || press.metaKey ? large : small)
  const by = { x: way.x * step, y: way.y * step }
  return press.shiftKey ? sized(frame, { x: 1, y: 1 }, by, of) : moved(frame, by, of)
}
