/** Any report by its name, as a table to read, as JSON, or as a file. */
import type { CliAnswer, CommandName } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import { askedInWords } from '../../../schema/report-asked.ts'
import { columnName, printedCell, rowName } from '../../../schema/report-cells.ts'
import {
  coefficients,
  meetings,
  periods,
  reportQuery,
  type ReportName,
  type ReportQuery,
} from '../../../schema/report-query.ts'
import type { ReportTable } from '../../../schema/report-table.ts'
import { reportWords } from '../../../schema/report-words.ts'
import type { Answer, Desk } from './desk.ts'
import { filterOf } from './filter.ts'
import { columns } from './outlet.ts'
import { deliver, deliverBook, refuseExisting } from './out-file.ts'

export const tableOptions = {
  attribute: { value: 'A', help: 'what documents are grouped by: kind, language, level, case, or an attribute' },
  meeting: { value: meetings.join('|'), help: 'where codes must meet to co-occur (paragraph)' },
  within: { value: 'N', help: 'paragraphs apart, with --meeting near (1)' },
  coefficient: { value: coefficients.join('|'), help: 'of similarity (jaccard)' },
  period: { value: periods.join('|'), help: 'of the timeline (month)' },
  date: { value: 'document|coding', help: 'what the timeline goes by (coding)' },
  word: { value: 'W', help: 'of kwic and collocations' },
  window: { value: 'N', help: 'words either side, of kwic and collocations (5)' },
  'with-interviewer': { help: 'count what interviewers say, in reports about words' },
} as const

/** Throws 'option-not-allowed' for a measure that the report has not. */
export const reportTable = (desk: Desk, name: ReportName): Promise<Answer<CliTable>> =>
  tableAnswer(desk, 'report', () => queryOf(desk, name))

type CliTable = CliAnswer<'agreement'>

/** A table to read, or a file where `--format` asks for one. `query` is asked once the archive is open. */
export async function tableAnswer(
  desk: Desk,
  command: CommandName,
  query: () => Promise<ReportQuery>,
): Promise<Answer<CliTable>> {
  const format = desk.given.choice('format', ['csv', 'html', 'svg', 'xlsx'])
  if (format === undefined) {
    if (desk.given.has('out')) throw new ArchiveError({ kind: 'option-missing', option: '--format', command })
    await desk.read()
    return answerOf(await wholeOf(desk, await query()))
  }
  if (format === 'xlsx' && !desk.given.has('out'))
    throw new ArchiveError({ kind: 'option-missing', option: '--out', command })
  refuseExisting(desk)
  await desk.write()
  const report = await query()
  if (format === 'xlsx') return deliverBook(desk, await desk.ask('export.reportBook', { report, language: 'en' }))
  return deliver(desk, await desk.ask('export.report', { report, language: 'en', format, row: null, column: null }))
}

async function queryOf(desk: Desk, name: ReportName): Promise<ReportQuery> {
  const { given } = desk
  const attribute = given.word('attribute')
  const by = given.word('by')
  const window = given.number('window', 1, 40)
  const asked = reportQuery.safeParse({
    name,
    filter: await filterOf(desk),
    ...(given.has('own') && { rolledUp: false }),
    ...(given.has('with-interviewer') && { withoutInterviewer: false }),
    ...(given.has('measure') && { measure: given.word('measure') }),
    ...(attribute !== undefined && (name === 'facets' ? { rows: attribute } : { attribute })),
    ...(by !== undefined && (name === 'facets' ? { rows: by } : { by, attribute: attribute ?? by })),
    ...(given.has('meeting') && { meeting: given.choice('meeting', meetings) }),
    ...(given.has('within') && { within: given.number('within', 0, 1000) }),
    ...(given.has('coefficient') && { coefficient: given.choice('coefficient', coefficients) }),
    ...(given.has('period') && { period: given.choice('period', periods) }),
    ...(given.has('date') && { date: given.choice('date', ['document', 'coding']) }),
    ...(given.has('word') && { word: given.word('word') }),
    ...(window !== undefined && { window, words: window }),
  })
  if (asked.success) return asked.data
  const [option = 'NAME'] = asked.error.issues[0]?.path.map(String) ?? []
  if (option === 'word') throw new ArchiveError({ kind: 'option-missing', option: '--word', command: 'report' })
  const [issue] = asked.error.issues
  throw new ArchiveError({
    kind: 'option-not-allowed',
    option: `--${option}`,
    value: given.word(option) ?? '',
    allowed: issue?.code === 'invalid_value' ? issue.values.map(String) : [],
  })
}

/** All columns, and again until no word is left to be counted. */
async function wholeOf(desk: Desk, report: ReportQuery): Promise<ReportTable> {
  for (;;) {
    const table = await desk.ask('report.run', {
      report,
      page: { rows: { from: 0, count: 10_000 }, columns: { from: 0, count: 10_000 } },
    })
    const missing = table.notes.find(({ kind }) => kind === 'incomplete')
    if (missing?.kind !== 'incomplete') return table
    desk.outlet.progress('Counted', { done: missing.done, total: missing.of, name: '' })
  }
}

function answerOf({
  query,
  columns: heads,
  rows,
  cells,
  totals,
  alone,
  gaps,
  notes,
  stamp,
}: ReportTable): Answer<CliTable> {
  const words = reportWords('en')
  const stars = new Set(alone.map(({ row, column }) => `${row ?? ''} ${column}`))
  const star = (row: number | null, column: number) => (stars.has(`${row ?? ''} ${column}`) ? '*' : '')
  const lines = [
    [...heads.map((head) => columnName(head, words)), words.heads[query.name]],
    ...rows.map((row, n) => [
      ...heads.map(({ type }, column) => `${printedCell(cells[n]?.[column] ?? null, type, words)}${star(n, column)}`),
      '  '.repeat(row.depth) + rowName(row, words),
    ]),
    ...(totals
      ? [
          [
            ...heads.map(
              ({ type }, column) => `${printedCell(totals[column] ?? null, type, words)}${star(null, column)}`,
            ),
            words.total,
          ],
        ]
      : []),
  ]
  const said = notes.filter(({ kind }) => kind !== 'filtered').map((note) => words.note(note))
  return {
    json: {
      name: query.name,
      columns: heads.map(({ key, measure, type, label, base }) => ({ key, measure, type, label, base })),
      rows: rows.map(({ key, label, depth }, n) => ({ key, label, depth, cells: cells[n] ?? [] })),
      totals,
      gaps: gaps.map(({ row, column, reason }) => ({ row, column, reason })),
      notes,
      stamp: { ...stamp },
    },
    words: [
      columns(lines),
      askedInWords(query, stamp.names, words),
      ...said,
      `${stamp.at}  ${stamp.fingerprint.slice(0, 16)}`,
    ].join('\n'),
  }
}
