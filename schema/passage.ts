import type { Coding } from './coding.ts'
import type { PassageId, SourceId } from './ids.ts'

/** placed: the quote stands there. changed: an edit altered its words. parked: an edit cut them out. */
export type PassageState = 'placed' | 'changed' | 'parked'

/**
 * A stretch of one source that somebody wanted to keep. REFI-QDA: PlainTextSelection.
 * Regions on pages and pictures join this union by `kind` when their reader comes.
 */
export interface Passage {
  readonly id: PassageId
  readonly kind: 'text'
  readonly source: SourceId
  /** UTF-16 units into the source's text; `end` is the first unit left out, so `start < end`. */
  readonly start: number
  readonly end: number
  /** The words themselves, kept so that a passage found elsewhere is noticed. */
  readonly quote: string
  readonly state: PassageState
  readonly starred: boolean
}

/** A passage with what hangs on it. */
export interface CodedPassage extends Passage {
  readonly codings: readonly Coding[]
  readonly memos: number
}
