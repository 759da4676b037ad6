/**
 * All live codings with where they stand, in columns, as every report reads them.
 *
 * Made in two sweeps over the tables and kept as long as the archive does not change, so that turning
 * a report about costs nothing but its own arithmetic. Passages stand in the order of the documents
 * and of the text, the longer first; codings in the order of their passages. Everything is an index
 * into another list; -1 is "none". Parked passages are left out: their words are in no text.
 */
import type { Codebook } from '../../../schema/codebook.ts'
import { responsibles, stances } from '../../../schema/coding.ts'
import type { CodeId, CoderId, PassageId, SourceId } from '../../../schema/ids.ts'
import type { QuotationLevel, SourceKind } from '../../../schema/source.ts'
import { sql, type Reader } from '../db.ts'
import { codebookOf } from '../services/codebook.ts'
import { turnsOf, voicesOf, type Turns, type Voices } from './turns.ts'

export interface StudiedSource {
  readonly id: SourceId
  readonly number: number
  readonly short: string
  readonly title: string
  readonly kind: SourceKind
  readonly language: string
  readonly level: QuotationLevel
  readonly collectedOn: string
  /** UTF-16 units of its text. */
  readonly length: number
  /** Of its text as UTF-8. */
  readonly sha256: string
}

export interface Study {
  readonly codes: Codebook
  readonly codeAt: ReadonlyMap<CodeId, number>
  readonly parents: Int32Array
  readonly sources: readonly StudiedSource[]
  readonly sourceAt: ReadonlyMap<SourceId, number>
  readonly coders: readonly { readonly id: CoderId; readonly name: string }[]
  readonly passages: {
    readonly ids: readonly PassageId[]
    readonly source: Int32Array
    /** -1 both where it is a rectangle. */
    readonly start: Int32Array
    readonly end: Int32Array
    /** Passages of source n are [from[n], from[n + 1]). */
    readonly from: Int32Array
  }
  readonly codings: {
    readonly rowid: Float64Array
    readonly passage: Int32Array
    readonly code: Int32Array
    readonly coder: Int32Array
    /** Into `stances`, `responsibles`. */
    readonly stance: Int8Array
    readonly responsible: Int8Array
    /** The day of the coding, into `days`. */
    readonly day: Int32Array
  }
  /** ISO days on which something was coded, in order. */
  readonly days: readonly string[]
  /** Who speaks in each passage, interviewers left out. */
  readonly voices: Voices
  readonly turns: Turns
}

interface Kept {
  readonly key: string
  readonly study: Study
}
const keptBy = new WeakMap<Reader, Kept>()

/** Changes with every commit, this connection's own and others'. */
export function stateOf(db: Reader): string {
  const others = db.pluck<number>(sql`SELECT data_version FROM pragma_data_version`)[0] ?? 0
  const own = db.pluck<number>(sql`SELECT total_changes()`)[0] ?? 0
  return `${others} ${own}`
}

export function studyOf(db: Reader): Study {
  const key = stateOf(db)
  const kept = keptBy.get(db)
  if (kept?.key === key) return kept.study
  const study = read(db)
  keptBy.set(db, { key, study })
  return study
}

type PassageRow = [rowid: number, id: PassageId, source: number, start: number | null, end: number | null]
type CodingRow = [
  rowid: number,
  passage: number,
  code: CodeId,
  coder: CoderId,
  stance: string | null,
  responsible: string | null,
  day: string,
]

/** One string from SQLite and one parse: a third of what the rows cost one by one. */
const rowsOf = <Row>(db: Reader, text: string): Row[] =>
  JSON.parse(db.pluck<string>({ text, values: [] })[0] ?? '[]') as Row[]

function read(db: Reader): Study {
  const sources = db.all<StudiedSource>(sql`
    SELECT s.id, s.number, s.short, s.title, s.kind, s.language, s.quotation_level AS level, s.collected_on AS collectedOn,
           t.length, t.sha256
      FROM source s JOIN source_text t ON t.content = s.content AND t.version = s.text_version ORDER BY s.number`)
  const passages = passagesOf(db, sources)
  const turns = turnsOf(
    db,
    sources.map(({ number }) => number),
  )
  const codes = codebookOf(db)
  const codeAt = new Map(codes.map(({ id }, n) => [id, n]))
  const coders = db.all<{ id: CoderId; name: string }>(sql`SELECT id, name FROM coder ORDER BY name, id`)
  return {
    codes,
    codeAt,
    parents: Int32Array.from(codes, ({ parent }) => (parent === null ? -1 : (codeAt.get(parent) ?? -1))),
    sources,
    sourceAt: new Map(sources.map(({ id }, n) => [id, n])),
    coders,
    passages: passages.columns,
    ...codingsOf(db, passages.at, passages.columns.ids.length, codeAt, coders),
    turns,
    voices: voicesOf(passages.columns, turns),
  }
}

