import type { CoderId } from './ids.ts'

/** One act as the history shows it. The window turns `operation` into words; `subject` says on what. */
export interface Act {
  readonly act: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly coder: CoderId
  readonly operation: string
  /** English words for the terminal: 'Apply code'. */
  readonly label: string
  /** '4e Terms of the money', 'R07', '50 documents'; '' where the label says all. */
  readonly subject: string
  readonly state: 'done' | 'undone'
}

/** What Ctrl+Z and Ctrl+Y would do now, for this coder. */
export interface HistoryState {
  readonly undo: Act | null
  readonly redo: Act | null
}
