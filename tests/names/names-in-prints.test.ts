/** A print leaves with annotations only where no name of the open table stands on its pages, and says none beside them. */
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { anIntake, bringIn, offer } from '../support/importing.ts'
import { named, namesIn } from '../support/named-study.ts'

async function aPrint(words: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  pdf.addPage([400, 300]).drawText(words, { x: 50, y: 200, size: 14, font })
  pdf.setTitle('What Khmelyova says')
  pdf.setAuthor('Зинаида Хмелёва')
  return await pdf.save()
}

async function aCodedPrint(words: string) {
  const intake = anIntake()
  const { archive } = intake
  const [source] = await bringIn(intake, [offer('P01.pdf', await aPrint(words))])
  const zinaida = archive.run('coder.create', '', { name: 'Zinaida' }).id
  archive.run('source.update', zinaida, { source: source!, quotationLevel: 'N' })
  const code = archive.run('code.create', zinaida, { parent: null, name: 'As Khmelyova asks' }).id
  archive.run('coding.create', zinaida, { source: source!, start: 0, end: 5, code })
  return async () =>
    await archive.workbook(
      'export.document',
      zinaida,
      { source: source!, format: 'pdf', language: 'en', coders: true },
      {},
      named,
    )
}

it('stays where a name stands on a page', async () => {
  const take = await aCodedPrint('Every ticket is paid by Khmelyova.')
  await expect(take()).rejects.toMatchObject({ fault: { kind: 'document-stays', why: 'names' } })
})

it('says no name in its annotations, nor as title or author', async () => {
  const take = await aCodedPrint('Every ticket is paid by the town.')
  const task = getDocument({ data: new Uint8Array((await take()).content as Uint8Array), verbosity: 0 })
  const pdf = await task.promise
  const said = JSON.stringify([await pdf.getMetadata(), await (await pdf.getPage(1)).getAnnotations()])
  await task.destroy()
  expect(said).toContain('As [adviser 2] asks')
  expect(said).toContain('What [adviser 2] says')
  expect(namesIn(said)).toEqual([])
})
