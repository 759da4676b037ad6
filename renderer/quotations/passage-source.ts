/** Where the rows of a list of passages come from: a filter, or passages that somebody else has found. */
import { useCallback, useMemo, useState } from 'react'
import type { PassageId } from '../../schema/ids.ts'
import type { CodingFilter, ListedQuotation } from '../../schema/report.ts'
import { useArchive, useQueries, useQuery } from '../archive/use-archive.ts'
import { useNeeded, usePages, type Pages } from '../archive/use-pages.ts'

export interface PassageSource extends Pages<ListedQuotation> {
  /** Exports of just this list, and the codings that acts on its rows mean. */
  readonly filter: CodingFilter
  /** Every passage of the list in its order, those that are not loaded too. */
  readonly every: () => Promise<readonly PassageId[]>
}

const quotationsOf = ({ quotations }: { readonly quotations: readonly ListedQuotation[] }) => quotations

/** The passages that a filter lets through, in order of the documents and of the text. */
export function usePassagesIn(filter: CodingFilter): PassageSource {
  const { cache } = useArchive()
  const pages = usePages('quotation.list', { filter }, quotationsOf)
  const every = useCallback(async () => {
    const answer = await cache.ask('quotation.ids', { filter })
    return answer.ok ? answer.value : []
  }, [cache, filter])
  return useMemo(() => ({ ...pages, filter, every }), [pages, filter, every])
}

/** Passages asked for at once. */
const part = 100
const noFilter: CodingFilter = {}

/**
 * These passages in this order; null while it is not known which. `narrow` says which of their codings are
 * meant. `passages` and `narrow` must be the same objects while they say the same.
 */
export function useThesePassages(
  passages: readonly PassageId[] | null,
  narrow: CodingFilter = noFilter,
): PassageSource {
  const ids = useMemo(() => passages ?? [], [passages])
  const { numbers, need } = useNeeded(part)
  const answers = useQueries(
    'quotation.these',
    numbers.flatMap((number) => {
      const asked = ids.slice(number * part, (number + 1) * part)
      return asked.length > 0 ? [{ passages: asked, filter: narrow }] : []
    }),
  )
  // A row that moved to another part of the list stays in sight until its new part is there.
  const [known] = useState(() => new Map<PassageId, ListedQuotation>())
  const rows = useMemo(() => {
    for (const answer of answers) for (const quotation of answer ?? []) known.set(quotation.passage, quotation)
    return ids.map((id) => known.get(id))
  }, [answers, ids, known])
  const filter = useMemo((): CodingFilter => ({ ...narrow, passages: [...ids] }), [narrow, ids])
  const every = useCallback(() => Promise.resolve(ids), [ids])
  return useMemo(
    () => ({ total: passages && ids.length, rows, need, filter, every }),
    [passages, ids, rows, need, filter, every],
  )
}

/** How many passages a filter lets through: what a list is out of. Null while that is not known. */
export function usePassageCount(filter: CodingFilter): number | null {
  return useQuery('quotation.list', { filter, limit: 1 }).value?.total ?? null
}
