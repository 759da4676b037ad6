/** Codes against documents. Documents asked about stay, coded or not; a page of them at a time. */
import type { SourceId } from '../../../schema/ids.ts'
import type { QueryOf } from '../../../schema/report-query.ts'
import type { ReportColumn } from '../../../schema/report-table.ts'
import { codeAxis, Crossed } from './crossed.ts'
import { celled, codeRows, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'

export function codeBySource({ study, selection, query, page }: Asking<QueryOf<'code-by-source'>>): Draft {
  const { measure, rolledUp } = query
  const columnsOf: (readonly number[])[] = study.sources.map(() => [])
  for (const [column, source] of selection.sources.entries()) columnsOf[source] = [column]
  const crossed = new Crossed(study, selection, {
    ...codeAxis(study, rolledUp),
    columns: selection.sources.length,
    columnsOf: (_, source) => columnsOf[source] ?? [],
  })
  const shown = paged(selection.sources, page.columns)
  const rows = paged(selection.codes, page.rows)
  const lengths = selection.sources.map((n) => study.sources[n]?.length ?? 0)
  const length = lengths.reduce((sum, one) => sum + one, 0)
  const value = (row: number, column: number, of: number): Value => {
    if (measure !== 'coverage') return crossed.value(measure, row, column)
    return of === 0 ? { reason: 'no-text' } : crossed.value('characters', row, column) / of
  }
  const valuesOf = (row: number): readonly Value[] => [
    value(row, crossed.total, length),
    ...shown.map((_, n) => value(row, page.columns.from + n, lengths[page.columns.from + n] ?? 0)),
  ]
  const type = measure === 'coverage' ? 'share' : 'count'
  return {
    columns: [
      ownColumn(measure, type, true),
      ...shown.map((n): ReportColumn => {
        const { id, short } = study.sources[n] ?? { id: '' as SourceId, short: '' }
        return { key: id, measure, type, stands: { kind: 'source', source: id }, label: short, base: null, opens: true }
      }),
    ],
    columnsOf: selection.sources.length,
    rows: codeRows(study, rows, rolledUp),
    rowsOf: selection.codes.length,
    ...celled(rows.map(valuesOf), valuesOf(crossed.all)),
    notes: [],
  }
}
