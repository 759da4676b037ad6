import { describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { letTableOut, smallCells } from '../../electron/archive/export/gate-report.ts'
import { Connection } from '../../electron/archive/db.ts'
import type { SourceId } from '../../schema/ids.ts'
import { reportQuery, type ReportQuery } from '../../schema/report-query.ts'
import type { ReportColumn, ReportTable } from '../../schema/report-table.ts'
import type { QuotationLevel } from '../../schema/source.ts'
import { aDesk } from '../support/archive.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'

const interview =
  'INTERVIEWER: Who pays?\nAnna (Velt): Two embassies  pay.\nINTERVIEWER: Since when?\nAnna (Velt): Since May.\n'
const column = (measure: ReportColumn['measure']): ReportColumn => ({
  key: measure,
  measure,
  type: 'text',
  stands: null,
  label: '',
  base: null,
  opens: false,
})

/** The word "embassies" in its context, five words either side, as the report gives it. */
async function aPlace(level: QuotationLevel) {
  const intake = anIntake()
  const { archive, ada, path } = intake
  const [source] = (await bringIn(intake, [offer('R07.txt', interview)])) as [SourceId]
  archive.run('source.update', ada, { source, quotationLevel: level })
  const start = interview.indexOf('embassies')
  const end = start + 'embassies'.length
  const table: ReportTable = {
    query: reportQuery.parse({ name: 'kwic', word: 'embassies' }),
    columns: [column('left'), column('match'), column('right')],
    rows: [{ key: 'first', stands: { kind: 'place', source, start, end }, label: 'R07', depth: 0 }],
    cells: [['Who pays? Anna (Velt): Two ', 'embassies', ' pay. INTERVIEWER: Since when?']],
    totals: null,
    gaps: [],
    shown: { rows: { from: 0, of: 1 }, columns: { from: 0, of: 0 } },
    notes: [],
    alone: [],
    stamp: {
      names: {},
      query: reportQuery.parse({ name: 'kwic', word: 'embassies' }),
      at: '',
      fingerprint: '',
      counts: { sources: 1, codes: 0, passages: 0, codings: 0 },
    },
  }
  const leaving = () => {
    const handle = new Database(path, { readonly: true })
    const db = new Connection(handle)
    const { table: left, withheld } = letTableOut(db, table)
    handle.close()
    return { cells: left.cells, rows: left.rows.length, withheld }
  }
  return { archive, ada, path, source, start, end, leaving }
}

describe('places of a word', () => {
  it('leave with what stands around them where the document may be named', async () => {
    const { leaving } = await aPlace('N')
    expect(leaving().cells).toEqual([['Who pays? Anna (Velt): Two ', 'embassies', ' pay. INTERVIEWER: Since when?']])
  })

  it.each(['O', 'T', 'P'] as const)(
    'at %s end with the turn, so that no label of a speaker comes along',
    async (level) => {
      const { leaving } = await aPlace(level)
      expect(leaving()).toEqual({ rows: 1, withheld: 0, cells: [['Two ', 'embassies', ' pay.']] })
    },
  )

  it.each(['S', 'X'] as const)('at %s stay behind, and are counted', async (level) => {
    const { leaving } = await aPlace(level)
    expect(leaving()).toEqual({ rows: 0, withheld: 1, cells: [] })
  })

  it('stay behind where what stands around them is dangerous', async () => {
    const { archive, ada, source, leaving, path } = await aPlace('N')
    const code = archive.run('code.create', ada, { parent: null, name: 'Funding' }).id
    const start = interview.indexOf('Since when')
    const passage = archive.run('coding.create', ada, { source, start, end: start + 10, code })
    expect(leaving().rows).toBe(1)
    const handle = new Database(path)
    handle.prepare('UPDATE passage SET sensitivity = 4 WHERE id = ?').run(passage.id)
    handle.close()
    expect(leaving()).toMatchObject({ rows: 0, withheld: 1 })
  })
})

describe('words', () => {
  it.each(['S', 'X'] as const)('of a document at %s leave neither in a list nor in a comparison', (level) => {
    const { archive, ada, interview: first, russian } = aDesk()
    const asked = [
      { name: 'words', least: 1, withoutStopWords: false },
      { name: 'keyness', least: 1, withoutStopWords: false, filter: { sources: [russian] } },
    ].map((each) => reportQuery.parse(each))
    const leaving = () =>
      asked.map(
        (report) =>
          archive.run('export.report', ada, { report, language: 'en', format: 'csv', row: null, column: null }).content,
      )
    for (const content of leaving()) expect(content).toContain('embassies')
    archive.run('source.update', ada, { source: first, quotationLevel: level })
    for (const content of leaving()) expect(content).not.toContain('embassies')
  })
})

describe('a table of cases', () => {
  it('has numbers instead of their names unless all their documents may name an organisation', () => {
    const { archive, ada, interview: first, russian } = aDesk()
    archive.run('case.create', ada, { name: 'Harbour House', sources: [first] })
    archive.run('case.create', ada, { name: 'Lantern Street', sources: [russian] })
    archive.run('source.update', ada, { source: first, quotationLevel: 'O' })
    const report: ReportQuery = reportQuery.parse({ name: 'code-by-attribute', attribute: 'case' })
    const { content } = archive.run('export.report', ada, {
      report,
      language: 'en',
      format: 'csv',
      row: null,
      column: null,
    })
    expect(content.split('\r\n')[0]).toContain('Harbour House,№ 2')
    expect(content).not.toContain('Lantern')
  })
})

describe('small numbers', () => {
  const table = (base: number, cells: readonly (readonly number[])[]) => ({
    columns: [{ ...column('codings'), stands: { kind: 'group', attribute: 'kind', value: 'law' }, base }],
    cells,
  })
  it('are those in a column of fewer than three documents, however often the code is used there', () => {
    expect(smallCells(table(2, [[7], [0]]) as unknown as ReportTable)).toBe(1)
    expect(smallCells(table(3, [[7], [1]]) as unknown as ReportTable)).toBe(0)
  })
})
