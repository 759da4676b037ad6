/**
 * Codes with their four counts, alone and with everything below, over all and a column for every
 * document or kind that has codings: what `export.codeFrequency` writes. Codes never used stay, with zeros.
 */
import type { CodeId, CoderId } from '../../../schema/ids.ts'
import type { Input } from '../../../schema/contract.ts'
import type { Codebook } from '../../../schema/codebook.ts'
import type { CodeFrequency, CodingFilter, Counts, FrequencyColumn } from '../../../schema/report.ts'
import { sql, type Reader } from '../db.ts'
import { codesInSets, listCodeSets } from '../services/code-sets.ts'
import { listCoders } from '../services/coders.ts'
import { countParked } from './coding-filter.ts'
import { lineagesOf, selectionOf, type Selection } from './selection.ts'
import { studyOf, type Study } from './study.ts'
import { Tallies } from './tallies.ts'

export function codeFrequency(db: Reader, { by, filter }: Input<'report.codeFrequency'>): CodeFrequency {
  const study = studyOf(db)
  const selection = selectionOf(db, study, filter)
  const { columns, columnAt } = columnsOf(study, selection, by)
  const width = columns.length
  const all = study.codes.length
  const own = new Tallies(study, (all + 1) * width)
  const rolledUp = new Tallies(study, all * width)
  const lineages = lineagesOf(study)
  for (const n of selection.codings) {
    const passage = study.codings.passage[n] ?? 0
    const code = study.codings.code[n] ?? 0
    const column = columnAt[study.passages.source[passage] ?? 0] ?? 0
    for (const at of column === 0 ? [0] : [0, column]) {
      own.add(code * width + at, passage)
      own.add(all * width + at, passage)
      for (const above of lineages[code] ?? []) rolledUp.add(above * width + at, passage)
    }
  }
  const counted = (tallies: Tallies, row: number): readonly Counts[] =>
    columns.map((_, n) => tallies.counts(row * width + n))
  return {
    by,
    columns,
    rows: shownOf(db, study.codes, filter).map((row) => ({
      code: study.codes[row]?.id ?? ('' as CodeId),
      own: counted(own, row),
      rolledUp: counted(rolledUp, row),
    })),
    all: counted(own, all),
    note: noteOn(db, filter),
  }
}

/** All codes; of sets only theirs, with what they stand below. */
function shownOf(db: Reader, codes: Codebook, { sets }: CodingFilter): readonly number[] {
  const everything = codes.map((_, n) => n)
  if (!sets) return everything
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]))
  const shown = new Set<CodeId>()
  for (const code of codesInSets(db, sets))
    for (let at: CodeId | null | undefined = code; at; at = parents.get(at)) shown.add(at)
  return everything.filter((n) => shown.has(codes[n]?.id ?? ('' as CodeId)))
}

/** The total, then documents or kinds that have codings; `columnAt` by the source's place, 0 where it has none. */
function columnsOf(study: Study, { codings }: Selection, by: CodeFrequency['by']) {
  const labels = new Map<string, FrequencyColumn>()
  const places = new Map<string, number>()
  const columnAt = new Int32Array(study.sources.length)
  if (by !== 'total')
    for (const n of codings) {
      const at = study.passages.source[study.codings.passage[n] ?? 0] ?? 0
      const source = study.sources[at]
      if (!source || columnAt[at] !== 0) continue
      const column =
        by === 'source' ? { key: source.id, label: source.short } : { key: source.kind, label: source.kind }
      if (!labels.has(column.key)) {
        labels.set(column.key, column)
        places.set(column.key, labels.size)
      }
      columnAt[at] = places.get(column.key) ?? 0
    }
  return { columns: [{ key: '' as const, label: 'total' }, ...labels.values()], columnAt }
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
