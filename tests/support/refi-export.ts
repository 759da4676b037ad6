/** A study that has something of everything the standard knows, its export, and readers that are not ours. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SaxesParser } from 'saxes'
import yauzl from 'yauzl'
import { validateXML } from 'xmllint-wasm'
import type { Input } from '../../schema/contract.ts'
import type { SourceId } from '../../schema/ids.ts'
import { anIntake, bringIn, offer } from './importing.ts'
import { png } from './pictures.ts'

const fixtures = new URL('../../fixtures/sources/', import.meta.url)
const schemas = fileURLToPath(new URL('../../../shared/interop/', import.meta.url))
export const schemasAreThere = existsSync(`${schemas}Project-mrt2019.xsd`)
if (!schemasAreThere) process.stdout.write('No ../shared beside the checkout: nothing is held against the schemas.\n')

const interview = 'INTERVIEWER: Who pays? 😀\r\nR01: Two embassies 👩‍👩‍👧 pay, in turns.\r\nR01: Ёлка & <hope> "stay".\r\n'
const leaflet = 'P01 before you go.pdf'

/** An interview with emoji and CRLF, a printed leaflet with words and a rectangle, a picture, memos, a case, attributes. */
export async function aRichStudy() {
  const intake = anIntake()
  const { archive, ada } = intake
  const [talk, printed, picture] = (await bringIn(intake, [
    offer('R01 talk.txt', interview),
    offer(leaflet, new Uint8Array(readFileSync(new URL(encodeURIComponent(leaflet), fixtures)))),
    offer('I01 wall.png', png(64, 48)),
  ])) as [SourceId, SourceId, SourceId]
  const boris = archive.run('coder.create', '', { name: 'Boris Real' }).id
  archive.run('project.update', ada, { name: 'Doors & windows' })
  const funding = archive.run('code.create', ada, { parent: null, name: 'Funding', shortcut: '4' }).id
  const terms = archive.run('code.create', ada, { parent: funding, name: 'Terms', shortcut: '4a' }).id
  archive.run('code.update', ada, { code: terms, definition: 'What money <asks> for\u000b', exclude: 'Sums' })
  archive.run('codeSet.create', ada, { name: 'Chapter 3', codes: [terms] })
  const { text } = archive.run('source.text', ada, { source: talk })
  const mark = (words: string, coder = ada, code = terms) => {
    const start = text.indexOf(words)
    return archive.run('coding.create', coder, { source: talk, start, end: start + words.length, code })
  }
  const embassies = mark('embassies 👩‍👩‍👧 pay')
  mark('embassies 👩‍👩‍👧 pay', boris)
  mark('<hope>', boris, funding)
  const print = archive.run('source.text', ada, { source: printed })
  const [first] = print.paragraphs
  archive.run('coding.create', ada, { source: printed, start: first!.start, end: first!.start + 6, code: funding })
  archive.run('coding.createRegion', ada, {
    source: printed,
    code: terms,
    page: 1,
    x: 10_400,
    y: 20_600,
    width: 100_000,
    height: 50_000,
  })
  archive.run('coding.createRegion', ada, {
    source: picture,
    code: terms,
    page: 1,
    x: 2000,
    y: 3000,
    width: 20_000,
    height: 10_000,
  })
  const [coding] = embassies.codings
  archive.run('coding.update', ada, { coding: coding!.id, weight: 3, stance: 'blames', holdsResponsible: 'state' })
  archive.run('passage.star', ada, { passage: embassies.id, starred: true })
  for (const about of [
    { kind: 'passage', id: embassies.id },
    { kind: 'code', id: terms },
    { kind: 'source', id: talk },
    { kind: 'project' },
  ] as const)
    archive.run('memo.create', ada, { about, text: `On the ${about.kind}:\nа что это значит?` })
  const house = archive.run('case.create', ada, { name: 'House on the hill', sources: [talk] })
  archive.run('memo.create', ada, { about: { kind: 'case', id: house.id }, text: 'A small house.' })
  archive.run('attribute.addUsual', ada, { about: 'interview', language: 'en' })
  return { ...intake, talk, printed, picture, terms, funding, embassies, boris, text }
}

type Wishes = Partial<Input<'export.refiProject'>>
export async function exported(
  { archive, ada }: Pick<Awaited<ReturnType<typeof aRichStudy>>, 'archive' | 'ada'>,
  wishes: Wishes = {},
) {
  const file = await archive.workbook('export.refiProject', ada, {
    purpose: 'own',
    coderNames: false,
    units: 'code points',
    foreign: false,
    uncoded: false,
    ...wishes,
  })
  return { ...file, entries: await entriesOf(file.content) }
}

/** Entries of a zip by their paths. */
export async function entriesOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const entries = new Map<string, Buffer>()
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true, autoClose: false }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    )
  })
  await new Promise<void>((resolve, reject) => {
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        const pieces: Buffer[] = []
        stream.on('data', (piece: Buffer) => void pieces.push(piece))
        stream.on('error', reject)
        stream.on('end', () => {
          entries.set(entry.fileName, Buffer.concat(pieces))
          zip.readEntry()
        })
      })
    })
    zip.readEntry()
  })
  return entries
}

export interface Seen {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly path: readonly string[]
}
/** Every element in order, read by a parser that knows nothing of ours. */
export function elementsOf(xml: string): readonly Seen[] {
  const seen: Seen[] = []
  const path: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    seen.push({ name, attributes: attributes as Record<string, string>, path: [...path] })
    path.push(name)
  })
  parser.on('closetag', () => void path.pop())
  parser.write(xml).close()
  return seen
}

/** What libxml2 says against the schema of the standard; nothing where the file is valid. */
export async function againstSchema(xml: string, schema: 'Project' | 'Codebook'): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'file.xml', contents: xml },
    schema: { fileName: 'schema.xsd', contents: readFileSync(`${schemas}${schema}-mrt2019.xsd`, 'utf8') },
    initialMemoryPages: 1024,
    maxMemoryPages: 16_384,
  })
  const debian = spawnSync('xmllint', ['--nonet', '--noout', '--schema', `${schemas}${schema}-mrt2019.xsd`, '-'], {
    input: xml,
    encoding: 'utf8',
  })
  const said = debian.error || debian.status === 0 ? [] : [debian.stderr]
  return [...errors.map(({ message }) => message), ...said]
}
