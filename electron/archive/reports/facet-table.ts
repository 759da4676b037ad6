/**
 * Whom codings hold responsible, or where they stand, by who speaks: the table in which one reads that
 * every actor blames another (METHODS 1.2). Codings that say nothing of it have a column of their own.
 */
import { responsibles, stances } from '../../../schema/coding.ts'
import type { QueryOf } from '../../../schema/report-query.ts'
import type { ReportColumn, ReportRow } from '../../../schema/report-table.ts'
import { aloneIn, codeAxis, Crossed, type Axes } from './crossed.ts'
import { celled, codeRows, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'
import { groupKey, groupsBy } from './groups.ts'

type FacetAsking = Asking<QueryOf<'facets'>>

export function facetTable(asking: FacetAsking): Draft {
  const { study, selection, query, page } = asking
  const { columns: facet, measure } = query
  const values = facet === 'stance' ? stances : responsibles
  const list = facet === 'stance' ? study.codings.stance : study.codings.responsible
  const { rows, axis, places } = rowsOf(asking)
  /** By the value's place, from 1; 0 has none and stands last. */
  const columnsAt = [[values.length], ...values.map((_, n) => [n])]
  const crossed = new Crossed(study, selection, {
    ...axis,
    columns: values.length + 1,
    columnsOf: (coding) => columnsAt[(list[coding] ?? -1) + 1] ?? [],
  })
  const shown = paged([...values, null], page.columns)
  const valuesOf = (row: number): readonly Value[] => [
    crossed.value(measure, row, crossed.total),
    ...shown.map((_, n) => crossed.value(measure, row, page.columns.from + n)),
  ]
  const placesShown = paged(places, page.rows)
  const few = aloneIn(
    crossed,
    { rows: places, columns: values.length + 1 },
    { rows: placesShown, columns: [crossed.total, ...shown.map((_, n) => page.columns.from + n)] },
  )
  return {
    columns: [
      ownColumn(measure, 'count', true),
      ...shown.map((value): ReportColumn => ({
        key: value ?? 'none',
        measure,
        type: 'count',
        stands: { kind: 'facet', facet, value },
        label: value ?? '',
        base: null,
        opens: true,
      })),
    ],
    columnsOf: values.length + 1,
    rows: paged(rows, page.rows),
    rowsOf: rows.length,
    ...celled(placesShown.map(valuesOf), valuesOf(crossed.all)),
    alone: few.alone,
    notes: few.notes,
  }
}

function rowsOf({ db, study, selection, query }: FacetAsking): {
  readonly rows: readonly ReportRow[]
  readonly places: readonly number[]
  readonly axis: Pick<Axes, 'rows' | 'rowsOf'>
} {
  const { rows: by } = query
  if (by === 'code')
    return {
      rows: codeRows(study, selection.codes, true),
      places: selection.codes,
      axis: codeAxis(study, true),
    }
  if (by === 'stance') {
    const all = [...stances, null]
    return {
      rows: all.map((value) => ({
        key: value ?? 'none',
        stands: { kind: 'facet', facet: 'stance', value },
        label: value ?? '',
        depth: 0,
      })),
      places: all.map((_, n) => n),
      axis: {
        rows: all.length,
        rowsOf: (coding) => {
          const value = study.codings.stance[coding] ?? -1
          return [value < 0 ? stances.length : value]
        },
      },
    }
  }
  const { groups, groupsOf } = groupsBy(db, study, selection.sources, by)
  return {
    rows: groups.map((group) => ({
      key: groupKey(group),
      stands: { kind: 'group', attribute: by, value: group.value },
      label: group.label,
      depth: 0,
    })),
    places: groups.map((_, n) => n),
    axis: { rows: groups.length, rowsOf: (_, source) => groupsOf[source] ?? [] },
  }
}
