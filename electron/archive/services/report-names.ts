/** What the ids in a report's question are called, so that its stamp can be read. */
import type { AskedNames } from '../../../schema/report-asked.ts'
import type { ReportQuery } from '../../../schema/report-query.ts'
import { sql, type Reader } from '../db.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** Codes with their keys, documents by their short ids, coders, sets and attributes; what is gone has no name. */
export function namesIn(db: Reader, query: ReportQuery): AskedNames {
  const filters = [query.filter, ...(query.name === 'keyness' && query.against ? [query.against] : [])]
  const names: Record<string, string> = {}
  const take = (ids: readonly string[], read: (wanted: string) => readonly Named[]) => {
    if (ids.length > 0) for (const { id, name } of read(JSON.stringify(ids))) names[id] = name
  }
  take(
    filters.flatMap(({ codes = [] }) => codes),
    (wanted) =>
      db.all<Named>(
        sql`SELECT id, trim(shortcut || ' ' || name) AS name FROM code WHERE id IN (SELECT value FROM json_each(${wanted}))`,
      ),
  )
  take(
    filters.flatMap(({ sources = [] }) => sources),
    (wanted) =>
      db.all<Named>(sql`SELECT id, short AS name FROM source WHERE id IN (SELECT value FROM json_each(${wanted}))`),
  )
  take(
    filters.flatMap(({ coders = [] }) => coders),
    (wanted) => db.all<Named>(sql`SELECT id, name FROM coder WHERE id IN (SELECT value FROM json_each(${wanted}))`),
  )
  take(
    filters.flatMap(({ sets = [] }) => sets),
    (wanted) => db.all<Named>(sql`SELECT id, name FROM code_set WHERE id IN (SELECT value FROM json_each(${wanted}))`),
  )
  take(query.name === 'agreement' && query.round !== null ? [query.round] : [], (wanted) =>
    db.all<Named>(sql`SELECT id, name FROM review_round WHERE id IN (SELECT value FROM json_each(${wanted}))`),
  )
  const grouping = query.name === 'code-by-attribute' ? [query.attribute] : query.name === 'facets' ? [query.rows] : []
  const attributes = [...grouping, ...filters.flatMap((filter) => (filter.attributes ?? []).map(({ key }) => key))]
  if (attributes.length > 0)
    for (const { id, key, name } of db.all<Named & { key: string }>(sql`SELECT id, key, name FROM attribute`)) {
      if (attributes.includes(id)) names[id] = name
      if (attributes.includes(key)) names[key] = name
    }
  return names
}
