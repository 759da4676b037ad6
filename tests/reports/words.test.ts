/** Words counted as METHODS says: both languages, е for ё, without interviewers, labels, times and notes. */
import { describe, expect, it } from 'vitest'
import type { SourceId } from '../../schema/ids.ts'
import type { ReportTable } from '../../schema/report-table.ts'
import { openArchive } from '../../electron/archive/open.ts'
import { anArchiveFile, putSource } from '../support/archive.ts'
import { cellOf, query } from '../support/coded-study.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'
import { reportPage, type reportQuery } from '../../schema/report-query.ts'
import type { z } from 'zod'

const english =
  'INTERVIEWER: Who pays for the shelter?\n' +
  'R01: Two embassies pay. The shelters [laughs] are not paid by the state, the state pays nothing.\n' +
  'INTERVIEWER: The state? The shelter?\n' +
  'R01: 00:03:12 The shelter closed. (нрзб) Nobody paid.\n'
const russian =
  'ИНТЕРВЬЮЕР: Кто платит за приют?\nR02: Приют? Приюты закрыты. Ещё раз: государство не платит. Всё.\n' +
  'ИНТЕРВЬЮЕР: А город?\nR02: Город тоже не платит приютам.\n'

async function interviews() {
  const intake = anIntake()
  const [one, two] = (await bringIn(intake, [offer('R01.txt', english), offer('R02.txt', russian)])) as [
    SourceId,
    SourceId,
  ]
  const run = (report: z.input<typeof reportQuery>, page: z.input<typeof reportPage> = {}) =>
    intake.archive.run('report.run', intake.ada, { report: query(report), page: reportPage.parse(page) })
  return { ...intake, one, two, run }
}
const rowsOf = (table: ReportTable) => table.rows.map(({ label }, n) => [label, table.cells[n]?.[0]])
const countOf = (table: ReportTable, label: string) => rowsOf(table).find(([word]) => word === label)?.[1]

describe('word frequency', () => {
  it('leaves out interviewers, labels, times, notes and stop words, and keeps what denies', async () => {
    const { run } = await interviews()
    const table = run({ name: 'words', least: 1 })
    const words = rowsOf(table).map(([word]) => word)
    for (const out of ['who', 'the', 'r01', 'r02', 'laughs', 'нрзб', '00', '03', 'еще', 'раз', 'все', 'interviewer'])
      expect(words).not.toContain(out)
    expect(countOf(table, 'not')).toBe(1)
    expect(countOf(table, 'не')).toBe(2)
    expect(countOf(run({ name: 'words', least: 1, keepNegations: false }), 'not')).toBeUndefined()
    expect(countOf(run({ name: 'words', least: 1, withoutStopWords: false }), 'еще')).toBe(1)
  })

  it('puts words of one stem together under the commonest form', async () => {
    const { run } = await interviews()
    const table = run({ name: 'words', least: 1 })
    expect(countOf(table, 'state')).toBe(2)
    expect(countOf(table, 'приют')).toBe(3)
    expect(cellOf(table, table.rows.find(({ label }) => label === 'приют')!.key, 'sources')).toBe(1)
    const forms = run({ name: 'words', least: 1, byStem: false })
    expect([countOf(forms, 'приют'), countOf(forms, 'приюты'), countOf(forms, 'приютам')]).toEqual([1, 1, 1])
  })

  it('counts interviewers where they are asked for, and only what is coded where that is asked for', async () => {
    const { run, archive, ada, one } = await interviews()
    expect(countOf(run({ name: 'words', least: 1, withoutInterviewer: false }), 'shelter')).toBe(4)
    const code = archive.run('code.create', ada, { parent: null, name: 'Money' }).id
    const start = english.indexOf('Two embassies')
    archive.run('coding.create', ada, { source: one, start, end: start + 'Two embassies pay.'.length, code })
    const coded = run({ name: 'words', of: 'passages', least: 1, filter: { codes: [code] } })
    expect(rowsOf(coded)).toEqual([
      ['embassies', 1],
      ['pay', 1],
      ['two', 1],
    ])
    expect(coded.totals?.[0]).toBe(3)
  })

  it('obeys the project’s own stop words, which can be undone', async () => {
    const { run, archive, ada } = await interviews()
    archive.run('stopWord.change', ada, { add: ['Shelter'], remove: ['the'] })
    const forms = run({ name: 'words', least: 1, byStem: false })
    expect(countOf(forms, 'shelter')).toBeUndefined()
    expect(countOf(forms, 'the')).toBe(4)
    archive.run('history.undo', ada, {})
    expect(countOf(run({ name: 'words', least: 1, byStem: false }), 'shelter')).toBe(1)
  })

  it('has the lists of the program by language beside what differs from them', async () => {
    const { archive, ada } = await interviews()
    const { lists, added, removed } = archive.run('stopWord.change', ada, { add: ['Ёлка', 'Shelter'], remove: ['the'] })
    expect({ added, removed }).toEqual({ added: ['shelter', 'елка'], removed: ['the'] })
    expect(lists.en).toContain('the')
    expect(lists.ru).toContain('когда')
    expect(lists.ru).not.toContain('the')
    archive.run('stopWord.change', ada, { add: ['the'], remove: ['shelter', 'елка'] })
    expect(archive.run('stopWord.list', '', {})).toMatchObject({ added: [], removed: [] })
  })

  it('opens the places of a word, as many as were counted', async () => {
    const { run, archive, ada } = await interviews()
    const report = query({ name: 'words', least: 1 })
    const table = run(report)
    for (const [n, { key }] of table.rows.entries()) {
      const opened = archive.run('report.passages', ada, { report, row: key, column: 'occurrences' })
      expect(opened.kind).toBe('words')
      if (opened.kind === 'words') expect([key, run(opened.query).rows.length]).toEqual([key, table.cells[n]?.[0]])
    }
  })
})

