import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { openArchive } from '../../electron/archive/open.ts'
import { describe, expect, it, vi } from 'vitest'
import { aDesk, aFolder, anArchiveFile, interviewText, putSource } from '../support/archive.ts'
import { aNewArchive, answerOf, fixtures, kartoteka, refusalOf } from '../support/terminal.ts'

vi.setConfig({ testTimeout: 30_000 })

/** Two short interviews, closed again, so that the command can have the archive. */
function aStudy(): string {
  const { archive, path, ada, interview, terms } = aDesk()
  archive.run('coding.create', ada, { source: interview, start: 44, end: 61, code: terms })
  archive.close()
  return path
}

describe('making an archive', () => {
  it('brings the codebook of the interview guide, or none', async () => {
    const folder = aFolder()
    const guide = await answerOf('new', join(folder, 'a.kartoteka'))
    const none = await answerOf('new', join(folder, 'b.kartoteka'), '--codebook', 'none', '--name', 'Полевая работа')
    expect(guide.json.counts.codes).toBeGreaterThan(50)
    expect(none.json).toMatchObject({ project: { name: 'Полевая работа' }, counts: { codes: 0 } })
  })
  it('leaves a file that is there as it is', async () => {
    const path = join(aFolder(), 'notes.kartoteka')
    writeFileSync(path, 'my notes')
    expect(await refusalOf('new', path)).toMatchObject({ kind: 'archive-exists', status: 3 })
    expect(readFileSync(path, 'utf8')).toBe('my notes')
  })
})

describe('reading an archive', () => {
  it('lists the documents with what is counted in them', async () => {
    const { json, status } = await answerOf('sources', aStudy())
    expect(status).toBe(0)
    expect(json.map(({ short, title, codings }) => [short, title, codings])).toEqual([
      ['R01', 'First interview', 1],
      ['R02', 'Второе интервью', 0],
    ])
  })
  it('prints a text exactly as it is stored, by the title of its document', async () => {
    const path = aStudy()
    const plain = await kartoteka('text', path, 'First interview', '--stored')
    const { json } = await answerOf('text', path, 'R01', '--stored')
    expect(plain.out).toBe(interviewText)
    expect(json.text).toBe(interviewText)
  })
  it('shows every code with its codings, alone and with the codes below', async () => {
    const { json } = await answerOf('codes', aStudy())
    expect(json.map(({ shortcut, own, total }) => [shortcut, own, total])).toEqual([
      ['4', 0, 1],
      ['4e', 1, 1],
      ['0', 0, 0],
    ])
  })
  it('finds Russian and English words in other forms, and cites the paragraph', async () => {
    const path = aStudy()
    const russian = await answerOf('search', path, 'посольство')
    const english = await answerOf('search', path, 'embassy', '--limit', '1', '--source', 'R01')
    expect(russian.json.hits.map(({ citation }) => citation)).toEqual(['R02:2'])
    expect(english.json).toMatchObject({ total: 1, hits: [{ citation: 'R01:2', start: 48, end: 57 }] })
  })
  it('counts codings by document and by kind', async () => {
    const path = aStudy()
    const bySource = await answerOf('report', path, 'code-frequency', '--by', 'source')
    const byKind = await answerOf('report', path, 'code-frequency', '--by', 'kind', '--kind', 'pamphlet')
    expect(bySource.json).toMatchObject({
      columns: [{ key: '' }, { label: 'R01' }],
      all: [{ codings: 1 }, { codings: 1 }],
    })
    expect(byKind.json).toMatchObject({ by: 'kind', all: [{ codings: 0 }] })
  })
  it('lists what was done, by whom', async () => {
    const { json } = await answerOf('history', aStudy(), '--limit', '1')
    expect(json).toMatchObject([{ operation: 'coding.create', subject: '4e Terms of the money', coderName: 'Ada' }])
  })
  it('is possible while a window writes, and writing is not', async () => {
    const { path } = aDesk()
    expect((await answerOf('sources', path)).json).toHaveLength(2)
    const refusal = await refusalOf('undo', path)
    expect(refusal).toMatchObject({ kind: 'archive-in-use', status: 3 })
    expect(refusal.err.trim()).toBe(refusal.message)
  })
})

