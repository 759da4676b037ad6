/** The texts that a document has had. A text is write-once; which ones were this document's is recorded. */
import { createHash } from 'node:crypto'
import type { SourceVersion, VersionOrigin } from '../../../../schema/editing.ts'
import type { CoderId, SourceId } from '../../../../schema/ids.ts'
import { ArchiveError } from '../../../../schema/error.ts'
import { sql, type Reader, type Writer } from '../../db.ts'
import { newId, now } from '../../fresh.ts'

/** Every text of the document, the newest first. Throws 'no-such-source'. */
export function versionsOf(db: Reader, source: SourceId): readonly SourceVersion[] {
  const current = db.get<{ version: number }>(sql`SELECT text_version AS version FROM source WHERE id = ${source}`)
  if (!current) throw new ArchiveError({ kind: 'no-such-source', source })
  return db
    .all<Omit<SourceVersion, 'isCurrent'>>(sql`
      SELECT v.version, v.number, v.at, v.coder, v.origin, t.length, v.inserted, v.removed, v.moved, v.changed, v.parked, v.united
        FROM source_version v JOIN source s ON s.id = v.source
        JOIN source_text t ON t.content = s.content AND t.version = v.version
       WHERE v.source = ${source} ORDER BY v.number DESC`)
    .map((version) => ({ ...version, isCurrent: version.version === current.version }))
}

export function keepFirstVersion(db: Writer, source: SourceId, version: number, coder: CoderId): void {
  db.run(sql`
    INSERT INTO source_version (id, source, version, number, at, coder, origin)
    VALUES (${newId()}, ${source}, ${version}, 1, ${now()}, ${coder}, 'import')`)
}

export interface NewText {
  readonly source: SourceId
  readonly content: string
  readonly text: string
  readonly coder: CoderId
  readonly origin: VersionOrigin
}
export interface EditCounts {
  readonly inserted: number
  readonly removed: number
  readonly moved: number
  readonly changed: number
  readonly parked: number
  readonly united: number
}

/** Stores the text under the next number of its content; answers that number. Not recorded: an undone edit can be redone. */
export function storeText(db: Writer, { content, text }: NewText): number {
  const last = db.pluck<number | null>(sql`SELECT max(version) FROM source_text WHERE content = ${content}`)[0] ?? 0
  const hash = createHash('sha256').update(text).digest('hex')
  db.run(sql`
    INSERT INTO source_text (content, version, length, sha256, text) VALUES (${content}, ${last + 1}, ${text.length}, ${hash}, ${text})`)
  return last + 1
}

/** Makes a stored text the document's current one. */
export function turnToText(db: Writer, { source, coder, origin }: NewText, version: number, counts: EditCounts): void {
  const number =
    (db.pluck<number | null>(sql`SELECT max(number) FROM source_version WHERE source = ${source}`)[0] ?? 0) + 1
  const { inserted, removed, moved, changed, parked, united } = counts
  db.run(sql`
    INSERT INTO source_version (id, source, version, number, at, coder, origin, inserted, removed, moved, changed, parked, united)
    VALUES (${newId()}, ${source}, ${version}, ${number}, ${now()}, ${coder}, ${origin}, ${inserted}, ${removed}, ${moved}, ${changed}, ${parked}, ${united})`)
  db.run(sql`UPDATE source SET text_version = ${version} WHERE id = ${source}`)
}
