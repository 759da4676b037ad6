/**
 * A file of ours as a connection: what its first bytes say, its key, the settings that every connection
 * has, and SQLite's own check. Whether it may be written is the caller's question.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import { ArchiveError, type ArchiveFault } from '../../schema/error.ts'
import { faultOf } from './faults.ts'
import { identify } from './migrate.ts'
import { foldWord } from './text/tokens.ts'

/** Kilobytes of pages that a connection keeps at most; and one that goes through the file once. */
const usualCache = 32_000
export const smallCache = 4000

/** A connection with its key and the settings that every connection of ours has. */
export function connect(
  path: string,
  passphrase: string | undefined,
  readonly: boolean,
  cache = usualCache,
): Database.Database {
  const handle = new Database(path, { readonly, fileMustExist: true, timeout: 5000 })
  try {
    unlock(handle, passphrase)
    handle.pragma('foreign_keys = ON')
    handle.pragma('temp_store = MEMORY') // encrypted rows must not be sorted in plain temporary files
    handle.pragma(`cache_size = -${cache}`)
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
export function examine(path: string, passphrase: string | undefined): { encrypted: boolean; size: number } {
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
export const checkedAtOpen = 32_000_000

export function refuseDamaged(handle: Database.Database, path: string): void {
  const complaint = handle.pragma('quick_check(1)', { simple: true }) as string
  if (complaint !== 'ok') throw new ArchiveError({ kind: 'archive-damaged', path, detail: complaint })
}
