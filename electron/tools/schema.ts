/** Writes schema/archive.sql: all tables as they stand after every migration, to be read in one place. Nothing runs it. */
import { writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { migrate, migrations } from '../archive/migrate.ts'
import { at, say } from './places.ts'

/** The tables and indexes of a new archive as SQL, in the order in which they are made. */
export function schemaOfMigrations(): string {
  const handle = new Database(':memory:')
  try {
    migrate(handle, ':memory:')
    // A virtual table brings its own tables ('index_data'); those have no statement of ours.
    const statements = handle
      .prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid`)
      .pluck()
      .all() as readonly string[]
    const names = migrations().map(({ name }) => name)
    return `-- Written by \`npm run schema\` from ${names.join(', ')}: do not edit.\n\n${statements.map((statement) => `${statement};\n`).join('\n')}`
  } finally {
    handle.close()
  }
}

export function writeSchema(): number {
  writeFileSync(at('schema/archive.sql'), schemaOfMigrations())
  say('Wrote schema/archive.sql.')
  return 0
}
