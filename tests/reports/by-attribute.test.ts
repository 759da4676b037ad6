/** Codes against groups of documents: the document is the unit, and small samples are told apart from large ones. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { openArchive } from '../../electron/archive/open.ts'
import type { CodeId, SourceId } from '../../schema/ids.ts'
import { reportPage } from '../../schema/report-query.ts'
import type { ReportTable } from '../../schema/report-table.ts'
import { anArchiveFile, putSource } from '../support/archive.ts'
import { aCodedStudy, cellOf, query, texts } from '../support/coded-study.ts'

/** Interviews of two kinds of house; `has` says for each whether the code is in it, twice over where it is. */
function interviews(houses: readonly ('state' | 'ngo' | '' | 'both')[], has: readonly boolean[]) {
  const path = anArchiveFile()
  const sources = houses.map((_, n) =>
    putSource(path, { short: `R${n}`, title: `Interview ${n}`, text: `R: They pay. They do not pay. ${n}\n` }),
  )
  const archive = openArchive(path)
  onTestFinished(() => archive.close())
  const ada = archive.run('coder.create', '', { name: 'Ada' }).id
  const attribute = archive.run('attribute.create', ada, {
    owner: 'case',
    key: 'actor',
    name: 'Actor',
    type: 'text',
  }).id
  for (const value of ['state', 'ngo'] as const) {
    const members = sources.filter((_, n) => houses[n] === value || houses[n] === 'both')
    const { id } = archive.run('case.create', ada, { name: value, sources: members })
    archive.run('attribute.set', ada, {
      owner: 'case',
      cells: [{ owner: id, column: attribute, value }],
      extendLists: false,
      skipRefused: false,
    })
  }
  const code = archive.run('code.create', ada, { parent: null, name: 'Money is lacking' }).id
  for (const [n, source] of sources.entries())
    if (has[n]) for (const start of [3, 13]) archive.run('coding.create', ada, { source, start, end: start + 4, code })
  const run = (measure: 'sources' | 'codings' | 'rowShare' | 'columnShare' | 'residual') =>
    archive.run('report.run', ada, {
      report: query({ name: 'code-by-attribute', attribute: 'actor', measure }),
      page: reportPage.parse({}),
    })
  return { archive, ada, sources, code, run }
}
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)
const reasonAt = (table: ReportTable, code: CodeId, column: string) =>
  table.gaps.find(
    (gap) =>
      gap.row === table.rows.findIndex(({ key }) => key === code) &&
      gap.column === table.columns.findIndex(({ key }) => key === column),
  )?.reason
const kinds = ({ notes }: ReportTable) => notes.map(({ kind }) => kind)

