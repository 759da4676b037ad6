/**
 * Regular expressions over the texts themselves: the slower way to ask, for what words cannot say.
 *
 * RE2 matches in time linear in the text, so no pattern can hang; the work is cut into slices of some
 * milliseconds, and who asks goes on from where the last one ended, or stops. A paragraph is read by
 * itself: nothing matches across two.
 */
import { RE2JS, RE2JSSyntaxException } from 're2js'
import type { Input } from '../../../../schema/contract.ts'
import { ArchiveError } from '../../../../schema/error.ts'
import type { SourceId } from '../../../../schema/ids.ts'
import type { PatternHit, PatternSlice } from '../../../../schema/search.ts'
import { sql, type Query, type Reader } from '../../db.ts'
import { graphemesAround } from '../../text/graphemes.ts'
import { textOfSource } from '../texts.ts'
import { contextOf, speakerAt } from './contexts.ts'
import { scopeOf, shared, type Scope } from './filters.ts'
import { patternAsWritten, type Pattern } from './pattern-words.ts'

/** A slice ends after so long or so many hits, whichever comes first: a question behind it waits no longer. */
const slice = { milliseconds: 40, hits: 500 }
/** Paragraphs fetched at a time. */
const page = 200

interface Place {
  readonly id: number
  readonly source: SourceId
  readonly label: string
  readonly start: number
  readonly end: number
}

/** Throws 'pattern-malformed'. */
export function searchPattern(db: Reader, input: Input<'search.pattern'>): PatternSlice {
  const began = performance.now()
  const { pattern, filter = {}, matchCase, foldYo } = input
  const written = patternAsWritten(pattern, foldYo)
  const matcher = compiled(written, matchCase)
  const scope = scopeOf(db, filter)
  const hits: PatternHit[] = []
  let from = input.from
  let read = 0
  for (;;) {
    const places = placesFrom(db, scope, from)
    for (const place of places) {
      if (performance.now() - began > slice.milliseconds || hits.length >= slice.hits)
        return { hits, next: place.id, read: input.read + read, of: countOf(db, scope) }
      hits.push(...hitsIn(db, place, matcher, written, pattern))
      read++
    }
    const last = places.at(-1)
    if (!last || places.length < page) return { hits, next: null, read: input.read + read, of: input.read + read }
    from = last.id + 1
  }
}

function compiled({ text }: Pattern, matchCase: boolean): RE2JS {
  try {
    const flags = RE2JS.MULTILINE | RE2JS.LOOKBEHINDS | (matchCase ? 0 : RE2JS.CASE_INSENSITIVE)
    return RE2JS.compile(text, flags)
  } catch (error) {
    const detail = error instanceof RE2JSSyntaxException ? error.getDescription() : 'it is too large'
    throw new ArchiveError({ kind: 'pattern-malformed', detail })
  }
}

function placesFrom(db: Reader, { numbers, paragraphs }: Scope, from: number): readonly Place[] {
  const within = numbers ? ' AND (id >> 24) IN (SELECT value FROM json_each(?))' : ''
  const values = numbers ? [JSON.stringify(numbers)] : []
  if (!paragraphs) {
    const text = `SELECT id, source, label, start, "end" FROM paragraph WHERE id >= ?${within} ORDER BY id LIMIT ?`
    return db.all<Place>({ text, values: [from, ...values, page] })
  }
  const first = paragraphs.findIndex((id) => id >= from)
  const ids = first < 0 ? [] : allowed(paragraphs, numbers, first)
  return db.all<Place>(sql`
    SELECT p.id, p.source, p.label, p.start, p."end" FROM json_each(${JSON.stringify(ids)}) wanted
      JOIN paragraph p ON p.id = wanted.value ORDER BY wanted.key`)
}

/** The next page of paragraphs whose documents are let through. */
function allowed(paragraphs: readonly number[], numbers: Scope['numbers'], first: number): readonly number[] {
  if (!numbers) return paragraphs.slice(first, first + page)
  const open = new Set(numbers)
  const ids: number[] = []
  for (let at = first; at < paragraphs.length && ids.length < page; at++)
    if (open.has(Math.floor(paragraphs[at]! / 2 ** 24))) ids.push(paragraphs[at]!)
  return ids
}

function countOf(db: Reader, { numbers, paragraphs }: Scope): number {
  if (paragraphs && !numbers) return paragraphs.length
  const query: Query = numbers
    ? sql`SELECT id FROM paragraph WHERE (id >> 24) IN (SELECT value FROM json_each(${JSON.stringify(numbers)})) ORDER BY id`
    : sql`SELECT count(*) FROM paragraph`
  if (!numbers) return db.pluck<number>(query)[0] ?? 0
  const ids = db.pluck<number>(query)
  return paragraphs ? shared(ids, paragraphs).length : ids.length
}

function hitsIn(db: Reader, place: Place, pattern: RE2JS, written: Pattern, typed: string): readonly PatternHit[] {
  const { text, version } = textOfSource(db, place.source)
  const words = text.slice(place.start, place.end)
  if (!pattern.test(words)) return []
  const hits: PatternHit[] = []
  const matcher = pattern.matcher(words)
  for (let from = 0; from <= words.length && matcher.find(from);) {
    const start = matcher.start(written.group)
    const end = matcher.end(written.group)
    from = Math.max(end, matcher.start() + 1)
    if (end <= start) continue
    // A pattern may end within a character that is written with several; nothing of ours cuts one.
    const whole = graphemesAround(words, start, end)
    const shown = contextOf(text, place, [{ ...whole, term: typed, by: 'pattern' }])
    hits.push({
      source: place.source,
      version,
      paragraph: place.label,
      number: place.id,
      start: place.start + whole.start,
      end: place.start + whole.end,
      ...shown,
      speaker: speakerAt(db, place.source, place.start + whole.start),
    })
  }
  return hits
}
