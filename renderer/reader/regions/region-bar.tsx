/** What floats at the selected rectangle: below it, else above it, else inside; always where it can be seen. */
import { useLayoutEffect, useRef } from 'react'
import type { Share, Size } from './page-space.ts'

const gap = 6

export function RegionBar({
  share,
  room,
  children,
}: {
  readonly share: Share
  /** The page on the screen, in pixels. */
  readonly room: Size
  readonly children: React.ReactNode
}) {
  const bar = useRef<HTMLDivElement>(null)
  const { left, top, height } = share
  // What it holds changes its size, so it is placed after every drawing.
  useLayoutEffect(() => {
    const page = bar.current?.offsetParent
    if (!bar.current || !page) return
    const seen = seenOf(page)
    bar.current.style.maxWidth = `${Math.max(160, seen.width - 2 * gap)}px`
    const over = page.getBoundingClientRect()
    const box = bar.current.getBoundingClientRect()
    const least = { x: seen.left - over.left + gap, y: seen.top - over.top + gap }
    const most = { x: seen.right - over.left - box.width - gap, y: seen.bottom - over.top - box.height - gap }
    const begins = (top / 100) * room.height
    const ends = ((top + height) / 100) * room.height
    const above = begins - box.height - gap
    const y = ends + gap <= most.y ? Math.max(ends + gap, least.y) : above >= least.y ? Math.min(above, most.y) : most.y
    const x = Math.max(least.x, Math.min((left / 100) * room.width, most.x))
    bar.current.style.left = `${x}px`
    bar.current.style.top = `${y}px`
  })
  return (
    <div ref={bar} className="region-bar">
      {children}
    </div>
  )
}

/** What can be seen of the pane that scrolls the page. */
function seenOf(page: Element): DOMRect {
  for (let box = page.parentElement; box; box = box.parentElement)
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(box).overflow)) return box.getBoundingClientRect()
  return document.documentElement.getBoundingClientRect()
}
