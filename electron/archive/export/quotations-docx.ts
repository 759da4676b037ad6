/**
 * Quotations as a Word document. Every paragraph has a named style and nothing set by hand, so that pasted into a
 * thesis it takes the thesis' own look: Heading 1 and 2, Quotation, Quotation source, Quotation details, Quotation
 * context, Reference. Originals of translated quotes are footnotes.
 */
import { AlignmentType, Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import type { Making } from '../archive.ts'
import { inSlices } from './in-slices.ts'
import { detailsOf, piecesOf, quoteOf, sourceOf, type Leaflet } from './leaflet.ts'
import type { QuotationLine } from './quotation-lines.ts'
import { xmlText } from './words.ts'

/** Lengths in twentieths of a point, sizes of letters in halves of one. */
const paragraphStyles = [
  {
    id: 'Quotation',
    name: 'Quotation',
    basedOn: 'Normal',
    next: 'QuotationSource',
    quickFormat: true,
    paragraph: { indent: { left: 567 }, spacing: { before: 120, after: 0, line: 300 }, keepNext: true },
  },
  {
    id: 'QuotationContext',
    name: 'Quotation context',
    basedOn: 'Quotation',
    quickFormat: true,
    run: { italics: true, color: '5E594F' },
    paragraph: { spacing: { before: 120, after: 0 } },
  },
  {
    id: 'QuotationSource',
    name: 'Quotation source',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    paragraph: { indent: { left: 567 }, spacing: { before: 60, after: 80 } },
  },
  {
    id: 'QuotationDetails',
    name: 'Quotation details',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 18, color: '5E594F' },
    paragraph: { indent: { left: 567 }, spacing: { after: 200 }, contextualSpacing: true },
  },
  {
    id: 'Reference',
    name: 'Reference',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { indent: { left: 567, hanging: 567 }, spacing: { after: 80 } },
  },
] as const

export const serif = 'Times New Roman'
export const wordLanguage = (language: 'en' | 'ru') => ({ value: language === 'ru' ? 'ru-RU' : 'en-GB' })

/** Heading 1 and 2 in black, as a thesis has them, and text of 12 points. */
export const thesisStyles = (language: 'en' | 'ru') => ({
  document: { run: { font: serif, size: 24, language: wordLanguage(language) } },
  footnoteText: { run: { font: serif, size: 20 }, paragraph: { spacing: { after: 40 } } },
  heading1: {
    run: { font: serif, size: 32, bold: true, color: '000000' },
    paragraph: { spacing: { before: 0, after: 200 }, keepNext: true },
  },
  heading2: {
    run: { font: serif, size: 26, bold: true, color: '000000' },
    paragraph: { spacing: { before: 400, after: 120 }, keepNext: true },
  },
})

export async function quotationsDocx(leaflet: Leaflet, making: Making): Promise<Uint8Array<ArrayBuffer>> {
  const { title, notes, references, words, language } = leaflet
  const pieces = await inSlices(piecesOf(leaflet), making, (piece) =>
    'heading' in piece
      ? [new Paragraph({ heading: HeadingLevel.HEADING_2, children: runsOf(piece.heading) })]
      : entry(piece.line, leaflet),
  )
  const children = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(title) }),
    new Paragraph({ style: 'QuotationDetails', indent: { left: 0 }, children: runsOf(notes.join(' ')) }),
    ...pieces.flat(),
    ...(references.length > 0
      ? [
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: runsOf(words.references) }),
          ...references.map((reference) => new Paragraph({ style: 'Reference', children: runsOf(reference) })),
        ]
      : []),
  ]
  const file = new Document({
    // Else the library's own name stands there as the author.
    creator: '',
    lastModifiedBy: '',
    title: xmlText(title),
    styles: { default: thesisStyles(language), paragraphStyles },
    sections: [{ properties: {}, children }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

function entry(line: QuotationLine, leaflet: Leaflet): readonly Paragraph[] {
  const { columns, words, language } = leaflet
  const context = (text: string) =>
    text === '' ? [] : [new Paragraph({ style: 'QuotationContext', children: runsOf(text) })]
  const details = detailsOf(line, leaflet)
  const memo = columns.has('memo') && line.memo !== '' ? `${words.heads.memo}: ${line.memo}` : ''
  return [
    ...context(line.before),
    new Paragraph({
      style: 'Quotation',
      children: [
        ...runsOf(quoteOf(line, language)),
        ...line.originals.map(
          ({ extract, words: said }) =>
            new FootnoteReferenceRun({
              children: [new Paragraph({ style: 'FootnoteText', children: runsOf(` ${said} (${extract})`) })],
            }),
        ),
      ],
    }),
    ...context(line.after),
    new Paragraph({
      style: 'QuotationSource',
      keepNext: details.length > 0,
      alignment: AlignmentType.LEFT,
      children: runsOf(sourceOf(line, columns)),
    }),
    ...[details.join(' · '), memo]
      .filter(Boolean)
      .map((text) => new Paragraph({ style: 'QuotationDetails', children: runsOf(text) })),
  ]
}

/** Lines of one paragraph, breaks between them. */
export const runsOf = (text: string): readonly TextRun[] =>
  xmlText(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}) }))
