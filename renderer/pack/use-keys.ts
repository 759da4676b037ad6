import { useEffect, useRef } from 'react'
import { isTextField } from '../keys.ts'
import { actOf, type PackAct } from './keys.ts'

/** Calls `act` with the acts that are pressed for; it answers whether it took the press. What lies deeper is asked first. */
export function useKeysOf(act: (pressed: PackAct, event: KeyboardEvent) => boolean): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const found = actOf(event, isTextField(event.target))
      if (found) latest.current(found, event)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}
