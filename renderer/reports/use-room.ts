import { useState, type RefCallback } from 'react'

/** The width of an element in pixels, kept as it changes; 0 before it is known. */
export function useRoom(): readonly [RefCallback<HTMLElement>, number] {
  const [width, setWidth] = useState(0)
  const [box] = useState<RefCallback<HTMLElement>>(() => (element: HTMLElement | null) => {
    if (!element) return undefined
    const watching = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width))
    })
    watching.observe(element)
    return () => watching.disconnect()
  })
  return [box, width]
}
