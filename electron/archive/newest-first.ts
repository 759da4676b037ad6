/**
 * Searches asked while somebody types. A running query cannot be stopped (SEARCH 5), so one runs and the others
 * wait; the newest of them goes first, because it is what the person looks at. One that its asker has cancelled
 * is dropped; one that is still wanted is answered, however many came after it.
 */
import { ArchiveError } from '../../schema/error.ts'

interface Waiting {
  readonly begin: () => void
}

export class NewestFirst {
  #isRunning = false
  readonly #waiting: Waiting[] = []

  /** What `ask` answers; rejects with 'cancelled' where the signal comes before its turn. */
  async run<Value>(ask: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
    if (this.#isRunning) await this.#turn(signal)
    this.#isRunning = true
    try {
      return await ask()
    } finally {
      const next = this.#waiting.pop()
      // Handed on without a gap: what comes in between must not overtake.
      if (next) next.begin()
      else this.#isRunning = false
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const drop = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1)
        reject(new ArchiveError({ kind: 'cancelled' }))
      }
      const waiting: Waiting = {
        begin: () => {
          signal.removeEventListener('abort', drop)
          resolve()
        },
      }
      this.#waiting.push(waiting)
      signal.addEventListener('abort', drop, { once: true })
    })
  }
}
