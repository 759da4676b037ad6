/**
 * Codings that change hands, thousands at once: moved or copied to another code, or split off to a new one.
 *
 * A coding that arrives where the same coder has that code on the same passage already becomes one with
 * it: what the one that stays does not say is taken from the other, the greater weight counts, and where
 * both say something different the one that was there is right (a conflict, counted beforehand).
 */
import type { Code, FacetConflict } from '../../../schema/codebook.ts'
import type { Recoded } from '../../../schema/coding.ts'
import type { Input, Output } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId, CodingId } from '../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { childrenOf, chosen, codeOf, createCode, number } from './codebook.ts'

/** Moves or copies codings, of whatever codes, to `code`. What is there already stays one. */
export function recodeMany(db: Writer, { codings, code, copy }: Input<'coding.recodeMany'>): Recoded {
  const into = codeOf(db, code)
  if (!into.codable) throw new ArchiveError({ kind: 'code-not-codable', code: into.name })
  const only = JSON.stringify(known(db, codings))
  const from = db.pluck<CodeId>(
    sql`SELECT DISTINCT code FROM coding WHERE id IN (SELECT value FROM json_each(${only})) AND code <> ${code}`,
  )
  let moved = 0
  let united = 0
  for (const each of from) {
    const carried = copy ? copyCodings(db, each, into, only) : carryCodings(db, { from: each, into, only })
    moved += carried.moved
    united += carried.united
  }
  return { moved, united }
}

/** A new code beside `code` (or below it) that takes these of its codings. */
export function splitCode(db: Writer, { code, codings, name, below }: Input<'code.split'>): Output<'code.split'> {
  const before = codeOf(db, code)
  const ids = known(db, codings)
  const stranger = db.get(
    sql`SELECT 1 FROM coding WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND code <> ${code}`,
  )
  if (stranger) throw new ArchiveError({ kind: 'coding-of-another-code', code: before.name })
  const made = createCode(db, { parent: below ? code : before.parent, name, colour: before.colour })
  if (!below) {
    const siblings = childrenOf(db, before.parent).filter((id) => id !== made.id)
    siblings.splice(siblings.indexOf(code) + 1, 0, made.id)
    number(db, siblings)
  }
  return { code: made, ...recodeMany(db, { codings: ids as CodingId[], code: made.id, copy: false }) }
}

/** Codings of one code go to another; `only` is a JSON list of ids, null means all. */
export function carryCodings(
  db: Writer,
  { from, into, only }: { from: CodeId; into: Code; only: string | null },
): Recoded {
  // What both would say once they are one, written only where it is news to the one that stays.
  db.run(sql`
    UPDATE coding AS stays SET
           stance = coalesce(stays.stance, goes.stance),
           holds_responsible = coalesce(stays.holds_responsible, goes.holds_responsible),
           weight = max(stays.weight, goes.weight),
           state = CASE WHEN goes.state = 'live' THEN 'live' ELSE stays.state END
      FROM coding AS goes
     WHERE goes.code = ${from} AND (${only} IS NULL OR goes.id IN (SELECT value FROM json_each(${only})))
       AND stays.passage = goes.passage AND stays.code = ${into.id} AND stays.coder = goes.coder
       AND ((stays.stance IS NULL AND goes.stance IS NOT NULL)
         OR (stays.holds_responsible IS NULL AND goes.holds_responsible IS NOT NULL)
         OR stays.weight < goes.weight OR (stays.state <> 'live' AND goes.state = 'live'))`)
  const united = db.run(sql`
    DELETE FROM coding WHERE code = ${from} AND (${only} IS NULL OR id IN (SELECT value FROM json_each(${only})))
       AND EXISTS (SELECT 1 FROM coding AS stays
                    WHERE stays.passage = coding.passage AND stays.code = ${into.id} AND stays.coder = coding.coder)`)
  const moved = db.run(sql`
    UPDATE coding SET code = ${into.id}, code_version = ${into.version}
     WHERE code = ${from} AND (${only} IS NULL OR id IN (SELECT value FROM json_each(${only})))`)
  return { moved, united }
}

/** Each by the coder who made it, as it was meant; the originals stay. */
function copyCodings(db: Writer, from: CodeId, into: Code, only: string): Recoded {
  const originals = db.pluck<CodingId>(
    sql`SELECT id FROM coding WHERE code = ${from} AND id IN (SELECT value FROM json_each(${only}))`,
  )
  const at = now()
  let moved = 0
  for (const id of originals)
    moved += db.run(sql`
      INSERT INTO coding (id, passage, code, coder, created_at, weight, stance, holds_responsible, code_version)
      SELECT ${newId<CodingId>()}, passage, ${into.id}, coder, ${at}, weight, stance, holds_responsible, ${into.version}
        FROM coding WHERE id = ${id}
      ON CONFLICT (passage, code, coder) DO UPDATE SET state = 'live' WHERE state <> 'live'`)
  return { moved, united: originals.length - moved }
}

/** How many codings of these codes (a JSON list) and of `into` become one, and how many of those say different things. */
export function unionOf(
  db: Reader,
  codes: string,
  into: CodeId,
): { readonly united: number; readonly conflicts: number } {
  const found = db.get<{ united: number | null; conflicts: number | null }>(sql`
    SELECT sum(codings - 1) AS united, sum(stances > 1 OR named > 1) AS conflicts FROM (
      SELECT count(*) AS codings, count(DISTINCT stance) AS stances, count(DISTINCT holds_responsible) AS named
        FROM coding WHERE code = ${into} OR code IN (SELECT value FROM json_each(${codes}))
       GROUP BY passage, coder HAVING count(*) > 1)`)
  return { united: found?.united ?? 0, conflicts: found?.conflicts ?? 0 }
}

/** Where they say different things, and what: the coding that stays first, then those that become one with it. */
export function conflictsOf(db: Reader, codes: readonly CodeId[], into: CodeId): readonly FacetConflict[] {
  const going = JSON.stringify(codes)
  return db
    .all<Omit<FacetConflict, 'facets'> & { readonly facets: string }>(sql`
      SELECT p.id AS passage, s.short, p.quote,
             json_group_array(json_object('code', c.code, 'stance', c.stance, 'holdsResponsible', c.holds_responsible)
               ORDER BY c.code <> ${into}, c.created_at, c.rowid) AS facets
        FROM coding c JOIN passage p ON p.id = c.passage JOIN source s ON s.id = p.source
       WHERE c.code = ${into} OR c.code IN (SELECT value FROM json_each(${going}))
       GROUP BY c.passage, c.coder
      HAVING count(DISTINCT c.stance) > 1 OR count(DISTINCT c.holds_responsible) > 1
       ORDER BY s.number, p.start LIMIT 50`)
    .map((row) => ({ ...row, facets: JSON.parse(row.facets) as FacetConflict['facets'] }))
}

function known(db: Reader, codings: readonly CodingId[]): readonly CodingId[] {
  const ids = chosen(codings)
  const found = new Set(
    db.pluck<CodingId>(sql`SELECT id FROM coding WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
  )
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined) throw new ArchiveError({ kind: 'no-such-coding', coding: missing })
  return ids
}
