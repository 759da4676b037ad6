/**
 * Cases: who and what is studied. A document may belong to several, because an interview can speak for
 * a person and for her organisation, and a report of three organisations at once.
 */
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { TheCase } from '../../../schema/case.ts'
import type { CaseId, SourceId } from '../../../schema/ids.ts'
import { foldValue, tidy } from '../../../schema/attribute-values.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { chosen } from './codebook.ts'

/** By name; the documents of each in the order in which they came in. */
export function listCases(db: Reader): readonly TheCase[] {
  return casesWhere(db, null).toSorted((a, b) => inOrder.compare(a.name, b.name))
}
const inOrder = new Intl.Collator('und', { numeric: true })

export function caseOf(db: Reader, id: CaseId): TheCase {
  const found = casesWhere(db, id)[0]
  if (!found) throw new ArchiveError({ kind: 'no-such-case', case: id })
  return found
}

function casesWhere(db: Reader, id: CaseId | null): readonly TheCase[] {
  return db
    .all<Omit<TheCase, 'sources'> & { sources: string }>(sql`
      WITH counted AS MATERIALIZED (
        SELECT p.source, count(*) AS codings FROM coding c JOIN passage p ON p.id = c.passage
         WHERE c.state = 'live' AND p.state <> 'parked' GROUP BY p.source)
      SELECT t.id, t.name,
             (SELECT json_group_array(source) FROM (SELECT m.source FROM case_member m JOIN source s ON s.id = m.source
               WHERE m.the_case = t.id ORDER BY s.number)) AS sources,
             (SELECT coalesce(sum(n.codings), 0) FROM case_member m JOIN counted n ON n.source = m.source
               WHERE m.the_case = t.id) AS codings,
             (SELECT count(*) FROM memo_link l WHERE l.kind = 'case' AND l.target = t.id) AS memos
        FROM the_case t WHERE ${id} IS NULL OR t.id = ${id}`)
    .map(({ sources, ...each }) => ({ ...each, sources: JSON.parse(sources) as SourceId[] }))
}

/** A case by id or by name, folded. Throws 'no-such-case'. */
export function resolveCase(db: Reader, name: string): CaseId {
  const cases = db.all<{ id: CaseId; name: string }>(sql`SELECT id, name FROM the_case`)
  const wanted = foldValue(name)
  const found = cases.find(({ id }) => id === name.trim()) ?? cases.find((each) => foldValue(each.name) === wanted)
  if (!found) throw new ArchiveError({ kind: 'no-such-case', case: name })
  return found.id
}

export function createCase(db: Writer, { name, sources }: Input<'case.create'>): TheCase {
  const id = newId<CaseId>()
  db.run(sql`INSERT INTO the_case (id, name, created_at) VALUES (${id}, ${freshName(db, name, null)}, ${now()})`)
  if (sources.length > 0) addToCase(db, id, sources)
  return caseOf(db, id)
}

export function renameCase(db: Writer, id: CaseId, name: string): TheCase {
  const before = caseOf(db, id)
  const after = freshName(db, name, id)
  if (after !== before.name) db.run(sql`UPDATE the_case SET name = ${after} WHERE id = ${id}`)
  return { ...before, name: after }
}

/** The documents stay; what was known of the case and written about it goes with it. */
export function deleteCases(db: Writer, cases: readonly CaseId[]): null {
  for (const id of chosen(cases))
    if (db.run(sql`DELETE FROM the_case WHERE id = ${id}`) === 0)
      throw new ArchiveError({ kind: 'no-such-case', case: id })
  return null
}

export function addToCase(db: Writer, id: CaseId, sources: readonly SourceId[]): TheCase {
  const { sources: there } = caseOf(db, id)
  const inCase = new Set(there)
  for (const source of new Set(chosen(sources))) {
    if (inCase.has(source)) continue
    if (!db.get(sql`SELECT 1 FROM source WHERE id = ${source}`))
      throw new ArchiveError({ kind: 'no-such-source', source })
    db.run(sql`INSERT INTO case_member (id, the_case, source) VALUES (${newId()}, ${id}, ${source})`)
  }
  return caseOf(db, id)
}

export function removeFromCase(db: Writer, id: CaseId, sources: readonly SourceId[]): TheCase {
  caseOf(db, id)
  for (const source of chosen(sources))
    db.run(sql`DELETE FROM case_member WHERE the_case = ${id} AND source = ${source}`)
  return caseOf(db, id)
}

function freshName(db: Reader, name: string, self: CaseId | null): string {
  const trimmed = tidy(name).replace(/\s+/g, ' ')
  if (trimmed === '') throw new ArchiveError({ kind: 'name-empty' })
  const others = db.pluck<string>(sql`SELECT name FROM the_case WHERE id IS NOT ${self}`)
  if (others.some((other) => foldValue(other) === foldValue(trimmed)))
    throw new ArchiveError({ kind: 'name-taken', name: trimmed })
  return trimmed
}
