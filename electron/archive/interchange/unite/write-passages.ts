/** Passages and codings of one document into rows, a slice at a time; each slice lands anew on what is here then. */
import type { CodeId, CoderId, CodingId } from '../../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../../db.ts'
import { now } from '../../fresh.ts'
import type { IncomingCode, IncomingCoding, IncomingPassage, Ref } from '../incoming.ts'
import { Kept } from './land.ts'
import { arrivals, type Arrival } from './plan.ts'
import { idFor, type DocumentTarget, type Union } from './union.ts'

export function writePassages(
  db: Writer,
  union: Union,
  target: DocumentTarget,
  passages: readonly IncomingPassage[],
  wordings: Wordings,
): void {
  const kept = new Kept(db, target.id)
  const version = db.pluck<number>(sql`SELECT text_version FROM source WHERE id = ${target.id}`)[0] ?? 1
  const given = new Set<string>()
  for (const arrival of arrivals(db, union, target, passages, kept)) {
    writePassage(db, target, arrival, version)
    for (const change of arrival.together.changes)
      if (change.kind === 'new') writeCoding(db, arrival, change, wordings, given)
      else {
        const { weight, stance, holdsResponsible } = change.now
        db.run(sql`
          UPDATE coding SET weight = ${weight}, stance = ${stance}, holds_responsible = ${holdsResponsible}, state = 'live'
           WHERE id = ${change.known.id}`)
      }
  }
}

function writePassage(db: Writer, target: DocumentTarget, arrival: Arrival, version: number): void {
  const { passage, landing, id, known, together } = arrival
  const starred = Number(together.starred)
  if (known) {
    if (together.starred !== known.starred || together.sensitivity !== known.sensitivity)
      db.run(sql`UPDATE passage SET starred = ${starred}, sensitivity = ${together.sensitivity} WHERE id = ${known.id}`)
    return
  }
  const at = passage.createdAt || now()
  if (landing.kind === 'region') {
    const { page, x, y, width, height, state } = landing
    db.run(sql`
      INSERT INTO passage (id, source, kind, text_version, page, x, y, width, height, state, starred, sensitivity, created_at)
      VALUES (${id}, ${target.id}, 'region', ${version}, ${page}, ${x}, ${y}, ${width}, ${height}, ${state}, ${starred},
              ${together.sensitivity}, ${at})`)
    return
  }
  const { start, end, quote, prefix, suffix, was, state } = landing
  db.run(sql`
    INSERT INTO passage (id, source, text_version, start, "end", quote, prefix, suffix, was, state, starred, sensitivity, created_at)
    VALUES (${id}, ${target.id}, ${version}, ${start}, ${end}, ${quote}, ${prefix}, ${suffix}, ${was}, ${state}, ${starred},
            ${together.sensitivity}, ${at})`)
}

function writeCoding(
  db: Writer,
  { id: passage }: Arrival,
  { coding, code, coder }: { readonly coding: IncomingCoding; readonly code: CodeId; readonly coder: CoderId },
  wordings: Wordings,
  given: Set<string>,
): void {
  const id = idFor<CodingId>(db, 'coding', coding.ref, given)
  given.add(id)
  db.run(sql`
    INSERT INTO coding (id, passage, code, coder, created_at, weight, stance, holds_responsible, code_version)
    VALUES (${id}, ${passage}, ${code}, ${coder}, ${coding.createdAt || now()}, ${coding.weight}, ${coding.stance},
            ${coding.holdsResponsible}, ${wordings.of(coding, code)})`)
}

/** Under which wording here a coding was made: the one of the same words, else the one of now. */
export class Wordings {
  readonly #db: Reader
  readonly #codes: ReadonlyMap<Ref, IncomingCode>
  readonly #here = new Map<CodeId, ReadonlyMap<string, number>>()
  readonly #now = new Map<CodeId, number>()
  constructor(db: Reader, codes: readonly IncomingCode[]) {
    this.#db = db
    this.#codes = new Map(codes.map((code) => [code.ref, code]))
  }

  of({ code: ref, wording }: IncomingCoding, code: CodeId): number {
    const theirs = this.#codes.get(ref)?.wordings
    const words = theirs?.[wording ?? theirs.length - 1]
    const here = this.#here.get(code) ?? this.#read(code)
    return (words && here.get(keyOf(words))) ?? this.#now.get(code) ?? 1
  }

  #read(code: CodeId): ReadonlyMap<string, number> {
    const rows = this.#db.all<{ version: number; definition: string; include: string; exclude: string }>(
      sql`SELECT version, definition, include, exclude FROM code_version WHERE code = ${code} ORDER BY version`,
    )
    const here = new Map(rows.map((row) => [keyOf(row), row.version]))
    this.#here.set(code, here)
    this.#now.set(code, this.#db.pluck<number>(sql`SELECT version FROM code WHERE id = ${code}`)[0] ?? 1)
    return here
  }
}
const keyOf = ({ definition, include, exclude }: { definition: string; include: string; exclude: string }) =>
  JSON.stringify([definition, include, exclude])
