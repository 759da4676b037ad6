/** Passages and codings of one document into rows, a slice at a time; each slice lands anew on what is here then. */
import type { CodeId, CoderId, CodingId, SourceId } from '../../../../schema/ids.ts'
import { insertRows, sql, type Query, type Reader, type Writer } from '../../db.ts'
import { now } from '../../fresh.ts'
import type { IncomingCode, IncomingCoding, IncomingPassage, Ref } from '../incoming.ts'
import { lastStep } from '../../services/search/last-step.ts'
import { noteCodings, type Facets } from './codings.ts'
import { codingKey, Kept, type KnownCoding } from './land.ts'
import { arrivals, type Arrival } from './plan.ts'
import { idsFor, type DocumentTarget, type Union } from './union.ts'

export function writePassages(
  db: Writer,
  union: Union,
  target: DocumentTarget,
  passages: readonly IncomingPassage[],
  { wordings, keptOf }: Knowledge,
): void {
  const kept = keptOf.now(db, target.id)
  const version = db.pluck<number>(sql`SELECT text_version FROM source WHERE id = ${target.id}`)[0] ?? 1
  const at = now()
  const idOf = idsFor<CodingId>(
    db,
    'coding',
    passages.flatMap(({ codings }) => codings.map(({ ref }) => ref)),
  )
  const rows = new Rows()
  for (const arrival of arrivals(db, union, target, passages, kept)) {
    const { codings } = arrival.together
    rows.passage(target, arrival, version, at)
    for (const change of arrival.together.changes)
      if (change.kind === 'new') {
        const id = idOf(change.coding.ref)
        const key = codingKey(change.code, change.coder)
        // As all who say something of it have it: two of one passage may be one coding.
        const whole = { state: 'live' as const, ...(codings.get(key) ?? change.coding), id }
        rows.coding(arrival, change, whole, wordings.of(change.coding, change.code), at)
        codings.set(key, { ...whole, code: change.code, coder: change.coder })
      } else {
        const { weight, stance, holdsResponsible } = change.now
        rows.changes.push(sql`
          UPDATE coding SET weight = ${weight}, stance = ${stance}, holds_responsible = ${holdsResponsible}, state = 'live'
           WHERE id = ${change.known.id}`)
      }
    if (union.project.review) noteCodings(union, arrival.passage, codings)
  }
  rows.write(db)
}

/** What is known of the archive from one slice to the next. */
export interface Knowledge {
  readonly wordings: Wordings
  readonly keptOf: KeptSoFar
}

/** What is kept of the document in hand: read once, and anew where anybody else has written since our last batch. */
export class KeptSoFar {
  #held: { readonly source: SourceId; readonly kept: Kept; step: number } | null = null

  now(db: Writer, source: SourceId): Kept {
    // Of the batch that runs; steps are numbered one after the other, whoever takes them.
    const step = lastStep(db)
    if (this.#held?.source === source && this.#held.step === step - 1) this.#held.step = step
    else this.#held = { source, kept: new Kept(db, source), step }
    return this.#held.kept
  }
}

/** Rows of a slice on their way in, written together: new ones first, since what changes may be one of them. */
class Rows {
  readonly changes: Query[] = []
  readonly #texts: unknown[][] = []
  readonly #regions: unknown[][] = []
  readonly #codings: unknown[][] = []

  passage(target: DocumentTarget, { passage, landing, id, known, together }: Arrival, version: number, moment: string) {
    const { sensitivity } = together
    const starred = Number(together.starred)
    const at = passage.createdAt || moment
    if (known) {
      if (together.starred !== known.starred || sensitivity !== known.sensitivity)
        this.changes.push(
          sql`UPDATE passage SET starred = ${starred}, sensitivity = ${sensitivity} WHERE id = ${known.id}`,
        )
    } else if (landing.kind === 'region') {
      const { page, x, y, width, height, state } = landing
      this.#regions.push([id, target.id, 'region', version, page, x, y, width, height, state, starred, sensitivity, at])
    } else {
      const { start, end, quote, prefix, suffix, was, state } = landing
      this.#texts.push([
        id,
        target.id,
        version,
        start,
        end,
        quote,
        prefix,
        suffix,
        was,
        state,
        starred,
        sensitivity,
        at,
      ])
    }
  }

  coding(
    { id: passage }: Arrival,
    { coding, code, coder }: { readonly coding: IncomingCoding; readonly code: CodeId; readonly coder: CoderId },
    { id, weight, stance, holdsResponsible, state }: Facets & Pick<KnownCoding, 'state'> & { readonly id: CodingId },
    wording: number,
    moment: string,
  ): void {
    const at = coding.createdAt || moment
    this.#codings.push([id, passage, code, coder, at, weight, stance, holdsResponsible, wording, state])
  }

  write(db: Writer): void {
    insertRows(
      db,
      'INSERT INTO passage (id, source, kind, text_version, page, x, y, width, height, state, starred, sensitivity, created_at)',
      this.#regions,
    )
    insertRows(
      db,
      'INSERT INTO passage (id, source, text_version, start, "end", quote, prefix, suffix, was, state, starred, sensitivity, created_at)',
      this.#texts,
    )
    insertRows(
      db,
      'INSERT INTO coding (id, passage, code, coder, created_at, weight, stance, holds_responsible, code_version, state)',
      this.#codings,
    )
    for (const change of this.changes) db.run(change)
  }
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
