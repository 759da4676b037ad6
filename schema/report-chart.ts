/** Which chart shows a report best; null for those that are read, not seen. Pure: the same in the window and in a file. */
import { mostSeries, type Bar, type ChartSpec, type StackedBar } from './chart.ts'
import type { CodeId } from './ids.ts'
import { columnName, printedCell, rowName } from './report-cells.ts'
import type { Cell, ReportColumn, ReportNote, ReportRow, ReportTable } from './report-table.ts'
import type { ReportWords } from './report-words.ts'

/** Bars that one still reads; the table has the rest, and the unit says so. */
const most = 60
const mostColumns = 40
const plainColour = '#5b6b84'

/** What of a table is charted: a column of it, or one row across the columns. Null: as the report suggests. */
export interface ChartWish {
  readonly row: string | null
  readonly column: string | null
}

export function chartOf(
  table: ReportTable,
  wish: ChartWish,
  words: ReportWords,
  colourOf: (code: CodeId) => string | undefined,
): ChartSpec | null {
  const { name } = table.query
  if (name === 'kwic' || name === 'never-used') return null
  if (table.rows.length === 0) return null
  const colour = ({ stands }: ReportRow) => (stands.kind === 'code' ? colourOf(stands.code) : undefined) ?? plainColour
  const spread = table.columns.flatMap((column, at) => (column.stands ? [{ column, at }] : []))
  const isWhole = table.shown.columns.of <= spread.length
  const title = words.reports[name].question
  const asked = wish.column === null ? undefined : table.columns.findIndex(({ key }) => key === wish.column)
  const row = table.rows.findIndex(({ key }) => key === wish.row)
  if (asked === undefined || asked < 0) {
    // Rows overlap (a family counts its codes), so only the report itself may add them up.
    if (name === 'timeline' && isWhole && (row >= 0 || table.totals))
      return { kind: 'columns', title, ...acrossColumns(table, row, spread, words, colour) }
    if (row >= 0 && spread.length > 0 && isWhole && spread.length <= mostColumns)
      return { kind: 'bars', title, ...acrossColumns(table, row, spread, words, colour) }
    const isAdded = spread.every(({ column }) => column.type === 'count')
    if ((name === 'facets' || name === 'code-by-attribute') && isAdded && isWhole && spread.length <= mostSeries)
      return { kind: 'stacked', title, ...stacked(table, spread, words) }
  }
  const at = asked === undefined || asked < 0 ? usual(table) : asked
  const column = table.columns[at]
  if (!column || column.type === 'text') return null
  return { kind: 'bars', title, ...downRows(table, at, column, words, colour) }
}

/** The column that a report is about: its first own number, else the first number. */
function usual({ columns, query }: ReportTable): number {
  const wanted =
    query.name === 'coverage'
      ? columns.findIndex(({ measure }) => measure === 'coverage')
      : query.name === 'agreement'
        ? columns.findIndex(({ measure }) => measure === (query.units === 'segments' ? 'uAlpha' : 'alpha'))
        : query.name === 'keyness'
          ? columns.findIndex(({ measure }) => measure === 'keyness')
          : query.name === 'collocations'
            ? columns.findIndex(({ measure }) => measure === query.order)
            : columns.findIndex(({ stands, type }) => stands === null && type !== 'text')
  return wanted >= 0 ? wanted : columns.findIndex(({ type }) => type !== 'text')
}

/** A star behind a number that rests on one speaker. */
function starIn({ alone }: ReportTable): (row: number | null, column: number) => string {
  const places = new Set(alone.map(({ row, column }) => `${row ?? ''} ${column}`))
  return (row, column) => (places.has(`${row ?? ''} ${column}`) ? '*' : '')
}

function downRows(
  table: ReportTable,
  at: number,
  column: ReportColumn,
  words: ReportWords,
  colour: (row: ReportRow) => string,
): { readonly unit: string; readonly bars: readonly Bar[] } {
  const { rows, cells, notes } = table
  const star = starIn(table)
  const all = rows
    .map((row, n) => ({ row, value: numberOf(cells[n]?.[at]), star: star(n, at) }))
    .filter(({ value }) => value !== null && value !== 0)
    .toSorted((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0))
  const bars = all.slice(0, most).map(({ row, value, star: behind }): Bar => ({
    label: rowName(row, words),
    colour: colour(row),
    indent: 0,
    value: value ?? 0,
    words: `${printedCell(value, column.type, words)}${behind}`,
    row: row.key,
    column: column.key,
  }))
  return { unit: unitOf(columnName(column, words), notes, words, bars.length, all.length), bars }
}

function acrossColumns(
  table: ReportTable,
  row: number,
  spread: readonly { readonly column: ReportColumn; readonly at: number }[],
  words: ReportWords,
  colour: (row: ReportRow) => string,
): { readonly unit: string; readonly bars: readonly Bar[] } {
  const { rows, cells, totals, notes } = table
  const star = starIn(table)
  const line = rows[row]
  const values = line ? cells[row] : totals
  const bars = spread.map(({ column, at }): Bar => {
    const value = numberOf(values?.[at])
    return {
      label: columnName(column, words),
      colour: line ? colour(line) : plainColour,
      indent: 0,
      value: value ?? 0,
      words: `${printedCell(value, column.type, words)}${star(line ? row : null, at)}`,
      row: line?.key ?? null,
      column: column.key,
    }
  })
  const measure = spread[0] ? words.measures[spread[0].column.measure].name : ''
  const about = line ? `${rowName(line, words)}: ${measure}` : measure
  return { unit: unitOf(about, notes, words, bars.length, bars.length), bars }
}

function stacked(
  table: ReportTable,
  spread: readonly { readonly column: ReportColumn; readonly at: number }[],
  words: ReportWords,
): { readonly unit: string; readonly series: readonly string[]; readonly bars: readonly StackedBar[] } {
  const { rows, cells, notes } = table
  const star = starIn(table)
  const all = rows
    .map((row, n) => {
      const parts = spread.map(({ column, at }) => {
        const value = numberOf(cells[n]?.[at]) ?? 0
        return { column: column.key, value, words: `${printedCell(value, column.type, words)}${star(n, at)}` }
      })
      return { row, parts, sum: parts.reduce((sum, { value }) => sum + value, 0) }
    })
    .filter(({ sum }) => sum > 0)
  const bars = all.slice(0, most).map(({ row, parts, sum }): StackedBar => ({
    label: rowName(row, words),
    row: row.key,
    indent: Math.min(1, row.depth),
    parts,
    words: printedCell(sum, 'count', words),
  }))
  const measure = spread[0] ? words.measures[spread[0].column.measure].name : ''
  return {
    unit: unitOf(measure, notes, words, bars.length, all.length),
    series: spread.map(({ column }) => columnName(column, words)),
    bars,
  }
}

/** What is counted, on what it rests, and whether there is more. */
function unitOf(measure: string, notes: readonly ReportNote[], words: ReportWords, shown: number, of: number): string {
  const about = notes.find(({ kind }) => kind === 'about' || kind === 'words')
  return [
    `${measure}.`,
    ...(about ? [words.note(about)] : []),
    ...(shown < of ? [words.note({ kind: 'cut', shown, of })] : []),
  ].join(' ')
}

const numberOf = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null)
