/**
 * The gate for tables of reports.
 *
 * Counts leave without documents of no use (X). Where the rows are words, documents of which only a summary
 * may leave (S) stay behind too: a list of words is made of the text. Places of a word are quotes: those in or
 * near a dangerous passage stay behind, and at less open levels than N what stands around the word ends
 * with the turn, so that no label of a speaker comes along. Cases are named by organisation, so their names
 * leave where every document of theirs may (O); else they have a number.
 */
import type { SourceId } from '../../../schema/ids.ts'
import type { ReportName, ReportQuery } from '../../../schema/report-query.ts'
import type { Cell, ReportColumn, ReportNote, ReportRow, ReportTable } from '../../../schema/report-table.ts'
import { sql, type Reader } from '../db.ts'
import { textOfSource } from '../services/texts.ts'
import { nameMask, type NameMask } from './name-mask.ts'
import { standingsIn } from './standing.ts'

/** Counts of fewer are called small (METHODS 5.2: whoever knows the field may recognise somebody). */
const fewest = 3
const wordReports: ReadonlySet<ReportName> = new Set(['words', 'keyness', 'kwic', 'collocations'])

/** Documents that a report may not count when its answer leaves. */
export function closedTo(db: Reader, { name }: Pick<ReportQuery, 'name'>): ReadonlySet<SourceId> {
  const isOfWords = wordReports.has(name)
  const standings = [...standingsIn(db).values()]
  return new Set(standings.filter(({ isClosed, hasWords }) => isClosed || (isOfWords && !hasWords)).map(({ id }) => id))
}

/** The table as it may leave, and how many rows stayed behind. */
export function letTableOut(
  db: Reader,
  table: ReportTable,
): { readonly table: ReportTable; readonly withheld: number } {
  const { table: out, withheld } = table.query.name === 'kwic' ? placesLetOut(db, table) : numbered(db, table)
  return { table: withoutRealNames(out, nameMask(db)), withheld }
}

/** Names of the open name table replaced in labels and cells. */
const withoutRealNames = (table: ReportTable, mask: NameMask): ReportTable => ({
  ...table,
  rows: table.rows.map((row) => ({ ...row, label: mask(row.label) })),
  columns: table.columns.map((column) => ({ ...column, label: mask(column.label) })),
  cells: table.cells.map((cells) => cells.map((cell) => (typeof cell === 'string' ? mask(cell) : cell))),
  notes: table.notes.map((note) => withWords(note, mask)),
})

/** A note with all it says of coders, documents and codes masked, whatever it is about. */
const withWords = (note: ReportNote, mask: NameMask): ReportNote =>
  JSON.parse(JSON.stringify(note), (field, value: unknown) =>
    typeof value === 'string' && field !== 'kind' ? mask(value) : value,
  ) as ReportNote

/** Cases that may not be named have numbers. */
function numbered(db: Reader, table: ReportTable): ReturnType<typeof letTableOut> {
  const numbers = numbersOfCases(db)
  const named = <Line extends Pick<ReportRow | ReportColumn, 'stands' | 'label'>>(line: Line): Line => {
    const { stands } = line
    const number = stands?.kind === 'group' && stands.attribute === 'case' ? numbers.get(stands.value ?? '') : undefined
    return number === undefined ? line : { ...line, label: `№ ${number}` }
  }
  return {
    withheld: 0,
    table: { ...table, rows: table.rows.map(named), columns: table.columns.map(named) },
  }
}

/** Cases with a document that is less open than O, by number. */
function numbersOfCases(db: Reader): ReadonlyMap<string, number> {
  const standings = standingsIn(db)
  const members = Map.groupBy(
    db.all<{ theCase: string; source: SourceId }>(sql`SELECT the_case AS theCase, source FROM case_member`),
    ({ theCase }) => theCase,
  )
  const isNamed = (id: string) =>
    (members.get(id) ?? []).every(({ source }) => ['N', 'O'].includes(standings.get(source)?.level ?? 'X'))
  const cases = db.pluck<string>(sql`SELECT id FROM the_case ORDER BY name`)
  return new Map(cases.flatMap((id, n) => (isNamed(id) ? [] : [[id, n + 1] as const])))
}

interface Stretch {
  readonly source: SourceId
  readonly start: number
  readonly end: number
}

