/** Tables as csv, read back by a reader that is told nothing of how they were written. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../electron/archive/export/csv.ts'

const cell = fc.string({ unit: fc.constantFrom('a', 'я', '"', ',', ';', '\n', '\r', ' ', '👩‍👧') })

describe('a table as csv', () => {
  it('comes back cell by cell, whatever stands in the cells', () => {
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 })
    fc.assert(
      fc.property(table, (rows) => {
        const read: unknown = parse(csvOf(rows), { bom: true, record_delimiter: '\r\n', relax_column_count: false })
        // An apostrophe stands before what a spreadsheet would run: a line end at the beginning is part of it.
        expect(read).toEqual(rows.map((row) => row.map((one) => (one.startsWith('\r') ? `'${one}` : one))))
      }),
    )
  })

  it.each(['\n', '\r', '\r\n'])('keeps a quote of two paragraphs in one cell: %j', (end) => {
    expect(csvOf([[`One${end}two`, 'after']])).toBe(`\uFEFF"One${end}two",after\r\n`)
  })

  it('says numbers as they are, and no formula', () => {
    expect(csvOf([[-3, '-3', '=1+1', '＝1', '@a', '\ta']])).toBe("\uFEFF-3,'-3,'=1+1,'＝1,'@a,'\ta\r\n")
  })
})
