/** Acts on many passages or codings in one step: what a list does with the rows that are picked in it. */
import type { Input, Output } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CoderId, CodingId, PassageId } from '../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { codeOf } from './codebook.ts'

/** A code on many passages as `coder`'s. A coding that is there already stays as it is. */
export function applyMany(
  db: Writer,
  coder: CoderId,
  { passages, code }: Input<'coding.applyMany'>,
): Output<'coding.applyMany'> {
  const { name, codable, version } = codeOf(db, code)
  if (!codable) throw new ArchiveError({ kind: 'code-not-codable', code: name })
  const ids = knownPassages(db, passages)
  const at = now()
  let applied = 0
  for (const passage of ids)
    applied += db.run(sql`
      INSERT INTO coding (id, passage, code, coder, created_at, code_version)
      VALUES (${newId<CodingId>()}, ${passage}, ${code}, ${coder}, ${at}, ${version})
      ON CONFLICT (passage, code, coder) DO UPDATE SET state = 'live' WHERE state <> 'live'`)
  return { applied, already: ids.length - applied }
}

/** Answers how many codings are described differently now. */
export function updateMany(
  db: Writer,
  { codings, weight, stance, holdsResponsible }: Input<'coding.updateMany'>,
): number {
  const ids = JSON.stringify(knownCodings(db, codings))
  return db.run(sql`
    UPDATE coding SET
           weight = coalesce(${weight ?? null}, weight),
           stance = CASE WHEN ${Number(stance !== undefined)} THEN ${stance ?? null} ELSE stance END,
           holds_responsible =
             CASE WHEN ${Number(holdsResponsible !== undefined)} THEN ${holdsResponsible ?? null} ELSE holds_responsible END
     WHERE id IN (SELECT value FROM json_each(${ids}))
       AND (weight <> coalesce(${weight ?? null}, weight)
         OR (${Number(stance !== undefined)} AND stance IS NOT ${stance ?? null})
         OR (${Number(holdsResponsible !== undefined)} AND holds_responsible IS NOT ${holdsResponsible ?? null}))`)
}

/** Answers how many codings were of an earlier wording. */
export function confirmWording(db: Writer, codings: readonly CodingId[]): number {
  const ids = JSON.stringify(knownCodings(db, codings))
  return db.run(sql`
    UPDATE coding SET code_version = (SELECT version FROM code WHERE id = coding.code)
     WHERE id IN (SELECT value FROM json_each(${ids}))
       AND code_version < (SELECT version FROM code WHERE id = coding.code)`)
}

/** Answers how many codings are gone. Passages that nothing keeps any more go with them. */
export function deleteMany(db: Writer, codings: readonly CodingId[]): number {
  const ids = JSON.stringify(knownCodings(db, codings))
  const passages = JSON.stringify(
    db.pluck<PassageId>(sql`SELECT DISTINCT passage FROM coding WHERE id IN (SELECT value FROM json_each(${ids}))`),
  )
  const gone = db.run(sql`DELETE FROM coding WHERE id IN (SELECT value FROM json_each(${ids}))`)
  dropBare(db, passages)
  return gone
}

/** Answers how many passages have another star than before. */
export function starMany(db: Writer, { passages, starred }: Input<'passage.starMany'>): number {
  const ids = JSON.stringify(knownPassages(db, passages))
  const changed = db.run(sql`
    UPDATE passage SET starred = ${Number(starred)}
     WHERE id IN (SELECT value FROM json_each(${ids})) AND starred <> ${Number(starred)}`)
  if (!starred) dropBare(db, ids)
  return changed
}

/** Answers how many passages have another sensitivity than before. */
export function gradeMany(db: Writer, { passages, sensitivity }: Input<'passage.updateMany'>): number {
  const ids = JSON.stringify(knownPassages(db, passages))
  return db.run(sql`
    UPDATE passage SET sensitivity = ${sensitivity}
     WHERE id IN (SELECT value FROM json_each(${ids})) AND sensitivity <> ${sensitivity}`)
}

/** Lets go of those of these passages (a JSON list) that no coding, memo or star keeps. */
function dropBare(db: Writer, passages: string): void {
  db.run(sql`
    DELETE FROM passage WHERE id IN (SELECT value FROM json_each(${passages})) AND starred = 0
       AND NOT EXISTS (SELECT 1 FROM coding WHERE passage = passage.id)
       AND NOT EXISTS (SELECT 1 FROM memo_link WHERE kind = 'passage' AND target = passage.id)`)
}

function knownPassages(db: Reader, passages: readonly PassageId[]): readonly PassageId[] {
  const ids = [...new Set(passages)]
  const found = new Set(
    db.pluck<PassageId>(sql`SELECT id FROM passage WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
  )
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined) throw new ArchiveError({ kind: 'no-such-passage', passage: missing })
  return ids
}

function knownCodings(db: Reader, codings: readonly CodingId[]): readonly CodingId[] {
  const ids = [...new Set(codings)]
  const found = new Set(
    db.pluck<CodingId>(sql`SELECT id FROM coding WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
  )
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined) throw new ArchiveError({ kind: 'no-such-coding', coding: missing })
  return ids
}
