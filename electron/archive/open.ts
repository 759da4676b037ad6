/**
 * Opening an archive file: what it is, whose it is, whether it is whole, and only then its tables.
 *
 * At rest an archive is exactly one file: a clean close ends the write-ahead log and takes its
 * files away. While open for writing it runs in WAL mode, so readers never wait for the writer.
 */
import { chmodSync, existsSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { ArchiveError } from '../../schema/error.ts'
import { Archive } from './archive.ts'
import { checkedAtOpen, connect, examine, refuseDamaged, unlock } from './connect.ts'
import { Connection, sql } from './db.ts'
import { faultOf } from './faults.ts'
import { now } from './fresh.ts'
import type { ImportDesk } from './importing/desk.ts'
import { dropAllLeaving } from './interchange/leaving-files.ts'
import { ProjectDesk } from './interchange/project-desk.ts'
import { lockForWriting, type Lock } from './lock.ts'
import { migrate } from './migrate.ts'
import { insertGuideCodes } from './services/codebook.ts'
import { takeFamilies } from './services/guide-questions.ts'
import { dropArrivals } from './services/source-files.ts'
import { ensureIndex } from './services/search/index-words.ts'

export interface Opening {
  /** Who reads the files of an import; without it, importing is refused. */
  readonly imports?: ImportDesk | null | undefined
  readonly passphrase?: string | undefined
  readonly readOnly?: boolean | undefined
  /** The most pages of 4096 bytes that the file may grow to; how a full disk is tried out. */
  readonly maxPages?: number | undefined
}

/** Throws an `ArchiveError`; the file is then as it was. */
export function openArchive(file: string, opening: Opening = {}): Archive {
  const path = resolve(file)
  const { encrypted, size } = examine(path, opening.passphrase)
  const readOnly = opening.readOnly ?? false
  let lock: Lock | undefined
  let handle: Database.Database | undefined
  try {
    if (!readOnly) {
      refuseNetwork(path)
      lock = lockForWriting(path)
    }
    handle = connect(path, opening.passphrase, readOnly)
    if (!readOnly) discard(`${path}-new`) // a change of passphrase that a power cut ended; it may be plain
    if (!readOnly) dropAllLeaving(path)
    if (opening.maxPages !== undefined) handle.pragma(`max_page_count = ${opening.maxPages}`)
    if (size <= checkedAtOpen) refuseDamaged(handle, path)
    migrate(handle, path)
    const db = new Connection(handle)
    if (!readOnly)
      handle
        .transaction(() => {
          dropArrivals(db)
          ensureIndex(db)
        })
        .immediate()
    const projects = readOnly ? null : new ProjectDesk()
    const letGo = closing(handle, lock, readOnly)
    const close = () => {
      projects?.close()
      if (!readOnly) dropAllLeaving(path)
      letGo()
    }
    return new Archive(db, { path, readOnly, encrypted, imports: opening.imports ?? null, projects, close })
  } catch (error) {
    handle?.close()
    lock?.release()
    throw new ArchiveError(faultOf(error, path), { cause: error })
  }
}

export interface Creation {
  readonly name?: string
  readonly codebook?: 'guide' | 'none'
  readonly passphrase?: string | undefined
}

/** Makes a new archive beside its place and moves it there when it is whole. Opens nothing. */
export function createArchive(file: string, creation: Creation = {}): void {
  const path = resolve(file)
  if (existsSync(path)) throw new ArchiveError({ kind: 'archive-exists', path })
  if (creation.passphrase === '') throw new ArchiveError({ kind: 'passphrase-empty' })
  if (!existsSync(dirname(path))) throw new ArchiveError({ kind: 'folder-not-writable', path: dirname(path) })
  const draft = `${path}-new`
  try {
    discard(draft) // left by a creation that was cut short
    const handle = new Database(draft)
    try {
      chmodSync(draft, 0o600) // whoever shares the computer need not read the interviews
      handle.pragma('page_size = 4096')
      unlock(handle, creation.passphrase)
      handle.pragma('journal_mode = MEMORY')
      migrate(handle, path)
      const db = new Connection(handle)
      handle.transaction(() => {
        const name = creation.name || basename(path).replace(/\.kartoteka$/i, '')
        db.run(sql`INSERT INTO project (id, name, created_at) VALUES ('project', ${name}, ${now()})`)
        if (creation.codebook !== 'none') {
          insertGuideCodes(db)
          takeFamilies(db)
        }
        ensureIndex(db)
      })()
    } finally {
      handle.close()
    }
    if (existsSync(path)) throw new ArchiveError({ kind: 'archive-exists', path })
    renameSync(draft, path)
  } catch (error) {
    discard(draft)
    throw new ArchiveError(faultOf(error, dirname(path)), { cause: error })
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // its folder is no folder, or not ours: then it is not there either
  }
}

/** A write-ahead log needs shared memory, which network drives do not have. */
function refuseNetwork(path: string): void {
  const networks = new Set([0x69_69, 0x51_7b, 0xff_53_4d_42, 0xfe_53_4d_42]) // NFS, SMB, CIFS, SMB2 (statfs(2))
  const isShare = process.platform === 'win32' && path.startsWith('\\\\')
  if (isShare || (process.platform === 'linux' && networks.has(statfsSync(path).type)))
    throw new ArchiveError({ kind: 'archive-on-network', path })
}

function closing(handle: Database.Database, lock: Lock | undefined, readOnly: boolean): () => void {
  return () => {
    if (!handle.open) return
    if (!readOnly) {
      try {
        handle.pragma('wal_checkpoint(TRUNCATE)')
        handle.pragma('journal_mode = DELETE')
      } catch {
        // Somebody still reads, or the file is gone from under us: the log stays and is taken up at the next open.
      }
    }
    handle.close()
    lock?.release()
  }
}
