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
import { lastStep } from './search/last-step.ts'
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
  const ids = keptOrFound(db, plan, scope)
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

interface KeptAnswers {
  step: number
  readonly found: Map<string, readonly number[]>
}
const keptBy = new WeakMap<Reader, KeptAnswers>()
/** Answers kept: the pages of a list, another order and the way back by a letter ask the same question again. */
const mostKept = 6

function keptOrFound(db: Reader, plan: Plan, scope: Scope): readonly number[] {
  const step = lastStep(db)
  let kept = keptBy.get(db)
  if (kept?.step !== step) keptBy.set(db, (kept = { step, found: new Map() }))
  const key = JSON.stringify([plan.match, plan.where, plan.filter, plan.isAsked])
  const known = kept.found.get(key)
  const ids = known ?? paragraphsFound(db, plan, scope)
  kept.found.delete(key) // to the end: what was asked last goes last
  kept.found.set(key, ids)
  const [oldest] = kept.found.keys()
  if (kept.found.size > mostKept && oldest !== undefined) kept.found.delete(oldest)
  return ids
}

/** Ids of the paragraphs that answer, in order of the documents. */
export function paragraphsFound(db: Reader, plan: Plan, scope: Scope): readonly number[] {
  if (!plan.isAsked) return []
  if (plan.forms !== null) {
    const { text, values } = conditionsOf({ where: [] }, scope, '+fts_form.rowid')
    const exact = db.pluck<number>({
      text: `SELECT rowid FROM fts_form WHERE fts_form MATCH ?${text}`,
      values: [plan.forms, ...values],
    })
    return scope.paragraphs ? shared(exact, scope.paragraphs) : exact
  }
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
function conditionsOf(plan: Pick<Plan, 'where'>, { numbers }: Scope, id: string): Query {
  const all = [
    ...plan.where,
    ...(numbers ? [sql`(@id >> 24) IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`] : []),
  ]
  return {
    text: all.map(({ text }) => ` AND ${text.replaceAll('@id', id)}`).join(''),
    values: all.flatMap(({ values }) => values),
  }
}

/** `ids` come in rowid order, so a document's hits stand together and are counted in one go. */
function countsPerSource(db: Reader, ids: readonly number[]): SearchAnswer['perSource'] {
  const counts: { source: SourceId; count: number }[] = []
  const sources = sourcesByNumber(db)
  for (let at = 0; at < ids.length;) {
    const first = at
    const number = Math.floor(ids[at]! / paragraphsPerSource)
    const end = (number + 1) * paragraphsPerSource
    while (at < ids.length && ids[at]! < end) at++
    const source = sources.get(number)
    if (source) counts.push({ source, count: at - first })
  }
  return counts
}

const sourcesKept = new WeakMap<Reader, { readonly step: number; readonly sources: ReadonlyMap<number, SourceId> }>()

function sourcesByNumber(db: Reader): ReadonlyMap<number, SourceId> {
  const step = lastStep(db)
  const kept = sourcesKept.get(db)
  if (kept?.step === step) return kept.sources
  const rows = db.all<{ id: SourceId; number: number }>(sql`SELECT id, number FROM source`)
  const sources = new Map(rows.map(({ id, number }) => [number, id]))
  sourcesKept.set(db, { step, sources })
  return sources
}

/** Words of the archive that begin like the last word of the text. */
export function completeWord(db: Reader, { text, limit }: Input<'search.complete'>): Output<'search.complete'> {
  const last = /[\p{L}\p{M}\p{Nd}'’-]+$/u.exec(text)?.[0] ?? ''
  return completionsOf(db, foldWord(last), limit)
}
