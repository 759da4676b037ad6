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
import { completionsOf } from './search/lexicon.ts'
import { matchOf, type Match } from './search/match.ts'

/** Above this many hits the order is that of the documents: ranking them says little and costs much (SEARCH 4). */
const mostRanked = 20_000

/** paragraph.id = source.number * 2^24 + seq. Divided, never shifted: a JS shift has 32 bits. */
const paragraphsPerSource = 2 ** 24

export function searchPassages(db: Reader, input: Input<'search.passages'>): SearchAnswer {
  const began = performance.now()
  const match = matchOf(db, parseQuery(input.query), input.asYouType)
  const answer = match.stems === null ? nothing : found(db, match, match.stems, input)
  const { corrected, passedOver } = match
  return { query: input.query, ...answer, corrected, passedOver, tookMs: performance.now() - began }
}

type Found = Pick<SearchAnswer, 'total' | 'perSource' | 'hits' | 'order'>
const nothing: Found = { total: 0, perSource: [], hits: [], order: 'rank' }

function found(db: Reader, match: Match, stems: string, { sources, limit, offset }: Input<'search.passages'>): Found {
  const numbers = new Map(
    db.all<{ id: SourceId; number: number }>(sql`SELECT id, number FROM source`).map(({ id, number }) => [number, id]),
  )
  const restricted = restriction(
    match,
    sources && [...numbers].filter(([, id]) => sources.includes(id)).map(([number]) => number),
  )
  const ids = db.pluck<number>({
    text: `SELECT rowid FROM fts_stem WHERE fts_stem MATCH ?${restricted.text}`,
    values: [stems, ...restricted.values],
  })
  const isRanked = ids.length <= mostRanked
  const shown = isRanked
    ? db.all<{ id: number; rank: number }>({
        text: `SELECT rowid AS id, bm25(fts_stem) AS rank FROM fts_stem WHERE fts_stem MATCH ?${restricted.text} ORDER BY bm25(fts_stem), rowid LIMIT ? OFFSET ?`,
        values: [stems, ...restricted.values, limit, offset],
      })
    : ids.slice(offset, offset + limit).map((id) => ({ id, rank: 0 }))
  return {
    total: ids.length,
    perSource: countsPerSource(ids, numbers),
    hits: shown
      .map(({ id, rank }) => hitAt(db, id, -rank, match.marks))
      .filter((hit): hit is SearchHit => hit !== null),
    order: isRanked ? 'rank' : 'document',
  }
}

/** More conditions on a row of the stem index: exact forms beside, and only some documents. */
function restriction(match: Match, numbers: readonly number[] | undefined): Query {
  const exact = match.forms === null ? '' : ' AND rowid IN (SELECT rowid FROM fts_form WHERE fts_form MATCH ?)'
  const scoped = numbers === undefined ? '' : ' AND (rowid >> 24) IN (SELECT value FROM json_each(?))'
  return {
    text: exact + scoped,
    values: [
      ...(match.forms === null ? [] : [match.forms]),
      ...(numbers === undefined ? [] : [JSON.stringify(numbers)]),
    ],
  }
}

/** `ids` come in rowid order, so a document's hits stand together. */
function countsPerSource(ids: readonly number[], numbers: ReadonlyMap<number, SourceId>): SearchAnswer['perSource'] {
  const counts = new Map<number, number>()
  for (const id of ids) {
    const number = Math.floor(id / paragraphsPerSource)
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  return [...counts].flatMap(([number, count]) => {
    const source = numbers.get(number)
    return source ? [{ source, count }] : []
  })
}

/** Words of the archive that begin like the last word of the text. */
export function completeWord(db: Reader, { text, limit }: Input<'search.complete'>): Output<'search.complete'> {
  const last = /[\p{L}\p{M}\p{Nd}'’-]+$/u.exec(text)?.[0] ?? ''
  return completionsOf(db, foldWord(last), limit)
}
