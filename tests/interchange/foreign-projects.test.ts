/** Whole projects with the traits of other programs; numbers in the names are the checks of the interchange page. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { IncomingProject } from '../../electron/archive/interchange/incoming.ts'
import { png } from '../support/pictures.ts'
import { guid, projectXml, readProject, wordsIn } from '../support/refi.ts'

/** Lines of talk, every third with a character outside the first plane; each is coded whole, or its last word is. */
const lines = Array.from({ length: 120 }, (_, n) => `${n % 3 === 0 ? '😀 ' : ''}Line ${n} of the talk, then a gap ${n}`)
const codeBook = `<CodeBook><Codes><Code guid="${guid(1)}" name="Funding" isCodable="true"><Code guid="${guid(2)}" name="Terms" isCodable="true"/></Code></Codes></CodeBook>`

/** The talk as a program saves it that counts UTF-16 units: with its own line ends, perhaps behind a mark. */
async function talkWith(lineEnd: string, mark: string): Promise<IncomingProject> {
  let start = 0
  const selections = lines.map((line, n) => {
    const from = n % 2 === 0 ? start : start + line.lastIndexOf(' ') + 1
    const end = start + line.length
    start = end + lineEnd.length
    return `<PlainTextSelection guid="${guid(1000 + n)}" startPosition="${from}" endPosition="${end}"><Coding guid="${guid(2000 + n)}"><CodeRef targetGUID="${guid(n % 5 === 0 ? 1 : 2)}"/></Coding></PlainTextSelection>`
  })
  const sources = `<Sources><TextSource guid="${guid(3)}" name="I1" plainTextPath="internal://a.txt">${selections.join('')}</TextSource></Sources>`
  return await readProject({
    'project.qde': projectXml(codeBook + sources, 'NVivo 12'),
    'sources/a.txt': mark + lines.join(lineEnd),
  })
}

/** Every coding as its code and its words, in an order of their own. */
const codedWords = (project: IncomingProject): readonly string[] =>
  wordsIn(project)
    .map((words, at) => `${project.passages[at]?.codings[0]?.code}: ${words}`)
    .toSorted()

describe('a program that counts UTF-16 units', () => {
  it('check 2: gives the same codings from its two systems, whose files differ in line ends and a mark', async () => {
    const [here, there] = [await talkWith('\n', ''), await talkWith('\r\n', '\uFEFF')]
    expect(codedWords(here)).toHaveLength(120)
    expect(codedWords(there)).toEqual(codedWords(here))
  })

  it('check 3: has its lines begin where they begin, and cuts no character', async () => {
    const project = await talkWith('\r\n', '\uFEFF')
    const text = project.documents[0]?.text ?? ''
    const whole = project.passages.filter((_, n) => n % 2 === 0)
    expect(
      whole.every(({ place }) => place.kind === 'text' && (place.start === 0 || text[place.start - 1] === '\n')),
    ).toBe(true)
    expect(wordsIn(project).every((words) => words.isWellFormed())).toBe(true)
    expect(wordsIn(project).slice(0, 4)).toEqual([lines[0], '1', lines[2], '3'])
  })
})

