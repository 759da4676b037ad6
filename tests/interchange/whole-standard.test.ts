/** Every element and every attribute of the standard, in and out again. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { anIntake } from '../support/importing.ts'
import { png } from '../support/pictures.ts'
import { fileOf, zipOf } from '../support/refi.ts'
import { againstSchema, exported, schemasAreThere } from '../support/refi-export.ts'
import { factsOf, kindsIn, treeOf, type Facts } from '../support/refi-facts.ts'
import { kindsHeld, kindsOfSchema } from '../support/refi-schema.ts'
import { united } from '../support/uniting.ts'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/interchange/${name}`, import.meta.url), 'utf8')
const project = fixture('whole-standard.qde')
const codebook = fixture('whole-standard.qdc')
const leaflet = readFileSync(new URL('../../fixtures/sources/P01%20before%20you%20go.pdf', import.meta.url))
const schemaAt = (name: string) => fileURLToPath(new URL(`../../../shared/interop/${name}`, import.meta.url))

/** The project, and the files that it names. */
const entries: Readonly<Record<string, string | Uint8Array>> = {
  'project.qde': project,
  'sources/talk.txt': 'R01: Two embassies pay, in turns.\nR01: Since May nobody asks.\n',
  'sources/described.txt': 'Seen from the street.\n',
  'sources/print.txt': 'Before you go, call the house.\n',
  'sources/heard.txt': 'Heard twice on the line.\n',
  'sources/seen.txt': 'Seen at the door, waiting.\n',
  'sources/note.txt': 'Doubtful words of a note.\n',
  'sources/wall.png': png(64, 48),
  'sources/street.png': png(32, 32),
  'sources/leaflet.pdf': new Uint8Array(leaflet),
  'sources/call.wav': 'RIFF of a call',
  'sources/door.mp4': 'film of a door',
  ...Object.fromEntries(
    ['talk', 'wall', 'corner', 'heard', 'seen', 'terms'].map((name) => [
      `sources/${name}.docx`,
      `${name}, with styles`,
    ]),
  ),
}
const asBytes = (files: typeof entries) =>
  new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]))

async function cameIn() {
  const intake = anIntake()
  const report = await united(intake.archive, intake.ada, fileOf('whole.qdpx', await zipOf(entries)))
  return { ...intake, report }
}

/** Facts of the first that are not among those of the second, by what says them. */
const missing = (before: Facts, after: Facts) => [...before].filter(([fact]) => !after.has(fact))

/**
 * What does not come back, and why: where files lay on somebody's disk; what the study and the program are called, which
 * are ours; the words of a print, which are read from its pages.
 */
const notOurs = ['basePath=', 'currentPath=', 'Project name=', 'Project origin=']
const isExpected = ([fact, kind]: readonly [string, string]) =>
  notOurs.some((name) => fact.includes(name)) || kind === 'Representation/@plainTextPath'

describe('a file with every element and every attribute of the standard', () => {
  it('has each of them wherever it may stand, and so it is with a codebook of its own', () => {
    if (schemasAreThere) {
      expect(kindsHeld.Project).toEqual(kindsOfSchema(schemaAt('Project-mrt2019.xsd')))
      expect(kindsHeld.Codebook).toEqual(kindsOfSchema(schemaAt('Codebook-mrt2019.xsd')))
    }
    expect([...kindsIn(treeOf(project))].toSorted()).toEqual(kindsHeld.Project)
    expect([...kindsIn(treeOf(codebook))].toSorted()).toEqual(kindsHeld.Codebook)
  })

  it('goes out again with all that it said, every element, attribute, word and file', async () => {
    const { report, ...intake } = await cameIn()
    const { entries: out, losses } = await exported(intake, { coderNames: true })
    const lost = missing(factsOf(project, asBytes(entries)), factsOf(out.get('project.qde')!.toString(), out))
    expect(lost.filter((fact) => !isExpected(fact))).toEqual([])
    expect(losses).toEqual([])
    const said = new Set(report.losses.map(({ element }) => element))
    for (const element of ['PDFSource/@currentPath', 'Project/@basePath', 'Representation'])
      expect(said).toContain(element)
    if (schemasAreThere) expect(await againstSchema(out.get('project.qde')!.toString(), 'Project')).toEqual([])
  })

  it('is told of, where what it says is kept for the way back only or is otherwise here', async () => {
    const { report } = await cameIn()
    const fates = new Map(report.losses.map(({ element, fate }) => [element, fate]))
    for (const element of [
      'Graph',
      'Vertex',
      'Edge',
      'Link',
      'SyncPoint',
      'AudioSelection',
      'VideoSelection',
      'MemberNote',
    ])
      expect([element, fates.get(element)]).toEqual([element, 'kept'])
    expect(report.losses.filter(({ fate }) => fate === 'dropped').map(({ element }) => element)).toEqual(
      expect.arrayContaining(['AudioSource/@currentPath', 'Project/@basePath']),
    )
    expect(report.losses.filter(({ fate, element }) => fate === 'dropped' && !element.endsWith('Path'))).toEqual([])
  })

  it('comes in a second time without a change, and out of the second archive as out of the first', async () => {
    const { archive, ada } = await cameIn()
    const path = fileOf('again.qdpx', (await exported({ archive, ada }, { coderNames: true })).content)
    const second = anIntake()
    await united(second.archive, second.ada, path)
    const [first, other] = await Promise.all(
      [{ archive, ada }, second].map(async (one) => {
        const { entries: out } = await exported(one, { coderNames: true })
        return factsOf(out.get('project.qde')!.toString(), out)
      }),
    )
    expect(missing(first!, other!).filter(([fact]) => !/ User | name=ada$/.test(fact))).toEqual([])
  })

  it('still goes out when what it names was deleted here since, or one of its files was never there', async () => {
    const { 'sources/wall.docx': _, ...fewer } = entries
    const { archive, ada } = anIntake()
    await united(archive, ada, fileOf('whole.qdpx', await zipOf(fewer)))
    const talk = archive.run('source.list', ada, {}).find(({ title }) => title === 'First talk')
    archive.run('source.delete', ada, { sources: [talk!.id] })
    const terms = archive.run('codebook.get', ada, {}).find(({ name }) => name === 'Terms')!
    archive.run('code.delete', ada, { codes: [terms.id] })
    const memos = archive.run('memo.all', ada, { words: '', order: 'newest', offset: 0, limit: 100 })
    for (const { id } of memos.memos) archive.run('memo.delete', ada, { memo: id })
    const { entries: out, losses } = await exported({ archive, ada }, { coderNames: true })
    expect(losses).toContainEqual(expect.objectContaining({ why: 'dangling-reference' }))
    expect(losses).toContainEqual(expect.objectContaining({ element: 'TextDescription', why: 'file-missing' }))
    if (schemasAreThere) expect(await againstSchema(out.get('project.qde')!.toString(), 'Project')).toEqual([])
  })
})

it('a codebook of its own goes out with all that it said, its sets and what is said of them', async () => {
  const { archive, ada } = anIntake()
  await united(archive, ada, fileOf('codes.qdc', codebook))
  const { content } = await archive.workbook('export.codebook', ada, { format: 'qdc', counts: false, language: 'en' })
  const xml = Buffer.from(content).toString()
  const lost = missing(factsOf(codebook, new Map()), factsOf(xml, new Map()))
  expect(lost.map(([fact]) => fact)).toEqual([' CodeBook origin=invented qda 1.0'])
  if (schemasAreThere) expect(await againstSchema(xml, 'Codebook')).toEqual([])
})
