/**
 * Projects that are too large for an answer: they lie beside the archive until a window has taken them piece by
 * piece, or has said where they are to be. What a power cut left goes when the archive is opened again.
 */
import { closeSync, copyFileSync, fstatSync, openSync, readdirSync, readSync, renameSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import { ArchiveError } from '../../../schema/error.ts'
import type { ProjectId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'
import { faultOf } from '../faults.ts'

/** Bytes of a piece: it is in several hands at once on its way to a window. */
const pieceOfAnswer = 2_000_000
const mark = '-leaving-'
/** Nothing else that lies beside an archive is ours to read or to take away. */
const isId = (id: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)

/** Where it lies while it leaves. Throws 'no-such-project' for what would lead to another folder. */
export function leavingFile(db: Reader, id: ProjectId): string {
  if (!isId(id)) throw new ArchiveError({ kind: 'no-such-project' })
  return `${archiveOf(db)}${mark}${id}`
}

const archiveOf = (db: Reader): string =>
  db.pluck<string>(sql`SELECT file FROM pragma_database_list WHERE name = 'main'`)[0] ?? ''

/** Empty at its end. Throws 'no-such-project'. */
export function pieceOf(db: Reader, id: ProjectId, at: number): Uint8Array<ArrayBuffer> {
  const file = opened(leavingFile(db, id))
  try {
    const bytes = new Uint8Array(Math.max(0, Math.min(pieceOfAnswer, fstatSync(file).size - at)))
    return bytes.subarray(0, bytes.length === 0 ? 0 : readSync(file, bytes, 0, bytes.length, at))
  } finally {
    closeSync(file)
  }
}

function opened(path: string): number {
  try {
    return openSync(path, 'r')
  } catch {
    throw new ArchiveError({ kind: 'no-such-project' })
  }
}

/** Moves it to where the person wants it: whole or not at all. */
export function placeLeaving(db: Reader, id: ProjectId, path: string): null {
  const from = leavingFile(db, id)
  closeSync(opened(from))
  if (resolve(path) === resolve(archiveOf(db))) throw new ArchiveError({ kind: 'archive-in-use', path })
  try {
    renameSync(from, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV'))
      throw new ArchiveError(faultOf(error, path), { cause: error })
    copyOver(from, path)
  }
  return null
}

/** To another disk. */
function copyOver(from: string, path: string): void {
  const draft = `${path}.${randomUUID()}`
  try {
    copyFileSync(from, draft)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw new ArchiveError(faultOf(error, path), { cause: error })
  }
  rmSync(from, { force: true })
}

export function dropLeaving(db: Reader, id: ProjectId): void {
  rmSync(leavingFile(db, id), { force: true })
}

/** Of an archive that nobody else has open for writing. */
export function dropAllLeaving(archive: string): void {
  const begin = `${basename(archive)}${mark}`
  try {
    for (const name of readdirSync(dirname(archive)))
      if (name.startsWith(begin) && isId(name.slice(begin.length)))
        rmSync(join(dirname(archive), name), { force: true })
  } catch {
    // A folder that cannot be read holds nothing that we could have left.
  }
}