describe('codes by an attribute', () => {
  const tea = [...times(8, 'state' as const), ...times(8, 'ngo' as const)]
  const heard = [...times(6, true), ...times(2, false), ...times(2, true), ...times(6, false)]

  it('count documents, not codings, unless codings are asked for', () => {
    const { code, run } = interviews(tea, heard)
    const documents = run('sources')
    expect([
      cellOf(documents, code, '=ngo'),
      cellOf(documents, code, '=state'),
      cellOf(documents, code, 'sources'),
    ]).toEqual([2, 6, 8])
    expect(cellOf(run('codings'), code, '=state')).toBe(12)
    expect(cellOf(run('columnShare'), code, '=state')).toBe(0.75)
    expect(cellOf(run('rowShare'), code, '=state')).toBe(0.75)
    expect(documents.columns.find(({ key }) => key === '=ngo')?.base).toBe(8)
  })

  it('have an exact p where expected counts are small, and say so', () => {
    const { code, run } = interviews(tea, heard)
    const table = run('sources')
    expect(cellOf(table, code, 'chiSquare')).toBe(4)
    expect(cellOf(table, code, 'p')).toBeNull()
    expect(reasonAt(table, code, 'p')).toBe('small-expected')
    expect(Number(cellOf(table, code, 'exactP')).toFixed(4)).toBe('0.1319')
    expect(kinds(table)).toEqual(expect.arrayContaining(['not-a-sample', 'small-expected', 'exact-test']))
    expect(Number(cellOf(run('residual'), code, '=state'))).toBe(2)
  })

  it('have chi-square’s own p where there are enough documents', () => {
    const { code, run } = interviews(
      [...times(12, 'state' as const), ...times(12, 'ngo' as const)],
      [...times(9, true), ...times(3, false), ...times(3, true), ...times(9, false)],
    )
    const table = run('sources')
    expect(Number(cellOf(table, code, 'p')).toFixed(4)).toBe('0.0143')
    expect(reasonAt(table, code, 'exactP')).toBe('chi-square-holds')
    expect(kinds(table)).not.toContain('small-expected')
  })

  it('have no p below ten documents, and still the counts', () => {
    const { code, run } = interviews(
      [...times(5, 'state' as const), ...times(4, 'ngo' as const)],
      [...times(5, true), ...times(4, false)],
    )
    const table = run('sources')
    expect(cellOf(table, code, '=state')).toBe(5)
    expect(reasonAt(table, code, 'p')).toBe('too-few-sources')
    expect(reasonAt(table, code, 'exactP')).toBe('too-few-sources')
    expect(kinds(table)).toContain('too-few-sources')
  })

  it('leave documents without a value and with two out of the tests, not out of the counts', () => {
    const { code, run } = interviews([...tea, '', 'both'], [...heard, true, true])
    const table = run('sources')
    expect([cellOf(table, code, '=state'), cellOf(table, code, '=ngo'), cellOf(table, code, 'none')]).toEqual([7, 3, 1])
    expect(cellOf(table, code, 'sources')).toBe(10)
    expect(cellOf(table, code, 'chiSquare')).toBe(4)
    expect(table.notes).toEqual(
      expect.arrayContaining([
        { kind: 'without-value', sources: 1 },
        { kind: 'several-values', sources: 1 },
      ]),
    )
  })

  it('say that a code which all documents have cannot differ', () => {
    const { code, run } = interviews(tea, times(16, true))
    expect(reasonAt(run('sources'), code, 'chiSquare')).toBe('one-value')
    expect(reasonAt(run('residual'), code, '=state')).toBe('one-value')
  })

  it('open the passages of a group', () => {
    const { archive, ada, code, sources } = interviews(tea, heard)
    const opened = archive.run('report.passages', ada, {
      report: query({ name: 'code-by-attribute', attribute: 'actor' }),
      row: code,
      column: '=ngo',
    })
    expect(opened).toMatchObject({ kind: 'passages', passages: 4 })
    const filter = opened.kind === 'passages' ? opened.filter : {}
    const found = archive.run('quotation.list', ada, { filter, offset: 0, limit: 10 }).quotations
    expect(new Set(found.map(({ source }) => source))).toEqual(new Set<SourceId>([sources[8]!, sources[9]!]))
  })
})

describe('numbers that rest on few', () => {
  it('are marked where one person alone speaks, in every measure, and groups of one or two documents are said', async () => {
    const { archive, ada, codes, sources, run } = await aCodedStudy()
    const code = (words: string, source: 0 | 1 | 2) => {
      const start = texts[source].indexOf(words)
      archive.run('coding.create', ada, { source: sources[source]!, start, end: start + words.length, code: codes[1] })
    }
    const marked = (measure: 'codings' | 'columnShare' = 'codings') => {
      const table = run({ name: 'code-by-attribute', attribute: 'kind', measure })
      return table.alone.map(({ row, column }) => [
        row === null ? '' : table.rows[row]?.label,
        table.columns[column]?.key,
      ])
    }
    code('Never give your passport', 2)
    expect(marked()).toEqual([])
    code('Two embassies', 0)
    const table = run({ name: 'code-by-attribute', attribute: 'kind' })
    expect(marked()).toContainEqual(['1a Terms', '=transcript'])
    expect(marked('columnShare')).toContainEqual(['1a Terms', '=transcript'])
    expect(marked()).toContainEqual(['', '=transcript'])
    // Funding counts what is below it: two rows.
    expect(table.notes).toContainEqual({ kind: 'alone', cells: 2 })
    expect(table.notes).toContainEqual({ kind: 'small-groups', groups: 2, least: 3 })
    code('In turns', 0)
    expect(marked()).toEqual([])
  })
})
