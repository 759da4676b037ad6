/** Archives of earlier formats open as this one, and what was done in them can still be undone. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { applicationId, migrations } from '../../electron/archive/migrate.ts'
import { openArchive } from '../../electron/archive/open.ts'
import type { CodeId, CoderId, SourceId } from '../../schema/ids.ts'
import { aFolder } from '../support/archive.ts'

const ada = 'ada' as CoderId
const code = {
  id: 'trust',
  parent: null,
  position: 0,
  name: 'Trust',
  shortcut: '1',
  colour: '#112233',
  definition: '',
  include: '',
  exclude: '',
  example: '',
  codable: 1,
  version: 1,
}

/** An archive as format 2 left it: a coder, who had added one code. */
function anArchiveOfFormat2(): string {
  const path = join(aFolder(), 'old.kartoteka')
  const db = new Database(path)
  for (const { name, sql } of migrations().slice(0, 2)) {
    expect(name).toMatch(/^000[12]-/)
    db.exec(sql)
  }
  db.pragma(`application_id = ${applicationId}`)
  db.pragma('user_version = 2')
  db.exec(`INSERT INTO project (id, name, created_at) VALUES ('project', 'Old', '2025-01-01T00:00:00.000Z');
           INSERT INTO coder (id, name) VALUES ('ada', 'Ada');
           INSERT INTO history_step (step, act, at, coder, operation, label, subject)
           VALUES (1, 1, '2025-01-02T00:00:00.000Z', 'ada', 'code.create', 'Add code', 'Trust')`)
  const columns = Object.keys(code)
  db.prepare(`INSERT INTO code (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
    Object.values(code),
  )
  db.prepare(`INSERT INTO history_change (step, "table", id, "after") VALUES (1, 'code', 'trust', ?)`).run(
    JSON.stringify(code),
  )
  db.close()
  return path
}

describe('an archive from before there were sets of codes', () => {
  it('opens, takes sets, and undoes what was done before', () => {
    const archive = openArchive(anArchiveOfFormat2())
    onTestFinished(() => archive.close())
    expect(archive.run('codeSet.list', ada, {})).toEqual([])
    archive.run('codeSet.create', ada, { name: 'Chapter 3', codes: ['trust' as CodeId] })
    expect(archive.run('codeSet.list', ada, {})).toMatchObject([{ name: 'Chapter 3', codes: ['trust'] }])
    archive.run('history.undo', ada, {})
    archive.run('history.undo', ada, {})
    expect(archive.run('codebook.get', ada, {})).toEqual([])
    archive.run('history.redo', ada, {})
    archive.run('history.redo', ada, {})
    expect(archive.run('codeSet.list', ada, {})).toMatchObject([{ codes: ['trust'] }])
  })
})

describe('an archive from before texts could be edited', () => {
  /** Format 3, with one document that Ada had imported and deleted. */
  function anArchiveOfFormat3(): string {
    const path = join(aFolder(), 'old.kartoteka')
    const db = new Database(path)
    for (const { sql } of migrations().slice(0, 3)) db.exec(sql)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma('user_version = 3')
    const row = {
      id: 'talk',
      number: 1,
      content: 'bytes',
      text_version: 1,
      short: 'R01',
      title: 'A talk',
      kind: 'transcript',
      language: 'en',
      quotation_level: 'P',
      collected_on: '',
      place: '',
      citation: '',
      imported_at: '2025-01-02T00:00:00.000Z',
    }
    const paragraph = { id: 2 ** 24 + 1, source: 'talk', label: '1', start: 0, end: 9 }
    db.exec(`INSERT INTO project (id, name, created_at) VALUES ('project', 'Old', '2025-01-01T00:00:00.000Z');
             INSERT INTO coder (id, name) VALUES ('ada', 'Ada');
             INSERT INTO content (id, sha256) VALUES ('bytes', 'aa');
             INSERT INTO source_file (content, name, media_type, bytes) VALUES ('bytes', 'talk.txt', 'text/plain', x'00');
             INSERT INTO source_text (content, version, length, sha256, text) VALUES ('bytes', 1, 9, 'aa', 'Who pays?');
             INSERT INTO history_step (step, act, at, coder, operation, label, subject) VALUES
               (1, 1, '2025-01-02T00:00:00.000Z', 'ada', 'import.commit', 'Import', 'R01'),
               (2, 2, '2025-01-03T00:00:00.000Z', 'ada', 'source.delete', 'Delete document', 'R01')`)
    const change = db.prepare(
      `INSERT INTO history_change (step, "table", id, "before", "after") VALUES (?, ?, ?, ?, ?)`,
    )
    for (const [table, each] of [
      ['source', row],
      ['paragraph', paragraph],
    ] as const) {
      change.run(1, table, String(each.id), null, JSON.stringify(each))
      change.run(2, table, String(each.id), JSON.stringify(each), null)
    }
    db.close()
    return path
  }

  it('brings a document deleted then back with its text, ready to be edited, and takes all of it back', () => {
    const archive = openArchive(anArchiveOfFormat3())
    onTestFinished(() => archive.close())
    archive.run('history.undo', ada, {})
    const talk = 'talk' as SourceId
    expect(archive.run('source.versions', ada, { source: talk })).toMatchObject([
      { number: 1, version: 1, coder: 'ada', origin: 'import', isCurrent: true },
    ])
    archive.run('source.edit', ada, { source: talk, base: 1, changes: [{ start: 4, end: 8, insert: 'paid' }] })
    expect(archive.run('source.text', ada, { source: talk }).text).toBe('Who paid?')
    archive.run('history.undo', ada, {})
    archive.run('history.undo', ada, {})
    expect(archive.run('source.list', ada, {})).toEqual([])
    for (let n = 0; n < 2; n++) archive.run('history.redo', ada, {})
    expect(archive.run('source.text', ada, { source: talk }).text).toBe('Who paid?')
  })
})
