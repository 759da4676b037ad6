/** The codebook in from a table and out as a file. */
import { extname, resolve } from 'node:path'
import { codebookFormats, type CodebookPlan, type ReadCodebook } from '../../../schema/codebook-file.ts'
import { writtenPath } from '../../../schema/code-path.ts'
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import { explain } from '../../../schema/explain.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { oneOf } from './given.ts'
import { deliver, refuseExisting } from './out-file.ts'
import { counted } from './outlet.ts'

export const codebookCommand: Command = {
  name: 'codebook',
  summary: 'take a codebook in from a table or a .qdc: codebook FILE import TABLE',
  arguments: ['FILE', 'ACT…'],
  options: { 'dry-run': { help: 'say what would be new and what would change, and change nothing' } },
  notes: [
    'TABLE is a .qdc, or a .csv or an .xlsx with a column Code; also Key, Below, Heading, Definition, When to use,',
    'When not to use, Example, Colour. Below is a path: Money / Terms. `export FILE codebook` writes such a table.',
    'A row is about the code of its GUID (.qdc), else of its path, else of its key, else of its name. An empty cell takes nothing away,',
    'and codes that the table does not name stay. An import is one act: `undo` takes it back.',
  ],
  run: async (desk): Promise<Answer<CliAnswer<'codebook'>>> => {
    const [, act = '', path] = desk.given.arguments
    oneOf('ACT', act, ['import'])
    if (path === undefined) throw new ArchiveError({ kind: 'argument-missing', argument: 'TABLE', command: 'codebook' })
    await desk.write()
    const { name, rows, guids, sets, losses } = await desk.ask('codebook.read', { file: { path: resolve(path) } })
    const wanted = {
      name,
      rows: rows.map((row) => [...row]),
      guids: [...guids],
      sets: sets.map((set) => ({ ...set, rows: [...set.rows] })),
    }
    const written = !desk.given.has('dry-run')
    const plan = written ? await desk.ask('codebook.import', wanted) : await desk.ask('codebook.importPlan', wanted)
    return {
      json: { ...plan, losses: losses.map((loss) => ({ ...loss })), written },
      words: wordsOf(plan, losses, written),
      refused: plan.refused.length > 0,
    }
  },
}

function wordsOf(plan: CodebookPlan, losses: ReadCodebook['losses'], isWritten: boolean): string {
  const { newCodes, changed, same, lines, sets, refused, unknownColumns } = plan
  return [
    `${counted(newCodes, 'new code')}, ${changed} changed, ${same} the same.`,
    ...lines.flatMap(({ path, becomes }) => {
      if (becomes.kind === 'new') return [`New: ${writtenPath(path)}`]
      const fields = becomes.changes.map(({ field }) => field)
      return fields.length > 0 ? [`Changed: ${writtenPath(path)} (${fields.join(', ')})`] : []
    }),
    ...sets.map(({ name, isNew, gains }) => `${isNew ? 'New set' : 'Set'}: ${name} (${counted(gains, 'code')})`),
    ...losses.map(({ element, count, why }) => `Without a place: ${element}, ${count} (${why.replaceAll('-', ' ')})`),
    ...(unknownColumns.length > 0 ? [`Columns that were not read: ${unknownColumns.join(', ')}`] : []),
    ...refused.map(({ row, fault }) => `Row ${row}: ${explain(fault)}`),
    ...(isWritten ? [] : ['Nothing was changed.']),
  ].join('\n')
}

/** `export FILE codebook`. */
export async function sendCodebook(desk: Desk): Promise<Answer<CliAnswer<'export'>>> {
  const { given } = desk
  const out = given.word('out')
  const ending = codebookFormats.find((each) => extname(out ?? '').toLowerCase() === `.${each}`)
  const format = given.choice('format', codebookFormats) ?? ending ?? 'csv'
  if (out === undefined && (format === 'xlsx' || format === 'docx'))
    throw new ArchiveError({ kind: 'option-missing', option: '--out', command: 'export' })
  refuseExisting(desk)
  await desk.write()
  return deliver(
    desk,
    await desk.ask('export.codebook', {
      format,
      counts: given.has('counts'),
      language: given.choice('language', ['en', 'ru']) ?? 'en',
    }),
  )
}
