import type { SourceId } from './ids.ts'

/** One paragraph that answers a search. Offsets are UTF-16 units of the source's text. */
export interface SearchHit {
  readonly source: SourceId
  /** The paragraph's citation label; with the source's short id it is the citation: `R07:12`. */
  readonly paragraph: string
  /** The first matching words. */
  readonly start: number
  readonly end: number
  /** A stretch of the text around them, and where the matches stand in it (offsets into `context`). */
  readonly context: string
  readonly contextStart: number
  readonly marks: readonly { readonly start: number; readonly end: number }[]
  /** The speaker whose turn it is, or ''. */
  readonly speaker: string
  /** Printed page, or 0. */
  readonly page: number
  /** Greater is better; 0 where the hits stand in document order. */
  readonly score: number
}

export interface SearchAnswer {
  readonly query: string
  /** Paragraphs that match, over all documents. */
  readonly total: number
  readonly perSource: readonly { readonly source: SourceId; readonly count: number }[]
  readonly hits: readonly SearchHit[]
  /** Above 20,000 hits ranking says little: they stand in document order. */
  readonly order: 'rank' | 'document'
  /** Words that stand nowhere, and what was searched instead. */
  readonly corrected: readonly { readonly from: string; readonly to: readonly string[] }[]
  /** Terms of the query that search does not answer: codes and attributes belong to retrieval. */
  readonly passedOver: readonly string[]
  readonly tookMs: number
}
