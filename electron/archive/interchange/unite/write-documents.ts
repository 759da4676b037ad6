/** A document that is new here, whole or not at all; one that is here gains what it did not say. */
import type { CoderId } from '../../../../schema/ids.ts'
import { sql, type Writer } from '../../db.ts'
import { newId } from '../../fresh.ts'
import { insertSource } from '../../services/import-source.ts'
import type { FileBytes } from '../../services/source-files.ts'
import { updateSource } from '../../services/sources.ts'
import { hashOf } from '../documents-of-archive.ts'
import type { IncomingText } from '../incoming.ts'
import { guessedKind } from './match-documents.ts'
import { blanksOf } from './memberships.ts'
import { languageIn, structureOf } from './prepare.ts'
import { coderOf, type DocumentTarget, type Union } from './union.ts'

export function writeDocument(db: Writer, union: Union, target: DocumentTarget, bytes: FileBytes): void {
  const { prepared, id, short } = target
  const { document, fileName, sha256, text, mediaType } = prepared
  const { paragraphs, turns, pages } = structureOf(prepared)
  const kind = document.kind ?? guessedKind(prepared)
  const language = languageIn(prepared)
  const draft = { format: '', encoding: '', notes: [], mediaType, text, paragraphs, turns, pages, kind, language }
  insertSource(db, union.acting, {
    fileName,
    bytes,
    sha256,
    draft,
    choice: { item: 0, kind, language, title: document.title.slice(0, 500) },
    keeping: { id, short, labels: paragraphs.map(({ label }) => label) },
  })
  const { quotationLevel, collectedOn, place, citation } = document
  updateSource(db, {
    source: id,
    collectedOn,
    place,
    citation,
    ...(quotationLevel === null ? {} : { quotationLevel }),
  })
  writeEarlier(db, union, target, document.earlier ?? [])
}

export function fillDocument(db: Writer, target: DocumentTarget): void {
  const blanks = blanksOf(db, target)
  if (blanks) updateSource(db, { source: target.id, ...(blanks as Record<string, string>) })
}

/** The texts that it had before, numbered as they came; the one of now is the last of them. */
function writeEarlier(db: Writer, union: Union, { id }: DocumentTarget, earlier: readonly IncomingText[]): void {
  if (earlier.length === 0) return
  const content = db.pluck<string>(sql`SELECT content FROM source WHERE id = ${id}`)[0] ?? ''
  db.run(sql`UPDATE source_version SET number = ${earlier.length + 1} WHERE source = ${id}`)
  for (const [at, { text, at: when, coder, origin }] of earlier.entries()) {
    const version = keepText(db, content, text)
    db.run(sql`
      INSERT OR IGNORE INTO source_version (id, source, version, number, at, coder, origin)
      VALUES (${newId()}, ${id}, ${version}, ${at + 1}, ${when}, ${nameless(union, coder)}, ${origin})`)
  }
}
const nameless = (union: Union, coder: string | null): CoderId | '' => (coder === null ? '' : coderOf(union, coder))

/** The version under which a text of these bytes is kept. */
function keepText(db: Writer, content: string, text: string): number {
  const hash = hashOf(text)
  const known = db.pluck<number>(
    sql`SELECT version FROM source_text WHERE content = ${content} AND sha256 = ${hash}`,
  )[0]
  if (known !== undefined) return known
  const last = db.pluck<number | null>(sql`SELECT max(version) FROM source_text WHERE content = ${content}`)[0] ?? 0
  db.run(sql`
    INSERT INTO source_text (content, version, length, sha256, text) VALUES (${content}, ${last + 1}, ${text.length}, ${hash}, ${text})`)
  return last + 1
}
