/** What may follow a moment later: the act itself is on the screen first. */
import { startTransition, useEffect, useState } from 'react'

/** Calls `act` in a task after the next frame, when that frame is on the screen; answers how to give it up. */
export function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** Milliseconds in which what was just opened comes to stand on the screen: its rows, their marks, the type. */
const settling = 400

/** Calls `act` when the window has nothing to do, `pause` milliseconds from now at the soonest; answers how to give it up. */
export function whenQuiet(act: () => void, pause: number = settling): () => void {
  let idle = 0
  const timer = setTimeout(() => {
    idle = requestIdleCallback(act)
  }, pause)
  return () => {
    clearTimeout(timer)
    cancelIdleCallback(idle)
  }
}

/** `value`, once what changed together with it has been painted; a deferred value would be worked on before that. */
export function useAfterPaint<Value>(value: Value): Value {
  const [shown, setShown] = useState(() => value)
  useEffect(
    () => (Object.is(shown, value) ? undefined : afterPaint(() => startTransition(() => setShown(() => value)))),
    [shown, value],
  )
  return shown
}
