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

type Opened = readonly { readonly source: string; readonly start: number; readonly end: number; readonly codes: readonly string[] }[] // prettier-ignore

/** The passages behind a number, with all codes that they carry. */
function behind(
  { archive, ada }: CodedStudy,
  report: z.input<typeof reportQuery>,
  row: string,
  column: string,
): Opened {
  const opened = archive.run('report.passages', ada, { report: query(report), row, column })
  if (opened.kind !== 'passages') throw new Error(`${column} opens no passages`)
  const { quotations } = archive.run('quotation.list', ada, { filter: opened.filter, offset: 0, limit: 1000 })
  expect(quotations).toHaveLength(opened.passages)
  return quotations.map(({ source, start, end, codes }) => ({ source, start, end, codes }))
}
const meets = (one: Opened[number], other: Opened[number]) =>
  one.source === other.source && one.start < other.end && other.start < one.end

/** Draws some codings, asks, and looks at every number that can be opened. */
async function everyNumber(
  report: z.input<typeof reportQuery>,
  look: (study: CodedStudy, row: string, column: string, value: number) => void,
): Promise<void> {
  const study = await aCodedStudy()
  let seen = 0
  fc.assert(
    fc.property(fc.array(draw, { minLength: 4, maxLength: 14 }), (draws) => {
      study.put(draws)
      const table = study.run(report)
      for (const [r, { key }] of table.rows.entries())
        for (const [c, { key: column, opens }] of table.columns.entries()) {
          const value = table.cells[r]?.[c]
          if (!opens || typeof value !== 'number' || value === 0) continue
          seen++
          look(study, key, column, value)
        }
      study.clear()
    }),
    { numRuns: 12 },
  )
  expect(seen).toBeGreaterThan(0)
}

describe('a number of the co-occurrence of two codes', () => {
  it('is the passages that carry both, where they meet on one passage', async () => {
    const report = { name: 'cooccurrence', meeting: 'passage' } as const
    await everyNumber(report, (study, row, column, value) => {
      const passages = behind(study, report, row, column)
      expect(passages).toHaveLength(value)
      for (const { codes } of passages) expect(codes).toEqual(expect.arrayContaining(column === 'uses' ? [row] : [row, column])) // prettier-ignore
    })
  })

  it('is the documents in which the passages behind it stand, where they meet in one document', async () => {
    const report = { name: 'cooccurrence', meeting: 'source' } as const
    await everyNumber(report, (study, row, column, value) => {
      const passages = behind(study, report, row, column)
      expect(new Set(passages.map(({ source }) => source)).size).toBe(value)
    })
  })

  it('is the paragraphs that passages behind it with either code share', async () => {
    const report = { name: 'cooccurrence', meeting: 'paragraph' } as const
    await everyNumber(report, (study, row, column, value) => {
      const passages = behind(study, report, row, column)
      const paragraphs = study.sources.flatMap((source) => {
        const { paragraphs: list, text } = study.archive.run('source.text', study.ada, { source })
        return list.map(({ start }, n) => ({ source, start, end: list[n + 1]?.start ?? text.length, codes: [] }))
      })
      const wanted = column === 'uses' ? [row] : [row, column]
      const both = paragraphs.filter((paragraph) =>
        wanted.every((code) => passages.some((each) => each.codes.includes(code) && meets(each, paragraph))),
      )
      expect([row, column, both.length]).toEqual([row, column, value])
    })
  })

  it('is the pairs among the passages behind it, where they meet on the same words', async () => {
    const report = { name: 'cooccurrence', meeting: 'overlap' } as const
    await everyNumber(report, (study, row, column, value) => {
      if (column === 'uses') return
      const opened = study.archive.run('report.passages', study.ada, { report: query(report), row, column })
      if (opened.kind !== 'passages') throw new Error('opens no passages')
      const { quotations } = study.archive.run('quotation.list', study.ada, {
        filter: opened.filter,
        offset: 0,
        limit: 1000,
      })
      const with_ = (code: string) =>
        quotations.flatMap((each) => each.codings.filter((coding) => coding.code === code).map(() => each))
      const pairs = with_(row).flatMap((one) =>
        with_(column).filter((other) => meets({ ...one, codes: [] }, { ...other, codes: [] })),
      )
      expect([row, column, pairs.length]).toEqual([row, column, value])
    })
  })
})

describe('a number of the coverage', () => {
  it.each([{ by: 'source' }, { by: 'code' }] as const)(
    'is the characters of the passages behind it: $by',
    async ({ by }) => {
      const report = { name: 'coverage', by } as const
      await everyNumber(report, (study, row, column, value) => {
        const covered = new Set<string>()
        for (const { source, start, end } of behind(study, report, row, column))
          for (let at = start; at < end; at++) covered.add(`${source} ${at}`)
        if (column === 'characters') expect(covered.size).toBe(value)
        else expect(covered.size).toBeGreaterThan(0)
      })
    },
  )
})

describe('a number of the likeness of documents', () => {
  it('is worked out from the codes on the passages behind it', async () => {
    const report = { name: 'similarity' } as const
    await everyNumber(report, (study, row, column, value) => {
      const codesOf = (passages: Opened, source: string) =>
        new Set(passages.filter((each) => each.source === source).flatMap(({ codes }) => codes))
      const own = (source: string) => codesOf(behind(study, report, source, 'codes'), source)
      if (column === 'codes') return expect(own(row).size).toBe(value)
      if (row === column) return
      const passages = behind(study, report, row, column)
      expect(new Set(passages.map(({ source }) => source))).toEqual(new Set([row, column]))
      const [one, other] = [own(row), own(column)]
      const shared = [...one].filter((code) => other.has(code)).length
      expect(value).toBeCloseTo(shared / (one.size + other.size - shared), 12)
    })
  })
})
