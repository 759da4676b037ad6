/**
 * The original files of documents, written once. A short one is one value; a longer one lies in pieces, so that no
 * recording is ever held whole.
 *
 * A file that is too long for one batch arrives piece by piece under a content that is not yet known by its hash and
 * that no document has. With its last piece it gets both in one transaction; whatever is still arriving when an
 * archive is opened was cut short, and goes.
 */
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'

/** Bytes: long enough that a piece costs little beside its bytes, short enough for others to get in between. */
export const pieceLength = 4_000_000

/** A file that comes in: its bytes, or the content under which all of them have arrived. */
export type FileBytes = Uint8Array | Arrived
export interface Arrived {
  readonly arrivedAs: string
}

/** Bytes of a file; for `f`, a row of source_file. SQLite reads no blob to tell its length. */
export const sizeOfFile = `(length(f.bytes) + ifnull((SELECT sum(length(p.bytes)) FROM source_file_piece p WHERE p.content = f.content), 0))`

/** In order; nothing where there is no such file. */
export function* piecesOfFile(db: Reader, content: string): Generator<Uint8Array> {
  const [bytes] = db.pluck<Uint8Array>(sql`SELECT bytes FROM source_file WHERE content = ${content}`)
  if (bytes && bytes.length > 0) yield bytes
  for (let number = 0; ; number++) {
    const [piece] = db.pluck<Uint8Array>(
      sql`SELECT bytes FROM source_file_piece WHERE content = ${content} AND number = ${number}`,
    )
    if (!piece) return
    yield piece
  }
}

/** All of it in memory; of a short file the value itself. */
export function wholeFile(db: Reader, content: string): Uint8Array<ArrayBuffer> {
  const found = db.get<{ bytes: Uint8Array<ArrayBuffer>; size: number }>({
    text: `SELECT f.bytes, ${sizeOfFile} AS size FROM source_file f WHERE f.content = ?`,
    values: [content],
  })
  if (!found || found.bytes.length === found.size) return found?.bytes ?? new Uint8Array()
  const whole = new Uint8Array(found.size)
  let at = 0
  for (const piece of piecesOfFile(db, content)) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

export interface KeptFile {
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
}

/** A file that is not here yet. Answers its content. */
export function keepFile(db: Writer, { sha256, name, mediaType }: KeptFile, bytes: FileBytes): string {
  const content = bytes instanceof Uint8Array ? newId() : bytes.arrivedAs
  if (bytes instanceof Uint8Array) db.run(sql`INSERT INTO content (id, sha256) VALUES (${content}, ${sha256})`)
  else db.run(sql`UPDATE content SET sha256 = ${sha256} WHERE id = ${content}`)
  const isShort = bytes instanceof Uint8Array && bytes.length <= pieceLength
  db.run(sql`
    INSERT INTO source_file (content, name, media_type, bytes)
    VALUES (${content}, ${name}, ${mediaType}, ${isShort ? bytes : new Uint8Array()})`)
  if (bytes instanceof Uint8Array && !isShort)
    for (const [number, piece] of cut(bytes).entries()) putPiece(db, content, number, piece)
  return content
}

/** The bytes as pieces that may be kept; views of them, not copies. */
export const cut = (bytes: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / pieceLength) }, (_, n) =>
    bytes.subarray(n * pieceLength, (n + 1) * pieceLength),
  )

export function beginArrival(db: Writer): Arrived {
  const arrivedAs = newId()
  db.run(sql`INSERT INTO content (id, sha256) VALUES (${arrivedAs}, ${`arriving:${arrivedAs}`})`)
  return { arrivedAs }
}

export function putPiece(db: Writer, content: string, number: number, bytes: Uint8Array): void {
  db.run(sql`INSERT INTO source_file_piece (content, number, bytes) VALUES (${content}, ${number}, ${bytes})`)
}

/** One that is not wanted any more. */
export function dropArrival(db: Writer, { arrivedAs }: Arrived): void {
  db.run(sql`DELETE FROM content WHERE id = ${arrivedAs} AND sha256 GLOB 'arriving:*'`)
}

/** All of which an end came before their documents. */
export function dropArrivals(db: Writer): void {
  db.run(sql`DELETE FROM content WHERE sha256 GLOB 'arriving:*'`)
}
