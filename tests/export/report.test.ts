import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { columnLetters, workbookOf } from '../../electron/archive/export/workbook.ts'
import type { ReportQuery } from '../../schema/report-query.ts'
import { aDesk, interviewText } from '../support/archive.ts'
import { elementsOf } from '../support/markup.ts'
import { cellsIn, partsOf } from '../support/xlsx.ts'

const frequency: ReportQuery = { name: 'code-frequency', filter: {}, rolledUp: true }

function aStudy() {
  const desk = aDesk()
  const apply = (words: string, code: typeof desk.terms) => {
    const start = interviewText.indexOf(words)
    desk.archive.run('coding.create', desk.ada, { source: desk.interview, start, end: start + words.length, code })
  }
  apply('Two embassies pay', desk.terms)
  apply('in turns', desk.funding)
  apply('we change doors', desk.doors)
  return desk
}

describe('a report as a table', () => {
  it('has the numbers of the report and under them what was asked, when, and of which archive', () => {
    const { archive, ada } = aStudy()
    const shown = archive.run('report.run', ada, {
      report: frequency,
      page: { rows: { from: 0, count: 500 }, columns: { from: 0, count: 60 } },
    })
    const sheet = archive.run('export.report', ada, {
      report: frequency,
      language: 'en',
      format: 'csv',
      row: null,
      column: null,
    })
    const lines = parse(sheet.content, {
      bom: true,
      record_delimiter: '\r\n',
      relax_column_count: true,
      skip_empty_lines: false,
    }) as string[][]
    expect(lines[0]?.slice(0, 4)).toEqual(['Code', 'Codings', 'Documents', 'Speakers'])
    expect(lines.slice(1, 4).map((line) => line.slice(0, 2))).toEqual([
      ['4 Funding', '2'],
      ['4e Terms of the money', '1'],
      ['0 Changing doors', '1'],
    ])
    const stamp = new Map(lines.map(([name, said]) => [name, said]))
    expect(stamp.get('Fingerprint of the archive')).toBe(shown.stamp.fingerprint)
    expect(stamp.get('Asked')).toContain('How often is each code used?')
  })

  it('is an Excel file with numbers as numbers, a head that stays, filter buttons and the stamp on a sheet of its own', async () => {
    const { archive, ada } = aStudy()
    const book = await archive.workbook('export.reportBook', ada, { report: frequency, language: 'ru' })
    const parts = await partsOf(book.content)
    const cells = cellsIn(parts)
    expect([cells.get('A1'), cells.get('B1'), cells.get('A2'), cells.get('B2')]).toEqual([
      'Код',
      'Кодировки',
      '4 Funding',
      2,
    ])
    expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/ySplit="1"[^>]*state="frozen"/)
    expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/<autoFilter ref="A1:[A-Z]+4"\/>/)
    expect([...cellsIn(parts, 2).values()]).toContain('Отпечаток архива')
  })

  it('names cells that rest on fewer than three documents or speakers', () => {
    const { archive, ada } = aStudy()
    const { content } = archive.run('export.report', ada, {
      report: frequency,
      language: 'en',
      format: 'csv',
      row: null,
      column: null,
    })
    expect(content).toContain('Small numbers:')
  })

  it('leaves out documents of no use, and says how many', () => {
    const { archive, ada, interview } = aStudy()
    archive.run('source.update', ada, { source: interview, quotationLevel: 'X' })
    const sheet = archive.run('export.report', ada, {
      report: frequency,
      language: 'en',
      format: 'csv',
      row: null,
      column: null,
    })
    expect(sheet.withheld).toBe(1)
    expect(sheet.content).toContain('4 Funding,0')
  })

  it('is written down in the audit log, without numbers', async () => {
    const { archive, ada } = aStudy()
    await archive.workbook('export.reportBook', ada, { report: frequency, language: 'en' })
    const [line] = archive.run('audit.list', ada, { limit: 1 })
    expect(line?.act).toBe('export.reportBook')
    expect(JSON.stringify(line)).toContain('code-frequency.xlsx')
  })
})

describe('a report as a chart', () => {
  it('is well-formed SVG with a bar and a number for every code that is used, the longest first', () => {
    const { archive, ada } = aStudy()
    const { content } = archive.run('export.report', ada, {
      report: frequency,
      language: 'en',
      format: 'svg',
      row: null,
      column: null,
    })
    const says = elementsOf(content)
      .filter(({ name }) => name === 'rect')
      .map(({ text }) => text)
      .filter((text) => text !== '')
    expect(says).toEqual(['4 Funding: 2', '4e Terms of the money: 1', '0 Changing doors: 1'])
  })

  it('is refused for what is only read', () => {
    const { archive, ada } = aStudy()
    expect(() =>
      archive.run('export.report', ada, {
        report: { name: 'never-used', filter: {} },
        language: 'en',
        format: 'svg',
        row: null,
        column: null,
      }),
    ).toThrow(expect.objectContaining({ fault: { kind: 'no-chart' } }))
  })
})

describe('an Excel file', () => {
  it('holds text that looks like a formula as text, and leaves out what XML cannot hold', async () => {
    const book = await workbookOf([
      {
        name: 'a/b: [c]',
        columns: [{ name: 'x', type: 'text' }],
        rows: [['=1+1'], ['bell \u0007, half \uD83D, <&>'], ['toString']],
      },
    ])
    const parts = await partsOf(book)
    expect([...cellsIn(parts).values()]).toEqual(['x', '=1+1', 'bell , half , <&>', '_x0074_oString'])
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<f>')
  })

  it('shows a long quotation whole: its cell has several lines, and its row is as high', async () => {
    const long = 'We answer the telephone at night. '.repeat(6)
    const book = await workbookOf([
      { name: 'q', columns: [{ name: 'words', type: 'text' }], rows: [['short'], [long], [long.repeat(99)]] },
    ])
    const parts = await partsOf(book)
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    const height = (row: number) => Number(new RegExp(`<row r="${row}" ht="([\\d.]+)"`, 'u').exec(sheet)?.[1])
    expect([height(2), height(3) >= 60, height(4)]).toEqual([NaN, true, 405])
    const looks = [...(parts.get('xl/styles.xml') ?? '').matchAll(/<xf [^>]*>.*?<\/xf>/gsu)].map(([xf]) => xf)
    const lookOf = (cell: string) => looks[Number(new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`, 'u').exec(sheet)?.[1])]
    expect(lookOf('A3')).toContain('wrapText="1"')
    expect(lookOf('A2')).not.toContain('wrapText')
  })

  it('names columns as Excel does', () => {
    expect([1, 26, 27, 52, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA'])
  })
})
