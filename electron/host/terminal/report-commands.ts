/** What the coding comes to: frequencies to read or keep, quotations to cite. */
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import { reportNames } from '../../../schema/report-query.ts'
import { measures, type CodeFrequency } from '../../../schema/report.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { filterOf, filterOptions } from './filter.ts'
import { oneOf } from './given.ts'
import { gridOf } from './guide-command.ts'
import { columns } from './outlet.ts'
import { reportTable, tableOptions } from './report-table.ts'
import { deliver, outOptions, refuseExisting } from './out-file.ts'

export const reportCommand: Command = {
  name: 'report',
  summary: 'count: report FILE code-frequency, code-by-attribute, cooccurrence, words …',
  arguments: ['FILE', 'NAME'],
  options: {
    by: { value: 'source|kind|code|ATTRIBUTE', help: 'what the columns or rows are' },
    format: { value: 'csv|html|svg|xlsx', help: 'a table for a spreadsheet, a page, or a chart; else a table to read' },
    measure: { value: 'M', help: `what is counted: ${measures.join(', ')}; of some reports also shares` },
    ...tableOptions,
    own: { help: 'bars without the codes below a family' },
    ...filterOptions,
    ...outOptions,
  },
  notes: [`NAME is one of ${reportNames.join(', ')}, guide-grid.`],
  run: async (desk): Promise<Answer<CliAnswer<'report'>>> => {
    const { given } = desk
    const name = oneOf('NAME', given.arguments[1] ?? '', [...reportNames, 'guide-grid'] as const)
    if (name === 'guide-grid') return await gridOf(desk)
    if (name !== 'code-frequency') return await reportTable(desk, name)
    const by = given.choice('by', ['source', 'kind']) ?? 'total'
    const format = given.choice('format', ['csv', 'svg'])
    const measure = given.choice('measure', measures) ?? 'codings'
    if (format === undefined) {
      if (given.has('out')) throw new ArchiveError({ kind: 'option-missing', option: '--format', command: 'report' })
      await desk.read()
      return await frequencies(desk, await desk.ask('report.codeFrequency', { by, filter: await filterOf(desk) }))
    }
    refuseExisting(desk)
    await desk.write()
    const filter = await filterOf(desk)
    return deliver(
      desk,
      await desk.ask('export.codeFrequency', { format, by, filter, measure, rolledUp: !given.has('own') }),
    )
  },
}

async function frequencies(desk: Desk, report: CodeFrequency): Promise<Answer<CliAnswer<'report'>>> {
  const codes = new Map((await desk.ask('codebook.get', {})).map((code) => [code.id, code]))
  const rows = report.rows.map((row) => {
    const code = codes.get(row.code)
    return { ...row, key: code?.shortcut ?? '', name: code?.name ?? '' }
  })
  const heads = ['key', 'codings', 'documents', 'speakers', 'characters', 'with codes below']
  const others = report.columns.slice(1)
  const table = [
    [...heads, ...others.map(({ label }) => label), 'code'],
    ...rows.map(({ code, key, name, own, rolledUp }) => {
      const { codings = 0, sources = 0, speakers = 0, characters = 0 } = own[0] ?? {}
      const total = rolledUp[0]?.codings ?? 0
      const rest = own.slice(1).map((counts) => counts.codings)
      return [
        key,
        codings,
        sources,
        speakers,
        characters,
        total,
        ...rest,
        ((codes.get(code)?.parent ?? null) === null ? '' : '  ') + name,
      ]
    }),
  ]
  return {
    json: { ...report, rows },
    words: `${columns(table)}\n${report.note}`,
  }
}
