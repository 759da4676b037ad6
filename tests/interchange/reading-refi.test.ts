/** REFI-QDA as it is read: numbers in the names are the checks of the interchange page that they stand for. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CountedText } from '../../electron/archive/interchange/reading/offsets.ts'
import { readRefi } from '../../electron/archive/interchange/read-refi.ts'
import { ArchiveError, type ArchiveFault } from '../../schema/error.ts'
import { codedBy, fileOf, guid, oneCode, projectXml, readProject, wordsIn, zipOf } from '../support/refi.ts'

async function faultOf(reading: Promise<unknown>): Promise<ArchiveFault | null> {
  try {
    await reading
    return null
  } catch (error) {
    if (error instanceof ArchiveError) return error.fault
    throw error
  }
}

const textSource = (start: number, end: number, name = '') =>
  `<Sources><TextSource guid="${guid(2)}" name="I1" plainTextPath="internal://a.txt"><PlainTextSelection guid="${guid(3)}" startPosition="${start}" endPosition="${end}" name="${name}"><Description />${codedBy(4)}</PlainTextSelection></TextSource></Sources>`

describe('places in the text of another program', () => {
  const cells = ['\n', '\r\n', '\r'].flatMap((lineEnd) =>
    ['', '\uFEFF'].flatMap((mark) => ['NVivo 12', 'ATLAS.ti 23', 'Other'].map((origin) => ({ lineEnd, mark, origin }))),
  )
  it('check 6: are the same words for every line end, byte-order mark and program', async () => {
    for (const { lineEnd, mark, origin } of cells) {
      const before = `😀 one${lineEnd}two${lineEnd}`
      const counted =
        origin === 'ATLAS.ti 23'
          ? Array.from(before.replaceAll('\r\n', '\n')).length
          : origin === 'NVivo 12'
            ? before.length
            : Array.from(before).length
      const xml = projectXml(oneCode + textSource(counted, counted + 7), origin)
      const project = await readProject({ 'project.qde': xml, 'sources/a.txt': `${mark}${before}shelter, full` })
      expect([lineEnd, mark, origin, ...wordsIn(project)]).toEqual([lineEnd, mark, origin, 'shelter'])
    }
  })

  it('check 5: are found again in any text', () => {
    const piece = fc.constantFrom('a', 'я', '😀', '👩‍👧', 'e\u0301', '\r\n', '\r', '\n', '\u2028', '\u0001', ' ')
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        fc.boolean(),
        (pieces, a, b, units, ends) => {
          const first = pieces.slice(0, a % (pieces.length + 1))
          const chosen = pieces.slice(first.length, first.length + (b % 20))
          if (first.at(-1) === '\r' && chosen[0]?.startsWith('\n')) return
          const [raw, start, words] = [pieces.join(''), first.join(''), chosen.join('')]
          const counting = { units: units ? 'UTF-16' : 'code points', lineEnd: ends ? 1 : 2 } as const
          const length = (text: string) => {
            const said = ends ? text.replaceAll('\r\n', '\n') : text
            return units ? said.length : Array.from(said).length
          }
          const text = new CountedText(raw, counting)
          const [from, to] = [text.at(length(start)), text.at(length(start) + length(words))]
          const ours = (said: string) => said.replace(/\r\n?/g, '\n').replaceAll('\u0001', '\uFFFD')
          expect(text.stored).toBe(ours(raw))
          if (chosen.at(-1) !== '\r') expect(text.stored.slice(from, to)).toBe(ours(words))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('check 4: end before what is left out, and are counted as their names show where the program counts otherwise', async () => {
    const project = await readProject({
      'project.qde': projectXml(oneCode + textSource(8, 15, 'shelter'), 'Other'),
      'sources/a.txt': '😀😀 a, shelter',
    })
    expect(wordsIn(project)).toEqual(['shelter'])
  })

  it('that lie outside the text are not placed, kept and reported', async () => {
    const project = await readProject({
      'project.qde': projectXml(oneCode + textSource(90, 99)),
      'sources/a.txt': 'short',
    })
    expect(project.passages).toEqual([])
    expect(project.losses).toContainEqual(
      expect.objectContaining({ element: 'PlainTextSelection', fate: 'kept', why: 'place-outside-text' }),
    )
    expect(project.preserved?.map(({ element }) => element)).toContain('PlainTextSelection')
  })
})

describe('the text itself', () => {
  it('check 7: is taken to the character from the XML', async () => {
    const xml = projectXml(
      `<Sources><TextSource guid="${guid(2)}" name="0012"><PlainTextContent>  a&#13;&#10;&#x1F600;<![CDATA[<b>]]> 0012 </PlainTextContent></TextSource></Sources>`,
    )
    const { documents } = await readProject({ 'project.qde': xml })
    expect(documents[0]).toMatchObject({ title: '0012', text: '  a\n😀<b> 0012 ' })
  })
})

describe('what a project holds', () => {
  it('check 11: keeps the order of documents and a chain of a thousand codes', async () => {
    const chain = Array.from({ length: 1000 }, (_, n) => `<Code guid="${guid(100 + n)}" name="c${n}" isCodable="true">`)
    const sources = ['TextSource', 'PDFSource', 'TextSource'].map(
      (kind, n) => `<${kind} guid="${guid(10 + n)}" name="${n}"/>`,
    )
    const xml = projectXml(
      `<CodeBook><Codes>${chain.join('')}${'</Code>'.repeat(1000)}</Codes></CodeBook><Sources>${sources.join('')}</Sources>`,
    )
    const project = await readProject({ 'project.qde': xml })
    expect(project.documents.map(({ title }) => title)).toEqual(['0', '1', '2'])
    expect(project.codes.at(-1)).toMatchObject({ name: 'c999', parent: guid(1098) })
  })

  it('check 10: knows a GUID in any spelling, and how it was written', async () => {
    const xml = projectXml(oneCode + textSource(0, 5)).replaceAll(guid(1), `{${guid(1)}}`)
    const project = await readProject({ 'project.qde': xml, 'sources/a.txt': 'short' })
    expect(project.passages[0]?.codings[0]?.code).toBe(guid(1))
    expect(project.preserved).toContainEqual(expect.objectContaining({ element: 'guid', content: `{${guid(1)}}` }))
  })

  it('check 16: reads several codings of a passage, one passage said twice, and colours of any form', async () => {
    const selection = (n: number) =>
      `<PlainTextSelection guid="${guid(n)}" startPosition="0" endPosition="5">${codedBy(n + 50).replace(guid(1), guid(n % 2 === 0 ? 1 : 5))}</PlainTextSelection>`
    const codes = `<CodeBook><Codes><Code guid="${guid(1)}" name="a" isCodable="1" color="#abc"/><Code guid="${guid(5)}" name="b" isCodable="true" color="rgba(1, 2, 255, 0.5)"/></Codes></CodeBook>`
    const xml = projectXml(
      `${codes}<Sources><TextSource guid="${guid(2)}" name="I" plainTextPath="a.txt">${selection(6)}${selection(7)}</TextSource></Sources>`,
    )
    const project = await readProject({ 'Project.qde': xml, 'Sources/A.TXT': 'short' })
    expect(project.codes.map(({ colour }) => colour)).toEqual(['#aabbcc', '#0102ff'])
    expect(project.passages.map(({ codings }) => codings.length)).toEqual([2])
  })

  it('check 18: makes one passage of a quotation of a PDF that is written three times', async () => {
    const box = (n: number, page: number) =>
      `<PDFSelection guid="${guid(n)}" name="one quote" page="${page}" firstX="1" firstY="1" secondX="90" secondY="90">${codedBy(n + 50)}</PDFSelection>`
    const text = `<Representation guid="${guid(9)}" plainTextPath="internal://p.txt"><PlainTextSelection guid="${guid(6)}" name="one quote" startPosition="2" endPosition="11">${codedBy(70)}</PlainTextSelection></Representation>`
    const xml = projectXml(
      `${oneCode}<Sources><PDFSource guid="${guid(2)}" name="P" path="internal://p.pdf">${box(6, 0)}${box(7, 1)}${text}</PDFSource></Sources>`,
      'ATLAS.ti',
    )
    const project = await readProject({ 'project.qde': xml, 'sources/p.txt': 'a one quote' })
    expect(wordsIn(project)).toEqual(['one quote'])
    expect(project.passages[0]?.codings).toHaveLength(1)
    expect(
      project.losses.filter(({ why, element }) => why === 'said-twice' && element === 'PDFSelection'),
    ).toHaveLength(2)
  })

  it('check 19: makes one document of a text and a transcript that share a file', async () => {
    const xml = projectXml(
      `${oneCode}<Sources><TextSource guid="${guid(2)}" name="I" plainTextPath="internal://a.txt"/><VideoSource guid="${guid(3)}" name="R" path="internal://r.m4a"><Transcript guid="${guid(4)}" plainTextPath="internal://a.txt"><SyncPoint guid="${guid(5)}" timeStamp="0" position="0"/><SyncPoint guid="${guid(6)}" timeStamp="9" position="5"/><TranscriptSelection guid="${guid(7)}" fromSyncPoint="${guid(5)}" toSyncPoint="${guid(6)}">${codedBy(8)}</TranscriptSelection></Transcript></VideoSource></Sources>`,
    )
    const project = await readProject({ 'project.qde': xml, 'sources/a.txt': 'short', 'sources/r.m4a': 'sound' })
    expect(project.documents.map(({ title }) => title)).toEqual(['I', 'R'])
    expect(project.documents[1]?.file).toMatchObject({ mediaType: 'audio/mp4' })
    expect(wordsIn(project)).toEqual(['short'])
    expect(project.preserved?.filter(({ element }) => element === 'SyncPoint')).toHaveLength(2)
  })
})

describe('nothing is silent', () => {
  it('checks 13 and 14: what has no place is kept as XML and reported, element by element', async () => {
    const xml = projectXml(
      `<Graphs><Graph guid="${guid(2)}" name="G"><Vertex guid="${guid(3)}" firstX="1" firstY="2"/></Graph></Graphs><tq:extra xmlns:tq="urn:tq" tq:a="1"> <tq:b/></tq:extra>`,
    )
    const project = await readProject({ 'project.qde': xml, 'notes.bin': 'more' })
    expect(project.losses.map(({ element, fate }) => [element, fate])).toEqual([
      ['Graph', 'kept'],
      ['Vertex', 'kept'],
      ['tq:extra', 'kept'],
      ['tq:b', 'kept'],
      ['sources', 'kept'],
    ])
    expect(project.preserved?.find(({ element }) => element === 'tq:extra')?.content).toBe(
      '<tq:extra xmlns:tq="urn:tq" tq:a="1"> <tq:b/></tq:extra>',
    )
  })
})

describe('files that are refused', () => {
  it('check 20: a web page, no project, two projects', async () => {
    expect(await faultOf(readRefi(fileOf('a.qdpx', '<!DOCTYPE html><html></html>')))).toMatchObject({
      kind: 'refi-web-page',
    })
    expect(await faultOf(readRefi(fileOf('a.qdpx', 'words')))).toMatchObject({ kind: 'refi-not-a-project' })
    expect(await faultOf(readProject({ 'a.txt': 'words' }))).toMatchObject({ kind: 'refi-without-project' })
    expect(await faultOf(readProject({ 'a.qde': '<a/>', 'b.QDE': '<a/>' }))).toMatchObject({
      kind: 'refi-several-projects',
    })
  })

  it('check 22: names that leave the folder, the same name twice, and bytes that are not what they say', async () => {
    const good = await zipOf({ 'project.qde': projectXml(''), 'sources/aaaa.txt': 'words' })
    const renamed = (name: string) =>
      Buffer.from(good.toString('latin1').replaceAll('sources/aaaa.txt', name), 'latin1')
    const faultFor = (bytes: Buffer) => faultOf(readRefi(fileOf('a.qdpx', bytes)))
    for (const name of ['../../../aaa.txt', '/etc/aaaaaaa.txt', 'C:/aaaaaaaaa.txt', 'sources\\aaaa.txt'])
      expect(await faultFor(renamed(name))).toMatchObject({ kind: 'zip-unsafe-name' })
    const twice = await zipOf({ 'project.qde': projectXml(''), 'a/b.txt': 'one', 'A/b.txt': 'two' })
    expect(await faultFor(twice)).toMatchObject({ kind: 'zip-entry-twice' })
    const bomb = await zipOf({ 'project.qde': projectXml(''), 'sources/zero.txt': Buffer.alloc(30_000_000) })
    expect(await faultFor(bomb)).toMatchObject({ kind: 'zip-swells' })
    const stored = await zipOf({ 'project.qde': projectXml(''), 'a.txt': 'unharmed' }, false)
    const harmed = Buffer.from(stored.toString('latin1').replace('unharmed', 'unharmeD'), 'latin1')
    expect(await faultFor(harmed)).toMatchObject({ kind: 'zip-damaged', entry: 'a.txt' })
  })

  it('check 23: a DOCTYPE, elements without end in each other, bytes that are no UTF-8; UTF-16 is read', async () => {
    const faultFor = (xml: string | Uint8Array) => faultOf(readRefi(fileOf('a.qde', xml)))
    expect(await faultFor('<!DOCTYPE a [<!ENTITY b "c">]><Project/>')).toMatchObject({ kind: 'xml-doctype' })
    expect(await faultFor(projectXml('<a>'.repeat(5000)))).toMatchObject({ kind: 'xml-too-deep' })
    expect(await faultFor(Buffer.from('<Project name="\xff\xfe"/>', 'latin1'))).toMatchObject({ kind: 'xml-encoding' })
    expect(await faultFor('<Project>')).toMatchObject({ kind: 'xml-malformed' })
    const wide = Buffer.from(`\uFEFF${projectXml('').replace('utf-8', 'utf-16')}`, 'utf16le')
    expect(await readRefi(fileOf('a.qde', wide))).toMatchObject({ name: 'Study' })
  })
})

describe('a codebook alone', () => {
  it('check 25: is read in every namespace of the wild, with an empty list of sets', async () => {
    for (const version of ['codebook:1.0', 'codebook:0:4', 'codebook:1:0']) {
      const xml = `<CodeBook xmlns="urn:QDA-XML:${version}"><Codes><Code guid="${guid(1)}" name="é &amp; &lt;" isCodable="false"/></Codes><Sets/></CodeBook>`
      expect((await readRefi(fileOf('a.qdc', xml))).codes).toMatchObject([{ name: 'é & <', codable: false }])
    }
  })
})
