/**
 * The bytes of a document that comes in. A long file comes piece by piece, a batch each: it is never held whole, others
 * get in between, and it can be cancelled. Until its document is written it belongs to nothing.
 */
import { createHash } from 'node:crypto'
import { letGo } from '../../../../schema/bytes.ts'
import { ArchiveError } from '../../../../schema/error.ts'
import type { Work } from '../../archive.ts'
import { sql } from '../../db.ts'
import {
  beginArrival,
  dropArrival,
  pieceLength,
  putPiece,
  type Arrived,
  type FileBytes,
} from '../../services/source-files.ts'
import { piecesOf, type FileHere } from '../incoming.ts'
import { bytesOf, type Prepared } from './prepare.ts'

/** Null: cancelled. Throws 'file-changed' where a long file is no longer the one that was reviewed. */
export async function arrived(
  work: Work,
  prepared: Prepared,
  progress: (share: number) => void,
): Promise<FileBytes | null> {
  const { document, sha256 } = prepared
  const { file } = document
  const isLong = file.kind === 'here' && (file.size ?? 0) > pieceLength && !sha256.startsWith('missing:')
  if (!isLong) return await bytesOf(prepared)
  // What is here already is not asked for again.
  if (work.reader.get(sql`SELECT 1 FROM content WHERE sha256 = ${sha256}`)) return new Uint8Array()
  const arrival = work.batch(beginArrival)
  let isWhole = false
  try {
    isWhole = await arriving(work, { file, sha256 }, arrival, progress)
  } finally {
    if (!isWhole) work.batch((db) => dropArrival(db, arrival))
  }
  return isWhole ? arrival : null
}

/** False: cancelled. */
async function arriving(
  work: Work,
  { file, sha256 }: { readonly file: FileHere; readonly sha256: string },
  { arrivedAs }: Arrived,
  progress: (share: number) => void,
): Promise<boolean> {
  const hash = createHash('sha256')
  let number = 0
  let length = 0
  for await (const piece of gathered(piecesOf(file))) {
    if (work.isCancelled) return false
    hash.update(piece)
    length += piece.length
    work.batch((db) => putPiece(db, arrivedAs, number++, piece))
    progress(Math.min(1, length / (file.size ?? length)))
    await work.pause()
  }
  if (hash.digest('hex') !== sha256) throw new ArchiveError({ kind: 'file-changed', name: file.name })
  return true
}

/** Pieces as the disk gives them, as pieces that are kept. Each is good until the next is asked for. */
async function* gathered(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const held = new Uint8Array(pieceLength)
  let length = 0
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const some = piece.subarray(at, at + pieceLength - length)
      held.set(some, length)
      at += some.length
      length += some.length
      if (length < pieceLength) continue
      yield held
      length = 0
    }
    letGo(piece)
  }
  if (length > 0) yield held.subarray(0, length)
}
