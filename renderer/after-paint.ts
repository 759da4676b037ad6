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

/** `value`, once what changed together with it has been painted; a deferred value would be worked on before that. */
export function useAfterPaint<Value>(value: Value): Value {
  const [shown, setShown] = useState(() => value)
  useEffect(
    () => (Object.is(shown, value) ? undefined : afterPaint(() => startTransition(() => setShown(() => value)))),
    [shown, value],
  )
  return shown
}
