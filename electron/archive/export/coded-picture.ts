/**
 * A photograph as it may stand on a coded page. Nothing can be taken out of a picture: it leaves only where its
 * document may be named, nothing on it is marked as dangerous and no name table is open, as a print does.
 */
import type { SourceId } from '../../../schema/ids.ts'
import { isPicture, type QuotationLevel } from '../../../schema/source.ts'
import { sql, type Reader } from '../db.ts'
import { wholeFile } from '../services/source-files.ts'
import { departureOf } from './departure.ts'

/** Bytes: a page of HTML holds its picture as text, a third longer. */
const most = 24_000_000

export interface CodedPicture {
  readonly address: string
  /** Thousandths of a pixel, of the picture as it is looked at. */
  readonly width: number
  readonly height: number
}

/** Null where the source is no picture, or may not be seen. */
export function codedPicture(db: Reader, source: SourceId, level: QuotationLevel): CodedPicture | null {
  const file = db.get<{ content: string; mediaType: string; width: number; height: number }>(sql`
    SELECT f.content, f.media_type AS mediaType, g.width, g.height FROM source s
      JOIN source_file f ON f.content = s.content
      JOIN page g ON g.content = s.content AND g.version = s.text_version AND g.number = 1 WHERE s.id = ${source}`)
  if (!file || !isPicture(file) || level !== 'N' || departureOf(db)?.terms.names) return null
  if (db.get(sql`SELECT 1 FROM passage WHERE source = ${source} AND sensitivity = 4`)) return null
  const { content, mediaType, width, height } = file
  const bytes = wholeFile(db, content)
  if (bytes.length > most) return null
  return { address: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`, width, height }
}
