/**
 * Source texts, kept while they are in use. A text version is write-once, so what is kept can
 * never be stale; the bound is on characters, because one text may be a thousand times another.
 */
import { ArchiveError } from '../../../schema/error.ts'
import type { SourceId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'

/** About 32 MB of UTF-16 for a connection. */
const bound = 16_000_000

interface Kept {
  readonly texts: Map<string, string>
  units: number
}
const keptBy = new WeakMap<Reader, Kept>()

export interface StoredText {
  readonly version: number
  readonly text: string
}

/** Where the current text of a source is kept, and the source's short id. Throws 'no-such-source'. */
export function textPlaceOf(
  db: Reader,
  source: SourceId,
): { readonly content: string; readonly version: number; readonly short: string } {
  const place = db.get<{ content: string; version: number; short: string }>(
    sql`SELECT content, text_version AS version, short FROM source WHERE id = ${source}`,
  )
  if (!place) throw new ArchiveError({ kind: 'no-such-source', source })
  return place
}

/** The current text of a source. Throws 'no-such-source'. */
export function textOfSource(db: Reader, source: SourceId): StoredText {
  const { content, version } = textPlaceOf(db, source)
  return { version, text: textOfContent(db, content, version) }
}

/** A text that the source has or had. Throws 'no-such-version'. */
export function earlierText(db: Reader, source: SourceId, version: number): string {
  const place = db.get<{ content: string; short: string; known: number | null }>(sql`
    SELECT s.content, s.short, v.version AS known FROM source s
      LEFT JOIN source_version v ON v.source = s.id AND v.version = ${version} WHERE s.id = ${source}`)
  if (!place) throw new ArchiveError({ kind: 'no-such-source', source })
  if (place.known === null) throw new ArchiveError({ kind: 'no-such-version', source: place.short, version })
  return textOfContent(db, place.content, version)
}

/** One version of a content's text, whether a source still points at it or not. */
export function textOfContent(db: Reader, content: string, version: number): string {
  let kept = keptBy.get(db)
  if (!kept) keptBy.set(db, (kept = { texts: new Map(), units: 0 }))
  const key = `${version} ${content}`
  const found = kept.texts.get(key)
  if (found !== undefined) {
    kept.texts.delete(key) // to the end: what was used last goes last
    kept.texts.set(key, found)
    return found
  }
  const text =
    db
      .get<{ bytes: Buffer }>(
        sql`SELECT CAST(text AS BLOB) AS bytes FROM source_text WHERE content = ${content} AND version = ${version}`,
      )
      // Node turns UTF-8 into a string in a third of the time that the same costs on its way out of SQLite.
      ?.bytes.toString('utf8') ?? ''
  kept.texts.set(key, text)
  kept.units += text.length
  for (const [oldest, old] of kept.texts) {
    if (kept.units <= bound || oldest === key) break
    kept.texts.delete(oldest)
    kept.units -= old.length
  }
  return text
}
