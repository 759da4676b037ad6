import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { recordedTables } from '../../electron/archive/history.ts'
import { schemaOfMigrations } from '../../electron/tools/schema.ts'
import { anArchiveFile } from '../support/archive.ts'

interface Column {
  readonly name: string
  readonly type: string
}

function aNewArchive(): Database.Database {
  const handle = new Database(anArchiveFile(), { readonly: true })
  onTestFinished(() => void handle.close())
  return handle
}

describe('the tables', () => {
  it('stand in schema/archive.sql as the migrations make them (npm run schema)', () => {
    const written = readFileSync(new URL('../../schema/archive.sql', import.meta.url), 'utf8')
    expect(schemaOfMigrations()).toBe(written)
  })

  it('are in an archive as that file says', () => {
    const handle = aNewArchive()
    const statements = handle
      .prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all()
    expect(statements.length).toBeGreaterThan(20)
    const written = readFileSync(new URL('../../schema/archive.sql', import.meta.url), 'utf8')
    for (const statement of statements as string[]) expect(written).toContain(statement)
  })

  it('that undo brings back hold text and whole numbers only, and have an id', () => {
    const handle = aNewArchive()
    for (const table of recordedTables) {
      const columns = handle.pragma(`table_info(${table})`) as readonly Column[]
      expect(columns.map(({ name }) => name)).toContain('id')
      expect(
        columns.filter(({ type }) => type !== 'TEXT' && type !== 'INTEGER').map(({ name }) => `${table}.${name}`),
      ).toEqual([])
    }
  })

  it('refuse what they do not hold: every table of our own is strict', () => {
    const handle = aNewArchive()
    const tables = handle.pragma('table_list') as readonly {
      name: string
      type: string
      strict: 0 | 1
      schema: string
    }[]
    expect(
      tables
        .filter(
          ({ name, type, strict, schema }) =>
            schema === 'main' && type === 'table' && !strict && !name.startsWith('sqlite_'),
        )
        .map(({ name }) => name),
    ).toEqual([])
  })
})
