/**
 * Kept queries and reports, glossary and stop words: by id, then by what people call them. Of two that differ the one
 * here stays and the difference is told; entries of the glossary only grow.
 */
import type { CoderId, GlossaryEntryId, KeptReportId, SavedQueryId } from '../../../../schema/ids.ts'
import { kindOfQuery } from '../../../../schema/query-names.ts'
import type { QueryKind } from '../../../../schema/query-tree.ts'
import { parseQuery } from '../../../../schema/query.ts'
import { reportQuery } from '../../../../schema/report-query.ts'
import { searchFilter } from '../../../../schema/search.ts'
import { sql, type Reader, type Writer } from '../../db.ts'
import { isId, newId, now, withIds } from '../../fresh.ts'
import { folded } from '../../services/code-names.ts'
import { listGlossary, meaning, updateEntry, withTerms, writeEntry } from '../../services/glossary.ts'
import type { IncomingAids, IncomingQuery, IncomingReport, Ref } from '../incoming.ts'
import { inWordsOf } from '../named-in-queries.ts'
import { tidied } from './match-codes.ts'
import { coderOf, idFor, type Union } from './union.ts'

export interface ArrivingAids {
  readonly queries: readonly {
    readonly id: SavedQueryId
    readonly name: string
    readonly query: string
    readonly filter: string
    readonly kind: QueryKind
    readonly createdAt: string
  }[]
  readonly reports: readonly (Omit<IncomingReport, 'ref' | 'coder'> & {
    readonly id: KeptReportId
    readonly coder: CoderId
  })[]
  readonly glossary: readonly {
    readonly id: GlossaryEntryId
    readonly isNew: boolean
    readonly terms: readonly string[]
  }[]
  readonly stopWords: IncomingAids['stopWords']
}

/** What of them is not here. Codes, sets and documents must be written before names in queries are those of here. */
export function newAids(db: Reader, union: Union): ArrivingAids {
  const { queries = [], reports = [], glossary = [], stopWords = [] } = union.project.aids ?? {}
  return {
    queries: newQueries(db, union, queries),
    reports: newReports(db, union, reports),
    glossary: newEntries(db, glossary),
    stopWords: newStopWords(db, union, stopWords),
  }
}

export function countAids({ counts }: Union, { queries, reports, glossary, stopWords }: ArrivingAids): void {
  counts.newQueries = queries.length
  counts.newReports = reports.length
  counts.newGlossary = glossary.length
  counts.newStopWords = stopWords.length
}

export function writeAids(db: Writer, union: Union): void {
  const arriving = newAids(db, union)
  for (const { id, name, query, filter, kind, createdAt } of arriving.queries)
    db.run(sql`
      INSERT INTO saved_query (id, name, query, filter, kind, created_at)
      VALUES (${id}, ${name}, ${query}, ${filter}, ${kind}, ${createdAt || now()})`)
  for (const { id, title, coder, at, fingerprint, query, answer } of arriving.reports)
    db.run(sql`
      INSERT INTO kept_report (id, title, coder, at, fingerprint, query, answer)
      VALUES (${id}, ${title}, ${coder}, ${at || now()}, ${fingerprint}, ${query}, ${answer})`)
  for (const { id, isNew, terms } of arriving.glossary)
    if (isNew) writeEntry(db, id, terms)
    else updateEntry(db, id, terms)
  for (const { word, stops } of arriving.stopWords)
    db.run(sql`INSERT INTO stop_word (id, word, stops) VALUES (${newId()}, ${word}, ${Number(stops)})`)
  countAids(union, arriving)
}

function newQueries(db: Reader, union: Union, coming: readonly IncomingQuery[]): ArrivingAids['queries'] {
  const here = db.all<{ id: string; name: string; query: string; filter: string }>(
    sql`SELECT id, name, query, filter FROM saved_query`,
  )
  const byId = new Map(here.map((one) => [one.id, one]))
  const byName = new Map(here.map((one) => [folded(one.name), one]))
  const given = new Set<string>()
  return coming.flatMap((one): ArrivingAids['queries'] => {
    const name = tidied(one.name) || '…'
    const query = inWordsOf(db, one.query, one.names, ({ kind, ref }) => idHere(union, kind, ref))
    const tree = parseQuery(query)
    const filter = checked(searchFilter, inIdsOfHere(union, one.filter))
    if (!tree || filter === null) {
      union.losses.push({ element: 'SavedQuery', ref: one.ref, name, fate: 'dropped', why: 'value-not-readable' })
      return []
    }
    const same = byId.get(one.ref) ?? byName.get(folded(name))
    if (same) {
      if (same.name !== name || same.query !== query || checked(searchFilter, same.filter) !== filter)
        union.clashes.push({ kind: 'saved-query', on: same.name, stays: same.query, leaves: query })
      return []
    }
    const id = idFor<SavedQueryId>(db, 'saved_query', one.ref, given)
    given.add(id)
    byName.set(folded(name), { id, name, query, filter })
    return [{ id, name, query, filter, kind: kindOfQuery(tree), createdAt: one.createdAt }]
  })
}

