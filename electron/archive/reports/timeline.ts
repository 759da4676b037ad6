/** Codes against time: by the day that a document carries, or by the day of the coding. Quiet periods stay. */
import type { Period, QueryOf } from '../../../schema/report-query.ts'
import type { ReportColumn } from '../../../schema/report-table.ts'
import { codeAxis, Crossed } from './crossed.ts'
import { celled, codeRows, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'

/** Beyond so many periods only those with codings stand. */
const mostPeriods = 2000

export function timeline({ study, selection, query, page }: Asking<QueryOf<'timeline'>>): Draft {
  const { measure, rolledUp, period, date } = query
  const dayOf = (coding: number, source: number) =>
    date === 'coding'
      ? (study.days[study.codings.day[coding] ?? -1] ?? '')
      : (isoDay(study.sources[source]?.collectedOn ?? '') ?? '')
  const starts = new Map<string, string | null>()
  const startOf = (day: string) => {
    let start = starts.get(day)
    if (start === undefined) starts.set(day, (start = day === '' ? null : beginning(day, period)))
    return start
  }
  const sourceOf = (n: number) => study.passages.source[study.codings.passage[n] ?? 0] ?? 0
  const used = [...new Set(Array.from(selection.codings, (n) => startOf(dayOf(n, sourceOf(n)))))]
  const dated = used.filter((start) => start !== null).toSorted()
  const periods: (string | null)[] = withQuiet(dated, period)
  const undated = used.includes(null)
  if (undated) periods.push(null)
  const columnsAt = new Map(periods.map((start, n) => [start, [n]]))
  const crossed = new Crossed(study, selection, {
    ...codeAxis(study, rolledUp),
    columns: periods.length,
    columnsOf: (coding, source) => columnsAt.get(startOf(dayOf(coding, source))) ?? [],
  })
  const shown = paged(periods, page.columns)
  const rows = paged(selection.codes, page.rows)
  const valuesOf = (row: number): readonly Value[] => [
    crossed.value(measure, row, crossed.total),
    ...shown.map((_, n) => crossed.value(measure, row, page.columns.from + n)),
  ]
  return {
    columns: [
      ownColumn(measure, 'count', true),
      ...shown.map((start): ReportColumn => ({
        key: start ?? 'none',
        measure,
        type: 'count',
        stands: { kind: 'period', from: start, to: start === null ? null : following(start, period) },
        label: start === null ? '' : labelOf(start, period),
        base: null,
        opens: true,
      })),
    ],
    columnsOf: periods.length,
    rows: codeRows(study, rows, rolledUp),
    rowsOf: selection.codes.length,
    ...celled(rows.map(valuesOf), valuesOf(crossed.all)),
    notes: undated
      ? [
          {
            kind: 'without-value',
            sources: new Set(Array.from(selection.codings, sourceOf).filter((n) => startOf(dayOf(-1, n)) === null))
              .size,
          },
        ]
      : [],
  }
}

/** What people write of a day, as an ISO day; '2009-06' is its first. Null where it is no date. */
export function isoDay(written: string): string | null {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(written.trim()) ?? []
  if (year === undefined) return null
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 10)
}

/** The first day of the period that a day lies in; weeks begin on Mondays. */
export function beginning(day: string, period: Period): string {
  switch (period) {
    case 'day':
      return day
    case 'week': {
      const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
      return plusDays(day, -weekday)
    }
    case 'month':
      return `${day.slice(0, 7)}-01`
    case 'year':
      return `${day.slice(0, 4)}-01-01`
  }
}

/** The first day of the next period. */
export function following(start: string, period: Period): string {
  const [year = 0, month = 0] = start.split('-').map(Number)
  switch (period) {
    case 'day':
      return plusDays(start, 1)
    case 'week':
      return plusDays(start, 7)
    case 'month':
      return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
    case 'year':
      return `${String(year + 1).padStart(4, '0')}-01-01`
  }
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function withQuiet(dated: readonly string[], period: Period): string[] {
  const [first] = dated
  const last = dated.at(-1)
  if (first === undefined || last === undefined) return []
  const all: string[] = []
  for (let at = first; at <= last; at = following(at, period)) {
    all.push(at)
    if (all.length > mostPeriods) return [...dated]
  }
  return all
}

const labelOf = (start: string, period: Period) =>
  period === 'year' ? start.slice(0, 4) : period === 'month' ? start.slice(0, 7) : start
