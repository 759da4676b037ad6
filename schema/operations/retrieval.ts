/** Questions about coded passages, and questions that are kept. */
import { z } from 'zod'
import { savedQueryId, type PassageId } from '../ids.ts'
import { nothing, read, write } from '../promised.ts'
import { searchFilter } from '../search.ts'
import type { CheckedQuery, QueryCompletion, RetrievalAnswer, SavedQuery } from '../retrieval.ts'

const query = z.string().max(2000)
const name = z.string().max(200)

export const retrievalOperations = {
  /** What a text means as a query, and what is wrong with it. Never a fault. */
  'query.check': read(z.object({ query })).gives<CheckedQuery>(),
  /** What may be written at `at`, a place in the text: codes, attributes, values, operators. */
  'query.complete': read(
    z.object({ query, at: z.number().int().min(0), limit: z.number().int().min(1).max(50).default(12) }),
  ).gives<readonly QueryCompletion[]>(),
  'retrieve.passages': read(
    z.object({
      query,
      filter: searchFilter.optional(),
      limit: z.number().int().min(0).max(1000).default(100),
      offset: z.number().int().min(0).default(0),
    }),
  ).gives<RetrievalAnswer>(),
  /** All that `retrieve.passages` would show, in its order. */
  'retrieve.ids': read(z.object({ query, filter: searchFilter.optional() })).gives<readonly PassageId[]>(),

  /** By name. */
  'query.list': read(nothing).gives<readonly SavedQuery[]>(),
  /** How much each of the kept questions finds now: paragraphs or passages. */
  'query.counts': read(nothing).gives<readonly { readonly id: SavedQuery['id']; readonly total: number }[]>(),
  'query.create': write(z.object({ name, query, filter: searchFilter.optional() }), 'Save query').gives<SavedQuery>(),
  'query.update': write(
    z.object({ saved: savedQueryId, name: name.optional(), query: query.optional(), filter: searchFilter.optional() }),
    'Change saved query',
  ).gives<SavedQuery>(),
  'query.delete': write(z.object({ saved: savedQueryId }), 'Delete saved query').gives<null>(),
} as const
