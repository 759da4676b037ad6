/** Turns what SQLite and the file system throw into faults, so that `explain` has words for it. */
import { ArchiveError, type ArchiveFault } from '../../schema/error.ts'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The fault in anything thrown. `path` names the archive or file in hand. */
export function faultOf(error: unknown, path = ''): ArchiveFault {
  if (error instanceof ArchiveError) return error.fault
  const code = codeOf(error)
  const detail = error instanceof Error ? error.message : String(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'disk-full' }
  if (code.startsWith('SQLITE_READONLY')) return { kind: 'archive-read-only' }
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return { kind: 'archive-in-use', path }
  if (code === 'SQLITE_NOTADB') return { kind: 'archive-not-sqlite', path }
  if (code.startsWith('SQLITE_CORRUPT')) return { kind: 'archive-damaged', path, detail }
  if (code.startsWith('SQLITE_CANTOPEN')) return { kind: 'folder-not-writable', path }
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'archive-missing', path }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { kind: 'folder-not-writable', path }
  return { kind: 'unexpected', detail }
}

/** What is found, or null where looking for it ends in a fault. */
export function orNull<Found>(find: () => Found): Found | null {
  try {
    return find()
  } catch (error) {
    if (error instanceof ArchiveError) return null
    throw error
  }
}

export function isConstraint(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_CONSTRAINT')
}
