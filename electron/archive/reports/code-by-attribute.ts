/**
 * Codes against groups of documents (METHODS 4.2). The unit of shares and tests is the document, which
 * has the code or has not: codings within one interview are not independent of each other.
 */
import type { QueryOf } from '../../../schema/report-query.ts'
import type { ReportColumn, ReportNote } from '../../../schema/report-table.ts'
import { adjustedResiduals, type Table } from '../statistics/chi-square.ts'
import { aloneIn, codeAxis, Crossed, fewest } from './crossed.ts'
import { celled, codeRows, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'
import { groupKey, groupsBy, type Group } from './groups.ts'
import { testTables } from './tests-of-codes.ts'

type ByAttribute = Asking<QueryOf<'code-by-attribute'>>

export function codeByAttribute(asking: ByAttribute): Draft {
  const { db, study, selection, query, page } = asking
  const { measure, rolledUp, attribute } = query
  const { groups, groupsOf, without, withSeveral } = groupsBy(db, study, selection.sources, attribute)
  const crossed = new Crossed(study, selection, {
    ...codeAxis(study, rolledUp),
    columns: groups.length,
    columnsOf: (_, source) => groupsOf[source] ?? [],
  })
  const tables = tablesOf(asking, groups, groupsOf)
  const tableOf = (row: number): Table => tables[row] ?? []
  const rows = paged(selection.codes, page.rows)
  const { tests, notes } = testTables(selection.codes.map(tableOf), selection.sources.length - without - withSeveral)
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
  const few = aloneIn(
    crossed,
    { rows: selection.codes, columns: groups.length },
    { rows, columns: measure === 'residual' ? [] : places },
  )
  const small = groups.filter(({ value: named, sources }) => named !== null && sources.length < fewest).length
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
        label: group.label,
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
    alone: few.alone,
    notes: [
      ...notes,
      ...few.notes,
      ...(small > 0 ? [{ kind: 'small-groups', groups: small, least: fewest } as const satisfies ReportNote] : []),
      ...(without > 0 ? [{ kind: 'without-value', sources: without } as const satisfies ReportNote] : []),
      ...(withSeveral > 0 ? [{ kind: 'several-values', sources: withSeveral } as const satisfies ReportNote] : []),
    ],
  }
}

/**
 * For each code a table of documents: has it, has it not, by group. Documents without a value and with
 * several are left out, so that every document stands in one cell.
 */
function tablesOf(
  { study, selection, query }: ByAttribute,
  groups: readonly Group[],
  groupsOf: readonly (readonly number[])[],
): readonly Table[] {
  const valued = groups.filter(({ value }) => value !== null).length
  const groupAt = (source: number) => {
    const [group = -1, ...more] = groupsOf[source] ?? []
    return more.length === 0 && group < valued ? group : -1
  }
  const documents = Array.from({ length: valued }, () => 0)
  for (const source of selection.sources) if (groupAt(source) >= 0) documents[groupAt(source)]! += 1
  const having = study.codes.map(() => Array.from({ length: valued }, () => 0))
  const last = study.codes.map(() => -1)
  const { rowsOf } = codeAxis(study, query.rolledUp)
  for (const n of selection.codings) {
    const source = study.passages.source[study.codings.passage[n] ?? 0] ?? 0
    const group = groupAt(source)
    if (group < 0) continue
    for (const row of rowsOf(n, source)) {
      if (last[row] === source) continue // codings come document by document
      last[row] = source
      having[row]![group]! += 1
    }
  }
  return having.map((has) => [has, has.map((count, n) => (documents[n] ?? 0) - count)])
}