describe('a word in its contexts', () => {
  it('stands with five words either side, within the document, sorted by the word to the right', async () => {
    const { run } = await interviews()
    const table = run({ name: 'kwic', word: 'state', withoutInterviewer: true, words: 3 })
    expect(table.cells).toEqual([
      ['the state, the ', 'state', ' pays nothing. INTERVIEWER'],
      ['paid by the ', 'state', ', the state pays'],
    ])
    expect(table.rows.map(({ label }) => label)).toEqual(['R01:2', 'R01:2'])
    const first = run({ name: 'kwic', word: 'who', words: 5 }).cells[0]
    expect(first?.[0]).toBe('INTERVIEWER: ')
    expect(first?.[1]).toBe('Who')
  })

  it('is read two thousand paragraphs at a time, and says which and of how many', async () => {
    const path = anArchiveFile()
    const lines = Array.from({ length: 2100 }, (_, n) => `Line ${n + 1} of the shelter.`).join('\n')
    const source = putSource(path, { short: 'R01', title: 'Long', text: lines })
    putSource(path, { short: 'R02', title: 'Other', text: 'A shelter too.' })
    const archive = openArchive(path)
    const read = (from: number, filter = {}) =>
      archive.run('report.run', '', {
        report: query({ name: 'kwic', word: 'shelter', order: 'position', from, filter }),
        page: { rows: { from: 0, count: 5000 }, columns: { from: 0, count: 60 } },
      })
    const first = read(0)
    expect(first.rows).toHaveLength(2000)
    expect(first.notes).toContainEqual({ kind: 'paragraphs-read', from: 0, to: 2000, of: 2101 })
    const next = read(2000)
    expect([next.rows[0]?.label, next.rows.at(-1)?.label, next.rows.length]).toEqual(['R01:2001', 'R02:1', 101])
    expect(read(0, { sources: [source] }).notes).toContainEqual({
      kind: 'paragraphs-read',
      from: 0,
      to: 2000,
      of: 2100,
    })
    archive.close()
  })

  it('is found by stem or by its exact form', async () => {
    const { run } = await interviews()
    expect(run({ name: 'kwic', word: 'приютов' }).rows).toHaveLength(4)
    expect(run({ name: 'kwic', word: 'приютов', exact: true }).rows).toHaveLength(0)
    expect(run({ name: 'kwic', word: 'приюты', exact: true }).rows).toHaveLength(1)
    expect(run({ name: 'kwic', word: ' ?! ' }).rows).toEqual([])
  })
})

describe('keyness', () => {
  it('tells the words of some documents from those of the others, by sign', async () => {
    const { run, one } = await interviews()
    const table = run({ name: 'keyness', filter: { sources: [one] }, least: 1 })
    const score = (label: string) =>
      Number(cellOf(table, table.rows.find((row) => row.label === label)!.key, 'keyness'))
    expect(score('state')).toBeGreaterThan(0)
    expect(score('приют')).toBeLessThan(0)
    expect(table.totals?.[0]).toBe(run({ name: 'words', filter: { sources: [one] } }).totals?.[0] ?? null)
  })
})

describe('collocations', () => {
  it('count the places around a word once, within the turn', async () => {
    const { run } = await interviews()
    const table = run({ name: 'collocations', word: 'state', window: 1, least: 1, withoutStopWords: false })
    // 'the state, the state pays': three places around two occurrences, 'the' in two of them.
    expect(table.totals?.[0]).toBe(2)
    expect(new Map(rowsOf(table) as [string, number][])).toEqual(
      new Map([
        ['pay', 1],
        ['the', 2],
      ]),
    )
  })
})
