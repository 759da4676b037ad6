/** Every number opens what it counted. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { reportQuery } from '../../schema/report-query.ts'
import { aCodedStudy, draw, query, type CodedStudy } from '../support/coded-study.ts'

const asked: readonly z.input<typeof reportQuery>[] = [
  { name: 'code-frequency' },
  { name: 'code-frequency', rolledUp: false },
  { name: 'code-by-source' },
  { name: 'code-by-source', rolledUp: false },
  { name: 'code-by-attribute', attribute: 'kind', measure: 'codings' },
  { name: 'code-by-attribute', attribute: 'language', measure: 'codings', rolledUp: false },
  { name: 'facets', rows: 'kind' },
  { name: 'facets', rows: 'stance' },
  { name: 'facets', rows: 'code', columns: 'stance' },
  { name: 'timeline', period: 'day' },
  { name: 'timeline', date: 'document' },
]

/** The codings that the passages behind a number have. */
function codingsBehind(
  { archive, ada }: CodedStudy,
  report: (typeof asked)[number],
  row: string | null,
  column: string,
) {
  const opened = archive.run('report.passages', ada, { report: query(report), row, column })
  if (opened.kind !== 'passages') return null
  const { quotations, total } = archive.run('quotation.list', ada, { filter: opened.filter, offset: 0, limit: 1000 })
  expect(total).toBe(opened.passages)
  return quotations.reduce((sum, { codings }) => sum + codings.length, 0)
}

describe('a number of a report', () => {
  it.each(asked)(
    'opens as many codings as it says: $name',
    async (report) => {
      const study = await aCodedStudy()
      fc.assert(
        fc.property(fc.array(draw, { maxLength: 10 }), fc.boolean(), (draws, isFiltered) => {
          study.put(draws)
          const filter = isFiltered ? { codes: [study.codes[0]], withChildren: true, coders: [study.ada] } : {}
          const table = study.run({ ...report, filter })
          const heads = table.columns.flatMap(({ key, opens, measure }, n) =>
            opens && measure === 'codings' ? [[key, n] as const] : [],
          )
          expect(heads.length).toBeGreaterThan(0)
          for (const [column, n] of heads) {
            expect(codingsBehind(study, { ...report, filter }, null, column)).toBe(table.totals?.[n])
            for (const [r, { key }] of table.rows.entries())
              expect([key, column, codingsBehind(study, { ...report, filter }, key, column)]).toEqual([
                key,
                column,
                table.cells[r]?.[n],
              ])
          }
          study.clear()
        }),
        { numRuns: 8 },
      )
    },
    60_000,
  )
})
