/** What happens where two archives say different things, and what may be given as the other one. */
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createArchive } from '../../electron/archive/open.ts'
import { migrations } from '../../electron/archive/migrate.ts'
import { contract } from '../../schema/contract.ts'
import { ArchiveError } from '../../schema/error.ts'
import { aDesk, aFolder, interviewText, putSource } from '../support/archive.ts'
import { everyRow } from '../support/edits.ts'
import { codingsOf, opened, reviewed, twoDesks, united } from '../support/uniting.ts'

const words = { start: interviewText.indexOf('Two embassies'), end: interviewText.indexOf('Two embassies') + 13 }

async function faultOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
  } catch (error) {
    if (error instanceof ArchiveError) return error.fault.kind
    throw error
  }
  return 'none'
}

describe('a coding that both sides have', () => {
  it('is one: it takes over what it did not say, and what it says itself stays and is told', async () => {
    const { one, other } = twoDesks()
    for (const { archive, ada, interview, terms } of [one, other])
      archive.run('coding.create', ada, { source: interview, ...words, code: terms })
    const codingIn = ({ archive, ada, interview }: typeof one) =>
      archive.run('passage.list', ada, { source: interview })[0]?.codings[0]
    const mine = codingIn(one)
    const yours = codingIn(other)
    if (!mine || !yours) throw new Error('nothing is coded')
    one.archive.run('coding.update', one.ada, { coding: mine.id, stance: 'blames' })
    other.archive.run('coding.update', other.ada, {
      coding: yours.id,
      stance: 'credits',
      holdsResponsible: 'police',
      weight: 3,
    })
    const report = await united(one.archive, one.ada, other.path)
    expect(codingIn(one)).toMatchObject({ id: mine.id, stance: 'blames', holdsResponsible: 'police', weight: 3 })
    expect(report.clashes).toMatchObject([{ kind: 'facets', on: 'R01: Terms of the money' }])
    expect(report.counts.newCodings).toBe(0)
  })
})

describe('codes that come in', () => {
  it('are the same by id, then by path without regard to case, and go where the person says', async () => {
    const { one, other } = twoDesks()
    const { archive, ada, funding } = other
    archive.run('code.update', ada, { code: other.doors, name: 'Doors that change' })
    const hope = archive.run('code.create', ada, { parent: funding, name: 'Hope' }).id
    const fear = archive.run('code.create', ada, { parent: null, name: 'Fear' }).id
    const ours = one.archive.run('code.create', one.ada, { parent: one.funding, name: 'HOPE' }).id
    const { plan } = await reviewed(one.archive, one.ada, other.path)
    const becomes = new Map(plan.codes.map((code) => [code.ref, code.becomes]))
    expect(becomes.get(other.doors)).toEqual({ kind: 'same', code: one.doors, by: 'id' })
    expect(becomes.get(hope)).toEqual({ kind: 'same', code: ours, by: 'path' })
    expect(becomes.get(fear)).toEqual({ kind: 'new' })
    expect(plan.clashes).toContainEqual({
      kind: 'code-name',
      on: 'Changing doors',
      stays: 'Changing doors',
      leaves: 'Doors that change',
    })
    archive.run('coding.create', ada, { source: other.interview, ...words, code: fear })
    await united(one.archive, one.ada, other.path, [{ ref: fear, into: one.doors }])
    expect(one.archive.run('codebook.get', one.ada, {}).some(({ name }) => name === 'Fear')).toBe(false)
    expect(codingsOf(one).join()).toContain('/Changing doors Ada')
  })
})

