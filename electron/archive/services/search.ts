/**
 * Search: a question into ranked paragraphs with their words, counted over all documents.
 * Words are found by stem in either language; a word that stands nowhere is searched as its nearest.
 */
import type { Input, Output } from '../../../schema/contract.ts'
import type { SourceId } from '../../../schema/ids.ts'
import { parseQuery } from '../../../schema/query.ts'
import type { SearchAnswer, SearchHit } from '../../../schema/search.ts'
import { sql, type Query, type Reader } from '../db.ts'
import { foldWord } from '../text/tokens.ts'
import { hitAt } from './search/contexts.ts'
import { scopeOf, shared, type Scope } from './search/filters.ts'
import { completionsOf } from './search/lexicon.ts'
import { planOf, type Plan } from './search/plan.ts'

/** Above this many hits the order is that of the documents: ranking them says little and costs much (SEARCH 4). */
const mostRanked = 20_000

/** paragraph.id = source.number * 2^24 + seq. Divided, never shifted: a JS shift has 32 bits. */
const paragraphsPerSource = 2 ** 24

export function searchPassages(db: Reader, input: Input<'search.passages'>): SearchAnswer {
  const began = performance.now()
  const { query, asYouType, filter = {}, widen = false, limit, offset } = input
  const tree = parseQuery(query)
  const plan = planOf(db, tree, { filter, asYouType, widen })
  const scope = scopeOf(db, plan.filter)
  const ids = paragraphsFound(db, plan, scope)
  const isRanked = plan.match !== null && ids.length <= mostRanked && input.order !== 'document'
  const shown = isRanked
    ? best(db, plan, scope, ids, limit, offset)
    : ids.slice(offset, offset + limit).map((id) => ({ id, rank: 0 }))
  const hits = shown.map(({ id, rank }) => hitAt(db, id, -rank, plan.terms)).filter((hit): hit is SearchHit => !!hit)
  const { corrected, glossary, passedOver } = plan
  const more =
    glossary.length === 0 || widen
      ? 0
      : paragraphsFound(db, planOf(db, tree, { filter, asYouType, widen: true }), scope).length - ids.length
  return {
    query,
    total: ids.length,
    perSource: countsPerSource(db, ids),
    hits,
    order: isRanked ? 'rank' : 'document',
    corrected,
    glossary,
    more,
    passedOver,
    tookMs: performance.now() - began,
  }
}

/** Ids of the paragraphs that answer, in order of the documents. */
export function paragraphsFound(db: Reader, plan: Plan, scope: Scope): readonly number[] {
  if (!plan.isAsked) return []
  const { text, values } = conditionsOf(plan, scope, plan.match === null ? '+id' : '+fts_stem.rowid')
  const ids =
    plan.match === null
      ? db.pluck<number>({ text: `SELECT id FROM paragraph WHERE 1${text} ORDER BY id`, values })
      : db.pluck<number>({
          text: `SELECT rowid FROM fts_stem WHERE fts_stem MATCH ?${text}`,
          values: [plan.match, ...values],
        })
  return scope.paragraphs ? shared(ids, scope.paragraphs) : ids
}

/** The best of them by bm25. */
function best(db: Reader, plan: Plan, scope: Scope, ids: readonly number[], limit: number, offset: number) {
  const { text, values } = conditionsOf(plan, scope, '+fts_stem.rowid')
  const among = scope.paragraphs ? ' AND +fts_stem.rowid IN (SELECT value FROM json_each(?))' : ''
  return db.all<{ id: number; rank: number }>({
    text: `SELECT rowid AS id, bm25(fts_stem) AS rank FROM fts_stem WHERE fts_stem MATCH ?${text}${among} ORDER BY bm25(fts_stem), rowid LIMIT ? OFFSET ?`,
    values: [plan.match, ...values, ...(among ? [JSON.stringify(ids)] : []), limit, offset],
  })
}

/** `id` has a plus before it, so that FTS5 takes the condition for a filter and not for another question. */
function conditionsOf(plan: Plan, { numbers }: Scope, id: string): Query {
  const all = [
    ...plan.where,
    ...(numbers ? [sql`(@id >> 24) IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`] : []),
  ]
  return {
    text: all.map(({ text }) => ` AND ${text.replaceAll('@id', id)}`).join(''),
    values: all.flatMap(({ values }) => values),
  }
}

/** `ids` come in rowid order, so a document's hits stand together. */
function countsPerSource(db: Reader, ids: readonly number[]): SearchAnswer['perSource'] {
  const counts = new Map<number, number>()
  for (const id of ids) {
    const number = Math.floor(id / paragraphsPerSource)
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const sources = new Map(
    db.all<{ id: SourceId; number: number }>(sql`SELECT id, number FROM source`).map(({ id, number }) => [number, id]),
  )
  return [...counts].flatMap(([number, count]) => {
    const source = sources.get(number)
    return source ? [{ source, count }] : []
  })
}

/** Words of the archive that begin like the last word of the text. */
export function completeWord(db: Reader, { text, limit }: Input<'search.complete'>): Output<'search.complete'> {
  const last = /[\p{L}\p{M}\p{Nd}'’-]+$/u.exec(text)?.[0] ?? ''
  return completionsOf(db, foldWord(last), limit)
}
