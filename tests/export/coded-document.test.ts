import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../schema/contract.ts'
import type { SourceId } from '../../schema/ids.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'
import { elementsOf, textOf } from '../support/markup.ts'
import { partsOf } from '../support/xlsx.ts'

const interview = 'INTERVIEWER: Who pays?\nAnna Velt: Two embassies pay, in turns.\nAnna Velt: We hide at Lane 5.\n'

async function leaving(name: string, file: string | Uint8Array, quotationLevel: 'N' | 'P' | 'S' | 'X' = 'P') {
  const intake = anIntake()
  const { archive, ada } = intake
  const [source] = (await bringIn(intake, [offer(name, file)])) as [SourceId]
  archive.run('source.update', ada, { source, quotationLevel })
  const code = (called: string, shortcut: string, colour: string) =>
    archive.run('code.create', ada, { parent: null, name: called, shortcut, colour }).id
  const funding = code('Funding <of all>', '4', '#117733')
  const doors = code('Doors', '0', '#222222')
  const { text } = archive.run('source.text', ada, { source })
  const mark = (words: string, as = funding) => {
    const start = text.indexOf(words)
    return archive.run('coding.create', ada, { source, start, end: start + words.length, code: as })
  }
  const take = async (format: Input<'export.document'>['format'], coders = true) =>
    await archive.workbook('export.document', ada, { source, format, language: 'en', coders })
  return { ...intake, source, funding, doors, mark, take, text }
}

describe('a coded document', () => {
  it('has its passages marked where they stand, numbered, and named in a margin and a legend', async () => {
    const { mark, doors, take } = await leaving('R07.txt', interview)
    mark('Two embassies pay, in turns.')
    mark('in turns', doors)
    const { content, rows } = await take('html')
    const elements = elementsOf(content as string)
    expect(rows).toBe(2)
    const marked = elements.filter(({ name }) => name === 'mark')
    expect(marked.map(({ text }) => text)).toEqual(['Two embassies pay, ', 'in turns', '.'])
    expect(marked[1]?.attributes['class']).toBe('several')
    const asides = elements.filter(({ name, text }) => name === 'aside' && text !== '').map(({ text }) => text)
    expect(asides).toEqual(['1 4 Funding <of all>2 0 Doors'])
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from((await take('docx')).content as Uint8Array) })
    expect(value).toContain('Two embassies pay, in turns2.1')
    expect(value).toContain('4 Funding <of all> (1)')
    const xml = (await partsOf((await take('docx')).content as Uint8Array)).get('word/document.xml') ?? ''
    expect(xml).toMatch(/<w:u w:val="double"/)
  })

  it('lets out neither names before turns nor dangerous words', async () => {
    const { archive, ada, mark, take } = await leaving('R07.txt', interview)
    const { id } = mark('We hide at Lane 5.')
    mark('Two embassies pay')
    archive.run('passage.update', ada, { passage: id, sensitivity: 4 })
    const sheet = await take('html')
    const page = textOf(sheet.content as string)
    expect(page).not.toMatch(/Anna|Velt|Lane/)
    expect(page).toContain('R07: […]')
    expect(sheet.withheld).toBe(1)
  })

  it.each(['S', 'X'] as const)('stays at level %s', async (level) => {
    const { take } = await leaving('R07.txt', interview, level)
    for (const format of ['html', 'docx'] as const)
      await expect(take(format)).rejects.toMatchObject({
        fault: { kind: 'document-stays', source: 'R07', why: 'level' },
      })
  })
})

/** A page whose box begins elsewhere, and one that is shown turned. */
async function aPrint(rotation: 0 | 90): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage([400, 300])
  page.setMediaBox(100, 50, 400, 300)
  page.setCropBox(100, 50, 400, 300)
  page.setRotation(degrees(rotation))
  if (rotation === 0) page.drawText('Two embassies pay for it.', { x: 150, y: 200, size: 20, font })
  else page.drawText('Two embassies pay for it.', { x: 300, y: 80, size: 20, font, rotate: degrees(90) })
  return await pdf.save()
}

/** Read back by another library than the one that wrote them. */
async function annotationsIn(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const found = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const page = await document.getPage(at + 1)
      return (await page.getAnnotations()) as readonly {
        subtype: string
        rect: readonly number[]
        quadPoints: readonly number[] | null
        contentsObj: { str: string }
        titleObj: { str: string }
      }[]
    }),
  )
  await task.destroy()
  return found
}

describe('a coded print', () => {
  it('has highlights on the words, whose contents are the codes', async () => {
    const { mark, doors, take } = await leaving('P01.pdf', await aPrint(0), 'N')
    mark('embassies')
    mark('embassies', doors)
    const [[one, ...others] = []] = await annotationsIn((await take('pdf')).content as Uint8Array)
    expect(others).toEqual([])
    expect(one).toMatchObject({
      subtype: 'Highlight',
      contentsObj: { str: '0 Doors; 4 Funding <of all>' },
      titleObj: { str: 'Ada' },
    })
    const [left = 0, bottom = 0, right = 0, top = 0] = one?.rect ?? []
    // The word begins after four characters of twenty-five, on a baseline 200 points up.
    expect(left).toBeGreaterThan(180)
    expect(right).toBeLessThan(310)
    expect(bottom).toBeGreaterThan(190)
    expect(bottom).toBeLessThan(200)
    expect(top).toBeGreaterThan(210)
    expect(one?.quadPoints).toHaveLength(8)
    const [[anonymous] = []] = await annotationsIn((await take('pdf', false)).content as Uint8Array)
    expect(anonymous?.titleObj.str).toBe('')
  })

  it('has them along the words of a page that is shown turned', async () => {
    const { mark, take } = await leaving('P01.pdf', await aPrint(90), 'N')
    mark('embassies')
    const [[one] = []] = await annotationsIn((await take('pdf')).content as Uint8Array)
    const [left = 0, bottom = 0, right = 0, top = 0] = one?.rect ?? []
    expect(right - left).toBeLessThan(25)
    expect(top - bottom).toBeGreaterThan(60)
    expect(left).toBeGreaterThan(280)
    expect(bottom).toBeGreaterThan(100)
  })

  it('has squares around rectangles, where a hand drew them', async () => {
    const { archive, ada, source, funding, take } = await leaving('P01.pdf', await aPrint(0), 'N')
    const region = { page: 1, x: 40_000, y: 60_000, width: 120_000, height: 80_000 }
    archive.run('coding.createRegion', ada, { source, code: funding, ...region })
    const [[one] = []] = await annotationsIn((await take('pdf')).content as Uint8Array)
    expect(one?.subtype).toBe('Square')
    expect(one?.rect).toEqual([140, 210, 260, 290])
  })

  it('stays where the document may not be named, or holds dangerous words', async () => {
    const name = 'D01 assistance centre report.pdf'
    const file = readFileSync(join(import.meta.dirname, '../../fixtures/sources', name))
    const { archive, ada, source, text, funding, take } = await leaving(name, file, 'P')
    const passage = archive.run('coding.create', ada, { source, start: 0, end: 20, code: funding })
    expect(text.length).toBeGreaterThan(20)
    await expect(take('pdf')).rejects.toMatchObject({ fault: { kind: 'document-stays', why: 'print' } })
    archive.run('source.update', ada, { source, quotationLevel: 'N' })
    expect((await annotationsIn((await take('pdf')).content as Uint8Array)).flat()).toHaveLength(1)
    archive.run('passage.update', ada, { passage: passage.id, sensitivity: 4 })
    await expect(take('pdf')).rejects.toMatchObject({ fault: { kind: 'document-stays', why: 'danger' } })
  })
})
