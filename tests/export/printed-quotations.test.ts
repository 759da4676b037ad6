/** Words of a printed page in what leaves: flowing, while the stored text and what counts in it stay as they are. */
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import mammoth from 'mammoth'
import readSheets from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { LeavingTerms } from '../../electron/archive/export/departure.ts'
import type { SourceId } from '../../schema/ids.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'
import { readMarkdown } from '../support/markdown.ts'
import { textOf } from '../support/markup.ts'
import { named, namesIn } from '../support/named-study.ts'
import { readOdt } from '../support/odt.ts'
import { entriesOf } from '../support/refi-export.ts'

const lines = [
  'The centre took in persons whom it could shel-',
  'ter for a year. Its beds were paid by a so-',
  'called fund, and that was the fund of Zinaida',
  'Khmelyova, who has left.',
]
const read =
  'The centre took in persons whom it could shelter for a year. Its beds were paid by a so-called fund, and that was the fund of Zinaida Khmelyova, who has left.'

async function aPrintedReport(terms: LeavingTerms = { smallGroups: 'accept' }) {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage([400, 300])
  for (const [n, line] of lines.entries()) page.drawText(line, { x: 40, y: 250 - n * 16, size: 12, font })
  const intake = anIntake()
  const { archive, ada } = intake
  const [source] = (await bringIn(intake, [offer('D01.pdf', await pdf.save())])) as [SourceId]
  archive.run('source.update', ada, { source, quotationLevel: 'N', title: 'Report', kind: 'report' })
  const code = archive.run('code.create', ada, { parent: null, name: 'Funding', shortcut: '4' }).id
  const { text } = archive.run('source.text', ada, { source })
  const { id } = archive.run('coding.create', ada, { source, start: 0, end: text.trimEnd().length, code })
  const leaving = (format: 'html' | 'md' | 'csv') =>
    archive.run('export.quotations', ada, { format, filter: {} }, terms).content
  const book = async (format: 'docx' | 'odt' | 'xlsx') =>
    Buffer.from((await archive.workbook('export.quotationBook', ada, { format, filter: {} }, {}, terms)).content)
  return { ...intake, source, text, passage: id, leaving, book, terms }
}

describe('words of a printed page', () => {
  it('flow in every format of quotations', async () => {
    const { leaving, book } = await aPrintedReport()
    expect(textOf(leaving('html'))).toContain(`“${read}”`)
    expect(readMarkdown(leaving('md'))).toContain(read)
    expect(leaving('csv')).toContain(read)
    expect((await mammoth.extractRawText({ buffer: await book('docx') })).value).toContain(read)
    expect((await readOdt(await book('odt'))).text).toContain(read)
    const [sheet] = await readSheets(await book('xlsx'))
    expect(JSON.stringify(sheet?.data)).toContain(read)
  })

  it('flow on the clipboard, of a passage and of words that nobody has coded', async () => {
    const { archive, ada, source, text, passage } = await aPrintedReport()
    const copied = archive.run('export.copy', ada, { what: { passages: [passage] }, language: 'en' })
    expect(copied.plain).toContain(`“${read}”`)
    expect(copied.html).toContain(`“${read}”`)
    const start = text.indexOf('whom')
    const some = { source, start, end: text.indexOf(' for a year') }
    expect(archive.run('export.copy', ada, { what: some, language: 'en' }).plain).toContain('“whom it could shelter”')
  })

  it('flow in lists of passages and in the coded document', async () => {
    const { archive, ada, source } = await aPrintedReport()
    const { quotations } = archive.run('quotation.list', ada, { filter: {}, offset: 0, limit: 5 })
    expect(quotations.map(({ quote }) => quote)).toEqual([read])
    const page = await archive.workbook('export.document', ada, {
      source,
      format: 'html',
      language: 'en',
      coders: true,
    })
    expect(textOf(page.content as string)).toContain(read)
  })

  it('flow after names are taken out, one over the end of a line too', async () => {
    const { leaving } = await aPrintedReport(named)
    const page = textOf(leaving('html'))
    expect(namesIn(page)).toEqual([])
    expect(page).toContain('a so-called fund, and that was the fund of [adviser 2], who has left.')
  })

  it('stay line by line where they are stored and where offsets count in them', async () => {
    const { archive, ada, source, text, passage } = await aPrintedReport()
    expect(text.trimEnd()).toBe(lines.join('\n'))
    expect(archive.run('passage.list', ada, { source })).toMatchObject([{ id: passage, quote: lines.join('\n') }])
    const wishes = { purpose: 'own', coderNames: false, units: 'code points', foreign: false, uncoded: false } as const
    const { content } = await archive.workbook('export.refiProject', ada, wishes)
    const texts = [...(await entriesOf(content as Uint8Array))].filter(([name]) => name.endsWith('.txt'))
    expect(texts.map(([, bytes]) => bytes.toString('utf8').trimEnd())).toEqual([lines.join('\n')])
  })
})
