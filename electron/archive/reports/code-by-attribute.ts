/**
 * Codes against groups of documents (METHODS 4.2). The unit of shares and tests is the document, which
 * has the code or has not: codings within one interview are not independent of each other.
 */
import type { QueryOf } from '../../../schema/report-query.ts'
import type { ReportColumn, ReportNote } from '../../../schema/report-table.ts'
import { adjustedResiduals, type Table } from '../statistics/chi-square.ts'
import { codeAxis, Crossed } from './crossed.ts'
import { celled, codeRows, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'
import { groupsOf, type Group } from './groups.ts'
import { testTables } from './tests-of-codes.ts'

export const groupKey = ({ value }: Group) => (value === null ? 'none' : `=${value}`)

export function codeByAttribute({ db, study, selection, query, page }: Asking<QueryOf<'code-by-attribute'>>): Draft {
  const { measure, rolledUp, attribute } = query
  const { groups, groupAt, without } = groupsOf(db, study, selection.sources, attribute)
  const crossed = new Crossed(study, selection, {
    ...codeAxis(study, rolledUp),
    columns: groups.length,
    columnOf: (_, source) => groupAt[source] ?? -1,
  })
  /** Has the code, has it not; over groups that are one by having a value. */
  const tableOf = (row: number): Table => {
    const tested = groups.flatMap((group, n) => (group.value === null ? [] : [[group, n] as const]))
    const having = tested.map(([, n]) => crossed.value('sources', row, n))
    return [having, tested.map(([group], n) => group.sources.length - (having[n] ?? 0))]
  }
  const rows = paged(selection.codes, page.rows)
  const { tests, notes } = testTables(selection.codes.map(tableOf), selection.sources.length - without)
  const shown = paged(groups, page.columns)
  const value = (row: number, column: number): Value => {
    const isTotal = column === crossed.total
    const documents = isTotal ? selection.sources.length : (groups[column]?.sources.length ?? 0)
    const having = crossed.value('sources', row, column)
    switch (measure) {
      case 'rowShare': {
        const all = crossed.value('sources', row, crossed.total)
        return all === 0 ? { reason: 'no-uses' } : having / all
      }
      case 'columnShare':
        return documents === 0 ? { reason: 'no-documents' } : having / documents
      case 'residual': {
        if (isTotal || groups[column]?.value === null) return null
        return adjustedResiduals(tableOf(row))[0]?.[column] ?? { reason: 'one-value' }
      }
      case 'codings':
      case 'sources':
      case 'speakers':
      case 'characters':
        return crossed.value(measure, row, column)
    }
  }
  const places = [crossed.total, ...shown.map((_, n) => page.columns.from + n)]
  const type =
    measure === 'residual' ? 'decimal' : measure === 'rowShare' || measure === 'columnShare' ? 'share' : 'count'
  return {
    columns: [
      { ...ownColumn(measure, type, true), base: selection.sources.length },
      ...shown.map((group): ReportColumn => ({
        key: groupKey(group),
        measure,
        type,
        stands: { kind: 'group', attribute, value: group.value },
        label: group.value ?? '',
        base: group.sources.length,
        opens: true,
      })),
      ownColumn('chiSquare', 'decimal'),
      ownColumn('degrees', 'count'),
      ownColumn('p', 'decimal'),
      ownColumn('exactP', 'decimal'),
      ownColumn('cramersV', 'decimal'),
    ],
    columnsOf: groups.length,
    rows: codeRows(study, rows, rolledUp),
    rowsOf: selection.codes.length,
    ...celled(
      rows.map((row, n) => [...places.map((column) => value(row, column)), ...(tests[page.rows.from + n] ?? [])]),
      [...places.map((column) => value(crossed.all, column)), null, null, null, null, null],
    ),
    notes: [
      ...notes,
      ...(without > 0 ? [{ kind: 'without-value', sources: without } as const satisfies ReportNote] : []),
    ],
  }
}
