/** Asking for coded passages: what is asked, what is answered, and questions that are kept. */
import type { CodeId, PassageId, SavedQueryId, SourceId } from './ids.ts'
import type { QueryKind, QueryProblem } from './query-tree.ts'
import type { SearchFilter } from './search.ts'

/** What is wrong in a query's text, and how it was understood. */
export interface CheckedQuery {
  readonly kind: QueryKind
  /** By place. */
  readonly problems: readonly QueryProblem[]
  /** The nearest valid reading, in the language of the text: names corrected, brackets closed. '' where nothing is asked. */
  readonly reading: string
}

/** What would find something where a query found nothing, the least change first. */
export interface RetrievalWidening {
  readonly how: 'without' | 'wider' | 'reading' | 'without-filter'
  /** The condition that is dropped, or the reach that is taken instead, as queries write it; a field of the filter, '' for all of it. */
  readonly what: string
  readonly query: string
  readonly filter: SearchFilter
  readonly total: number
}

export interface RetrievalAnswer {
  readonly query: string
  /** Passages that answer, over all documents. */
  readonly total: number
  /** The page asked for, in order of the documents and of the text. */
  readonly passages: readonly PassageId[]
  readonly perSource: readonly { readonly source: SourceId; readonly count: number }[]
  /** Of the passages found: how many carry each code, the commonest first. */
  readonly perCode: readonly { readonly code: CodeId; readonly count: number }[]
  /** What was searched, as far as the filter lets through: coded passages, documents; parked passages are never found. */
  readonly searched: { readonly passages: number; readonly sources: number; readonly parked: number }
  /** Rectangles of pages among those searched: they have no place among words, so no reach and no relation of place holds for them. */
  readonly rectangles: number
  readonly checked: CheckedQuery
  /** Only where nothing was found. */
  readonly widenings: readonly RetrievalWidening[]
  readonly tookMs: number
}

/** A question that is kept; what it finds is asked anew each time. */
export interface SavedQuery {
  readonly id: SavedQueryId
  readonly name: string
  readonly query: string
  /** The chips that stood beside it. */
  readonly filter: SearchFilter
  readonly kind: QueryKind
}

/** What may be typed at a place of a query. */
export interface QueryCompletion {
  readonly kind: 'code' | 'set' | 'attribute' | 'filter' | 'value' | 'operator'
  /** What is shown. */
  readonly label: string
  /** What takes the place of the text from `start` to `end`. */
  readonly text: string
  readonly start: number
  readonly end: number
}
