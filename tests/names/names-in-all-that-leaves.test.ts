/** Whatever leaves while a name table is open holds no form of a real name: read byte for byte, every part of every file. */
import { describe, expect, it } from 'vitest'
import { contract, type Input, type NameOf, type OperationName } from '../../schema/contract.ts'
import { ArchiveError } from '../../schema/error.ts'
import {
  documentFormats,
  packedFormats,
  quotationColumns,
  quotationGroups,
  textFormats,
} from '../../schema/quotation-export.ts'
import { codebookFormats } from '../../schema/codebook-file.ts'
import { reportQuery } from '../../schema/report-query.ts'
import type { AnySheet } from '../../schema/report.ts'
import { entriesOf } from '../support/refi-export.ts'
import { packIn } from '../support/review.ts'
import { aStudyFullOfNames, named, namesIn } from '../support/named-study.ts'

type Study = Awaited<ReturnType<typeof aStudyFullOfNames>>
type Export = NameOf<'export' | 'workbook'>

const languages = ['en', 'ru'] as const
const columns = quotationColumns

/** Every export there is, in each of its shapes. */
const shapes = {
  'export.quotations': () =>
    textFormats.flatMap((format) => quotationGroups.map((by) => ({ format, by, columns, context: 1 }))),
  'export.quotationBook': () =>
    packedFormats.flatMap((format) =>
      quotationGroups.map((by) => ({ format, by, columns, context: 1, language: 'ru' })),
    ),
  'export.document': ({ sources }) =>
    documentFormats
      .filter((format) => format !== 'pdf')
      .flatMap((format) => sources.map((source) => ({ source, format }))),
  'export.unsaved': () => [{ fileName: 'Khmelyova.docx' }],
  'export.text': ({ sources }) => sources.map((source) => ({ source })),
  'export.copy': ({ sources: [first, second, third] }) => [
    { what: { source: first, start: 20, end: 40 } },
    { what: { source: second, start: 0, end: 60 } },
    { what: { source: third, start: 6, end: 8 } },
  ],
  'export.codebook': () =>
    codebookFormats.flatMap((format) => languages.map((language) => ({ format, language, counts: true }))),
  'export.refiProject': () => [{}, { coderNames: true, units: 'UTF-16' }, { uncoded: true, coderNames: true }],
  'export.attributes': () =>
    (['source', 'case'] as const).flatMap((owner) =>
      (['csv', 'xlsx'] as const).flatMap((format) =>
        (['sharing', 'own'] as const).map((purpose) => ({ owner, format, purpose })),
      ),
    ),
  'export.cells': ({ sources, archive }) => {
    const attributes = archive.run('attribute.list', '', {}).filter(({ owner }) => owner === 'source')
    return [
      {
        owner: 'source',
        rows: sources,
        columns: ['name', 'title', 'place', 'citation', ...attributes.map(({ id }) => id)],
      },
    ]
  },
  'export.guideGrid': () => languages.map((language) => ({ language })),
  'export.guideGridBook': () => languages.map((language) => ({ language })),
  'export.codeFrequency': () => (['csv', 'svg'] as const).map((format) => ({ format, by: 'source' })),
  'export.glossary': () => [{}],
  'export.report': () =>
    reports.flatMap((report) => (['csv', 'html', 'svg'] as const).map((format) => ({ report, format }))),
  'export.reportBook': () => reports.map((report) => ({ report })),
  'export.reviewPack': ({ round }) => [{ round, passphrase, to: 'Prof. Lind', show: ['sister-of-khmelyova-source'] }],
  'export.reviewSummary': ({ round }) =>
    (['html', 'docx', 'csv'] as const).flatMap((format) => languages.map((language) => ({ round, format, language }))),
} as const satisfies Record<Export, (study: Study) => readonly object[]>

const passphrase = 'six plain words'
const words = { withoutInterviewer: false, least: 1 }
const reports = [
  ...reportQuery.options.map(({ shape }) => ({ name: shape.name.value, ...words, word: 'in' })),
  { name: 'kwic', word: 'Gora' },
  { name: 'kwic', word: 'khmelyova', words: 1 },
  { name: 'words', ...words, byStem: false },
  { name: 'code-by-attribute', attribute: 'case' },
  { name: 'code-by-attribute', attribute: 'sister-of-khmelyova-source' },
]

async function leaving({ archive, ada }: Study, name: Export, wishes: object): Promise<AnySheet | null> {
  const input = contract[name].input.parse(wishes) as Input<Export>
  // What the contract does not know it would drop in silence, and nothing would be looked at.
  expect(Object.keys(input)).toEqual(expect.arrayContaining(Object.keys(wishes)))
  try {
    return contract[name].kind === 'export'
      ? archive.run(name as NameOf<'export'>, ada, input as never, named)
      : await archive.workbook(name as NameOf<'workbook'>, ada, input as never, {}, named)
  } catch (error) {
    // A report that cannot be drawn, or a document that stays, leaves nothing.
    if (error instanceof ArchiveError && ['no-chart', 'document-stays'].includes(error.fault.kind)) return null
    throw error
  }
}

/** All that a file says: its name, the names and words of its parts, and those words without tags between them. */
async function saidIn({ fileName, content, ...sheet }: AnySheet): Promise<string> {
  // What a project loses is said to whoever makes it, and is no part of the file.
  const { gate: _, losses: __, ...rest } = { losses: [], ...sheet }
  const parts =
    typeof content === 'string'
      ? [content]
      : String.fromCharCode(...content.subarray(0, 2)) === 'PK'
        ? [...(await entriesOf(content))].flatMap(([name, bytes]) => [name, bytes.toString('utf8')])
        : [JSON.stringify(await packIn(content, passphrase)), Buffer.from(content).toString('utf8')]
  return [fileName, JSON.stringify(rest), ...parts, ...parts.map((part) => part.replaceAll(/<[^>]*>/g, ''))].join('\n')
}

describe('no form of a name leaves', () => {
  it.each(Object.keys(shapes) as Export[])('by %s', async (name) => {
    const study = await aStudyFullOfNames()
    let all = ''
    for (const wishes of shapes[name](study)) {
      const sheet = await leaving(study, name, wishes)
      if (!sheet) continue
      const said = await saidIn(sheet)
      expect({ wishes, found: namesIn(said) }).toEqual({ wishes, found: [] })
      all += said
    }
    expect(all).toMatch(/\[(?:adviser 2|a town)\]/)
  })

  it('by any export that there is', () => {
    const ways = (Object.keys(contract) as OperationName[]).filter((name) =>
      ['export', 'workbook'].includes(contract[name].kind),
    )
    expect(Object.keys(shapes).toSorted()).toEqual(ways.toSorted())
  })
})
