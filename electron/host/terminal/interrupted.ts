/** Ctrl+C while something long is under way. */
import type { Outlet } from './outlet.ts'

/** npm and its helpers pass a Ctrl+C on, so one press may be heard several times. */
const onePress = 1000

export interface Interruption {
  readonly signal: AbortSignal
  readonly release: () => void
}

/** Ctrl+C asks the work to stop where it can, and says `sentence`; a second one, later, ends the program at once. */
export function interrupted(outlet: Outlet, sentence: string): Interruption {
  const controller = new AbortController()
  let heardAt = 0
  const hear = () => {
    if (!controller.signal.aborted) {
      heardAt = performance.now()
      outlet.say(sentence)
      controller.abort()
    } else if (performance.now() - heardAt > onePress) process.exit(130)
  }
  process.on('SIGINT', hear)
  process.on('SIGTERM', hear)
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', hear)
      process.off('SIGTERM', hear)
    },
  }
}
