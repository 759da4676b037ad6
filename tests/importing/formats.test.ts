import { readdirSync, readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { describe, expect, it } from 'vitest'
import yazl from 'yazl'
import type { FileOffer, ImportItem } from '../../schema/importing.ts'
import type { SourceId } from '../../schema/ids.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'

const fixtures = new URL('../../fixtures/sources/', import.meta.url)
const words = 'ИНТЕРВЬЮЕР: Кто платит?\nР01: Город 👨‍👩‍👧.\n\nA last line, ё.\n'

const utf16 = (text: string, order: 'le' | 'be', mark = true): Uint8Array => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

/** The fewest parts of which Word makes a document. */
async function docx(...paragraphs: readonly string[]): Promise<Uint8Array> {
  const zip = new yazl.ZipFile()
  const put = (name: string, xml: string) =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`), name)
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const links = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  put(
    '[Content_Types].xml',
    `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
  )
  put(
    '_rels/.rels',
    `<Relationships xmlns="${links}"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  put(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
  )
  zip.end()
  return await buffer(zip.outputStream)
}

describe('plain text', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(words), 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${words}`), 'UTF-8'],
    ['UTF-16 little end first', utf16(words, 'le'), 'UTF-16 LE'],
    ['UTF-16 big end first', utf16(words, 'be'), 'UTF-16 BE'],
    ['UTF-16 without a mark', utf16(words, 'le', false), 'UTF-16 LE'],
    ['the line ends of Windows', Buffer.from(words.replaceAll('\n', '\r\n')), 'UTF-8'],
    ['the line ends of old Macs', Buffer.from(words.replaceAll('\n', '\r')), 'UTF-8'],
  ])('in %s is the same text, character for character', async (_, bytes, encoding) => {
    const intake = anIntake()
    const review = await intake.review([offer('R01.txt', bytes), offer('R02.md', bytes)])
    expect(review.items.map((item) => [item.format, item.encoding, item.problem])).toEqual([
      ['text', encoding, null],
      ['markdown', encoding, null],
    ])
    const [first] = await intake.commit(review)
    expect(first?.outcome.kind).toBe('imported')
    const [source] = intake.archive.run('source.list', intake.ada, {})
    expect(intake.archive.run('source.text', intake.ada, { source: source!.id }).text).toBe(words)
  })
})

describe('a Word document', () => {
  it('has a line for every item of its lists, those within others too, and for every heading', async () => {
    const intake = anIntake()
    const item = (text: string, level: number) => new Paragraph({ text, bullet: { level } })
    const children = [
      new Paragraph({ text: 'What is asked', heading: HeadingLevel.HEADING_1 }),
      item('Who pays?', 0),
      item('Since when?', 1),
      item('For what?', 1),
      item('Who leaves?', 0),
      new Paragraph('Nothing else.'),
    ]
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }))
    const [source] = await bringIn(intake, [offer('R08.docx', new Uint8Array(bytes))])
    const { text } = intake.archive.run('source.text', intake.ada, { source: source! })
    expect(text.trimEnd().split('\n')).toEqual([
      'What is asked',
      'Who pays?',
      'Since when?',
      'For what?',
      'Who leaves?',
      'Nothing else.',
    ])
  })

  it('is its paragraphs, as lines', async () => {
    const intake = anIntake()
    const lines = ['INTERVIEWER: Who <pays> & why?', 'R01: «Город» 👨‍👩‍👧.', 'R01: Since May.']
    const [source] = await bringIn(intake, [offer('R09.docx', await docx(...lines))])
    const { text, paragraphs, speakers } = intake.archive.run('source.text', intake.ada, { source: source! })
    expect(text.trimEnd()).toBe(lines.join('\n'))
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual(lines)
    expect(speakers.map(({ label, isInterviewer, turns }) => [label, isInterviewer, turns])).toEqual([
      ['INTERVIEWER', true, 1],
      ['R01', false, 2],
    ])
  })
})

describe('the sample documents', () => {
  it('all come in, with kind, language, pages, speakers and who asks', async () => {
    const intake = anIntake()
    const files = readdirSync(fixtures).toSorted((a, b) => (a < b ? -1 : 1))
    const offers: readonly FileOffer[] = files.map((name) =>
      offer(name, new Uint8Array(readFileSync(new URL(encodeURIComponent(name), fixtures)))),
    )
    const { items } = await intake.review(offers)
    const facts = ({ fileName, kind, language, pages, speakers }: ImportItem) => [
      fileName.split(/[ .]/)[0],
      kind,
      language,
      pages > 0,
      speakers.filter(({ isInterviewer }) => isInterviewer).length,
      speakers.some(({ isInterviewer }) => !isInterviewer),
    ]
    expect(items.map(({ problem }) => problem).filter(Boolean)).toEqual([])
    expect(items.map(facts)).toEqual([
      ['D01', 'report', 'en', true, 0, false],
      ['P01', 'pamphlet', 'en', true, 0, false],
      ['P02', 'pamphlet', 'ru', true, 0, false],
      ['P03', 'pamphlet', 'en', true, 0, false],
      ['R01', 'transcript', 'en', false, 1, true],
      ['R02', 'transcript', 'en', false, 1, true],
      ['R03', 'transcript', 'en', false, 1, true],
      ['R04', 'transcript', 'en', false, 1, true],
      ['R05', 'transcript', 'ru', false, 1, true],
      ['R06', 'transcript', 'ru', false, 1, true],
    ])
  })

  it('keep the pages of print: in order, apart, and all of the text', async () => {
    const intake = anIntake()
    const name = 'D01 assistance centre report.pdf'
    const [source] = (await bringIn(intake, [
      offer(name, new Uint8Array(readFileSync(new URL(encodeURIComponent(name), fixtures)))),
    ])) as [SourceId]
    const { text, pages, paragraphs } = intake.archive.run('source.text', intake.ada, { source })
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_, n) => n + 1))
    expect(pages[0]?.start).toBe(0)
    expect(pages.at(-1)?.end).toBe(text.length)
    for (const [n, { end }] of pages.slice(0, -1).entries()) {
      expect(text[end]).toBe('\f')
      expect(pages[n + 1]?.start).toBe(end + 1)
    }
    for (const paragraph of paragraphs) expect(text.slice(paragraph.start, paragraph.end)).not.toContain('\f')
  })
})
