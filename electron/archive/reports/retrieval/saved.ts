/** Questions that are kept, for search and retrieval alike. */
import type { Input, Output } from '../../../../schema/contract.ts'
import { ArchiveError } from '../../../../schema/error.ts'
import type { SavedQueryId } from '../../../../schema/ids.ts'
import { kindOfQuery } from '../../../../schema/query-names.ts'
import { parseQuery } from '../../../../schema/query.ts'
import type { SavedQuery } from '../../../../schema/retrieval.ts'
import { sql, type Reader, type Writer } from '../../db.ts'
import { newId, now } from '../../fresh.ts'
import { folded } from '../../services/code-names.ts'
import { searchPassages } from '../../services/search.ts'
import { studyOf } from '../study.ts'
import { passagesFound } from './found.ts'

const inOrder = new Intl.Collator('und', { numeric: true })

export function listSaved(db: Reader): readonly SavedQuery[] {
  return db
    .all<SavedQuery>(sql`SELECT id, name, query, kind FROM saved_query`)
    .toSorted((a, b) => inOrder.compare(a.name, b.name))
}

/** How much each finds now. */
export function savedCounts(db: Reader): Output<'query.counts'> {
  return listSaved(db).map(({ id, query, kind }) => {
    const tree = parseQuery(query)
    if (kind === 'search')
      return {
        id,
        total: searchPassages(db, { query, limit: 1, offset: 0, asYouType: false, order: 'document' }).total,
      }
    return { id, total: tree ? passagesFound(db, studyOf(db), tree, query).length : 0 }
  })
}

/** Throws 'name-empty', 'name-taken', 'query-empty'. */
export function createSaved(db: Writer, { name, query }: Input<'query.create'>): SavedQuery {
  const saved: SavedQuery = { id: newId<SavedQueryId>(), name: freeName(db, name, null), ...asked(query) }
  db.run(
    sql`INSERT INTO saved_query (id, name, query, kind, created_at) VALUES (${saved.id}, ${saved.name}, ${saved.query}, ${saved.kind}, ${now()})`,
  )
  return saved
}

/** Throws 'no-such-query' and what `createSaved` throws. */
export function updateSaved(db: Writer, { saved, name, query }: Input<'query.update'>): SavedQuery {
  const before = savedOf(db, saved)
  const after: SavedQuery = {
    ...before,
    ...(name !== undefined && { name: freeName(db, name, saved) }),
    ...(query !== undefined && asked(query)),
  }
  if (JSON.stringify(before) !== JSON.stringify(after))
    db.run(
      sql`UPDATE saved_query SET name = ${after.name}, query = ${after.query}, kind = ${after.kind} WHERE id = ${saved}`,
    )
  return after
}

export function deleteSaved(db: Writer, saved: SavedQueryId): null {
  savedOf(db, saved)
  db.run(sql`DELETE FROM saved_query WHERE id = ${saved}`)
  return null
}

function savedOf(db: Reader, id: SavedQueryId): SavedQuery {
  const found = db.get<SavedQuery>(sql`SELECT id, name, query, kind FROM saved_query WHERE id = ${id}`)
  if (!found) throw new ArchiveError({ kind: 'no-such-query' })
  return found
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
