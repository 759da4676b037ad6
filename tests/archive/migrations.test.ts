/** Archives of earlier formats open as this one, and what was done in them can still be undone. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { applicationId, migrations } from '../../electron/archive/migrate.ts'
import { openArchive } from '../../electron/archive/open.ts'
import type { CodeId, CoderId } from '../../schema/ids.ts'
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