function newReports(db: Reader, union: Union, coming: readonly IncomingReport[]): ArrivingAids['reports'] {
  const here = db.all<{ id: string; title: string; at: string; query: string }>(
    sql`SELECT id, title, at, query FROM kept_report`,
  )
  const byId = new Map(here.map((one) => [one.id, one]))
  // A title may be given twice: what was asked and when says which report it is.
  const key = (title: string, at: string, query: string) => `${at}\n${title}\n${query}`
  const alike = new Set(here.map(({ title, at, query }) => key(title, at, query)))
  const given = new Set<string>()
  return coming.flatMap((one): ArrivingAids['reports'] => {
    const title = one.title.trim() || '…'
    const query = checked(reportQuery, inIdsOfHere(union, one.query))
    if (query === null) {
      union.losses.push({
        element: 'KeptReport',
        ref: one.ref,
        name: title,
        fate: 'dropped',
        why: 'value-not-readable',
      })
      return []
    }
    const same = byId.get(one.ref)
    if (same && same.title !== title)
      union.clashes.push({ kind: 'kept-report', on: same.title, stays: same.title, leaves: title })
    if (same || alike.has(key(title, one.at, query))) return []
    alike.add(key(title, one.at, query))
    const id = idFor<KeptReportId>(db, 'kept_report', one.ref, given)
    given.add(id)
    const { at, fingerprint } = one
    const answer = inIdsOfHere(union, one.answer)
    return [{ id, title, coder: coderOf(union, one.coder), at, fingerprint, query, answer }]
  })
}

/** An entry without its like by id is the one here that shares most terms with it. */
function newEntries(db: Reader, coming: IncomingAids['glossary']): ArrivingAids['glossary'] {
  const here = listGlossary(db)
  const terms = new Map<string, readonly string[]>(here.map((entry) => [entry.id, entry.terms]))
  const byMeaning = new Map<string, GlossaryEntryId[]>()
  for (const entry of here)
    for (const term of new Set(entry.terms.map(meaning)))
      byMeaning.set(term, [...(byMeaning.get(term) ?? []), entry.id])
  const grown = new Map<GlossaryEntryId, { readonly isNew: boolean; readonly terms: readonly string[] }>()
  for (const entry of coming) {
    const clean = withTerms([], entry.terms)
    if (clean.length < 2) continue
    const shared = new Map<GlossaryEntryId, number>()
    for (const term of new Set(clean.map(meaning)))
      for (const id of byMeaning.get(term) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1)
    const [likest] = [...shared].toSorted(([, a], [, b]) => b - a)
    const own = entry.ref as GlossaryEntryId
    const id = terms.has(own) ? own : (likest?.[0] ?? null)
    if (id === null) {
      grown.set(isId(own) && !grown.has(own) ? own : newId<GlossaryEntryId>(), { isNew: true, terms: clean })
      continue
    }
    const before = terms.get(id) ?? []
    const after = withTerms(before, clean)
    if (after.length === before.length) continue
    terms.set(id, after)
    grown.set(id, { isNew: false, terms: after })
  }
  return [...grown].map(([id, entry]) => ({ id, ...entry }))
}

function newStopWords(db: Reader, union: Union, coming: IncomingAids['stopWords']): IncomingAids['stopWords'] {
  const here = new Map(
    db
      .all<{ word: string; stops: 0 | 1 }>(sql`SELECT word, stops FROM stop_word`)
      .map(({ word, stops }) => [word, stops === 1]),
  )
  return coming.filter(({ word, stops }) => {
    const stays = here.get(word)
    if (stays === undefined) {
      here.set(word, stops)
      return word !== ''
    }
    if (stays !== stops) union.clashes.push({ kind: 'stop-word', on: word, stays: '', leaves: '' })
    return false
  })
}

function idHere(union: Union, kind: 'code' | 'set' | 'document', ref: Ref): string | undefined {
  const targets = { code: union.codes, set: union.sets, document: union.documents }[kind]
  return targets.get(ref)?.id
}

/** JSON of theirs with the ids of here, wherever a Ref stands in it, also within a key. */
function inIdsOfHere(union: Union, json: string): string {
  const { codes, documents, coders, cases, sets, attributes, questions } = union
  const all = [codes, documents, coders, cases, sets, attributes, questions] as readonly ReadonlyMap<
    Ref,
    { readonly id: string }
  >[]
  return withIds(json, (ref) => {
    for (const targets of all) {
      const target = targets.get(ref)
      if (target) return target.id
    }
    return ref
  })
}

/** The JSON as our own schema reads it; null where it does not. */
function checked(
  schema: { safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown } },
  json: string,
): string | null {
  try {
    const read = schema.safeParse(JSON.parse(json))
    return read.success ? JSON.stringify(read.data) : null
  } catch {
    return null
  }
}