describe('what else comes in', () => {
  it('brings documents, their citation id given anew where it is taken, memos, cases and values', async () => {
    const one = aDesk()
    const other = aDesk()
    other.archive.close()
    putSource(other.path, { short: 'R03', title: 'Third interview', text: 'R03: Nobody asked us.\n' })
    const archive = opened(other.path)
    const third = archive.run('source.find', '', { name: 'R03' }).id
    archive.run('source.update', other.ada, { source: third, short: 'R9', place: 'Port' })
    one.archive.run('source.update', one.ada, { source: one.russian, short: 'R9' })
    const theCase = archive.run('case.create', other.ada, { name: 'House by the sea', sources: [third] }).id
    const sector = archive.run('attribute.create', other.ada, { owner: 'case', name: 'Sector', type: 'text' }).id
    archive.run('attribute.set', other.ada, {
      owner: 'case',
      cells: [{ owner: theCase, column: sector, value: 'ngo' }],
      extendLists: false,
      skipRefused: false,
    })
    archive.run('memo.create', other.ada, { about: { kind: 'source', id: third }, text: 'Recorded twice.' })
    const report = await united(one.archive, one.ada, other.path)
    const came = one.archive.run('source.find', '', { name: 'Third interview' })
    expect(came.short).not.toBe('R9')
    expect(came.place).toBe('Port')
    expect(report.clashes).toContainEqual({
      kind: 'short-taken',
      on: 'Third interview',
      stays: came.short,
      leaves: 'R9',
    })
    expect(one.archive.run('case.list', '', {})).toMatchObject([{ name: 'House by the sea', sources: [came.id] }])
    expect(one.archive.run('attribute.known', '', { about: { kind: 'source', id: came.id } })).toMatchObject([
      { value: 'ngo' },
    ])
    expect(one.archive.run('memo.list', '', { about: { kind: 'source', id: came.id } })).toMatchObject([
      { text: 'Recorded twice.' },
    ])
    expect(one.archive.run('project.reports', '', {})).toHaveLength(1)
    expect(one.archive.run('project.report', '', { report: report.id })).toEqual(report)
    expect(
      one.archive.run('search.passages', '', contract['search.passages'].input.parse({ query: 'nobody' })),
    ).toMatchObject({ total: 1 })
  })

  it('keeps both texts of a memo that was changed on both sides, and finds the second one again', async () => {
    const { one: first, other: twin } = twoDesks()
    const memo = first.archive.run('memo.create', first.ada, {
      about: { kind: 'code', id: first.doors },
      text: 'As it was.',
    })
    await united(twin.archive, twin.ada, first.path)
    first.archive.run('memo.update', first.ada, { memo: memo.id, text: 'As Ada sees it.' })
    twin.archive.run('memo.update', twin.ada, { memo: memo.id, text: 'As Boris sees it.' })
    const report = await united(first.archive, first.ada, twin.path)
    const texts = first.archive
      .run('memo.list', '', { about: { kind: 'code', id: first.doors } })
      .map(({ text }) => text)
    expect(texts.toSorted()).toEqual(['As Ada sees it.', 'As Boris sees it.'])
    expect(report.clashes).toMatchObject([{ kind: 'memo', on: 'Changing doors' }])
    expect((await reviewed(first.archive, first.ada, twin.path)).plan.changesNothing).toBe(true)
  })
})

