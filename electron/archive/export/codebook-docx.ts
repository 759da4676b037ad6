/**
 * The codebook as an appendix in Word: a heading a family, one a code, and what is said of it. Paragraphs have named
 * styles and nothing set by hand, so that pasted into a thesis it takes the thesis' own look.
 */
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import type { Code, Codebook } from '../../../schema/codebook.ts'
import type { CodeId } from '../../../schema/ids.ts'
import type { Use } from './codebook.ts'
import { codebookWords } from './codebook-words.ts'
import { runsOf, serif, thesisStyles } from './quotations-docx.ts'
import { nameOf, xmlText } from './words.ts'

/** Lengths in twentieths of a point, sizes of letters in halves of one. */
const paragraphStyles = [
  {
    id: 'CodeDefinition',
    name: 'Code definition',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { spacing: { after: 80 } },
  },
  {
    id: 'CodeCounts',
    name: 'Code counts',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 18, color: '5E594F' },
    paragraph: { spacing: { after: 80 } },
  },
] as const

/** By depth: families below the title, codes below them; Word has no more than six. */
const levels = [
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

export async function codebookDocx(
  codes: Codebook,
  uses: ReadonlyMap<CodeId, Use> | null,
  language: 'en' | 'ru',
): Promise<Uint8Array<ArrayBuffer>> {
  const words = codebookWords[language]
  const depths = new Map<CodeId, number>()
  const children = [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(words.title) })]
  for (const code of codes) {
    const depth = code.parent === null ? 0 : (depths.get(code.parent) ?? 0) + 1
    depths.set(code.id, depth)
    children.push(
      new Paragraph({ heading: levels[Math.min(depth, levels.length - 1)]!, children: runsOf(nameOf(code)) }),
      ...saidOf(code, words.fields),
    )
    const use = uses?.get(code.id)
    if (use)
      children.push(new Paragraph({ style: 'CodeCounts', children: runsOf(words.used(use.codings, use.sources)) }))
  }
  const small = {
    run: { font: serif, size: 24, bold: true, color: '000000' },
    paragraph: { spacing: { before: 240, after: 80 } },
  }
  const file = new Document({
    // Else the library's own name stands there as the author.
    creator: '',
    lastModifiedBy: '',
    title: xmlText(words.title),
    styles: {
      default: { ...thesisStyles(language), heading3: small, heading4: small, heading5: small, heading6: small },
      paragraphStyles,
    },
    sections: [{ properties: {}, children }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

/** The definition speaks for itself; what follows says first what it is. */
function saidOf(code: Code, fields: Readonly<Record<'include' | 'exclude' | 'example', string>>): readonly Paragraph[] {
  const said = (['definition', 'include', 'exclude', 'example'] as const).filter((field) => code[field] !== '')
  return said.map(
    (field) =>
      new Paragraph({
        style: 'CodeDefinition',
        children: [
          ...(field === 'definition' ? [] : [new TextRun({ text: `${fields[field]}: `, bold: true })]),
          ...runsOf(code[field]),
        ],
      }),
  )
}
