/** A pointer pressed on an element and followed until it is let go; Esc lets go without doing anything. */

/** Pixels a hand trembles while it clicks. */
export const tremble = 4

export function follow(
  event: React.PointerEvent,
  told: {
    readonly move: (now: PointerEvent) => void
    /** Pressed and let go in place is no drag: then this is not called. */
    readonly drop: (now: PointerEvent) => void
    /** Called at the end of every drag, after `drop`. */
    readonly end: () => void
  },
): void {
  const element = event.currentTarget as HTMLElement
  const { pointerId, clientX, clientY } = event
  const over = new AbortController()
  const { signal } = over
  let isMoved = false
  const finish = () => {
    over.abort()
    told.end()
  }
  element.setPointerCapture(pointerId)
  element.addEventListener(
    'pointermove',
    (now) => {
      isMoved ||= Math.hypot(now.clientX - clientX, now.clientY - clientY) > tremble
      if (isMoved) told.move(now)
    },
    { signal },
  )
  element.addEventListener(
    'pointerup',
    (now) => {
      if (isMoved) told.drop(now)
      finish()
    },
    { signal },
  )
  element.addEventListener('pointercancel', finish, { signal })
  addEventListener(
    'keydown',
    (pressed) => {
      if (pressed.key !== 'Escape') return
      pressed.preventDefault()
      pressed.stopPropagation()
      element.releasePointerCapture(pointerId)
      finish()
    },
    { signal, capture: true },
  )
}
