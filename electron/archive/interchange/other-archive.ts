/**
 * Another archive, opened to be read and never changed. One that an older program left is brought up to
 * date as a copy in a private folder, which goes when it is closed; encrypted ones stay encrypted there.
 */
import { copyFileSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { ArchiveError } from '../../../schema/error.ts'
import { Connection, type Reader } from '../db.ts'
import { faultOf } from '../faults.ts'
import { identify, migrate, migrations } from '../migrate.ts'
import { checkedAtOpen, connect, examine, refuseDamaged } from '../connect.ts'

export interface OtherArchive {
  readonly db: Reader
  close(): void
}

/** Throws 'project-own-archive' where `file` is `own`, and whatever keeps an archive from being opened. */
export function openOther(file: string, own: string, passphrase: string | undefined): OtherArchive {
  try {
    const path = realpathSync(file)
    if (path === realpathSync(own)) throw new ArchiveError({ kind: 'project-own-archive', path: file })
    const { size } = examine(path, passphrase)
    const handle = connect(path, passphrase, true)
    try {
      if (size <= checkedAtOpen) refuseDamaged(handle, path)
      const { version } = identify(handle, path)
      if (version === migrations().length) return { db: new Connection(handle), close: () => void handle.close() }
    } catch (error) {
      handle.close()
      throw error
    }
    handle.close()
    return openUpdated(path, passphrase)
  } catch (error) {
    throw new ArchiveError(faultOf(error, file), { cause: error })
  }
}

function openUpdated(path: string, passphrase: string | undefined): OtherArchive {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-older-'))
  const copy = join(folder, 'older.kartoteka')
  let handle: Database | null = null
  const close = () => {
    handle?.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    copyFileSync(path, copy)
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
    handle = connect(copy, passphrase, false)
    if (identify(handle, path).version === 0) throw new ArchiveError({ kind: 'archive-not-kartoteka', path })
    migrate(handle, path)
    return { db: new Connection(handle), close }
  } catch (error) {
    close()
    throw error
  }
}