function placesLetOut(db: Reader, table: ReportTable): ReturnType<typeof letTableOut> {
  const standings = standingsIn(db)
  const dangerous = Map.groupBy(
    db.all<Stretch>(
      sql`SELECT source, start, "end" FROM passage WHERE sensitivity = 4 AND state <> 'parked' AND start IS NOT NULL`,
    ),
    ({ source }) => source,
  )
  const before = table.columns.findIndex(({ measure }) => measure === 'left')
  const after = table.columns.findIndex(({ measure }) => measure === 'right')
  const match = table.columns.findIndex(({ measure }) => measure === 'match')
  const mask = nameMask(db)
  const kept = table.rows.flatMap((row, n) => {
    const { stands } = row
    const cells = table.cells[n] ?? []
    const standing = stands.kind === 'place' ? standings.get(stands.source) : undefined
    if (stands.kind !== 'place' || !standing?.hasWords) return []
    const { text } = textOfSource(db, stands.source)
    const from = stands.start - unitsBehind(text.slice(0, stands.start), wordsIn(cells[before]).length)
    const to = stands.end + unitsOf(text, stands.end, wordsIn(cells[after]).length)
    if (dangerous.get(stands.source)?.some(({ start, end }) => start < to && end > from)) return []
    const said = standing.level === 'N' ? { from, to } : turnAround(db, stands)
    // A name of several words is cut by the columns, and known in its place alone.
    const words = (start: number, end: number) => mask(text.slice(start, end), { source: stands.source, start })
    const inside = cells.map((cell, at): Cell => {
      if (at === before) return flat(words(Math.max(from, said.from), stands.start))
      if (at === after) return flat(words(stands.end, Math.min(to, said.to)))
      return at === match ? words(stands.start, stands.end) : cell
    })
    return [{ row, cells: inside }]
  })
  return {
    withheld: table.rows.length - kept.length,
    table: { ...table, rows: kept.map(({ row }) => row), cells: kept.map(({ cells }) => cells), gaps: [] },
  }
}

const wordsIn = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '')
/** As places of words are printed: white space is one blank a run. */
const flat = (text: string) => text.replace(/\s+/gu, ' ')

/** How many units of `text` from `at` are printed as `printed` of them. */
function unitsOf(text: string, at: number, printed: number): number {
  let end = at
  for (let left = printed; left > 0 && end < text.length; left--) {
    const run = /\s+/uy
    run.lastIndex = end
    end += run.exec(text)?.[0].length ?? 1
  }
  return end - at
}

/** The same, backwards from the end. */
function unitsBehind(text: string, printed: number): number {
  let start = text.length
  for (let left = printed; left > 0 && start > 0; left--) {
    const isBlank = /\s/u.test(text[start - 1] ?? '')
    start--
    while (isBlank && start > 0 && /\s/u.test(text[start - 1] ?? '')) start--
  }
  return text.length - start
}

/** The words of the turn in which a place is; between turns what stands between them. UTF-16 units. */
function turnAround(db: Reader, { source, start }: Stretch): { readonly from: number; readonly to: number } {
  const own = db.get<{ from: number; to: number }>(sql`
    SELECT words_start AS "from", "end" AS "to" FROM turn
     WHERE source = ${source} AND start <= ${start} AND "end" > ${start} ORDER BY start DESC LIMIT 1`)
  if (own) return { from: Math.min(own.from, start), to: own.to }
  const before = db.pluck<number | null>(
    sql`SELECT max("end") FROM turn WHERE source = ${source} AND start <= ${start}`,
  )
  const after = db.pluck<number | null>(sql`SELECT min(start) FROM turn WHERE source = ${source} AND start > ${start}`)
  return { from: before[0] ?? 0, to: after[0] ?? Number.MAX_SAFE_INTEGER }
}

/**
 * Cells that rest on few: counts of documents or speakers above none and below three, and any number in a column
 * that itself rests on so few documents.
 */
export function smallCells({ columns, cells }: ReportTable): number {
  const suspects = columns.flatMap(({ measure, base, stands }, at) => {
    const isFew = stands !== null && base !== null && base > 0 && base < fewest
    const isCount = measure === 'sources' || measure === 'speakers'
    return isFew || isCount ? [{ at, isFew }] : []
  })
  let small = 0
  for (const row of cells)
    for (const { at, isFew } of suspects) {
      const cell = row[at]
      if (typeof cell === 'number' && cell > 0 && (isFew || cell < fewest)) small++
    }
  return small
}
