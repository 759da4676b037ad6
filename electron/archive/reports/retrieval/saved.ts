/** Questions that are kept, for search and retrieval alike. */
import type { Input, Output } from '../../../../schema/contract.ts'
import { ArchiveError } from '../../../../schema/error.ts'
import type { SavedQueryId } from '../../../../schema/ids.ts'
import { kindOfQuery } from '../../../../schema/query-names.ts'
import { parseQuery } from '../../../../schema/query.ts'
import type { SavedQuery } from '../../../../schema/retrieval.ts'
import type { SearchFilter } from '../../../../schema/search.ts'
import { sql, type Reader, type Writer } from '../../db.ts'
import { newId, now } from '../../fresh.ts'
import { folded } from '../../services/code-names.ts'
import { searchPassages } from '../../services/search.ts'
import { studyOf } from '../study.ts'
import { passagesFound } from './found.ts'

const inOrder = new Intl.Collator('und', { numeric: true })

interface Row extends Omit<SavedQuery, 'filter'> {
  /** JSON. */
  readonly filter: string
}
const saved = ({ filter, ...row }: Row): SavedQuery => ({ ...row, filter: JSON.parse(filter) as SearchFilter })

export function listSaved(db: Reader): readonly SavedQuery[] {
  return db
    .all<Row>(sql`SELECT id, name, query, filter, kind FROM saved_query`)
    .map(saved)
    .toSorted((a, b) => inOrder.compare(a.name, b.name))
}

/** How much each finds now. */
export function savedCounts(db: Reader): Output<'query.counts'> {
  return listSaved(db).map(({ id, query, filter, kind }) => {
    const tree = parseQuery(query)
    if (kind === 'search')
      return {
        id,
        total: searchPassages(db, { query, filter, limit: 1, offset: 0, asYouType: false, order: 'document' }).total,
      }
    return { id, total: tree ? passagesFound(db, studyOf(db), tree, query, filter).length : 0 }
  })
}

/** Throws 'name-empty', 'name-taken', 'query-empty'. */
export function createSaved(db: Writer, { name, query, filter = {} }: Input<'query.create'>): SavedQuery {
  const made: SavedQuery = { id: newId<SavedQueryId>(), name: freeName(db, name, null), ...asked(query), filter }
  db.run(
    sql`INSERT INTO saved_query (id, name, query, filter, kind, created_at)
        VALUES (${made.id}, ${made.name}, ${made.query}, ${JSON.stringify(filter)}, ${made.kind}, ${now()})`,
  )
  return made
}

/** Throws 'no-such-query' and what `createSaved` throws. */
export function updateSaved(db: Writer, { saved: id, name, query, filter }: Input<'query.update'>): SavedQuery {
  const before = savedOf(db, id)
  const after: SavedQuery = {
    ...before,
    ...(name !== undefined && { name: freeName(db, name, id) }),
    ...(query !== undefined && asked(query)),
    ...(filter !== undefined && { filter }),
  }
  if (JSON.stringify(before) !== JSON.stringify(after))
    db.run(
      sql`UPDATE saved_query SET name = ${after.name}, query = ${after.query}, filter = ${JSON.stringify(after.filter)}, kind = ${after.kind}
           WHERE id = ${id}`,
    )
  return after
}

export function deleteSaved(db: Writer, id: SavedQueryId): null {
  savedOf(db, id)
  db.run(sql`DELETE FROM saved_query WHERE id = ${id}`)
  return null
}

function savedOf(db: Reader, id: SavedQueryId): SavedQuery {
  const found = db.get<Row>(sql`SELECT id, name, query, filter, kind FROM saved_query WHERE id = ${id}`)
  if (!found) throw new ArchiveError({ kind: 'no-such-query' })
  return saved(found)
}

function asked(query: string): Pick<SavedQuery, 'query' | 'kind'> {
  const text = query.trim()
  const tree = parseQuery(text)
  if (!tree) throw new ArchiveError({ kind: 'query-empty' })
  return { query: text, kind: kindOfQuery(tree) }
}

function freeName(db: Reader, name: string, self: SavedQueryId | null): string {
  const trimmed = name.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (trimmed === '') throw new ArchiveError({ kind: 'name-empty' })
  const taken = db
    .pluck<string>(sql`SELECT name FROM saved_query WHERE id IS NOT ${self}`)
    .some((one) => folded(one) === folded(trimmed))
  if (taken) throw new ArchiveError({ kind: 'name-taken', name: trimmed })
  return trimmed
}
