/** A stamp says what was asked of what: the same stamp, the same numbers. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../electron/archive/open.ts'
import type { Archive } from '../../electron/archive/archive.ts'
import { askedInWords } from '../../schema/report-asked.ts'
import { reportPage } from '../../schema/report-query.ts'
import { reportWords } from '../../schema/report-words.ts'
import { aDesk, aFolder } from '../support/archive.ts'
import { query } from '../support/coded-study.ts'

const stampOf = (archive: Archive) =>
  archive.run('report.run', '', { report: query({ name: 'code-frequency' }), page: reportPage.parse({}) }).stamp
const printOf = (archive: Archive) => stampOf(archive).fingerprint

describe('the stamp of a report', () => {
  it('changes with a coding and comes back with its undoing', () => {
    const { archive, ada, interview, doors } = aDesk()
    const before = printOf(archive)
    expect(before).toMatch(/^[0-9a-f]{64}$/)
    archive.run('coding.create', ada, { source: interview, start: 0, end: 5, code: doors })
    const after = printOf(archive)
    expect(after).not.toBe(before)
    archive.run('history.undo', ada, {})
    expect(printOf(archive)).toBe(before)
    archive.run('history.redo', ada, {})
    expect(printOf(archive)).toBe(after)
  })

  it('changes with what a coding says, who speaks, what is known, and the text', () => {
    const { archive, ada, interview, doors } = aDesk()
    const { codings } = archive.run('coding.create', ada, { source: interview, start: 0, end: 5, code: doors })
    const prints = [printOf(archive)]
    archive.run('coding.update', ada, { coding: codings[0]!.id, stance: 'blames' })
    prints.push(printOf(archive))
    archive.run('source.update', ada, { source: interview, kind: 'law' })
    prints.push(printOf(archive))
    const { id } = archive.run('attribute.create', ada, { owner: 'source', key: 'town', name: 'Town', type: 'text' })
    archive.run('attribute.set', ada, {
      owner: 'source',
      cells: [{ owner: interview, column: id, value: 'Perm' }],
      extendLists: false,
      skipRefused: false,
    })
    prints.push(printOf(archive))
    archive.run('source.edit', ada, { source: interview, base: 1, changes: [{ start: 20, end: 20, insert: 'x' }] })
    prints.push(printOf(archive))
    expect(new Set(prints).size).toBe(prints.length)
  })

  it('is not changed by memos or by the names of codes', () => {
    const { archive, ada, doors } = aDesk()
    const before = printOf(archive)
    archive.run('memo.create', ada, { about: { kind: 'code', id: doors }, text: 'a thought' })
    archive.run('code.update', ada, { code: doors, name: 'Doors that change' })
    expect(printOf(archive)).toBe(before)
  })

  it('is the same in a copy of the archive that was packed anew', () => {
    const { archive, path, ada, interview, doors, terms } = aDesk()
    for (const [start, code] of [
      [20, doors],
      [3, terms],
      [20, terms],
    ] as const)
      archive.run('coding.create', ada, { source: interview, start, end: start + 9, code })
    const print = printOf(archive)
    archive.close()
    const copy = join(aFolder(), 'copy.kartoteka')
    copyFileSync(path, copy)
    const packed = new Database(copy)
    packed.exec('VACUUM')
    packed.close()
    const opened = openArchive(copy)
    expect(printOf(opened)).toBe(print)
    opened.close()
  })

  it('says the question and how much there was', () => {
    const { archive } = aDesk()
    expect(stampOf(archive)).toMatchObject({
      query: { name: 'code-frequency', rolledUp: true },
      counts: { sources: 2, codes: 3, passages: 0, codings: 0 },
    })
  })
})

describe('what was asked', () => {
  it('is said in words, with names where the question has ids', () => {
    const { archive, ada, boris, interview, terms } = aDesk()
    archive.run('attribute.create', ada, { owner: 'source', name: 'Actor', key: 'actor', type: 'text' })
    const report = query({
      name: 'code-by-attribute',
      attribute: 'actor',
      measure: 'speakers',
      filter: {
        codes: [terms],
        withChildren: true,
        coders: [boris],
        sources: [interview],
        kinds: ['law'],
        attributes: [{ key: 'actor', operator: '!=', values: ['NGO', 'church'] }],
      },
    })
    const { stamp } = archive.run('report.run', '', { report, page: reportPage.parse({}) })
    const said = askedInWords(stamp.query, stamp.names, reportWords('en'))
    expect(said).toBe(
      'Codes with all below them; groups: Actor; in the cells: Speakers. ' +
        'Only codes 4e Terms of the money (with all below them), documents R01, kinds of documents Law, coders Boris, Actor is not “NGO” or “church”.',
    )
    expect(askedInWords(stamp.query, stamp.names, reportWords('ru'))).toContain('кодировщики Boris')
    for (const id of [terms, boris, interview]) expect(said).not.toContain(id)
    expect(JSON.stringify(stamp.query)).toContain(terms)
  })

  it('is said of a kept report by what things are called now', async () => {
    const { archive, ada, terms } = aDesk()
    const report = query({ name: 'code-frequency', filter: { codes: [terms] } })
    await archive.work('report.keep', ada, { report, title: 'Terms' })
    archive.run('code.update', ada, { code: terms, name: 'Conditions' })
    const [kept] = archive.run('report.kept', '', {})
    expect(askedInWords(kept!.stamp.query, kept!.stamp.names, reportWords('en'))).toContain('codes 4e Conditions')
  })
})
