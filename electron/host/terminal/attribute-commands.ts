/** What is known of documents and cases: as a table, out of a table and into one; and the cases themselves. */
import { resolve } from 'node:path'
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import { explain } from '../../../schema/explain.ts'
import type { TablePlan } from '../../../schema/attribute-table.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { oneOf } from './given.ts'
import { columns, counted } from './outlet.ts'
import { deliver, outOptions, refuseExisting } from './out-file.ts'

const acts = ['list', 'import', 'export'] as const

export const attributesCommand: Command = {
  name: 'attributes',
  summary: 'what is known of documents or cases: attributes FILE list | import TABLE | export',
  arguments: ['FILE', 'ACT…'],
  options: {
    of: { value: 'documents|cases', help: 'whose attributes (documents)' },
    format: { value: 'csv|xlsx', help: 'of an export; else by the ending of --out' },
    'working-copy': { help: 'export everything but closed documents, for yourself; else what levels let out' },
    'add-choices': { help: 'import: what a closed list does not hold is added to it' },
    'add-cases': { help: 'import: cases that are not there yet are added' },
    'skip-refused': { help: 'import: leave out what cannot be filled in, instead of changing nothing' },
    preview: { help: 'import: say what would change, and change nothing' },
    ...outOptions,
  },
  notes: [
    'TABLE is a .csv or an .xlsx: a row a document (id, title or file name) or a case, a column an attribute.',
    'A column that is not known becomes a new attribute. An empty cell takes nothing away.',
    'An import is one act: `undo` takes it back.',
  ],
  run: async (desk) => {
    const [, act = 'list', path] = desk.given.arguments
    switch (oneOf('ACT', act, acts)) {
      case 'list':
        return await list(desk)
      case 'import':
        if (path === undefined)
          throw new ArchiveError({ kind: 'argument-missing', argument: 'TABLE', command: 'attributes' })
        return await importTable(desk, path)
      case 'export':
        return await exportTable(desk, path)
    }
  },
}

const ownerOf = ({ given }: Desk) => (given.choice('of', ['documents', 'cases']) === 'cases' ? 'case' : 'source')

async function list(desk: Desk): Promise<Answer<CliAnswer<'attributes'>>> {
  await desk.read()
  const attributes = await desk.ask('attribute.list', {})
  const head = ['key', 'of', 'type', 'values', 'name', 'choices']
  const rows = attributes.map(({ key, owner, type, values, name, choices }) => [
    key,
    owner === 'case' ? 'cases' : 'documents',
    type,
    values,
    name,
    choices.join('; '),
  ])
  return {
    json: { attributes },
    words: rows.length > 0 ? columns([head, ...rows]) : 'No attributes yet.',
  }
}

async function importTable(desk: Desk, path: string): Promise<Answer<CliAnswer<'attributes'>>> {
  const { given } = desk
  await desk.write()
  const { rows } = await desk.ask('attribute.readTable', { file: { path: resolve(path) } })
  const wanted = {
    owner: ownerOf(desk),
    rows: rows.map((row) => [...row]),
    extendLists: given.has('add-choices'),
    newCases: given.has('add-cases'),
    skipRefused: given.has('skip-refused'),
  } as const
  const plan = await desk.ask('attribute.importPlan', wanted)
  const isLeft = given.has('preview') || (plan.refusedInAll > 0 && !wanted.skipRefused)
  if (!isLeft) await desk.ask('attribute.import', wanted)
  return {
    json: { ...plan, written: !isLeft },
    words: wordsOf(plan, !isLeft),
    refused: plan.refusedInAll > 0,
  }
}

function wordsOf(plan: TablePlan, isWritten: boolean): string {
  const { newAttributes, newCases, newChoices } = plan
  return [
    `${counted(plan.changed, 'cell')} in ${counted(plan.rows + newCases.length, 'row')} ${isWritten ? 'filled in' : 'would be filled in'}.`,
    ...(newAttributes.length > 0 ? [`New attributes: ${newAttributes.join(', ')}`] : []),
    ...(newCases.length > 0 ? [`New cases: ${newCases.join(', ')}`] : []),
    ...(newChoices.length > 0 ? [`New in the lists: ${newChoices.map(({ choice }) => choice).join(', ')}`] : []),
    ...plan.refused.map(({ row, column, fault }) => `Row ${row}${column ? `, ${column}` : ''}: ${explain(fault)}`),
    ...(isWritten ? [] : ['Nothing was changed.']),
  ].join('\n')
}

async function exportTable(desk: Desk, path: string | undefined): Promise<Answer<CliAnswer<'export'>>> {
  const { given } = desk
  const out = given.word('out') ?? path
  const format = given.choice('format', ['csv', 'xlsx']) ?? (out?.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv')
  if (format === 'xlsx' && out === undefined)
    throw new ArchiveError({ kind: 'option-missing', option: '--out', command: 'attributes' })
  refuseExisting(desk, out)
  await desk.write()
  const purpose = given.has('working-copy') ? 'own' : 'sharing'
  return deliver(desk, await desk.ask('export.attributes', { owner: ownerOf(desk), format, purpose }), out)
}

export const casesCommand: Command = {
  name: 'cases',
  summary: 'list the cases with their documents and codings',
  arguments: ['FILE'],
  options: {},
  run: async (desk): Promise<Answer<CliAnswer<'cases'>>> => {
    await desk.read()
    const cases = await desk.ask('case.list', {})
    const shorts = new Map((await desk.ask('source.list', {})).map(({ id, short }) => [id, short]))
    const named = cases.map(({ sources, ...rest }) => ({
      ...rest,
      sources: sources.map((id) => shorts.get(id) ?? ''),
    }))
    const rows = named.map(({ name, sources, codings, memos }) => [
      name,
      sources.length,
      codings,
      memos,
      sources.join(' '),
    ])
    const head = ['case', 'documents', 'codings', 'memos', 'which']
    return { json: named, words: rows.length > 0 ? columns([head, ...rows]) : 'No cases yet.' }
  },
}
