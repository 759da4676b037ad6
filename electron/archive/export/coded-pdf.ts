/**
 * A printed document with its codings as real annotations (ISO 32000-2, 12.5): highlights over words, squares around
 * rectangles; what they say are the codes. The pages themselves are not touched.
 *
 * A print cannot be let out in part: names stand in it, and covering them takes nothing away. So it leaves only where
 * the document may be named, nothing in it is dangerous, and no name of an open name table stands in it.
 */
import { inflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFPage } from '@cantoo/pdf-lib'
import { ArchiveError } from '../../../schema/error.ts'
import type { SourceId } from '../../../schema/ids.ts'
import type { Making } from '../archive.ts'
import { sql, type Reader } from '../db.ts'
import { wholeFile } from '../services/source-files.ts'
import { textOfSource } from '../services/texts.ts'
import { openSource } from './coded-text.ts'
import { departureOf } from './departure.ts'
import { inSlices } from './in-slices.ts'
import { nameMask, namesInText, type NameMask } from './name-mask.ts'
import { quadsOf, rectangleOf, type Box, type Quad } from './page-quads.ts'
import { nameOf } from './words.ts'

interface Row {
  readonly kind: 'text' | 'region'
  readonly start: number | null
  readonly end: number | null
  readonly page: number | null
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly coder: string
  readonly at: string
  /** JSON: the coder's codes on it. */
  readonly codes: string
}
interface PrintPage {
  readonly number: number
  readonly start: number
  readonly end: number
  readonly rotation: number
  readonly boxes: readonly Box[]
}

export interface CodedPrint {
  readonly short: string
  readonly annotations: number
  readonly content: Uint8Array<ArrayBuffer>
}

/** Throws 'no-such-source', 'document-stays', and 'no-print' where the document is no PDF. */
export async function codedPdf(db: Reader, source: SourceId, withCoders: boolean, making: Making): Promise<CodedPrint> {
  const { short, level } = openSource(db, source)
  const file = db.get<{ content: string; mediaType: string }>(sql`
    SELECT f.content, f.media_type AS mediaType FROM source s JOIN source_file f ON f.content = s.content WHERE s.id = ${source}`)
  if (file?.mediaType !== 'application/pdf') throw new ArchiveError({ kind: 'no-print', source: short })
  if (level !== 'N') throw new ArchiveError({ kind: 'document-stays', source: short, why: 'print' })
  if (db.get(sql`SELECT 1 FROM passage WHERE source = ${source} AND sensitivity = 4`))
    throw new ArchiveError({ kind: 'document-stays', source: short, why: 'danger' })
  if (namesInText(db, textOfSource(db, source).text).length > 0)
    throw new ArchiveError({ kind: 'document-stays', source: short, why: 'names' })
  const pages = pagesOf(db, source)
  const rows = db.all<Row>(sql`
    SELECT p.kind, p.start, p."end", p.page, p.x, p.y, p.width, p.height, d.name AS coder, max(c.created_at) AS at,
           json_group_array(json_object('shortcut', k.shortcut, 'name', k.name, 'colour', k.colour)
                            ORDER BY k.shortcut = '', k.shortcut, k.name) AS codes
      FROM passage p JOIN coding c ON c.passage = p.id AND c.state = 'live'
      JOIN code k ON k.id = c.code JOIN coder d ON d.id = c.coder
     WHERE p.source = ${source} AND p.state <> 'parked' GROUP BY p.id, c.coder ORDER BY p.start, p."end" DESC, p.page, p.y, p.x`)
  const mask = nameMask(db)
  const pdf = await PDFDocument.load(wholeFile(db, file.content), { updateMetadata: false })
  if (departureOf(db)?.terms.names) withoutNamesBehind(pdf, mask)
  let annotations = 0
  await inSlices(rows, making, (row) => {
    for (const { number, quads } of placesOf(row, pages, pdf)) {
      annotate(pdf, pdf.getPage(number - 1), row, quads, withCoders, mask)
      annotations++
    }
  })
  return { short, annotations, content: new Uint8Array(await pdf.save()) }
}

