/**
 * Sets of codes: named groups that cross the tree. REFI-QDA: Set. A code may be in many; being in one
 * changes nothing about it. A heading stands for the codes below it, so those are what is added.
 */
import type { CodeSet } from '../../../schema/codebook.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId, CodeSetId } from '../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'
import { folded } from './code-names.ts'
import { chosen, codeOf, subtreeOf } from './codebook.ts'

/** By name. The codes of each stand in no order. */
export function listCodeSets(db: Reader): readonly CodeSet[] {
  return db
    .all<{ id: CodeSetId; name: string; codes: string }>(sql`
      SELECT s.id, s.name, json_group_array(m.code) FILTER (WHERE m.code IS NOT NULL) AS codes
        FROM code_set s LEFT JOIN code_set_member m ON m.code_set = s.id GROUP BY s.id`)
    .map(({ codes, ...set }) => ({ ...set, codes: JSON.parse(codes) as CodeId[] }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'und', { numeric: true }))
}

export function createCodeSet(db: Writer, name: string, codes: readonly CodeId[]): CodeSet {
  const id = newId<CodeSetId>()
  db.run(sql`INSERT INTO code_set (id, name) VALUES (${id}, ${freshName(db, name, null)})`)
  if (codes.length > 0) addToSet(db, id, codes)
  return codeSetOf(db, id)
}

export function renameCodeSet(db: Writer, set: CodeSetId, name: string): CodeSet {
  const before = codeSetOf(db, set)
  const after = freshName(db, name, set)
  if (after !== before.name) db.run(sql`UPDATE code_set SET name = ${after} WHERE id = ${set}`)
  return { ...before, name: after }
}

/** The codes stay; only the group is gone. */
export function deleteCodeSet(db: Writer, set: CodeSetId): null {
  codeSetOf(db, set)
  db.run(sql`DELETE FROM code_set WHERE id = ${set}`)
  return null
}

/** What is in the set already stays in it once. */
export function addToSet(db: Writer, set: CodeSetId, codes: readonly CodeId[]): CodeSet {
  const { codes: there } = codeSetOf(db, set)
  const inSet = new Set(there)
  for (const code of new Set(chosen(codes).flatMap((each) => meantBy(db, each))))
    if (!inSet.has(code))
      db.run(sql`INSERT INTO code_set_member (id, code_set, code) VALUES (${newId()}, ${set}, ${code})`)
  return codeSetOf(db, set)
}

export function removeFromSet(db: Writer, set: CodeSetId, codes: readonly CodeId[]): CodeSet {
  codeSetOf(db, set)
  for (const code of chosen(codes).flatMap((each) => meantBy(db, each)))
    db.run(sql`DELETE FROM code_set_member WHERE code_set = ${set} AND code = ${code}`)
  return codeSetOf(db, set)
}

/** A merged code's place in its sets is taken by the code it becomes. */
export function carrySets(db: Writer, from: CodeId, into: CodeId): void {
  db.run(sql`UPDATE OR IGNORE code_set_member SET code = ${into} WHERE code = ${from}`)
}

/** The codes of these sets together. Throws 'no-such-code-set'. */
export function codesInSets(db: Reader, sets: readonly CodeSetId[]): readonly CodeId[] {
  return [...new Set(sets.flatMap((set) => codeSetOf(db, set).codes))]
}

function meantBy(db: Reader, code: CodeId): readonly CodeId[] {
  if (codeOf(db, code).codable) return [code]
  const below = subtreeOf(db, code).filter((id) => codeOf(db, id).codable)
  return below.length > 0 ? below : [code]
}

function codeSetOf(db: Reader, set: CodeSetId): CodeSet {
  const found = listCodeSets(db).find(({ id }) => id === set)
  if (!found) throw new ArchiveError({ kind: 'no-such-code-set' })
  return found
}

function freshName(db: Reader, name: string, self: CodeSetId | null): string {
  const trimmed = name.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (trimmed === '') throw new ArchiveError({ kind: 'name-empty' })
  const others = db.pluck<string>(sql`SELECT name FROM code_set WHERE id IS NOT ${self}`)
  if (others.some((other) => folded(other) === folded(trimmed)))
    throw new ArchiveError({ kind: 'name-taken', name: trimmed })
  return trimmed
}
