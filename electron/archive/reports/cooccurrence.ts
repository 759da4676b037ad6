/** Codes against codes: where they meet, as a count, the c-coefficient or a directed share (METHODS 4.1). */
import type { QueryOf } from '../../../schema/report-query.ts'
import type { ReportColumn } from '../../../schema/report-table.ts'
import { cCoefficient, isUnequal } from '../statistics/likeness.ts'
import { celled, codeRows, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'
import { meetingsOf, type Field } from './meetings.ts'
import { paragraphsOf } from './paragraphs.ts'
import { lineagesOf } from './selection.ts'

type Cooccurrence = Asking<QueryOf<'cooccurrence'>>

export function fieldOf({
  db,
  study,
  selection,
  query,
}: Pick<Cooccurrence, 'db' | 'study' | 'selection' | 'query'>): Field {
  return {
    study,
    codings: selection.codings,
    paragraphs: paragraphsOf(
      db,
      study.sources.map(({ number }) => number),
    ),
    lineages: query.rolledUp ? lineagesOf(study) : study.codes.map((_, n) => [n]),
  }
}

export function cooccurrence(asking: Cooccurrence): Draft {
  const { study, selection, query, page } = asking
  const { measure, meeting, within, rolledUp } = query
  const { size, uses, together } = meetingsOf(fieldOf(asking), meeting, within)
  const lineages = lineagesOf(study)
  /** A code and one above it meet in every use of the lower: that says nothing. */
  const isOneLine = (a: number, b: number) => rolledUp && (lineages[a]?.includes(b) || lineages[b]?.includes(a))
  let beyondOne = 0
  let unequal = 0
  const value = (row: number, column: number): Value => {
    if (row === column || isOneLine(row, column)) return { reason: 'itself' }
    const [first, second, both] = [uses[row] ?? 0, uses[column] ?? 0, together[row * size + column] ?? 0]
    switch (measure) {
      case 'together':
        return both
      case 'rowShare':
        return first === 0 ? { reason: 'no-uses' } : both / first
      case 'columnShare':
        return second === 0 ? { reason: 'no-uses' } : both / second
      case 'cCoefficient': {
        const c = cCoefficient(both, first, second)
        if (c !== null && c > 1) beyondOne++
        if (both > 0 && isUnequal(first, second)) unequal++
        return c ?? { reason: first + second === 0 ? 'no-uses' : 'beyond-range' }
      }
    }
  }
  const type = measure === 'together' ? 'count' : measure === 'cCoefficient' ? 'decimal' : 'share'
  const rows = paged(selection.codes, page.rows)
  const shown = paged(selection.codes, page.columns)
  const heads = codeRows(study, shown, rolledUp)
  const cells = celled(
    rows.map((row) => [uses[row] ?? 0, ...shown.map((column) => value(row, column))]),
    null,
  )
  return {
    columns: [
      ownColumn('uses', 'count', true),
      ...heads.map(({ key, stands, label }, n): ReportColumn => ({
        key,
        measure,
        type,
        stands,
        label,
        base: uses[shown[n] ?? 0] ?? 0,
        opens: true,
      })),
    ],
    columnsOf: selection.codes.length,
    rows: codeRows(study, rows, rolledUp),
    rowsOf: selection.codes.length,
    ...cells,
    notes: [
      ...(beyondOne > 0 ? [{ kind: 'beyond-one', cells: beyondOne } as const] : []),
      ...(unequal > 0 ? [{ kind: 'unequal-uses', cells: unequal } as const] : []),
    ],
  }
}
