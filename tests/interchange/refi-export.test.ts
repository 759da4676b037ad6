/** What the project that leaves says, read by parsers that are not ours. Numbers are those of the checks on our REFI-QDA page. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../electron/archive/interchange/writing/semantic.ts'
import { Positions } from '../../electron/archive/interchange/positions.ts'
import { againstSchema, aRichStudy, elementsOf, exported, schemasAreThere } from '../support/refi-export.ts'

const qdeOf = (entries: ReadonlyMap<string, Buffer>) => entries.get('project.qde')!.toString('utf8')
const named = (xml: string, name: string) => elementsOf(xml).filter((element) => element.name === name)

describe('a study as a REFI-QDA project', () => {
  it.skipIf(!schemasAreThere)('is valid by the schema, for oneself and for others (check 1)', async () => {
    const study = await aRichStudy()
    for (const purpose of ['own', 'sharing'] as const) {
      const { entries } = await exported(study, { purpose })
      expect(await againstSchema(qdeOf(entries), 'Project')).toEqual([])
    }
  })

  it('is the same bytes twice (check 9)', async () => {
    const study = await aRichStudy()
    const [first, second] = [await exported(study), await exported(study)]
    expect(Buffer.from(first.content).equals(Buffer.from(second.content))).toBe(true)
  })

  it('counts code points, end exclusive, in text without a mark and with LF alone; UTF-16 units for NVivo', async () => {
    const study = await aRichStudy()
    const quotes = async (units: 'code points' | 'UTF-16') => {
      const { entries } = await exported(study, { units })
      const xml = qdeOf(entries)
      const [source] = named(xml, 'TextSource')
      const text = entries
        .get(source!.attributes['plainTextPath']!.replace('internal://', 'sources/'))!
        .toString('utf8')
      expect(text).not.toMatch(/\r|^\uFEFF/)
      const counted = units === 'UTF-16' ? text.split('') : Array.from(text)
      return elementsOf(xml)
        .filter(({ name, path }) => name === 'PlainTextSelection' && path.at(-1) === 'TextSource')
        .map(({ attributes }) =>
          counted.slice(Number(attributes['startPosition']), Number(attributes['endPosition'])).join(''),
        )
    }
    expect(await quotes('code points')).toEqual(['embassies 👩‍👩‍👧 pay', '<hope>'])
    expect(await quotes('UTF-16')).toEqual(['embassies 👩‍👩‍👧 pay', '<hope>'])
  })

  it('has rectangles in whole points from the lower left, pages from 0, pixels from the upper left (checks 18, 19)', async () => {
    const study = await aRichStudy()
    const { pages } = study.archive.run('source.text', study.ada, { source: study.printed })
    const height = Math.round(pages[0]!.height / 1000)
    const xml = qdeOf((await exported(study)).entries)
    const { guid: _, creationDateTime: __, creatingUser, ...onPage } = named(xml, 'PDFSelection')[0]!.attributes
    expect(onPage).toEqual({
      page: '0',
      firstX: '10',
      firstY: String(Math.round((pages[0]!.height - 70_600) / 1000)),
      secondX: '110',
      secondY: String(Math.round((pages[0]!.height - 20_600) / 1000)),
    })
    expect(Number(onPage['secondY'])).toBeLessThan(height)
    const {
      guid: ___,
      creationDateTime: ____,
      creatingUser: by,
      ...onPicture
    } = named(xml, 'PictureSelection')[0]!.attributes
    expect([creatingUser, by]).toEqual([study.ada, study.ada])
    expect(onPicture).toEqual({ firstX: '2', firstY: '3', secondX: '22', secondY: '13' })
  })

  it('keeps words of a printed document inside its representation', async () => {
    const xml = qdeOf((await exported(await aRichStudy())).entries)
    const inside = elementsOf(xml).filter(
      ({ name, path }) => name === 'PlainTextSelection' && path.includes('PDFSource'),
    )
    expect(inside.map(({ path }) => path.at(-1))).toEqual(['Representation'])
  })

  it('says two coders on one passage as two codings of one selection (check 16)', async () => {
    const study = await aRichStudy()
    const xml = qdeOf((await exported(study)).entries)
    const selection = elementsOf(xml).findIndex(({ attributes }) => attributes['guid'] === study.embassies.id)
    const after = elementsOf(xml).slice(selection + 1)
    const codings = after
      .slice(
        0,
        after.findIndex(({ name }) => name === 'PlainTextSelection'),
      )
      .filter(({ name }) => name === 'Coding')
    expect(new Set(codings.map(({ attributes }) => attributes['creatingUser'])).size).toBe(2)
  })

  it('refers to every memo from what it is about (check 15)', async () => {
    const xml = qdeOf((await exported(await aRichStudy())).entries)
    const about = elementsOf(xml)
      .filter(({ name }) => name === 'NoteRef')
      .map(({ path }) => path.at(-1))
    expect(new Set(about)).toEqual(new Set(['Code', 'PlainTextSelection', 'Project', 'TextSource']))
    expect(about).toHaveLength(4)
    expect(named(xml, 'Link')).toHaveLength(1)
    expect(named(xml, 'Note')).toHaveLength(5)
  })

  it('names no coder unless asked, and no folder of this machine (check 21)', async () => {
    const study = await aRichStudy()
    const all = (entries: ReadonlyMap<string, Buffer>) => Buffer.concat([...entries.values()]).toString('utf8')
    const plain = all((await exported(study)).entries)
    expect(plain).not.toContain('Boris Real')
    expect(plain).not.toContain(study.path.slice(0, study.path.lastIndexOf('/')))
    expect(all((await exported(study, { coderNames: true })).entries)).toContain('Boris Real')
  })
})

describe('for others', () => {
  it('a closed document stays with all that hangs on it', async () => {
    const study = await aRichStudy()
    study.archive.run('source.update', study.ada, { source: study.talk, quotationLevel: 'X' })
    const { entries, withheld } = await exported(study, { purpose: 'sharing' })
    const everything = Buffer.concat([...entries.values()]).toString('utf8')
    for (const word of ['👩‍👩‍👧', 'Ёлка', study.talk, study.embassies.id, 'On the passage'])
      expect(everything).not.toContain(word)
    expect(withheld).toBeGreaterThan(0)
  })

  it('a child’s document stays, from a working copy too', async () => {
    const study = await aRichStudy()
    const { id: child } = study.archive.run('attribute.list', study.ada, {}).find(({ meaning }) => meaning === 'child')!
    study.archive.run('attribute.set', study.ada, {
      owner: 'source',
      extendLists: false,
      skipRefused: false,
      cells: [{ owner: study.talk, column: child, value: 'true' }],
    })
    const { entries } = await exported(study, { purpose: 'own' })
    const everything = Buffer.concat([...entries.values()]).toString('utf8')
    for (const word of ['👩‍👩‍👧', study.talk]) expect(everything).not.toContain(word)
  })

  it('dangerous words are a gap, their passages stay, and what stands after them is still found', async () => {
    const study = await aRichStudy()
    study.archive.run('passage.update', study.ada, { passage: study.embassies.id, sensitivity: 4 })
    const { entries } = await exported(study, { purpose: 'sharing' })
    const xml = qdeOf(entries)
    const [source] = named(xml, 'TextSource')
    const text = Array.from(
      entries.get(source!.attributes['plainTextPath']!.replace('internal://', 'sources/'))!.toString('utf8'),
    )
    expect(text.join('')).toContain('Two […], in turns')
    const elements = elementsOf(xml)
    const begins = elements.findIndex((element) => element.attributes['guid'] === study.talk)
    const ends = elements.findIndex(({ name }, n) => n > begins && name === 'TextSource')
    const selections = elements
      .slice(begins, ends)
      .filter(({ name, path }) => name === 'PlainTextSelection' && path.at(-1) === 'TextSource')
    expect(
      selections.map(({ attributes }) =>
        text.slice(Number(attributes['startPosition']), Number(attributes['endPosition'])).join(''),
      ),
    ).toEqual(['<hope>'])
  })

  it('original files leave only of documents that may be named', async () => {
    const study = await aRichStudy()
    const originals = async () =>
      [...(await exported(study, { purpose: 'sharing' })).entries.keys()].filter((name) => name.endsWith('.pdf'))
    expect(await originals()).toEqual([])
    study.archive.run('source.update', study.ada, { source: study.printed, quotationLevel: 'N' })
    expect(await originals()).toHaveLength(1)
  })
})

describe('places in code points', () => {
  it('lead to the same words in any text (check 5)', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ё', '\n', '😀', '👩‍👩‍👧', 'e\u0301', '\u2028', '\u00AD', '\f') })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, a, b) => {
        const borders = [0]
        for (const one of words) borders.push(borders.at(-1)! + one.length)
        const [start, end] = [borders[a % borders.length]!, borders[b % borders.length]!].toSorted(
          (one, two) => one - two,
        )
        const places = new Positions(words, 'code points')
        expect(Array.from(words).slice(places.of(start!), places.of(end!)).join('')).toBe(words.slice(start, end))
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('a point of time in a transcript', () => {
  it('that is kept in code points leaves at the same character, for NVivo too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), (text, at) => {
        const words = text.toWellFormed()
        const points = Math.min(at, Array.from(words).length)
        const before = Array.from(words).slice(0, points).join('')
        expect(new Positions(words, 'UTF-16').ofPoints(points)).toBe(before.length)
        expect(new Positions(words, 'code points').ofPoints(points)).toBe(points)
      }),
    )
  })
})

describe('our own check of a project (check 12)', () => {
  const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  const source = (inside: string, attributes = `plainTextPath="internal://a.txt"`) =>
    `<Project><CodeBook><Codes><Code guid="${guid(1)}" name="a" isCodable="true"/></Codes></CodeBook><Variables><Variable guid="${guid(8)}" name="v" typeOfVariable="Integer"/></Variables><Sources><TextSource guid="${guid(2)}" ${attributes}>${inside}</TextSource></Sources></Project>`
  const found = (xml: string) =>
    problemsOf([xml], { hasFile: (name) => name === 'a.txt', lengthOf: () => 10, count: (text) => text.length }).map(
      ({ kind }) => kind,
    )
  const selection = (start: number, end: number, inside = '') =>
    `<PlainTextSelection guid="${guid(3)}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`

  it.each([
    ['a sound project', source(selection(0, 10)), []],
    ['a selection that ends where it begins', source(selection(4, 4)), ['selection-empty']],
    ['a selection beyond the text', source(selection(4, 11)), ['selection-outside-text']],
    [
      'a code that is not there',
      source(selection(0, 4, `<Coding guid="${guid(4)}"><CodeRef targetGUID="${guid(9)}"/></Coding>`)),
      ['reference-dangling'],
    ],
    [
      'a user that is not there',
      source(
        selection(
          0,
          4,
          `<Coding guid="${guid(4)}" creatingUser="${guid(9)}"><CodeRef targetGUID="${guid(1)}"/></Coding>`,
        ),
      ),
      ['reference-dangling'],
    ],
    ['one GUID in two spellings', source(selection(0, 4).replace(guid(3), `{${guid(2)}}`)), ['guid-repeated']],
    ['a text that is said twice', source('<PlainTextContent>abc</PlainTextContent>'), ['text-said-twice']],
    ['no text at all', source('', 'name="x"'), ['text-missing']],
    ['a file that is not there', source('', 'plainTextPath="internal://b.txt"'), ['file-missing']],
    ['a colour with transparency', source('').replace('isCodable', 'color="#11223344" isCodable'), ['colour-not-hex']],
    [
      'a value of another type',
      source(`<VariableValue><VariableRef targetGUID="${guid(8)}"/><TextValue>4</TextValue></VariableValue>`),
      ['value-of-other-type'],
    ],
    ['what is no XML', '<Project><Sources>', ['not-xml']],
  ])('finds %s', (_, xml, kinds) => {
    expect(found(xml)).toEqual(kinds)
  })
})
