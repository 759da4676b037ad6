/** Documents that are translations of one another, and paragraphs that belong together. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { applicationId, migrations } from '../../electron/archive/migrate.ts'
import { openArchive } from '../../electron/archive/open.ts'
import type { CoderId, SourceId, SourceLinkId } from '../../schema/ids.ts'
import { aDesk, aFolder, interviewText, putSource, russianText } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

function aPair() {
  const desk = aDesk()
  const { archive, ada, interview, russian } = desk
  const link = () => archive.run('translation.create', ada, { original: interview, translation: russian })
  const list = () => archive.run('translation.list', ada, {})
  return { ...desk, link, list }
}
const answer = interviewText.indexOf('R01')
const ответ = russianText.indexOf('R02')

describe('a translation', () => {
  it('is linked to its original once, however often that is said; undo and redo follow', () => {
    const { archive, ada, interview, russian, link, list } = aPair()
    const first = link()
    expect(link()).toEqual(first)
    expect(list()).toEqual([{ id: first.id, from: interview, to: russian, pairs: [] }])
    expect(archive.run('history.state', ada, {}).undo).toMatchObject({
      label: 'Link translation',
      subject: 'R01 → R02',
    })
    archive.run('history.undo', ada, {})
    expect(list()).toEqual([])
    archive.run('history.redo', ada, {})
    expect(list()).toEqual([first])
    archive.run('translation.delete', ada, { link: first.id })
    expect(list()).toEqual([])
    archive.run('history.undo', ada, {})
    expect(list()).toEqual([first])
  })

  it('has one original: another takes the place of the first', () => {
    const { archive, path, ada, russian, link, list } = aPair()
    const other = putSource(path, { short: 'R03', title: 'Third', text: interviewText + 'More.\n' })
    link()
    archive.run('translation.create', ada, { original: other, translation: russian })
    expect(list()).toMatchObject([{ from: other, to: russian }])
    archive.run('history.undo', ada, {})
    expect(list()).toHaveLength(1)
  })

  it('is never its own original, directly or by way of another', () => {
    const { archive, path, ada, interview, russian, link } = aPair()
    const third = putSource(path, { short: 'R03', title: 'Third', text: interviewText + 'More.\n' })
    link()
    archive.run('translation.create', ada, { original: russian, translation: third })
    for (const [original, translation] of [
      [interview, interview],
      [russian, interview],
      [third, interview],
    ] as const)
      expect(faultIn(() => archive.run('translation.create', ada, { original, translation }))).toEqual({
        kind: 'translation-of-itself',
      })
    expect(
      faultIn(() => archive.run('translation.create', ada, { original: 'gone' as SourceId, translation: russian })),
    ).toEqual({ kind: 'no-such-source', source: 'gone' })
    expect(faultIn(() => archive.run('translation.delete', ada, { link: 'gone' as SourceLinkId }))).toEqual({
      kind: 'no-such-translation',
    })
  })

  it('goes with either document and comes back with it, its pairs too', () => {
    const { archive, ada, interview, russian, link, list } = aPair()
    const { id } = link()
    const paired = archive.run('translation.pair', ada, { link: id, from: answer, to: ответ })
    for (const source of [interview, russian]) {
      archive.run('source.delete', ada, { sources: [source] })
      expect(list()).toEqual([])
      archive.run('history.undo', ada, {})
      expect(list()).toEqual([paired])
    }
  })
})

describe('a pair of paragraphs', () => {
  it('is made from any place in them, kept once, and named by their labels', () => {
    const { archive, ada, link, list } = aPair()
    const { id } = link()
    const paired = archive.run('translation.pair', ada, { link: id, from: answer + 9, to: ответ + 3 })
    expect(paired.pairs).toMatchObject([{ from: answer, to: ответ, fromLabel: '2', toLabel: '2' }])
    expect(archive.run('translation.pair', ada, { link: id, from: 9999, to: ответ })).toEqual(paired)
    archive.run('translation.unpair', ada, { pair: paired.pairs[0]!.id })
    expect(list()[0]?.pairs).toEqual([])
    archive.run('history.undo', ada, {})
    expect(list()).toEqual([paired])
  })

  it('that would cross another is refused; a new partner for a paragraph takes the place of the old', () => {
    const { archive, ada, link } = aPair()
    const { id } = link()
    archive.run('translation.pair', ada, { link: id, from: 0, to: ответ })
    expect(faultIn(() => archive.run('translation.pair', ada, { link: id, from: answer, to: 0 }))).toEqual({
      kind: 'pair-crosses',
      from: '1',
      to: '2',
    })
    const moved = archive.run('translation.pair', ada, { link: id, from: answer, to: ответ })
    expect(moved.pairs).toMatchObject([{ from: answer, to: ответ }])
  })

  it('follows the words when the text before it is edited', () => {
    const { archive, ada, interview, link, list } = aPair()
    const { id } = link()
    archive.run('translation.pair', ada, { link: id, from: answer, to: ответ })
    archive.run('source.retext', ada, { source: interview, text: interviewText.replace('Who', 'Tell me who') })
    expect(list()[0]?.pairs).toMatchObject([{ from: answer + 8, fromLabel: '2' }])
  })
})

describe('an archive from before documents could be linked', () => {
  it('opens, takes links, and undoes what was done before', () => {
    const path = join(aFolder(), 'old.kartoteka')
    const db = new Database(path)
    for (const { sql } of migrations().slice(0, 4)) db.exec(sql)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma('user_version = 4')
    db.exec(`INSERT INTO project (id, name, created_at) VALUES ('project', 'Old', '2025-01-01T00:00:00.000Z');
             INSERT INTO coder (id, name) VALUES ('ada', 'Ada')`)
    db.close()
    const one = putSource(path, { short: 'R01', title: 'One', text: interviewText })
    const two = putSource(path, { short: 'R02', title: 'Two', text: russianText })
    const older = new Database(path)
    const row = older.prepare('SELECT * FROM source WHERE id = ?').get(one) as object
    older.exec(`INSERT INTO history_step (step, act, at, coder, operation, label, subject)
                VALUES (1, 1, '2025-01-02T00:00:00.000Z', 'ada', 'source.update', 'Describe document', 'R01')`)
    older
      .prepare(`INSERT INTO history_change (step, "table", id, "before", "after") VALUES (1, 'source', ?, ?, ?)`)
      .run(one, JSON.stringify({ ...row, title: 'Before' }), JSON.stringify(row))
    older.close()

    const ada = 'ada' as CoderId
    const archive = openArchive(path)
    onTestFinished(() => archive.close())
    archive.run('translation.create', ada, { original: one, translation: two })
    expect(archive.run('translation.list', ada, {})).toMatchObject([{ from: one, to: two }])
    archive.run('history.undo', ada, {})
    archive.run('history.undo', ada, {})
    expect(archive.run('source.list', ada, {}).map(({ title }) => title)).toEqual(['Before', 'Two'])
  })
})
