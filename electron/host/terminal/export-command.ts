/** What leaves for the thesis: quotations in any format, and a document with its codings. */
import type { CliAnswer } from '../../../schema/cli.ts'
import { citationLanguages } from '../../../schema/citation.ts'
import { ArchiveError } from '../../../schema/error.ts'
import {
  mostContext,
  packedFormats,
  quotationColumns,
  documentFormats,
  quotationFormats,
  quotationGroups,
  textFormats,
  type QuotationFormat,
} from '../../../schema/quotation-export.ts'
import { codebookFormats } from '../../../schema/codebook-file.ts'
import { sendCodebook } from './codebook-command.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { filterOf, filterOptions } from './filter.ts'
import { oneOf } from './given.ts'
import { refiOptions, sendRefiProject } from './refi-command.ts'
import { deliver, outOptions, refuseExisting } from './out-file.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: `take quotations, a document or the codebook out: export FILE quotations --format ${quotationFormats.join('|')}`,
  arguments: ['FILE', 'WHAT'],
  options: {
    format: {
      value: [...quotationFormats, 'pdf', 'qdc'].join('|'),
      help: `the kind of file; of a codebook ${codebookFormats.join(', ')}`,
    },
    counts: { help: 'codebook: how often each code was used' },
    group: { value: quotationGroups.join('|'), help: 'what the headings are; else the code, in a table none' },
    context: { value: 'N', help: `sentences before and after each quotation, up to ${mostContext}` },
    column: {
      value: 'COLUMN',
      many: true,
      help: `only these beside the words: ${quotationColumns.join(', ')}`,
    },
    language: { value: citationLanguages.join('|'), help: 'of the citations and headings' },
    ...refiOptions,
    ...outOptions,
    ...filterOptions,
  },
  notes: [
    'WHAT is quotations, codebook, refi-project (a .qdpx for other programs), or document: one, named by --source, with its codings as html, docx or pdf. Each quotation has its extract id and its citation; what else stands beside it is chosen by --column.',
    'What a document’s quotation level keeps back stays in the archive, and is counted.',
  ],
  run: async (desk): Promise<Answer<CliAnswer<'export'>>> => {
    const what = oneOf('WHAT', desk.given.arguments[1] ?? '', [
      'quotations',
      'document',
      'codebook',
      'refi-project',
    ] as const)
    if (what === 'codebook') return await sendCodebook(desk)
    if (what === 'refi-project') return await sendRefiProject(desk)
    if (what === 'document') return await codedDocument(desk)
    const format = desk.given.choice('format', quotationFormats)
    if (format === undefined) throw new ArchiveError({ kind: 'option-missing', option: '--format', command: 'export' })
    return await quotations(desk, format)
  },
}

async function codedDocument(desk: Desk): Promise<Answer<CliAnswer<'export'>>> {
  const { given } = desk
  for (const option of ['source', 'format'])
    if (!given.has(option)) throw new ArchiveError({ kind: 'option-missing', option: `--${option}`, command: 'export' })
  const format = given.choice('format', documentFormats) ?? 'html'
  if (format !== 'html' && !given.has('out'))
    throw new ArchiveError({ kind: 'option-missing', option: '--out', command: 'export' })
  refuseExisting(desk)
  await desk.write()
  const { id: source } = await desk.ask('source.find', { name: given.word('source') ?? '' })
  const language = given.choice('language', citationLanguages) ?? 'en'
  return deliver(desk, await desk.ask('export.document', { source, format, language }))
}

async function quotations(desk: Desk, format: QuotationFormat): Promise<Answer<CliAnswer<'export'>>> {
  const { given } = desk
  const by = given.choice('group', quotationGroups)
  const context = given.number('context', 0, mostContext)
  const columns = given.choices('column', quotationColumns)
  const language = given.choice('language', citationLanguages)
  const packed = packedFormats.find((each) => each === format)
  const text = textFormats.find((each) => each === format)
  // Bytes on a terminal are noise.
  if (packed && !given.has('out'))
    throw new ArchiveError({ kind: 'option-missing', option: '--out', command: 'export' })
  refuseExisting(desk)
  await desk.write()
  const wishes = {
    filter: await filterOf(desk),
    ...(by ? { by } : {}),
    ...(context === undefined ? {} : { context }),
    ...(columns ? { columns: [...columns] } : {}),
    ...(language ? { language } : {}),
  }
  return deliver(
    desk,
    packed
      ? await desk.ask('export.quotationBook', { ...wishes, format: packed })
      : await desk.ask('export.quotations', { ...wishes, format: text ?? 'csv' }),
  )
}