describe('check 17: sets, cases, variables, links and graphs', () => {
  const types = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const
  const said = {
    Text: '<TextValue>north</TextValue>',
    Boolean: '<BooleanValue>true</BooleanValue>',
    Integer: '<IntegerValue>12</IntegerValue>',
    Float: '<FloatValue>127.1</FloatValue>',
    Date: '<DateValue>2009-07-14</DateValue>',
    DateTime: '<DateTimeValue>2009-07-14T10:30:00Z</DateTimeValue>',
  }
  const variables = types
    .map((type, n) => `<Variable guid="${guid(10 + n)}" name="${type} of it" typeOfVariable="${type}"/>`)
    .join('')
  const values = types
    .map((type, n) => `<VariableValue><VariableRef targetGUID="${guid(10 + n)}"/>${said[type]}</VariableValue>`)
    .join('')
  const absent = `<VariableValue><VariableRef targetGUID="${guid(10)}"/></VariableValue>`
  const project = () =>
    readProject({
      'project.qde': projectXml(
        `${codeBook}<Variables>${variables}</Variables>` +
          `<Cases><Case guid="${guid(30)}" name="House">${values}<SourceRef targetGUID="${guid(3)}"/></Case><Case guid="${guid(31)}" name="Silent">${absent}</Case></Cases>` +
          `<Sources><TextSource guid="${guid(3)}" name="I1"><PlainTextContent>Two embassies pay.</PlainTextContent><VariableValue><VariableRef targetGUID="${guid(10)}"/><TextValue>south</TextValue></VariableValue></TextSource></Sources>` +
          `<Links><Link guid="${guid(40)}" name="answers" direction="OneWay" originGUID="${guid(1)}" targetGUID="${guid(2)}"/></Links>` +
          `<Sets><Set guid="${guid(50)}" name="Chapter 3"><MemberCode targetGUID="${guid(2)}"/><MemberSource targetGUID="${guid(3)}"/></Set></Sets>` +
          `<Graphs><Graph guid="${guid(60)}" name="Map"><Vertex guid="${guid(61)}" firstX="1" firstY="2"/></Graph></Graphs>`,
        'Other',
      ),
    })

  it('cases hold their documents, and what is known of them by type', async () => {
    const { cases, attributes, values: known } = await project()
    expect(cases).toMatchObject([
      { name: 'House', documents: [guid(3)] },
      { name: 'Silent', documents: [] },
    ])
    const ofHouse = known
      .filter(({ on }) => on === guid(30))
      .map(({ attribute, value }) => [attributes.find(({ ref }) => ref === attribute)?.type, value])
    expect(ofHouse).toEqual([
      ['text', 'north'],
      ['boolean', 'true'],
      ['number', '12'],
      ['number', '127.1'],
      ['date', '2009-07-14'],
      ['text', expect.stringContaining('10:30')],
    ])
    expect(known.filter(({ on }) => on === guid(31))).toEqual([])
    expect(known.filter(({ on }) => on === guid(3)).map(({ value }) => value)).toEqual(['south'])
  })

  it('a set keeps its codes; links, graphs and documents of sets wait for an export, and are named', async () => {
    const { codeSets, preserved, losses } = await project()
    expect(codeSets).toMatchObject([{ name: 'Chapter 3', codes: [guid(2)] }])
    const kept = (preserved ?? []).map(({ element }) => element)
    expect(kept).toContain('Link')
    expect(kept).toContain('Graph')
    const named = new Set(losses.map(({ element }) => element))
    for (const element of ['Link', 'Graph', 'MemberSource'])
      expect([element, named.has(element)]).toEqual([element, true])
  })
})

describe('rectangles of another program', () => {
  it('on a picture are pixels from its upper left corner', async () => {
    const project = await readProject({
      'project.qde': projectXml(
        `${codeBook}<Sources><PictureSource guid="${guid(3)}" name="Wall" path="internal://w.png"><PictureSelection guid="${guid(4)}" firstX="10" firstY="5" secondX="30" secondY="25"><Coding guid="${guid(5)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PictureSelection></PictureSource></Sources>`,
      ),
      'sources/w.png': png(64, 48),
    })
    expect(project.passages).toMatchObject([
      {
        place: { kind: 'region', page: 1, x: 10_000, y: 5000, width: 20_000, height: 20_000 },
        codings: [{ code: guid(1) }],
      },
    ])
  })

  it('on a printed page are points from its lower left corner, pages counted from 0', async () => {
    const leaflet = readFileSync(new URL('../../fixtures/sources/P01%20before%20you%20go.pdf', import.meta.url))
    const project = await readProject({
      'project.qde': projectXml(
        `${codeBook}<Sources><PDFSource guid="${guid(3)}" name="Leaflet" path="internal://l.pdf"><PDFSelection guid="${guid(4)}" page="0" firstX="100" firstY="200" secondX="180" secondY="260"><Coding guid="${guid(5)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PDFSelection></PDFSource></Sources>`,
        'ATLAS.ti 23',
      ),
      'sources/l.pdf': new Uint8Array(leaflet),
    })
    const [passage] = project.passages
    const box = passage?.place.kind === 'region' ? passage.place : null
    // The height of the sheet is read from the file itself by its own words: /MediaBox [0 0 width height].
    const [, height] = /\/MediaBox\s*\[\s*0\s+0\s+[\d.]+\s+([\d.]+)/.exec(leaflet.toString('latin1')) ?? []
    expect(box).toMatchObject({ page: 1, x: 100_000, width: 80_000, height: 60_000 })
    expect(box?.y).toBeCloseTo((Number(height) - 260) * 1000, -2)
  })
})
