/**
 * A photograph as it may stand on a coded page. Nothing can be taken out of what is seen on a picture: it leaves only
 * where its document may be named, nothing on it is marked as dangerous and no name table is open, as a print does.
 * What its camera noted beside it never leaves.
 */
import type { SourceId } from '../../../schema/ids.ts'
import { isPicture, type QuotationLevel } from '../../../schema/source.ts'
import { sql, type Reader } from '../db.ts'
import { pictureIn, type PictureFormat } from '../importing/pictures.ts'
import { heldAs } from '../importing/picture-held.ts'
import { wholeFile } from '../services/source-files.ts'
import { departureOf } from './departure.ts'
import { withoutNotes } from './picture-notes.ts'

/** Bytes: a page of HTML holds its picture as text, a third longer. */
const most = 24_000_000

export interface CodedPicture {
  readonly format: PictureFormat
  readonly mediaType: string
  /** Without a note of how its camera was held. */
  readonly bytes: Buffer
  /** As EXIF counts it, from 1 to 8. */
  readonly held: number
  /** Thousandths of a pixel, of the picture as it is looked at. */
  readonly width: number
  readonly height: number
}

/** Why a picture is not there; `notes` that cannot be taken out, a `kind` that cannot be shown. */
export type PictureStays = 'level' | 'danger' | 'names' | 'notes' | 'size' | 'kind'

export type PictureOrWhyNot = CodedPicture | { readonly stays: PictureStays }

/** Null where the source is no picture. */
export function codedPicture(db: Reader, source: SourceId, level: QuotationLevel): PictureOrWhyNot | null {
  const file = db.get<{ content: string; mediaType: string; width: number; height: number }>(sql`
    SELECT f.content, f.media_type AS mediaType, g.width, g.height FROM source s
      JOIN source_file f ON f.content = s.content
      JOIN page g ON g.content = s.content AND g.version = s.text_version AND g.number = 1 WHERE s.id = ${source}`)
  if (!file || !isPicture(file)) return null
  if (level !== 'N') return { stays: 'level' }
  if (departureOf(db)?.terms.names) return { stays: 'names' }
  if (db.get(sql`SELECT 1 FROM passage WHERE source = ${source} AND sensitivity = 4`)) return { stays: 'danger' }
  const { content, mediaType, width, height } = file
  const whole = Buffer.from(wholeFile(db, content))
  const found = pictureIn(whole)
  if (!found || !('format' in found)) return { stays: 'kind' }
  const { format } = found
  const bytes = withoutNotes(format, whole)
  if (!bytes) return { stays: 'notes' }
  if (bytes.length > most) return { stays: 'size' }
  return { format, mediaType, bytes, held: heldAs(format, whole), width, height }
}