describe('as the other archive', () => {
  it('an older one is read as a copy, and stays byte for byte what it was', async () => {
    const one = aDesk()
    const path = join(aFolder(), 'older.kartoteka')
    const older = new Database(path)
    for (const { sql } of migrations().slice(0, 5)) older.exec(sql)
    older.pragma('user_version = 5')
    older.pragma('application_id = 0x4b415254')
    older.exec(`INSERT INTO project (id, name, created_at) VALUES ('project', 'Older', '2020-01-01T00:00:00.000Z');
      INSERT INTO code (id, parent, position, name, colour) VALUES ('00000000-0000-4000-8000-000000000001', NULL, 0, 'Shelter', '#336699');`)
    older.close()
    const bytes = readFileSync(path)
    expect((await united(one.archive, one.ada, path)).newCodes).toEqual(['Shelter'])
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  it('an open one is read too; a closed one asks for its passphrase; a damaged one, a letter and this one are refused', async () => {
    const one = aDesk()
    const open = aDesk()
    expect((await reviewed(one.archive, one.ada, open.path)).plan.documents).toHaveLength(2)
    const folder = aFolder()
    const closed = join(folder, 'closed.kartoteka')
    createArchive(closed, { codebook: 'none', passphrase: 'lighthouse' })
    writeFileSync(join(folder, 'letter.kartoteka'), 'Dear colleague,')
    writeFileSync(join(folder, 'half.kartoteka'), readFileSync(open.path).subarray(0, 9000))
    const before = everyRow(one.path)
    const fault = (path: string, passphrase?: string) => faultOf(reviewed(one.archive, one.ada, path, passphrase))
    expect(await fault(closed)).toBe('passphrase-needed')
    expect(await fault(closed, 'beacon')).toBe('passphrase-wrong')
    expect(await fault(closed, 'lighthouse')).toBe('none')
    expect(await fault(join(folder, 'letter.kartoteka'))).toBe('archive-not-sqlite')
    expect(await fault(join(folder, 'half.kartoteka'))).toBe('archive-damaged')
    expect(await fault(one.path)).toBe('project-own-archive')
    expect(await fault(join(folder, 'notes.txt'))).not.toBe('none')
    expect(everyRow(one.path)).toEqual(before)
  })

  it('one with places outside its texts brings what it can, and parks the rest', async () => {
    const { one, other } = twoDesks()
    other.archive.run('coding.create', other.ada, { source: other.interview, ...words, code: other.terms })
    other.archive.close()
    const hostile = new Database(other.path)
    hostile.exec(`UPDATE passage SET start = 999990, "end" = 999999, quote = 'words that are nowhere'`)
    hostile.close()
    const report = await united(one.archive, one.ada, other.path)
    expect(report.counts).toMatchObject({ newCodings: 1, parked: 1 })
    expect(one.archive.run('archive.verify', '', {})).toMatchObject({ damage: '', parked: 1, lost: 0 })
  })
})

describe('a union that is stopped', () => {
  it('leaves what came in, says so, and one undo takes it back', async () => {
    const one = aDesk()
    const other = aDesk()
    const before = everyRow(one.path)
    other.archive.close()
    for (let n = 0; n < 5; n++)
      putSource(other.path, { short: `F0${n}`, title: `Notes ${n}`, text: `Notes of day ${n}.\n` })
    const stop = new AbortController()
    const report = await united(one.archive, one.ada, other.path, [], {
      signal: stop.signal,
      progress: ({ done }) => done === 4 && stop.abort(),
    })
    expect(report.isCancelled).toBe(true)
    expect(one.archive.run('source.list', '', {}).length).toBeLessThan(7)
    one.archive.run('history.undo', one.ada, {})
    expect(everyRow(one.path)).toEqual(before)
    await united(one.archive, one.ada, other.path)
    expect(one.archive.run('source.list', '', {})).toHaveLength(7)
  })
})

/** Kills a union once it has said that so many documents are in. */
function killedAfter(documents: number, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const loop = join(import.meta.dirname, '../support/uniting-loop.ts')
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', loop, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = 0
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString().split('\n').length - 1
      if (said >= documents) child.kill('SIGKILL')
    })
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
}

describe('a power cut inside a union', () => {
  it('leaves a whole archive, and uniting once more brings the rest', async () => {
    const one = aDesk()
    const other = aDesk()
    other.archive.close()
    for (let n = 0; n < 30; n++)
      putSource(other.path, { short: `F${n}`, title: `Notes ${n}`, text: `Notes of day ${n}. Doors again.\n` })
    const coded = opened(other.path)
    for (const { id } of coded.run('source.list', '', {}))
      coded.run('coding.create', other.ada, { source: id, start: 0, end: 5, code: other.doors })
    one.archive.close()
    await killedAfter(8, [one.path, other.path, one.ada])
    const archive = opened(one.path)
    const there = archive.run('source.list', '', {}).length
    expect(there).toBeGreaterThan(2)
    expect(archive.run('archive.verify', '', {})).toMatchObject({ damage: '', lost: 0 })
    await united(archive, one.ada, other.path)
    expect(codingsOf({ archive, ada: one.ada })).toEqual(codingsOf({ archive: coded, ada: other.ada }))
    expect((await reviewed(archive, one.ada, other.path)).plan.changesNothing).toBe(true)
  })
})
