/** A study that two people coded: one interview both of them, one only the first, and what each found where. */
import type { CodeId, CoderId, SourceId } from '../../schema/ids.ts'
import type { ReportTable } from '../../schema/report-table.ts'
import { aCodedStudy, texts, type CodedStudy } from './coded-study.ts'

export interface TwoCoders extends CodedStudy {
  /** Codes these words of a document. */
  readonly give: (coder: CoderId, source: number, words: string, code: number) => void
  /** A cell by the code's place, or 'pooled' and 'sets', and the measure. */
  readonly cell: (table: ReportTable, row: number | 'pooled' | 'sets', measure: string) => unknown
  readonly gapAt: (table: ReportTable, row: number | 'pooled' | 'sets', measure: string) => string | undefined
  readonly sourceAt: (n: number) => SourceId
  readonly codeAt: (n: number) => CodeId
}

export const funding = 0
export const terms = 1
export const gaps = 2
export const doors = 3

/**
 * R01: three turns that count. Both gave Terms to the first, Ada alone Gaps to the second, Boris alone Doors to the
 * third. R03: Ada alone. P01: nobody.
 */
export async function twoCoders(): Promise<TwoCoders> {
  const study = await aCodedStudy()
  const { archive, ada, boris, sources, codes } = study
  const give = (coder: CoderId, source: number, words: string, code: number) => {
    const start = texts[source]!.indexOf(words)
    archive.run('coding.create', coder, {
      source: sources[source]!,
      start,
      end: start + words.length,
      code: codes[code]!,
    })
  }
  give(ada, 0, 'Two embassies', terms)
  give(boris, 0, 'embassies.', terms)
  give(ada, 0, 'In turns', gaps)
  give(boris, 0, 'May', doors)
  give(ada, 1, 'Город', terms)
  const rowKey = (row: number | 'pooled' | 'sets') => (typeof row === 'number' ? codes[row] : row)
  const placeOf = (table: ReportTable, row: number | 'pooled' | 'sets', measure: string) =>
    [
      table.rows.findIndex(({ key }) => key === rowKey(row)),
      table.columns.findIndex((column) => column.measure === measure),
    ] as const
  return {
    ...study,
    give,
    cell: (table, row, measure) => {
      const [r, c] = placeOf(table, row, measure)
      return table.cells[r]?.[c]
    },
    gapAt: (table, row, measure) => {
      const [r, c] = placeOf(table, row, measure)
      return table.gaps.find((gap) => gap.row === r && gap.column === c)?.reason
    },
    sourceAt: (n) => sources[n]!,
    codeAt: (n) => codes[n]!,
  }
}
