/**
 * A picture moved under the pointer: with the middle button or with Space held always, with the first
 * button where the pointer is a hand. The wheel scrolls; with Ctrl it zooms at the place it points to.
 */
import { useEffect, useState } from 'react'
import { tremble } from '../regions/follow.ts'

export function useHand(
  scroller: React.RefObject<HTMLElement | null>,
  isHand: boolean,
  onWheelZoom: (factor: number, at: { readonly clientX: number; readonly clientY: number }) => void,
): { readonly isHeld: boolean; readonly isMoving: boolean } {
  const [isHeld, setHeld] = useState(false)
  const [isMoving, setMoving] = useState(false)

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const over = new AbortController()
    const { signal } = over
    box.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== ' ' || event.target !== box) return
        event.preventDefault()
        setHeld(true)
      },
      { signal },
    )
    const letGo = () => setHeld(false)
    addEventListener('keyup', (event) => event.key === ' ' && letGo(), { signal })
    addEventListener('blur', letGo, { signal })
    // Else the middle button would begin the browser's own scrolling.
    box.addEventListener('mousedown', (event) => event.button === 1 && event.preventDefault(), { signal })
    return () => over.abort()
  }, [scroller])

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const over = new AbortController()
    box.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return
        event.preventDefault()
        onWheelZoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002)), event)
      },
      { signal: over.signal, passive: false },
    )
    return () => over.abort()
  }, [scroller, onWheelZoom])

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const over = new AbortController()
    box.addEventListener(
      'pointerdown',
      (event) => {
        const isMine = event.button === 1 || (event.button === 0 && (isHand || isHeld))
        if (!isMine || (event.target as Element).closest('.region-handles, .region-bar')) return
        if (isHeld || event.button === 1) event.preventDefault() // nothing is drawn
        const from = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop }
        const drag = new AbortController()
        let isBegun = false
        box.addEventListener(
          'pointermove',
          (now) => {
            const [across, down] = [now.clientX - from.x, now.clientY - from.y]
            if (!isBegun && Math.hypot(across, down) <= tremble) return
            // Caught only once it moves: a click must still reach what was clicked.
            if (!isBegun) box.setPointerCapture(now.pointerId)
            isBegun = true
            setMoving(true)
            box.scrollTo(from.left - across, from.top - down)
          },
          { signal: drag.signal },
        )
        const end = () => {
          drag.abort()
          setMoving(false)
        }
        addEventListener('pointerup', end, { signal: drag.signal })
        addEventListener('pointercancel', end, { signal: drag.signal })
      },
      { signal: over.signal, capture: true },
    )
    return () => over.abort()
  }, [scroller, isHand, isHeld])

  return { isHeld, isMoving }
}