function passagesOf(db: Reader, sources: readonly StudiedSource[]) {
  const rows = rowsOf<PassageRow>(
    db,
    `SELECT json_group_array(json_array(p.rowid, p.id, s.number, p.start, p."end"))
       FROM passage p JOIN source s ON s.id = p.source WHERE p.state <> 'parked'`,
  )
  const rankOf = new Map(sources.map(({ number }, n) => [number, n]))
  const bySource: PassageRow[][] = sources.map(() => [])
  for (const row of rows) bySource[rankOf.get(row[2]) ?? 0]?.push(row)
  const from = new Int32Array(sources.length + 1)
  const source = new Int32Array(rows.length)
  const start = new Int32Array(rows.length)
  const end = new Int32Array(rows.length)
  const ids: PassageId[] = []
  const at = new Map<number, number>()
  for (const [n, own] of bySource.entries()) {
    from[n] = ids.length
    own.sort((a, b) => (a[3] ?? -1) - (b[3] ?? -1) || (b[4] ?? -1) - (a[4] ?? -1) || (a[1] < b[1] ? -1 : 1))
    for (const [rowid, id, , first, last] of own) {
      at.set(rowid, ids.length)
      source[ids.length] = n
      start[ids.length] = first ?? -1
      end[ids.length] = last ?? -1
      ids.push(id)
    }
  }
  from[sources.length] = ids.length
  return { at, columns: { ids, source, start, end, from } }
}

function codingsOf(
  db: Reader,
  passageAt: ReadonlyMap<number, number>,
  passages: number,
  codeAt: ReadonlyMap<CodeId, number>,
  coders: readonly { readonly id: CoderId }[],
): Pick<Study, 'codings' | 'days'> {
  const rows = rowsOf<CodingRow>(
    db,
    `SELECT json_group_array(json_array(c.rowid, p.rowid, c.code, c.coder, c.stance, c.holds_responsible, substr(c.created_at, 1, 10)))
       FROM coding c JOIN passage p ON p.id = c.passage WHERE c.state = 'live' AND p.state <> 'parked'`,
  )
  const coderAt = new Map(coders.map(({ id }, n) => [id, n]))
  const days = [...new Set(rows.map((row) => row[6]))].toSorted()
  const dayAt = new Map(days.map((day, n) => [day, n]))
  const order = inOrderOfPassages(rows, passageAt, passages)
  const codings = {
    rowid: new Float64Array(rows.length),
    passage: new Int32Array(rows.length),
    code: new Int32Array(rows.length),
    coder: new Int32Array(rows.length),
    stance: new Int8Array(rows.length),
    responsible: new Int8Array(rows.length),
    day: new Int32Array(rows.length),
  }
  for (let n = 0; n < order.length; n++) {
    const [rowid, passage, code, coder, stance, responsible, day] = rows[order[n] ?? 0] as CodingRow
    codings.rowid[n] = rowid
    codings.passage[n] = passageAt.get(passage) ?? -1
    codings.code[n] = codeAt.get(code) ?? -1
    codings.coder[n] = coderAt.get(coder) ?? -1
    codings.stance[n] = stance === null ? -1 : stances.indexOf(stance as (typeof stances)[number])
    codings.responsible[n] =
      responsible === null ? -1 : responsibles.indexOf(responsible as (typeof responsibles)[number])
    codings.day[n] = dayAt.get(day) ?? -1
  }
  return { codings, days }
}

/** Counting sort: where the codings of each passage begin is known before they are put there. */
function inOrderOfPassages(
  rows: readonly CodingRow[],
  passageAt: ReadonlyMap<number, number>,
  passages: number,
): Int32Array {
  const next = new Int32Array(passages + 1)
  for (const row of rows) next[(passageAt.get(row[1]) ?? 0) + 1]! += 1
  for (let n = 1; n <= passages; n++) next[n]! += next[n - 1] ?? 0
  const order = new Int32Array(rows.length)
  for (const [n, row] of rows.entries()) {
    const passage = passageAt.get(row[1]) ?? 0
    order[next[passage] ?? 0] = n
    next[passage]! += 1
  }
  return order
}
