/**
 * One writer an archive: an exclusive transaction held on a sibling file, `NAME.kartoteka-lock`.
 * The system lets go of it at death, so a crash never leaves an archive locked. The file itself
 * stays, empty: removing it would let two programs lock two files of one name.
 */
import Database from 'better-sqlite3'
import { ArchiveError } from '../../schema/error.ts'
import { faultOf } from './faults.ts'

export interface Lock {
  release(): void
}

/** Throws 'archive-in-use' where another window or terminal writes. */
export function lockForWriting(path: string): Lock {
  let file: Database.Database | undefined
  try {
    file = new Database(`${path}-lock`, { timeout: 0 })
    file.exec('BEGIN EXCLUSIVE')
    const held = file
    return { release: () => void held.close() }
  } catch (error) {
    file?.close()
    throw new ArchiveError(faultOf(error, path), { cause: error })
  }
}
