/**
 * Sets, changes or removes an archive's passphrase by writing a new file and putting it in the
 * old one's place. Cut short at any point, the old archive is still there, whole.
 *
 * No plain copy is left anywhere: the copy is made by VACUUM (so deleted rows do not come along)
 * and re-keyed in place with its journal in memory, before it takes the name. What a disk keeps of
 * files once deleted on it is beyond any program's reach; the dialog says so.
 */
import { chmodSync, statSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { ArchiveError } from '../../schema/error.ts'
import { connect, unlock } from './connect.ts'
import { faultOf } from './faults.ts'
import { lockForWriting } from './lock.ts'

/** `null` is no passphrase. The archive must not be open. Throws an `ArchiveError`; then nothing has changed. */
export function changePassphrase(path: string, current: string | null, next: string | null): void {
  if (next === '') throw new ArchiveError({ kind: 'passphrase-empty' })
  const draft = `${path}-new`
  const lock = lockForWriting(path)
  try {
    rmSync(draft, { force: true })
    const old = connect(path, current ?? undefined, false)
    try {
      old.pragma('journal_mode = DELETE') // takes the write-ahead log in, so that nothing stays beside the file
      old.prepare('VACUUM INTO ?').run(draft)
      chmodSync(draft, statSync(path).mode)
    } finally {
      old.close()
    }
    rekey(draft, current, next)
    flush(draft)
    renameSync(draft, path)
    for (const ending of ['-wal', '-shm', '-journal']) rmSync(path + ending, { force: true })
    if (process.platform !== 'win32') flush(dirname(path)) // Windows cannot open a folder for this
  } catch (error) {
    rmSync(draft, { force: true })
    throw new ArchiveError(faultOf(error, path), { cause: error })
  } finally {
    lock.release()
  }
}

function rekey(path: string, current: string | null, next: string | null): void {
  const copy = new Database(path)
  try {
    unlock(copy, current ?? undefined)
    copy.pragma('journal_mode = MEMORY')
    copy.pragma('temp_store = MEMORY')
    if (next === null) {
      if (current !== null) copy.rekey(Buffer.alloc(0))
    } else {
      copy.pragma("cipher = 'aegis'")
      copy.rekey(Buffer.from(next.normalize('NFC'), 'utf8'))
    }
  } finally {
    copy.close()
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
