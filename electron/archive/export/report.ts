/** Reports as files: a table for spreadsheets, or the chart that the window shows. Each carries its stamp. */
import type { Input } from '../../../schema/contract.ts'
import { drawChart } from '../../../schema/chart.ts'
import { svgOf } from '../../../schema/chart-svg.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId, SourceId } from '../../../schema/ids.ts'
import { columnName, rowName } from '../../../schema/report-cells.ts'
import { chartOf } from '../../../schema/report-chart.ts'
import type { ReportQuery } from '../../../schema/report-query.ts'
import type { Cell, ReportTable } from '../../../schema/report-table.ts'
import { reportWords, type ReportWords } from '../../../schema/report-words.ts'
import type { Sheet, Workbook } from '../../../schema/report.ts'
import type { QuotationLevel } from '../../../schema/source.ts'
import { sql, type Reader } from '../db.ts'
import { runReport } from '../reports/run-report.ts'
import { codebookOf } from '../services/codebook.ts'
import { csvOf } from './csv.ts'
import { countable } from './gate.ts'
import { workbookOf, type BookColumn } from './workbook.ts'

/** Pixels; as wide as a page of a thesis at 96 to the inch. */
const chartWidth = 760
/** Counts of fewer are called small (METHODS 5.2: whoever knows the field may recognise somebody). */
const fewest = 3

interface Leaving {
  readonly table: ReportTable
  readonly words: ReportWords
  readonly withheld: number
  readonly fileName: (ending: string) => string
  /** Question, filters, day, fingerprint, warnings: a line each, a name and what it says. */
  readonly stamp: readonly (readonly [name: string, said: string])[]
}

export function exportReport(db: Reader, { format, row, column, ...asked }: Input<'export.report'>): Sheet {
  const leaving = leave(db, asked)
  const { table, words, withheld, fileName, stamp } = leaving
  if (format === 'csv')
    return {
      fileName: fileName('csv'),
      mediaType: 'text/csv; charset=utf-8',
      rows: table.rows.length,
      withheld,
      content: csvOf([...linesOf(leaving), [], ...stamp.map((line) => [...line])]),
    }
  const colours = new Map<CodeId, string>(codebookOf(db).map(({ id, colour }) => [id, colour]))
  const chart = chartOf(table, { row, column }, words, (code) => colours.get(code))
  if (!chart) throw new ArchiveError({ kind: 'no-chart' })
  return {
    fileName: fileName('svg'),
    mediaType: 'image/svg+xml',
    rows: chart.bars.length,
    withheld,
    content: svgOf(
      drawChart(chart, chartWidth),
      stamp.map(([name, said]) => (name === '' ? said : `${name}: ${said}`)),
    ),
  }
}

export async function exportReportBook(db: Reader, asked: Input<'export.reportBook'>): Promise<Workbook> {
  const { table, words, withheld, fileName, stamp } = leave(db, asked)
  const columns: readonly BookColumn[] = [
    { name: words.heads[table.query.name], type: 'text' },
    ...table.columns.map((each): BookColumn => ({ name: columnName(each, words), type: each.type })),
  ]
  const lines = table.rows.map((each, n) => [rowName(each, words), ...(table.cells[n] ?? [])])
  const totals = table.totals ? [[words.total, ...table.totals]] : []
  return {
    fileName: fileName('xlsx'),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    rows: table.rows.length,
    withheld,
    content: await workbookOf([
      { name: words.reports[table.query.name].name, columns, rows: [...lines, ...totals] },
      {
        name: words.stamp.about,
        columns: [
          { name: words.stamp.about, type: 'text' },
          { name: words.stamp.data, type: 'text' },
        ],
        rows: stamp,
      },
    ]),
  }
}

/** The report as it may leave: without documents that may not be counted, and without words that may not be quoted. */
function leave(db: Reader, { report, language }: Pick<Input<'export.report'>, 'report' | 'language'>): Leaving {
  const words = reportWords(language)
  const open = countable(db, report.filter)
  const everything = { rows: { from: 0, count: 10_000 }, columns: { from: 0, count: 10_000 } }
  const asked = runReport(db, { report: { ...report, filter: open.filter } as ReportQuery, page: everything })
  const { table, silent } = withoutQuotes(db, asked)
  const withheld = open.withheld + silent
  const { at, fingerprint, counts } = table.stamp
  const small = smallCells(table)
  return {
    table,
    words,
    withheld,
    fileName: (ending) => `${report.name}.${ending}`,
    stamp: [
      [words.stamp.asked, `${words.reports[report.name].question} ${JSON.stringify(report)}`],
      [words.stamp.at, at],
      [words.stamp.contents, words.stamp.counts(counts)],
      [words.stamp.fingerprint, fingerprint],
      ...table.notes.filter(({ kind }) => kind !== 'filtered').map((note) => ['', words.note(note)] as const),
      ...(withheld > 0 ? [['', words.stamp.withheld(withheld)] as const] : []),
      ...(small > 0 ? [['', words.stamp.small(small)] as const] : []),
    ],
  }
}

/** Places of a word are quotes: of documents whose words may not be quoted they stay behind. */
function withoutQuotes(db: Reader, table: ReportTable): { readonly table: ReportTable; readonly silent: number } {
  if (table.query.name !== 'kwic') return { table, silent: 0 }
  const levels = new Map(
    db
      .all<{ id: SourceId; level: QuotationLevel }>(sql`SELECT id, quotation_level AS level FROM source`)
      .map(({ id, level }) => [id, level]),
  )
  const kept = table.rows.flatMap(({ stands }, n) => {
    const level = stands.kind === 'place' ? levels.get(stands.source) : undefined
    return level === undefined || level === 'S' || level === 'X' ? [] : [n]
  })
  return {
    silent: table.rows.length - kept.length,
    table: {
      ...table,
      rows: kept.flatMap((n) => table.rows[n] ?? []),
      cells: kept.map((n) => table.cells[n] ?? []),
      gaps: [],
    },
  }
}

/** Counts of documents or speakers above none and below three. */
function smallCells({ columns, cells }: ReportTable): number {
  const counted = columns.flatMap(({ measure }, at) => (measure === 'sources' || measure === 'speakers' ? [at] : []))
  let small = 0
  for (const row of cells)
    for (const at of counted) {
      const cell = row[at]
      if (typeof cell === 'number' && cell > 0 && cell < fewest) small++
    }
  return small
}

function linesOf({ table, words }: Leaving): (string | number)[][] {
  const cell = (value: Cell) => value ?? ''
  return [
    [words.heads[table.query.name], ...table.columns.map((column) => columnName(column, words))],
    ...table.rows.map((row, n) => [rowName(row, words), ...(table.cells[n] ?? []).map(cell)]),
    ...(table.totals ? [[words.total, ...table.totals.map(cell)]] : []),
  ]
}
