/** A small study whose quotations go into a thesis: interviews at several levels, a translation, two leaflets, a guide. */
import type { Input } from '../../schema/contract.ts'
import type { CodeId, SourceId } from '../../schema/ids.ts'
import type { Sheet, Workbook } from '../../schema/report.ts'
import { anIntake, bringIn, offer } from './importing.ts'

export const interview =
  'INTERVIEWER: Who pays for it?\nR07: It is cold here. Two embassies pay, in turns. Then comes a gap. We wait.\n'
export const original = 'ИНТЕРВЬЮЕР: Кто платит?\nR08: Платят два посольства. Мы ждём.\n'
export const translated = 'INTERVIEWER: Who pays?\nR09: Two embassies are paying. We are waiting.\n'
export const leaflet = 'Never give your passport away.\nCall before you go.\n'
export const other = 'Ask who pays the ticket.\n'

export async function aThesis() {
  const intake = anIntake()
  const { archive, ada } = intake
  const texts = [interview, original, translated, leaflet, other]
  const ids = (await bringIn(
    intake,
    ['R07.txt', 'R08.txt', 'R09.txt', 'P01 leaflet.txt', 'P02 poster.txt'].map((name, at) => offer(name, texts[at]!)),
  )) as [SourceId, SourceId, SourceId, SourceId, SourceId]
  const [r07, r08, r09, p01, p02] = ids
  archive.run('project.update', ada, { name: 'Doors' })
  const levels = [
    [r07, 'R07', 'O', 'First talk'],
    [r08, 'R08', 'O', 'Второй разговор'],
    [r09, 'R09', 'P', 'Second talk'],
    [p01, 'P01', 'N', 'Safe travel'],
    [p02, 'P02', 'N', 'Before you go'],
  ] as const
  for (const [source, short, quotationLevel, title] of levels)
    archive.run('source.update', ada, {
      source,
      short,
      quotationLevel,
      title,
      collectedOn: '2009-07-14',
      kind: short.startsWith('R') ? 'transcript' : 'pamphlet',
    })
  archive.run('attribute.addUsual', ada, { about: 'interview', language: 'en' })
  archive.run('attribute.addUsual', ada, { about: 'document', language: 'en' })
  const column = new Map(archive.run('attribute.list', ada, {}).map(({ key, id }) => [key, id]))
  const know = (owner: SourceId, values: Readonly<Record<string, string>>) =>
    archive.run('attribute.set', ada, {
      owner: 'source',
      extendLists: true,
      skipRefused: false,
      cells: Object.entries(values).map(([key, value]) => ({ owner, column: column.get(key)!, value })),
    })
  know(r07, {
    'role-group': 'specialist',
    post: 'legal specialist',
    actor: 'NGO network',
    'consent-date': '2009-07-13',
  })
  know(r09, { 'role-group': 'staff', actor: 'NGO, national' })
  know(p01, { body: 'World Harbour Body (WHB)', year: '2009' })
  know(p02, { body: 'World Harbour Body (WHB)', year: '2009' })
  const code = (name: string, shortcut: string) => archive.run('code.create', ada, { parent: null, name, shortcut }).id
  const funding = code('Funding', '4')
  const doors = code('Changing doors', '0')
  const mark = (source: SourceId, words: string, as: CodeId = funding, coder = ada) => {
    const start = texts[ids.indexOf(source)]!.indexOf(words)
    return archive.run('coding.create', coder, { source, start, end: start + words.length, code: as })
  }
  type Wishes = Omit<Partial<Input<'export.quotations'>>, 'format'>
  const text = (format: 'csv' | 'html' | 'md', wishes: Wishes = {}): Sheet =>
    archive.run('export.quotations', ada, { format, filter: {}, ...wishes }, { smallGroups: 'accept' })
  const book = async (format: 'docx' | 'odt' | 'xlsx', wishes: Wishes = {}): Promise<Workbook> =>
    await archive.workbook(
      'export.quotationBook',
      ada,
      { format, filter: {}, ...wishes },
      {},
      { smallGroups: 'accept' },
    )
  return { ...intake, r07, r08, r09, p01, p02, funding, doors, know, mark, text, book }
}

/** Pairs the second paragraphs of the original and its translation. */
export function linkTranslation({ archive, ada, r08, r09 }: Awaited<ReturnType<typeof aThesis>>): void {
  const { id } = archive.run('translation.create', ada, { original: r08, translation: r09 })
  archive.run('translation.pair', ada, { link: id, from: original.indexOf('R08'), to: translated.indexOf('R09') })
}