describe('coding one passage', () => {
  it('takes offsets or words', async () => {
    const path = aStudy()
    const byPlace = await answerOf(
      'code',
      path,
      '--source',
      'R02',
      '--start',
      '0',
      '--end',
      '10',
      '--code',
      '0',
      '--coder',
      'Ada',
    )
    const byWords = await answerOf(
      'code',
      path,
      '--source',
      'R02',
      '--quote',
      'два  посольства',
      '--code',
      'Funding/Terms of the money',
      '--coder',
      'Ada',
    )
    expect([byPlace.json.applied, byWords.json.applied]).toEqual([1, 1])
    const found = (await answerOf('export', path, 'quotations', '--format', 'csv', '--coder', 'Ada')).json
    expect(found.content).toContain('два посольства')
  })
  it('refuses a place inside an emoji, and does not widen it', async () => {
    const path = anArchiveFile({ codebook: 'guide' })
    putSource(path, { short: 'R01', title: 'Emoji', text: 'Tea 👩‍👩‍👧 and bread' })
    const inside = await answerOf(
      'code',
      path,
      '--source',
      'R01',
      '--start',
      '0',
      '--end',
      '6',
      '--code',
      '1a',
      '--coder',
      'Ada',
    )
    expect(inside).toMatchObject({
      status: 1,
      json: { applied: 0, refused: [{ fault: { kind: 'passage-splits-character', at: 6 } }] },
    })
    const whole = await answerOf(
      'code',
      path,
      '--source',
      'R01',
      '--start',
      '0',
      '--end',
      '12',
      '--code',
      '1a',
      '--coder',
      'Ada',
    )
    expect(whole.json.applied).toBe(1)
  })
  it('lists each line that cannot be applied and does the others', async () => {
    const path = aStudy()
    const table = join(aFolder(), 'codings.csv')
    writeFileSync(
      table,
      'source,start,end,code\nR01,0,11,0\nR09,0,1,0\nR01,0,1,9z\nR01,five,6,0\nR01,0,900,0\nR01,0,11,4e\n',
    )
    const { json, status } = await answerOf('code', path, '--from', table, '--coder', 'Ada')
    expect(status).toBe(1)
    expect(json.applied).toBe(2)
    expect(json.refused.map(({ row, fault }) => [row, fault.kind])).toEqual([
      [2, 'no-such-source'],
      [3, 'no-such-code'],
      [4, 'offset-malformed'],
      [5, 'passage-outside-source'],
    ])
  })
  it('says when words stand twice or not at all', async () => {
    const path = aStudy()
    const table = join(aFolder(), 'codings.csv')
    writeFileSync(table, 'source,quote,code\nR01,the,0\nR01,no such words,0\n')
    const { json } = await answerOf('code', path, '--from', table, '--coder', 'Ada')
    expect(json.refused.map(({ fault }) => fault.kind)).toEqual(['quote-not-unique', 'quote-not-found'])
  })
})

describe('undo', () => {
  it('belongs to a coder, and says when there is nothing', async () => {
    const path = aStudy()
    const { json } = await answerOf('undo', path, '--coder', 'Boris')
    expect(json).toBeNull()
    const { out, status } = await kartoteka('redo', path, '--coder', 'Boris')
    expect(status).toBe(0)
    expect(out).toBe('Nothing of Boris to do again. Others: Ada; name one with --coder.\n')
  })
  it('takes a coding back and does it again', async () => {
    const path = aStudy()
    expect((await answerOf('undo', path, '--coder', 'Ada')).json).toMatchObject({ operation: 'coding.create' })
    expect((await answerOf('verify', path)).json.counts.codings).toBe(0)
    expect((await answerOf('redo', path, '--coder', 'Ada')).json).toMatchObject({ operation: 'coding.create' })
    expect((await answerOf('verify', path)).json.counts.codings).toBe(1)
  })
})

