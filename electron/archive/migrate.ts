/**
 * Brings an archive's tables up to this program's, one file a step, and says how far it is.
 *
 * `user_version` counts the migrations that have run. A migration that renames, drops or retypes
 * a column of a recorded table also rewrites `history_change`, so that old steps stay undoable.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from 'better-sqlite3'
import { ArchiveError } from '../../schema/error.ts'

/** Marks the file as ours: 'KART' in SQLite's application_id. */
export const applicationId = 0x4b_41_52_54

interface Migration {
  readonly name: string
  readonly sql: string
}

/** In the sources this file lies two folders below the top; in the build, one. */
function migrationsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return import.meta.url.endsWith('.ts') ? join(here, '../../schema/migrations') : join(here, '../schema/migrations')
}

let known: readonly Migration[] | undefined
export function migrations(): readonly Migration[] {
  const folder = migrationsFolder()
  return (known ??= readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') })))
}

/** Throws where the file belongs to another program or to a newer Kartoteka. Writes nothing. */
export function identify(db: Database, path: string): { readonly version: number } {
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() // the first read: a wrong key shows here
  const version = db.pragma('user_version', { simple: true }) as number
  const owner = db.pragma('application_id', { simple: true }) as number
  const isNew = version === 0 && owner === 0 && tables === 0
  if (!isNew && owner !== applicationId) throw new ArchiveError({ kind: 'archive-not-kartoteka', path })
  if (version > migrations().length)
    throw new ArchiveError({ kind: 'archive-newer', path, found: version, known: migrations().length })
  return { version }
}

/** Runs what is missing, all or nothing. */
export function migrate(db: Database, path: string): void {
  const { version } = identify(db, path)
  if (version === migrations().length) return
  if (db.readonly) throw new ArchiveError({ kind: 'archive-read-only' })
  db.pragma('foreign_keys = OFF') // a table may be rebuilt; keys are checked before the commit
  try {
    db.transaction(() => {
      for (const migration of migrations().slice(version)) db.exec(migration.sql)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${migrations().length}`)
      const broken = db.pragma('foreign_key_check') as readonly unknown[]
      if (broken.length > 0)
        throw new ArchiveError({ kind: 'archive-damaged', path, detail: `${broken.length} broken references` })
    }).exclusive()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
