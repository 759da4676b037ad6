/**
 * The answer to a report, however wide it is: rows all at once, columns by the page as they come into sight,
 * so that a thousand documents never are one answer that the window has to swallow.
 */
import { useEffect, useMemo } from 'react'
import type { ReportQuery } from '../../schema/report-query.ts'
import type { Cell, GapReason, ReportColumn, ReportTable } from '../../schema/report-table.ts'
import { useArchive, useQueries, useQuery } from '../archive/use-archive.ts'

export const columnsOfPage = 60
/** More rows than these are cut, and the table says so. */
export const mostRows = 2000

export interface WideReport {
  /** The first page: what the report is, its rows, its notes and its stamp. */
  readonly table: ReportTable
  readonly columnCount: number
  /** Undefined: not here yet. */
  readonly columnAt: (at: number) => ReportColumn | undefined
  readonly cellAt: (row: number, at: number) => Cell | undefined
  readonly totalAt: (at: number) => Cell | undefined
  readonly gapAt: (row: number | null, at: number) => GapReason | undefined
  /** Whether the number rests on one speaker. */
  readonly isAlone: (row: number | null, at: number) => boolean
}

/** `first` and `last`: the columns in sight. */
export function useReport(query: ReportQuery | null, first: number, last: number) {
  const { cache } = useArchive()
  const rows = { from: 0, count: mostRows }
  const input = query && { report: query, page: { rows, columns: { from: 0, count: columnsOfPage } } }
  const base = useQuery('report.run', input, { keepPrevious: true })
  const table = base.value
  // Words of many documents are counted a part at a time: what is not all of it is asked again.
  const isPart = table?.notes.some(({ kind }) => kind === 'incomplete') === true
  useEffect(() => {
    if (isPart && input) cache.again('report.run', input)
    // A new part is a new table; the input says the same while the question does.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [table, isPart, cache])
  const lead = table ? leadOf(table) : 0
  const spread = table?.shown.columns.of ?? 0
  const from = Math.max(0, Math.floor((first - lead) / columnsOfPage))
  const to = Math.min(Math.ceil(spread / columnsOfPage) - 1, Math.floor((last - lead) / columnsOfPage))
  const wanted: number[] = []
  for (let page = Math.max(1, from); page <= to; page++) wanted.push(page)
  // What an older question still shows must not be joined with pages of the newer one.
  const isSettled = table !== undefined && query !== null && JSON.stringify(table.query) === JSON.stringify(query)
  const pages = useQueries(
    'report.run',
    isSettled
      ? wanted.map((page) => ({
          report: query,
          page: { rows, columns: { from: page * columnsOfPage, count: columnsOfPage } },
        }))
      : [],
  )
  const key = wanted.join(' ')
  const report = useMemo((): WideReport | undefined => {
    if (!table) return undefined
    const numbers = key === '' ? [] : key.split(' ').map(Number)
    const known = new Map<number, ReportTable>([[0, table]])
    for (const [n, number] of numbers.entries()) {
      const page = pages[n]
      if (page) known.set(number, page)
    }
    const own = table.columns.length - table.columns.filter(({ stands }) => stands).length
    /** Which page has a column, and where in it. */
    const placeOf = (at: number): readonly [ReportTable | undefined, number] => {
      if (at < lead) return [table, at]
      const inSpread = at - lead
      if (inSpread >= spread) return [table, table.columns.length - (own - lead) + (inSpread - spread)]
      return [known.get(Math.floor(inSpread / columnsOfPage)), lead + (inSpread % columnsOfPage)]
    }
    const gaps = new Map<ReportTable, ReadonlyMap<string, GapReason>>()
    const gapsOf = (page: ReportTable) => {
      const made =
        gaps.get(page) ?? new Map(page.gaps.map(({ row, column, reason }) => [`${row ?? ''} ${column}`, reason]))
      gaps.set(page, made)
      return made
    }
    const alone = new Map<ReportTable, ReadonlySet<string>>()
    const aloneOn = (page: ReportTable) => {
      const made = alone.get(page) ?? new Set(page.alone.map(({ row, column }) => `${row ?? ''} ${column}`))
      alone.set(page, made)
      return made
    }
    return {
      table,
      columnCount: own + spread,
      columnAt: (at) => {
        const [page, place] = placeOf(at)
        return page?.columns[place]
      },
      cellAt: (row, at) => {
        const [page, place] = placeOf(at)
        return page?.cells[row]?.[place]
      },
      totalAt: (at) => {
        const [page, place] = placeOf(at)
        return page?.totals?.[place]
      },
      gapAt: (row, at) => {
        const [page, place] = placeOf(at)
        return page && gapsOf(page).get(`${row ?? ''} ${place}`)
      },
      isAlone: (row, at) => {
        const [page, place] = placeOf(at)
        return page !== undefined && aloneOn(page).has(`${row ?? ''} ${place}`)
      },
    }
  }, [table, pages, key, lead, spread])
  return { report, fault: base.fault, isLoading: base.isLoading, isSettled }
}

/** Columns of the report's own that stand before those it is spread over. */
function leadOf({ columns }: ReportTable): number {
  const at = columns.findIndex(({ stands }) => stands !== null)
  return at < 0 ? columns.length : at
}
