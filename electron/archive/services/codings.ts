import type { Coding, CodingRow } from '../../../schema/coding.ts'
import type { Input, Output } from '../../../schema/contract.ts'
import { ArchiveError, type ArchiveFault } from '../../../schema/error.ts'
import type { CodeId, CoderId, CodingId, PassageId, SourceId } from '../../../schema/ids.ts'
import type { CodedPassage, CodedRegion, CodedWords } from '../../../schema/passage.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { placesOf, type Place } from '../text/places-of.ts'
import { createCoder } from './coders.ts'
import { dropIfBare, keepPassage, passageOf, refuseOldText, regionOf, textPassageOf } from './passages.ts'
import { keepRegion } from './regions.ts'
import { resolveCode, resolveSource } from './resolve.ts'
import { textOfSource } from './texts.ts'

/** Apply `code` to a stretch of `source`. Applying it twice is one coding, not two. */
export function createCoding(
  db: Writer,
  coder: CoderId,
  { source, start, end, code, version: seen }: Input<'coding.create'>,
): CodedWords {
  refuseOldText(db, source, seen)
  const version = versionToApply(db, code)
  const passage = keepPassage(db, source, start, end)
  apply(db, passage, code, coder, version)
  return textPassageOf(db, passage)
}

/** Apply `code` to a rectangle of a page of `source`. Applying it twice is one coding, not two. */
export function createRegionCoding(
  db: Writer,
  coder: CoderId,
  { source, code, ...region }: Input<'coding.createRegion'>,
): CodedRegion {
  const version = versionToApply(db, code)
  const passage = keepRegion(db, source, region)
  apply(db, passage, code, coder, version)
  return regionOf(db, passage)
}

/** The same for many stretches of one coder, under a wording looked up before. Answers whether the coding is new. */
export function applyCode(
  db: Writer,
  source: SourceId,
  { start, end }: { readonly start: number; readonly end: number },
  code: CodeId,
  coder: CoderId,
  version: number,
): boolean {
  return apply(db, keepPassage(db, source, start, end), code, coder, version)
}

/** Answers whether the coding is new. */
function apply(db: Writer, passage: PassageId, code: CodeId, coder: CoderId, version: number): boolean {
  const changed = db.run(sql`
    INSERT INTO coding (id, passage, code, coder, created_at, code_version)
    VALUES (${newId<CodingId>()}, ${passage}, ${code}, ${coder}, ${now()}, ${version})
    ON CONFLICT (passage, code, coder) DO UPDATE SET state = 'live' WHERE state <> 'live'`)
  return changed > 0
}

/** The wording of the code that a new coding is made under. Headings take none. */
export function versionToApply(db: Reader, code: CodeId): number {
  const found = db.get<{ name: string; codable: 0 | 1; version: number }>(
    sql`SELECT name, codable, version FROM code WHERE id = ${code}`,
  )
  if (!found) throw new ArchiveError({ kind: 'no-such-code', code })
  if (found.codable === 0) throw new ArchiveError({ kind: 'code-not-codable', code: found.name })
  return found.version
}

/** Another code on the same words by the same coder; memo, weight and date stay. United where that coding exists. */
export function recode(db: Writer, coding: CodingId, code: CodeId): CodedPassage {
  const before = codingOf(db, coding)
  const version = versionToApply(db, code)
  const there = db.pluck<CodingId>(
    sql`SELECT id FROM coding WHERE passage = ${before.passage} AND code = ${code} AND coder = ${before.coder} AND id <> ${coding}`,
  )[0]
  if (there !== undefined) {
    db.run(sql`DELETE FROM coding WHERE id = ${coding}`)
    db.run(sql`UPDATE coding SET state = 'live' WHERE id = ${there} AND state <> 'live'`)
  } else if (before.code !== code)
    db.run(sql`UPDATE coding SET code = ${code}, code_version = ${version} WHERE id = ${coding}`)
  return passageOf(db, before.passage)
}

export function updateCoding(db: Writer, { coding, weight, stance, holdsResponsible }: Input<'coding.update'>): Coding {
  const before = codingOf(db, coding)
  const after: Coding = {
    ...before,
    weight: weight ?? before.weight,
    stance: stance === undefined ? before.stance : stance,
    holdsResponsible: holdsResponsible === undefined ? before.holdsResponsible : holdsResponsible,
  }
  if (JSON.stringify(after) !== JSON.stringify(before))
    db.run(
      sql`UPDATE coding SET weight = ${after.weight}, stance = ${after.stance}, holds_responsible = ${after.holdsResponsible} WHERE id = ${coding}`,
    )
  return after
}

export function deleteCoding(db: Writer, coding: CodingId): null {
  const { passage } = codingOf(db, coding)
  db.run(sql`DELETE FROM coding WHERE id = ${coding}`)
  dropIfBare(db, passage)
  return null
}

/** Applies a list in one step. A line that cannot be applied is answered with its fault; the others are done. */
export function importCodings(db: Writer, acting: CoderId, rows: readonly CodingRow[]): Output<'coding.import'> {
  const refused: { row: number; fault: ArchiveFault }[] = []
  const newCoders = new Set<string>()
  let applied = 0
  let already = 0
  for (const [row, line] of rows.entries()) {
    const { code, coder } = line
    try {
      const codeId = resolveCode(db, code)
      const version = versionToApply(db, codeId)
      const source = resolveSource(db, line.source)
      const { start, end } = 'quote' in line ? placeOf(db, source, line) : line
      const passage = keepPassage(db, source, start, end)
      if (apply(db, passage, codeId, coder === '' ? acting : coderNamed(db, coder, newCoders), version)) applied++
      else already++
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error
      refused.push({ row, fault: error.fault })
    }
  }
  return { applied, already, newCoders: [...newCoders], refused }
}

/** Where the words stand. Throws 'quote-not-found', 'quote-not-unique'. */
function placeOf(db: Reader, source: SourceId, { source: name, quote }: { source: string; quote: string }): Place {
  const [place, ...more] = placesOf(quote, textOfSource(db, source).text)
  if (!place) throw new ArchiveError({ kind: 'quote-not-found', source: name, quote })
  if (more.length > 0) throw new ArchiveError({ kind: 'quote-not-unique', source: name, quote, count: more.length + 1 })
  return place
}

function coderNamed(db: Writer, name: string, newCoders: Set<string>): CoderId {
  const known = db.get(sql`SELECT 1 FROM coder WHERE name = ${name.trim()}`)
  const coder = createCoder(db, name)
  if (!known) newCoders.add(coder.name)
  return coder.id
}

function codingOf(db: Reader, coding: CodingId): Coding {
  const found = db.get<Coding>(sql`
    SELECT id, passage, code, coder, created_at AS createdAt, weight, stance, holds_responsible AS holdsResponsible
      FROM coding WHERE id = ${coding}`)
  if (!found) throw new ArchiveError({ kind: 'no-such-coding', coding })
  return found
}
