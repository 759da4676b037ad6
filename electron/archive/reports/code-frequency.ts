/**
 * How often each code was used: codings, documents, distinct speakers, distinct characters, a code
 * alone and with everything below it (METHODS 4.6). Codes that were never used stay, with zeros.
 *
 * One pass over the codings: each is entered under its code and its code's ancestors, in the total
 * and in its column. Characters are the union of the passages' stretches, so nothing counts twice.
 */
import type { CodeId, CoderId, SourceId } from '../../../schema/ids.ts'
import type { Input } from '../../../schema/contract.ts'
import type { Codebook } from '../../../schema/codebook.ts'
import type { CodeFrequency, CodingFilter, Counts, FrequencyColumn } from '../../../schema/report.ts'
import type { SourceKind } from '../../../schema/source.ts'
import { sql, type Reader } from '../db.ts'
import { codebookOf } from '../services/codebook.ts'
import { codesInSets, listCodeSets } from '../services/code-sets.ts'
import { listCoders } from '../services/coders.ts'
import { countParked, reported } from './coding-filter.ts'

/** Passages and speakers go by their rowids, sources by their numbers: within one report an id as text is only slower. */
interface Entry {
  readonly code: CodeId
  readonly passage: number
  readonly source: number
  readonly kind: SourceKind
  readonly start: number | null
  readonly end: number | null
}

export function codeFrequency(db: Reader, { by, filter }: Input<'report.codeFrequency'>): CodeFrequency {
  const entries = entriesOf(db, filter)
  const speakers = speakersOf(db)
  const { columns, columnAt } = columnsOf(db, by, entries)
  const codes = codebookOf(db)
  const own = new Map<CodeId, Tallies>(codes.map(({ id }) => [id, []]))
  const rolledUp = new Map<CodeId, Tallies>(codes.map(({ id }) => [id, []]))
  const all: Tallies = []
  const enteredIn = tallyListsOf(codes, own, rolledUp, all)
  for (const entry of entries) {
    const voices = speakers.get(entry.passage) ?? silence
    const column = by === 'source' ? columnAt.get(entry.source) : by === 'kind' ? columnAt.get(entry.kind) : undefined
    for (const tallies of enteredIn.get(entry.code) ?? []) {
      ;(tallies[0] ??= new Tally()).add(entry, voices)
      if (column !== undefined) (tallies[column] ??= new Tally()).add(entry, voices)
    }
  }
  const counted = (tallies: Tallies = []) => columns.map((_, n) => tallies[n]?.counts() ?? none)
  return {
    by,
    columns,
    rows: shownOf(db, codes, filter).map(({ id }) => ({
      code: id,
      own: counted(own.get(id)),
      rolledUp: counted(rolledUp.get(id)),
    })),
    all: counted(all),
    note: noteOn(db, filter),
  }
}

/** Where a coding of each code is entered: everything, the code alone, and the code and all above it with what is below. */
function tallyListsOf(
  codes: Codebook,
  own: ReadonlyMap<CodeId, Tallies>,
  rolledUp: ReadonlyMap<CodeId, Tallies>,
  all: Tallies,
): ReadonlyMap<CodeId, readonly Tallies[]> {
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]))
  return new Map(
    codes.map(({ id }) => {
      const lists = [all, own.get(id) ?? []]
      for (let code: CodeId | null | undefined = id; code; code = parents.get(code))
        lists.push(rolledUp.get(code) ?? [])
      return [id, lists]
    }),
  )
}

/** All codes; of sets only theirs, with what they stand below. */
function shownOf(db: Reader, codes: Codebook, { sets }: CodingFilter): Codebook {
  if (!sets) return codes
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]))
  const shown = new Set<CodeId>()
  for (const code of codesInSets(db, sets))
    for (let at: CodeId | null | undefined = code; at; at = parents.get(at)) shown.add(at)
  return codes.filter(({ id }) => shown.has(id))
}

const silence: readonly number[] = []
const none: Counts = { codings: 0, sources: 0, speakers: 0, characters: 0 }

/** By the number of the column; a hole where nothing was entered. */
type Tallies = (Tally | undefined)[]

/** Counts as it goes: entries come in order of source and start, so only the source in hand need be remembered. */
class Tally {
  #codings = 0
  #sources = 0
  #speakers = 0
  #characters = 0
  #source = -1
  /** The end of what is under a stretch of this source so far. */
  #covered = 0
  /** Who has spoken in this source; a speaker belongs to one. */
  #heard: readonly number[] = silence

