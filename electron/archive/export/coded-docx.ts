/** A coded document for Word: a row a paragraph, its number and words at the left, the names of its codes at the right. */
import {
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx'
import type { Making } from '../archive.ts'
import type { PictureOrWhyNot } from './coded-picture.ts'
import type { CodedStretch, CodedText, Mark } from './coded-text.ts'
import type { CodedWords } from './coded-words.ts'
import { inSlices } from './in-slices.ts'
import { runsOf, thesisStyles } from './quotations-docx.ts'
import { nameOf, xmlText } from './words.ts'

/** Twentieths of a point: numbers of paragraphs, words and codes on an A4 page with margins of 20 mm. */
const columnWidths = [600, 6200, 2800] as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const line = { style: BorderStyle.SINGLE, size: 4, color: 'CFC9BD' }
const margins = { top: 30, bottom: 60, left: 80, right: 80 }

export async function codedDocx(
  coded: CodedText,
  words: CodedWords,
  language: 'en' | 'ru',
  picture: PictureOrWhyNot | null,
  making: Making,
): Promise<Uint8Array<ArrayBuffer>> {
  const { short, title, paragraphs, regions, isPicture, legend, dangerous } = coded
  const rows = await inSlices(paragraphs, making, ({ label, stretches, marks }) =>
    row(label, stretches.flatMap(stretchRuns), marks),
  )
  const heading = short === title ? short : `${short} ${title}`
  const children = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(heading) }),
    ...(dangerous > 0 ? [new Paragraph({ children: runsOf(words.dangerous(dangerous)) })] : []),
    ...(rows.length > 0 ? [tableOf(rows)] : []),
    ...(picture ? [await pictureOrWhyNot(picture, regions, words, heading)] : []),
    ...(regions.length > 0
      ? [
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: runsOf(words.regions(isPicture)) }),
          tableOf(regions.map((region) => row('', runsOf(words.region(region.page, isPicture)), [region]))),
        ]
      : []),
    ...(legend.length > 0 ? [new Paragraph({ heading: HeadingLevel.HEADING_2, children: runsOf(words.legend) })] : []),
    ...legend.map(
      (code) =>
        new Paragraph({
          children: [
            new TextRun({ text: xmlText(`${nameOf(code)} (${code.passages})`), bold: true, ...paint(code.colour) }),
            ...runsOf(code.definition === '' ? '' : `  ${code.definition}`),
          ],
        }),
    ),
  ]
  const page = { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } }
  const file = new Document({
    creator: '',
    lastModifiedBy: '',
    title: xmlText(heading),
    styles: { default: thesisStyles(language) },
    sections: [{ properties: { page }, children }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

async function pictureOrWhyNot(
  picture: PictureOrWhyNot,
  regions: CodedText['regions'],
  words: CodedWords,
  heading: string,
): Promise<Paragraph> {
  // Loaded when it is wanted: most documents have no drawing.
  const { figureOf, isForWord } = await import('./coded-figure.ts')
  if ('bytes' in picture && isForWord(picture)) return figureOf(picture, regions, xmlText(heading))
  return new Paragraph({ children: runsOf(words.pictureStays['stays' in picture ? picture.stays : 'kind']) })
}

const tableOf = (rows: readonly TableRow[]) =>
  new Table({
    rows,
    columnWidths: [...columnWidths],
    layout: TableLayoutType.FIXED,
    width: { size: 9600, type: WidthType.DXA },
  })

function row(label: string, words: readonly TextRun[], marks: readonly Mark[]): TableRow {
  const cell = (children: readonly Paragraph[], at: 0 | 1 | 2) =>
    new TableCell({
      children,
      margins,
      width: { size: columnWidths[at], type: WidthType.DXA },
      borders: { top: none, bottom: none, right: none, left: at === 2 ? line : none },
    })
  const names = marks.flatMap(({ number, codes }) =>
    codes.map(
      (code) =>
        new Paragraph({
          children: [
            new TextRun({ text: `${number} `, superScript: true, size: 18 }),
            new TextRun({ text: xmlText(nameOf(code)), size: 18, ...paint(code.colour) }),
          ],
        }),
    ),
  )
  return new TableRow({
    cantSplit: false,
    children: [
      cell([new Paragraph({ children: [new TextRun({ text: xmlText(label), size: 16, color: '5E594F' })] })], 0),
      cell([new Paragraph({ children: words })], 1),
      cell(names.length > 0 ? names : [new Paragraph('')], 2),
    ],
  })
}

function stretchRuns({ words, codes, ends }: CodedStretch): readonly TextRun[] {
  const [first] = codes
  const type = codes.length > 1 ? UnderlineType.DOUBLE : UnderlineType.SINGLE
  const marked = first ? { ...paint(first.colour), underline: { type, color: first.colour.slice(1) } } : {}
  return [
    ...xmlText(words)
      .split('\n')
      .map((text, at) => new TextRun({ text, ...(at > 0 ? { break: 1 } : {}), ...marked })),
    ...(ends.length > 0 ? [new TextRun({ text: ends.join(', '), superScript: true })] : []),
  ]
}

/** A fifth of the colour over white, behind letters that stay black. */
function paint(colour: string) {
  const fill = [1, 3, 5]
    .map((at) => Math.round(255 - (255 - Number.parseInt(colour.slice(at, at + 2), 16)) / 5))
    .map((part) => part.toString(16).padStart(2, '0').toUpperCase())
    .join('')
  return { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }
}
