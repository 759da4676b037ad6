import type { CaseId, SourceId } from './ids.ts'

/** Who or what is studied: a person, an organisation, a place. Documents speak of it. REFI-QDA: Case. */
export interface TheCase {
  readonly id: CaseId
  readonly name: string
  /** Its documents. A document may belong to several cases. */
  readonly sources: readonly SourceId[]
  /** Live codings in its documents, on passages that are not parked. */
  readonly codings: number
  /** Memos about the case itself. */
  readonly memos: number
}
