/** Reports as files: a table for spreadsheets, or the chart that the window shows. Each carries its stamp. */
import type { Input } from '../../../schema/contract.ts'
import { drawChart } from '../../../schema/chart.ts'
import { svgOf } from '../../../schema/chart-svg.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId, SourceId } from '../../../schema/ids.ts'
import { columnName, rowName } from '../../../schema/report-cells.ts'
import { chartOf } from '../../../schema/report-chart.ts'
import { askedInWords } from '../../../schema/report-asked.ts'
import type { ReportQuery } from '../../../schema/report-query.ts'
import type { Cell, ReportTable } from '../../../schema/report-table.ts'
import { reportWords, type ReportWords } from '../../../schema/report-words.ts'
import type { CodingFilter, Sheet, Workbook } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { namesIn } from '../services/report-names.ts'
import { runReport } from '../reports/run-report.ts'
import { codebookOf } from '../services/codebook.ts'
import { csvOf } from './csv.ts'
import { closedTo, letTableOut, smallCells } from './gate-report.ts'
import { countable } from './gate.ts'
import { nameMask, type NameMask } from './name-mask.ts'
import { reportPage } from './report-html.ts'
import { workbookOf, type BookColumn } from './workbook.ts'

/** Pixels; as wide as a page of a thesis at 96 to the inch. */
const chartWidth = 760
/** Rows, and columns, of a file: spreadsheets grow slow beyond. */
const most = 10_000

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
  if (format === 'html')
    return {
      fileName: fileName('html'),
      mediaType: 'text/html; charset=utf-8',
      rows: table.rows.length,
      withheld,
      content: reportPage(table, words, stamp),
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
  return {
    fileName: fileName('xlsx'),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    rows: table.rows.length,
    withheld,
    content: await workbookOf([
      {
        name: words.reports[table.query.name].name,
        columns,
        rows: lines,
        totals: table.totals && [words.total, ...table.totals],
      },
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

/** The report as it may leave: counted without closed documents, without words that may not be quoted. */
function leave(db: Reader, { report, language }: Pick<Input<'export.report'>, 'report' | 'language'>): Leaving {
  const words = reportWords(language)
  const closed = closedTo(db, report)
  const open = countable(db, report.filter, closed)
  const everything = { rows: { from: 0, count: most }, columns: { from: 0, count: most } }
  const asked = runReport(
    db,
    { report: withFilters(db, report, open.filter, closed), page: everything },
    Number.POSITIVE_INFINITY,
    closed,
  )
  const { table, withheld: places } = letTableOut(db, asked)
  const { at, fingerprint, counts } = table.stamp
  const small = smallCells(table)
  const { of } = table.shown.rows
  const mask = nameMask(db)
  return {
    table,
    words,
    withheld: open.withheld + places,
    fileName: (ending) => `${report.name}.${ending}`,
    stamp: [
      [words.stamp.asked, words.reports[report.name].question],
      [words.stamp.how, askedInWords(withoutNamedWord(report, mask), namesIn(db, report), words)],
      [words.stamp.at, at],
      [words.stamp.contents, words.stamp.counts(counts)],
      [words.stamp.fingerprint, fingerprint],
      ...table.notes.filter(({ kind }) => kind !== 'filtered').map((note) => ['', words.note(note)] as const),
      ...(of > most ? [['', words.stamp.cut(most, of)] as const] : []),
      ...(open.withheld > 0 ? [['', words.stamp.withheld(open.withheld)] as const] : []),
      ...(places > 0 ? [['', words.stamp.places(places)] as const] : []),
      ...(small > 0 ? [['', words.stamp.small(small)] as const] : []),
    ].map(([name, said]) => [name, mask(said)] as const),
  }
}

/** A word is asked for in any letters: one that is a name in capitals is meant as that name. */
function withoutNamedWord(report: ReportQuery, mask: NameMask): ReportQuery {
  if (!('word' in report)) return report
  const capital = report.word.replaceAll(/\p{L}+/gu, (word) => word[0]!.toUpperCase() + word.slice(1))
  const shown = mask(capital)
  return shown === capital ? report : { ...report, word: shown }
}

/** Both filters of a comparison pass the gate. */
function withFilters(
  db: Reader,
  report: ReportQuery,
  filter: CodingFilter,
  closed: ReadonlySet<SourceId>,
): ReportQuery {
  return report.name === 'keyness' && report.against
    ? { ...report, filter, against: countable(db, report.against, closed).filter }
    : { ...report, filter }
}

function linesOf({ table, words }: Leaving): (string | number)[][] {
  const cell = (value: Cell) => value ?? ''
  return [
    [words.heads[table.query.name], ...table.columns.map((column) => columnName(column, words))],
    ...table.rows.map((row, n) => [rowName(row, words), ...(table.cells[n] ?? []).map(cell)]),
    ...(table.totals ? [[words.total, ...table.totals.map(cell)]] : []),
  ]
}