describe('taking out', () => {
  it('writes frequencies as a table and as a chart', async () => {
    const path = aStudy()
    const folder = aFolder()
    const [csv, svg] = [join(folder, 'частоты.csv'), join(folder, 'частоты.svg')]
    await answerOf('report', path, 'code-frequency', '--format', 'csv', '--out', csv, '--coder', 'Ada')
    await answerOf('report', path, 'code-frequency', '--format', 'svg', '--out', svg, '--coder', 'Ada')
    const rows = parse(readFileSync(csv, 'utf8'), { bom: true, relax_column_count: true })
    expect(rows.find((row) => row[0] === '4e')?.slice(0, 3)).toEqual(['4e', 'Terms of the money', 'Funding'])
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg|^<\?xml/)
    expect(readdirSync(folder)).toHaveLength(2)
  })
  it('never writes over a file unasked', async () => {
    const path = aStudy()
    const out = join(aFolder(), 'q.html')
    writeFileSync(out, 'mine')
    const args = ['export', path, 'quotations', '--format', 'html', '--out', out, '--coder', 'Ada']
    expect(await refusalOf(...args)).toMatchObject({ kind: 'output-exists', status: 1 })
    expect(readFileSync(out, 'utf8')).toBe('mine')
    expect((await kartoteka(...args, '--force')).status).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain('Two embassies pay')
  })
  it('says when a folder is not there, and makes nothing', async () => {
    const out = join(aFolder(), 'nowhere', 'q.csv')
    const refusal = await refusalOf('export', aStudy(), 'quotations', '--format', 'csv', '--out', out, '--coder', 'Ada')
    expect(refusal).toMatchObject({ kind: 'folder-not-writable', status: 1 })
    expect(existsSync(out)).toBe(false)
  })
  it('narrows to the codes of a set', async () => {
    const path = aStudy()
    const archive = openArchive(path)
    const ada = archive.run('coder.create', '', { name: 'Ada' }).id
    const code = (name: string) => archive.run('code.find', ada, { name }).id
    archive.run('codeSet.create', ada, { name: 'Деньги', codes: [code('4e')] })
    archive.run('codeSet.create', ada, { name: 'Doors', codes: [code('0')] })
    archive.close()
    const rows = async (...filter: string[]) =>
      (await answerOf('export', path, 'quotations', '--format', 'csv', '--coder', 'Ada', ...filter)).json.rows
    expect(await rows('--set', 'деньги')).toBe(1)
    expect(await rows('--set', 'Doors')).toBe(0)
    expect(await rows('--set', 'Doors', '--set', 'Деньги')).toBe(1)
    expect(await refusalOf('export', path, 'quotations', '--format', 'csv', '--set', 'None')).toMatchObject({
      kind: 'no-such-code-set',
      status: 1,
      message: 'No set of codes is called “None”.',
    })
  })
  it('narrows to a code with those below it, a document, a coder', async () => {
    const path = aStudy()
    const rows = async (...filter: string[]) =>
      (await answerOf('export', path, 'quotations', '--format', 'csv', '--coder', 'Ada', ...filter)).json.rows
    expect(await rows('--code', 'Funding')).toBe(1)
    expect(await rows('--code', '0')).toBe(0)
    expect(await rows('--source', 'R02')).toBe(0)
    expect(await rows('--coded-by', 'Boris')).toBe(0)
    expect(await refusalOf('export', path, 'quotations', '--format', 'csv', '--code', '9z')).toMatchObject({
      kind: 'no-such-code',
    })
  })
})

it('a new archive takes its first document and its name from Russian files', async () => {
  const archive = await aNewArchive()
  const { json } = await answerOf('import', archive, join(fixtures, 'sources/R06 психолог.txt'))
  expect(json.imported).toMatchObject([{ short: 'R06', language: 'ru' }])
})
