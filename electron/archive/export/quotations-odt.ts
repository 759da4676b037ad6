/**
 * Quotations as an OpenDocument text (ODF 1.3): named styles, real footnotes for originals. Writers of word
 * processors come with libraries; for this format there is none that is kept up, and the file is four parts of XML.
 */
import type { Making } from '../archive.ts'
import { inSlices } from './in-slices.ts'
import { detailsOf, piecesOf, quoteOf, sourceOf, type Leaflet } from './leaflet.ts'
import type { QuotationLine } from './quotation-lines.ts'
import { escaped, xmlText } from './words.ts'
import { zipOf } from './zip.ts'

const mediaType = 'application/vnd.oasis.opendocument.text'
const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const names = ['office', 'style', 'text', 'meta']
  .map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`)
  .concat(
    `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
    `xmlns:svg="${oasis}:svg-compatible:1.0"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ')
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

export async function quotationsOdt(leaflet: Leaflet, making: Making): Promise<Uint8Array<ArrayBuffer>> {
  return await zipOf([
    { name: 'mimetype', content: mediaType, isStored: true },
    { name: 'META-INF/manifest.xml', content: manifest },
    { name: 'meta.xml', content: metaOf(leaflet) },
    { name: 'styles.xml', content: stylesOf(leaflet) },
    { name: 'content.xml', content: await contentOf(leaflet, making) },
  ])
}

const manifest = `${head}<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0" manifest:version="1.3">${[
  ['/', mediaType],
  ['meta.xml', 'text/xml'],
  ['styles.xml', 'text/xml'],
  ['content.xml', 'text/xml'],
]
  .map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`)
  .join('')}</manifest:manifest>`

const metaOf = ({ title, language }: Leaflet) =>
  `${head}<office:document-meta ${names} office:version="1.3"><office:meta><dc:title>${escaped(xmlText(title))}</dc:title><dc:language>${language}</dc:language></office:meta></office:document-meta>`

/** Name, parent, what comes after it, properties of the paragraph and of its letters. */
const styles = [
  ['Standard', '', '', 'fo:margin-top="0cm" fo:margin-bottom="0.2cm"', ''],
  ['Heading', 'Standard', 'Standard', 'fo:keep-with-next="always"', 'fo:font-weight="bold"'],
  ['Heading_20_1', 'Heading', 'Standard', 'fo:margin-bottom="0.35cm"', 'fo:font-size="16pt"'],
  ['Heading_20_2', 'Heading', 'Standard', 'fo:margin-top="0.7cm" fo:margin-bottom="0.2cm"', 'fo:font-size="13pt"'],
  [
    'Quotation',
    'Standard',
    'Quotation_20_source',
    'fo:margin-left="1cm" fo:margin-top="0.21cm" fo:margin-bottom="0cm" fo:line-height="125%" fo:keep-with-next="always"',
    '',
  ],
  ['Quotation_20_context', 'Quotation', '', 'fo:margin-top="0.21cm"', 'fo:font-style="italic" fo:color="#5e594f"'],
  ['Quotation_20_source', 'Standard', '', 'fo:margin-left="1cm" fo:margin-top="0.1cm" fo:margin-bottom="0.14cm"', ''],
  [
    'Quotation_20_details',
    'Standard',
    '',
    'fo:margin-left="1cm" fo:margin-bottom="0.35cm" style:contextual-spacing="true"',
    'fo:font-size="9pt" fo:color="#5e594f"',
  ],
  ['Note', 'Standard', '', '', 'fo:font-size="9pt" fo:color="#5e594f"'],
  ['Reference', 'Standard', '', 'fo:margin-left="1cm" fo:text-indent="-1cm" fo:margin-bottom="0.14cm"', ''],
  ['Footnote', 'Standard', '', '', 'fo:font-size="10pt"'],
] as const

function stylesOf({ language }: Leaflet): string {
  const country = language === 'ru' ? 'RU' : 'GB'
  const each = styles
    .map(
      ([name, parent, next, paragraph, letters]) =>
        `<style:style style:name="${name}" style:display-name="${name.replaceAll('_20_', ' ')}" style:family="paragraph"${parent === '' ? '' : ` style:parent-style-name="${parent}"`}${next === '' ? '' : ` style:next-style-name="${next}"`}${/_20_[12]$/.test(name) ? ` style:default-outline-level="${name.at(-1)}"` : ''} style:class="text"><style:paragraph-properties ${paragraph}/><style:text-properties ${letters}/></style:style>`,
    )
    .join('')
  return `${head}<office:document-styles ${names} office:version="1.3"><office:font-face-decls><style:font-face style:name="Serif" svg:font-family="'Times New Roman'" style:font-family-generic="roman"/></office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Serif" fo:font-size="12pt" fo:language="${language}" fo:country="${country}"/></style:default-style>${each}<style:style style:name="Footnote_20_Symbol" style:display-name="Footnote Symbol" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><text:notes-configuration text:note-class="footnote" text:citation-style-name="Footnote_20_Symbol" text:citation-body-style-name="Footnote_20_Symbol" style:num-format="1" text:start-value="0" text:footnotes-position="page"/></office:styles><office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles></office:document-styles>`
}

async function contentOf(leaflet: Leaflet, making: Making): Promise<string> {
  const { title, notes, references, words } = leaflet
  let footnotes = 0
  const note = (text: string): string => {
    const number = ++footnotes
    return `<text:note text:id="ftn${number}" text:note-class="footnote"><text:note-citation>${number}</text:note-citation><text:note-body>${paragraph('Footnote', text)}</text:note-body></text:note>`
  }
  const body = [
    heading(1, title),
    paragraph('Note', notes.join(' ')),
    ...(await inSlices(piecesOf(leaflet), making, (piece) =>
      'heading' in piece ? heading(2, piece.heading) : entry(piece.line, leaflet, note),
    )),
    ...(references.length > 0
      ? [heading(2, words.references), ...references.map((reference) => paragraph('Reference', reference))]
      : []),
  ]
  return `${head}<office:document-content ${names} office:version="1.3"><office:body><office:text>${body.join('\n')}</office:text></office:body></office:document-content>`
}

function entry(line: QuotationLine, leaflet: Leaflet, note: (text: string) => string): string {
  const { columns, words, language } = leaflet
  const context = (text: string) => (text === '' ? '' : paragraph('Quotation_20_context', text))
  const footnotes = line.originals.map(({ extract, words: said }) => note(` ${said} (${extract})`)).join('')
  return [
    context(line.before),
    paragraph('Quotation', quoteOf(line, language), footnotes),
    context(line.after),
    paragraph('Quotation_20_source', sourceOf(line, columns)),
    ...[
      detailsOf(line, leaflet).join(' · '),
      columns.has('memo') && line.memo !== '' ? `${words.heads.memo}: ${line.memo}` : '',
    ]
      .filter(Boolean)
      .map((text) => paragraph('Quotation_20_details', text)),
  ].join('')
}

const heading = (level: 1 | 2, text: string) =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${spaced(text)}</text:h>`

const paragraph = (style: string, text: string, after = '') =>
  `<text:p text:style-name="${style}">${spaced(text)}${after}</text:p>`

/** White space that counts is an element in this format (ODF 1.3, part 3, 6.1.2). */
const spaced = (text: string): string =>
  escaped(xmlText(text))
    .replaceAll(/ {2,}|^ | $|(?<=[\n\t]) | (?=[\n\t])/g, (blanks) => `<text:s text:c="${blanks.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>')
