/** The words before and after the passages of a round's items, as the one list of passages shows them. */
import { useMemo } from 'react'
import type { PassageId } from '../../schema/ids.ts'
import type { ListedQuotation } from '../../schema/report.ts'
import type { ReviewItem } from '../../schema/review.ts'
import { useQueries } from '../archive/use-archive.ts'

/** Passages asked for at once. */
const part = 100

export type Contexts = ReadonlyMap<PassageId, ListedQuotation>

/** Of the items that are loaded and still stand where they stood. */
export function useContexts(items: readonly (ReviewItem | undefined)[]): Contexts {
  const passages = items.flatMap((item) => (item?.passage && item.quoteNow === '' ? [item.passage] : []))
  const parts = Array.from({ length: Math.ceil(passages.length / part) }, (_, at) => ({
    passages: passages.slice(at * part, (at + 1) * part),
    filter: {},
  }))
  const answers = useQueries('quotation.these', parts)
  return useMemo(() => new Map(answers.flatMap((each) => (each ?? []).map((one) => [one.passage, one]))), [answers])
}