  add({ source, start, end }: Entry, speakers: readonly number[]): void {
    this.#codings++
    if (source !== this.#source) {
      this.#source = source
      this.#sources++
      this.#covered = 0
      this.#heard = silence
    }
    for (const speaker of speakers)
      if (!this.#heard.includes(speaker)) {
        this.#heard = [...this.#heard, speaker]
        this.#speakers++
      }
    if (start === null || end === null) return // a region has no characters
    this.#characters += Math.max(0, end - Math.max(this.#covered, start))
    this.#covered = Math.max(this.#covered, end)
  }

  counts(): Counts {
    return {
      codings: this.#codings,
      sources: this.#sources,
      speakers: this.#speakers,
      characters: this.#characters,
    }
  }
}

function entriesOf(db: Reader, filter: CodingFilter): readonly Entry[] {
  const { text, values } = reported(db, filter)
  return db.all<Entry>({
    text: `SELECT c.code, p.rowid AS passage, s.number AS source, s.kind, p.start, p."end"
             FROM coding c JOIN passage p ON p.id = c.passage JOIN source s ON s.id = p.source
            WHERE ${text} ORDER BY s.number, p.start`,
    values,
  })
}

/** Who speaks in each passage, but for interviewers: whoever's turn it begins in, and those that begin within it. */
function speakersOf(db: Reader): ReadonlyMap<number, number[]> {
  const speakers = new Map<number, number[]>()
  const rows = db.all<{ passage: number; speaker: number }>(sql`
    SELECT p.rowid AS passage, v.rowid AS speaker FROM passage p
      JOIN turn t ON t.source = p.source AND t.start < p."end" AND t."end" > p.start
       AND t.start >= ifnull((SELECT start FROM turn WHERE source = p.source AND start <= p.start ORDER BY start DESC LIMIT 1), 0)
      JOIN speaker v ON v.id = t.speaker AND v.is_interviewer = 0`)
  for (const { passage, speaker } of rows) {
    const list = speakers.get(passage)
    if (list) list.push(speaker)
    else speakers.set(passage, [speaker])
  }
  return speakers
}

interface Columns {
  readonly columns: readonly FrequencyColumn[]
  /** By the source's number or the kind. */
  readonly columnAt: ReadonlyMap<number | SourceKind, number>
}

/** The total, then documents or kinds that have codings; those without would be columns of zeros. */
function columnsOf(db: Reader, by: CodeFrequency['by'], entries: readonly Entry[]): Columns {
  const labels = new Map<number | SourceKind, FrequencyColumn>()
  if (by === 'kind') for (const { kind } of entries) labels.set(kind, { key: kind, label: kind })
  if (by === 'source') {
    const sources = new Map(
      db
        .all<{ id: SourceId; number: number; short: string }>(sql`SELECT id, number, short FROM source`)
        .map((source) => [source.number, source]),
    )
    for (const { source } of entries)
      if (!labels.has(source))
        labels.set(source, { key: sources.get(source)?.id ?? '', label: sources.get(source)?.short ?? '' })
  }
  return {
    columns: [{ key: '', label: 'total' }, ...labels.values()],
    columnAt: new Map([...labels.keys()].map((key, n) => [key, n + 1])),
  }
}

/** What a reader must know to trust the numbers. */
function noteOn(db: Reader, filter: CodingFilter): string {
  const coders = listCoders(db).filter(({ id }) => !filter.coders || filter.coders.includes(id as CoderId))
  const documents = db.get<{ count: number }>(sql`SELECT count(*) AS count FROM source`)?.count ?? 0
  const limits = [
    filter.codes && `${filter.codes.length} codes`,
    filter.sets &&
      listCodeSets(db)
        .filter(({ id }) => filter.sets?.includes(id))
        .map(({ name }) => name)
        .join(', '),
    filter.sources && `${filter.sources.length} documents`,
    filter.kinds && filter.kinds.join(', '),
  ].filter(Boolean)
  const parked = countParked(db, filter)
  const left = parked > 0 ? `; ${parked} parked passages left out` : ''
  return `Of ${documents} documents; coders: ${coders.map(({ name }) => name).join(', ') || 'none'}${limits.length > 0 ? `; only ${limits.join('; ')}` : ''}${left}; ${new Date().toISOString().slice(0, 10)}.`
}
