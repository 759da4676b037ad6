import type { CaseId, CodeId, PassageId, SourceId } from './ids.ts'

/** Something of the archive that a window can be taken to: what a memo is about, what an act changed. */
export type Whereabouts =
  | { readonly kind: 'project' }
  | { readonly kind: 'memos' }
  | { readonly kind: 'source'; readonly source: SourceId }
  | { readonly kind: 'code'; readonly code: CodeId }
  | { readonly kind: 'case'; readonly case: CaseId }
  /** The table of attributes. */
  | { readonly kind: 'attributes' }
  /** A rectangle of a page: it has no words to go to. */
  | { readonly kind: 'region'; readonly source: SourceId; readonly passage: PassageId }
  | {
      readonly kind: 'place'
      readonly source: SourceId
      /** Null: the words stand there, but no passage is kept of them any more. */
      readonly passage: PassageId | null
      /** UTF-16 units, [start, end). */
      readonly start: number
      readonly end: number
    }
