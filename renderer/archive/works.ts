/**
 * Long work that is under way, wherever it was started: what the status bar shows.
 * The list outlives the view that began the work, so that leaving a view cancels nothing.
 */
import type { Progress } from '../../schema/event.ts'
import type { NameOf } from '../../schema/contract.ts'
import { Observable } from '../observable.ts'

export type WorkName = NameOf<'work' | 'export' | 'workbook'>

export interface Work {
  /** Of this window: the same work may be under way twice. */
  readonly id: number
  readonly name: WorkName
  /** Null until the archive has said something. */
  readonly progress: Progress | null
  readonly cancel: () => void
}

export const works = new Observable<readonly Work[]>([])

let begun = 0

/** Puts work on the list; answers how to report on it and how to take it off. */
export function beginWork(name: WorkName, cancel: () => void) {
  let shown: Work = { id: ++begun, name, progress: null, cancel }
  works.set([...works.value, shown])
  return {
    report(progress: Progress): void {
      const next = { ...shown, progress }
      works.set(works.value.map((each) => (each === shown ? next : each)))
      shown = next
    },
    end(): void {
      works.set(works.value.filter((each) => each !== shown))
    },
  }
}
