/**
 * Opening an archive file: what it is, whose it is, whether it is whole, and only then its tables.
 *
 * At rest an archive is exactly one file: a clean close ends the write-ahead log and takes its
 * files away. While open for writing it runs in WAL mode, so readers never wait for the writer.
 */
import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { ArchiveError, type ArchiveFault } from '../../schema/error.ts'
import { Archive } from './archive.ts'
import { Connection, sql } from './db.ts'
import { faultOf } from './faults.ts'
import { now } from './fresh.ts'
import type { ImportDesk } from './importing/desk.ts'
import { lockForWriting, type Lock } from './lock.ts'
import { identify, migrate } from './migrate.ts'
import { insertGuideCodes } from './services/codebook.ts'
import { takeFamilies } from './services/guide-questions.ts'
import { ensureIndex } from './services/search/index-words.ts'
import { foldWord } from './text/tokens.ts'

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
    if (opening.maxPages !== undefined) handle.pragma(`max_page_count = ${opening.maxPages}`)
    if (size <= checkedAtOpen) refuseDamaged(handle, path)
    migrate(handle, path)
    const db = new Connection(handle)
    if (!readOnly) handle.transaction(() => ensureIndex(db)).immediate()
    const close = closing(handle, lock, readOnly)
    return new Archive(db, { path, readOnly, encrypted, imports: opening.imports ?? null, close })
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

/** A connection with its key and the settings that every connection of ours has. */
export function connect(path: string, passphrase: string | undefined, readonly: boolean): Database.Database {
  const handle = new Database(path, { readonly, fileMustExist: true, timeout: 5000 })
  try {
    unlock(handle, passphrase)
    handle.pragma('foreign_keys = ON')
    handle.pragma('temp_store = MEMORY') // encrypted rows must not be sorted in plain temporary files
    handle.pragma('cache_size = -32000')
    handle.function('folded', { deterministic: true }, (text) => foldWord(String(text)))
    identify(handle, path) // before anything is written into a file that may not be ours
    if (!readonly) {
      handle.pragma('secure_delete = ON')
      handle.pragma('journal_mode = WAL')
      handle.pragma('synchronous = FULL') // a coding that was shown as done survives a power cut
    }
    return handle
  } catch (error) {
    handle.close()
    const fault = faultOf(error, path)
    if (fault.kind === 'archive-not-sqlite' && passphrase !== undefined)
      throw new ArchiveError({ kind: 'passphrase-wrong', path }, { cause: error })
    throw error
  }
}

/** AEGIS: authenticated, and near plain speed on reads; the fork's default is about four times slower. */
export function unlock(handle: Database.Database, passphrase: string | undefined): void {
  if (passphrase === undefined) return
  handle.pragma("cipher = 'aegis'")
  handle.key(Buffer.from(passphrase.normalize('NFC'), 'utf8'))
}

/** What the first bytes say, before SQLite touches the file. */
function examine(path: string, passphrase: string | undefined): { encrypted: boolean; size: number } {
  const head = Buffer.alloc(100)
  let size: number
  try {
    const file = openSync(path, 'r')
    try {
      size = fstatSync(file).size
      readSync(file, head, 0, 100, 0)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new ArchiveError(faultOf(error, path), { cause: error })
  }
  const refuse = (fault: ArchiveFault) => new ArchiveError(fault)
  const isPlain = head.toString('latin1', 0, 16) === 'SQLite format 3\0'
  if (isPlain) {
    const pageSize = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
    const isCountValid = head.readUInt32BE(24) === head.readUInt32BE(92)
    const promised = head.readUInt32BE(28) * pageSize
    if (isCountValid && promised > size)
      throw refuse({ kind: 'archive-damaged', path, detail: `${size} of ${promised} bytes are there` })
    return { encrypted: false, size }
  }
  // The cipher leaves bytes 16 to 23 of SQLite's header readable: page size and the fixed fractions 64, 32, 32.
  const looksEncrypted = size >= 512 && head[21] === 64 && head[22] === 32 && head[23] === 32
  if (!looksEncrypted) throw refuse({ kind: 'archive-not-sqlite', path })
  if (passphrase === undefined) throw refuse({ kind: 'passphrase-needed', path })
  if (passphrase === '') throw refuse({ kind: 'passphrase-wrong', path })
  const pageSize = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
  if (pageSize > 0 && size % pageSize !== 0)
    throw refuse({ kind: 'archive-damaged', path, detail: 'its end is missing' })
  return { encrypted: true, size }
}

/** Up to this many bytes SQLite's own check is quick enough to wait for; larger files are checked once they are open. */
const checkedAtOpen = 32_000_000

function refuseDamaged(handle: Database.Database, path: string): void {
  const complaint = handle.pragma('quick_check(1)', { simple: true }) as string
  if (complaint !== 'ok') throw new ArchiveError({ kind: 'archive-damaged', path, detail: complaint })
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