/** What the file says of itself: title, author and the rest by the table, and the same once more in XMP not at all. */
function withoutNamesBehind(pdf: PDFDocument, mask: NameMask): void {
  pdf.catalog.delete(PDFName.of('Metadata'))
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info)
  if (!(info instanceof PDFDict)) return
  for (const [key, value] of info.entries())
    if (value instanceof PDFString || value instanceof PDFHexString)
      info.set(key, PDFHexString.fromText(mask(value.decodeText())))
}

/** On which pages it lies, and where: a passage may run over from one to the next. */
function placesOf(
  { kind, start, end, page, ...region }: Row,
  pages: readonly PrintPage[],
  pdf: PDFDocument,
): readonly { readonly number: number; readonly quads: readonly Quad[] }[] {
  if (kind === 'region') {
    if (page === null || page > pdf.getPageCount()) return []
    return [{ number: page, quads: [rectangleOf(region, pdf.getPage(page - 1).getCropBox())] }]
  }
  return pages.flatMap(({ number, start: from, end: to, rotation, boxes }) => {
    if (start === null || end === null || to <= start || from >= end || number > pdf.getPageCount()) return []
    const quads = quadsOf(boxes, { start, end }, rotation)
    return quads.length > 0 ? [{ number, quads }] : []
  })
}

function annotate(
  pdf: PDFDocument,
  page: PDFPage,
  row: Row,
  quads: readonly Quad[],
  withCoders: boolean,
  mask: NameMask,
): void {
  const codes = JSON.parse(row.codes) as readonly { shortcut: string; name: string; colour: string }[]
  const colour = codes[0]?.colour ?? '#222222'
  const corners = quads.flat()
  const xs = corners.filter((_, at) => at % 2 === 0)
  const ys = corners.filter((_, at) => at % 2 === 1)
  const isRegion = row.kind === 'region'
  const annotation = pdf.context.obj({
    Type: 'Annot',
    Subtype: isRegion ? 'Square' : 'Highlight',
    Rect: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    C: [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255),
    CA: isRegion ? 1 : 0.4,
    // It is printed.
    F: 4,
    P: page.ref,
    ...(isRegion ? { BS: { W: 1.5 } } : { QuadPoints: corners }),
  })
  annotation.set(
    PDFName.of('Contents'),
    PDFHexString.fromText(codes.map((code) => nameOf({ ...code, name: mask(code.name) })).join('; ')),
  )
  if (withCoders) annotation.set(PDFName.of('T'), PDFHexString.fromText(mask(row.coder)))
  page.node.addAnnot(pdf.context.register(annotation))
}

function pagesOf(db: Reader, source: SourceId): readonly PrintPage[] {
  return db
    .all<Omit<PrintPage, 'boxes'> & { readonly boxes: Uint8Array }>(sql`
      SELECT g.number, g.start, g."end", g.rotation, g.boxes
        FROM page g JOIN source s ON s.content = g.content AND s.text_version = g.version WHERE s.id = ${source} ORDER BY g.number`)
    .map(({ boxes, ...page }) => ({ ...page, boxes: boxesIn(boxes) }))
}

/** Six numbers a box, little-endian (see the table `page`). */
function boxesIn(deflated: Uint8Array): readonly Box[] {
  const bytes = inflateSync(deflated, { maxOutputLength: 200_000_000 })
  const number = (at: number) => bytes.readInt32LE(at * 4)
  return Array.from({ length: Math.floor(bytes.length / 24) }, (_, n) => ({
    start: number(n * 6),
    end: number(n * 6 + 1),
    x: number(n * 6 + 2) / 1000,
    y: number(n * 6 + 3) / 1000,
    width: number(n * 6 + 4) / 1000,
    height: number(n * 6 + 5) / 1000,
  }))
}
