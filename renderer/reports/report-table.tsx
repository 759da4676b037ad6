/**
 * A report as a table: only the rows and columns in sight are drawn, every column sorts, every number that
 * can be opened is a button. Arrows walk from number to number, Enter opens what stands behind one.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import { columnName, printedCell, rowName } from '../../schema/report-cells.ts'
import type { CellPlace } from '../../schema/report-query.ts'
import type { ReportColumn, ReportRow } from '../../schema/report-table.ts'
import { reportWords, type ReportLanguage } from '../../schema/report-words.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { useWords } from '../words.ts'
import type { WideReport } from './use-report.ts'

const rowHeight = 27
const headHeight = 34
const nameWidth = 240

/** Pixels. Words around a word need room; a number does not. */
function widthOf(report: WideReport, at: number): number {
  const column = report.columnAt(at)
  if (!column) return 78
  if (column.measure === 'left' || column.measure === 'right') return 320
  if (column.measure === 'match') return 130
  if (column.type === 'text') return 180
  if (report.table.query.name === 'agreement') return column.label === '' ? 86 : 108
  return column.stands ? (column.stands.kind === 'source' ? 74 : 104) : 104
}

/** All codes added up, and counts of nothing, would be the darkest and say the least. */
const isShaded = ({ stands }: ReportRow, { measure }: ReportColumn) =>
  stands.kind !== 'every-code' && !['units', 'neither', 'byNone'].includes(measure)

export interface Sorting {
  readonly at: number
  readonly isUp: boolean
}

export function ReportTableView({
  report,
  codes,
  language,
  chosen,
  sorting,
  onSort,
  onOpen,
  onSight,
}: {
  readonly report: WideReport
  readonly codes: Codes
  readonly language: ReportLanguage
  readonly chosen: CellPlace | null
  readonly sorting: Sorting | null
  readonly onSort: (sorting: Sorting | null) => void
  readonly onOpen: (place: CellPlace) => void
  /** Which columns are in sight. */
  readonly onSight: (first: number, last: number) => void
}) {
  const words = useWords()
  const said = reportWords(language)
  const { table, columnCount } = report
  const order = useOrder(report, sorting)
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: order.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
  })
  const columns = useVirtualizer({
    horizontal: true,
    count: columnCount,
    getScrollElement: () => box.current,
    estimateSize: (at) => widthOf(report, at),
    overscan: 3,
    paddingStart: nameWidth,
    onChange: ({ range }) => {
      if (range) onSight(range.startIndex, range.endIndex)
    },
  })
  // Its widths are kept by place: other columns, which the same question can have, are measured anew.
  useLayoutEffect(() => columns.measure(), [columns, report.table.columns])
  const inSight = columns.getVirtualItems()
  const [firstColumn, lastColumn] = [inSight[0], inSight.at(-1)]
  const before = Math.max(0, (firstColumn?.start ?? nameWidth) - nameWidth)
  const after = Math.max(0, columns.getTotalSize() - (lastColumn?.end ?? 0))
  const rowsInSight = rows.getVirtualItems()
  const above = Math.max(0, (rowsInSight[0]?.start ?? headHeight) - headHeight)
  const below = Math.max(0, rows.getTotalSize() - ((rowsInSight.at(-1)?.end ?? headHeight) - headHeight))
  const shade = useShades(report, inSight[0]?.index ?? 0, inSight.at(-1)?.index ?? 0)

  // Where the keyboard is: a row and a column of what is shown; one number at a time is reached by Tab.
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, 0])
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const row = Math.min(order.length - 1, Math.max(0, at[0] + step[0]))
    const column = Math.min(columnCount - 1, Math.max(0, at[1] + step[1]))
    setAt([row, column])
    rows.scrollToIndex(row)
    columns.scrollToIndex(column)
    const cell = () => box.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
    // At once where it is drawn: the next key may come before the next frame.
    const drawn = cell()
    if (drawn) drawn.focus()
    else requestAnimationFrame(() => cell()?.focus())
  }
  const empty = (width: number) => (width > 0 ? <td aria-hidden="true" style={{ minWidth: width }} /> : null)
  const place = (column: ReportColumn | undefined, row: string): CellPlace => ({ row, column: column?.key ?? null })
  const name = said.reports[table.query.name].name

  return (
    <div className="report-table" role="region" aria-label={words.reporting.table(name)} ref={box} tabIndex={-1}>
      <table
        aria-rowcount={table.shown.rows.of + 1}
        aria-colcount={columnCount + 1}
        onKeyDown={walk}
        style={{ '--name': `${nameWidth}px` } as CSSProperties}
      >
        <thead>
          <tr>
            <th scope="col" aria-sort={sorting ? 'none' : 'other'}>
              <button type="button" onClick={() => onSort(null)} title={words.reporting.order}>
                {said.heads[table.query.name]}
              </button>
            </th>
            {empty(before)}
            {inSight.map(({ index, size }) => {
              const column = report.columnAt(index)
              const label = column ? columnName(column, said) : ''
              const isSorted = sorting?.at === index
              return (
                <th
                  key={index}
                  scope="col"
                  aria-colindex={index + 2}
                  aria-sort={isSorted ? (sorting.isUp ? 'ascending' : 'descending') : 'none'}
                  style={{ width: size, minWidth: size, maxWidth: size }}
                  className={column?.type === 'text' ? `is-text is-${column.measure}` : ''}
                  title={column ? `${label}${column.stands ? '' : `. ${said.measures[column.measure].hint}`}` : ''}
                >
                  <button
                    type="button"
                    aria-label={words.pieces.sortBy(label)}
                    onClick={() =>
                      onSort(isSorted ? (sorting.isUp ? null : { at: index, isUp: true }) : { at: index, isUp: false })
                    }
                  >
                    <span className="cut">{label}</span>
                    <span className="sort-sign">{isSorted ? (sorting.isUp ? '▲' : '▼') : ''}</span>
                  </button>
                </th>
              )
            })}
            {empty(after)}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden="true" style={{ height: above }} />}
          {rowsInSight.map(({ index }) => {
            const n = order[index] ?? 0
            const row = table.rows[n]
            if (!row) return null
            const code = row.stands.kind === 'code' ? codes.byId.get(row.stands.code) : undefined
            const label = rowName(row, said)
            const isChosen = chosen?.row === row.key
            return (
              <tr
                key={row.key}
                aria-rowindex={index + 2}
                className={isChosen ? 'is-chosen' : ''}
                style={{ '--code': code?.colour ?? 'var(--accent)' } as CSSProperties}
              >
                <th scope="row">
                  <button
                    type="button"
                    tabIndex={-1}
                    title={label}
                    style={{ paddingLeft: 12 + (sorting ? 0 : row.depth) * 14 }}
                    className={row.depth === 0 && code && !sorting ? 'is-family' : ''}
                    onClick={() => onOpen({ row: row.key, column: null })}
                  >
                    {code && <span className="code-dot" />}
                    <span className="cut">{label}</span>
                  </button>
                </th>
                {empty(before)}
                {inSight.map(({ index: columnAt, size }) => {
                  const column = report.columnAt(columnAt)
                  const cell = report.cellAt(n, columnAt)
                  const gap = report.gapAt(n, columnAt)
                  const star = cell !== 0 && report.isAlone(n, columnAt) ? '*' : ''
                  const shown = cell === undefined || !column ? '…' : `${printedCell(cell, column.type, said)}${star}`
                  const isZero = cell === 0 && column?.type === 'count'
                  const opens = column?.opens === true && typeof cell === 'number' && cell !== 0
                  const spot = {
                    'data-row': index,
                    'data-column': columnAt,
                    tabIndex: at[0] === index && at[1] === columnAt ? 0 : -1,
                    onFocus: () => setAt([index, columnAt]),
                  }
                  return (
                    <td
                      key={columnAt}
                      aria-colindex={columnAt + 2}
                      style={{ width: size, minWidth: size, maxWidth: size }}
                      className={column?.type === 'text' ? `is-text is-${column.measure}` : ''}
                    >
                      {opens ? (
                        <button
                          type="button"
                          {...spot}
                          aria-label={words.reporting.opens(label, columnName(column, said), shown)}
                          aria-pressed={isChosen && chosen.column === column.key}
                          style={{ '--share': isShaded(row, column) ? shade(columnAt, cell) : 0 } as CSSProperties}
                          onClick={() => onOpen(place(column, row.key))}
                        >
                          {shown}
                        </button>
                      ) : (
                        <span
                          {...spot}
                          className={isZero || cell === null ? 'quiet' : ''}
                          title={gap ? said.gaps[gap] : shown}
                        >
                          {isZero ? '·' : shown}
                        </span>
                      )}
                    </td>
                  )
                })}
                {empty(after)}
              </tr>
            )
          })}
          {below > 0 && <tr aria-hidden="true" style={{ height: below }} />}
        </tbody>
        {table.totals && (
          <tfoot>
            <tr>
              <th scope="row">{said.total}</th>
              {empty(before)}
              {inSight.map(({ index }) => {
                const column = report.columnAt(index)
                const cell = report.totalAt(index)
                const gap = report.gapAt(null, index)
                return (
                  <td key={index} title={gap ? said.gaps[gap] : undefined}>
                    {cell === undefined || !column ? '' : printedCell(cell, column.type, said)}
                    {report.isAlone(null, index) && '*'}
                  </td>
                )
              })}
              {empty(after)}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-12, 0],
  PageDown: [12, 0],
}

/** The rows as they stand: the report's own order, or by a column, undefined values last. */
function useOrder(report: WideReport, sorting: Sorting | null): readonly number[] {
  return useMemo(() => {
    const all = report.table.rows.map((_, n) => n)
    if (!sorting) return all
    const value = (n: number) => report.cellAt(n, sorting.at)
    return all.toSorted((a, b) => {
      const [one, other] = [value(a) ?? null, value(b) ?? null]
      if (one === null || other === null) return Number(one === null) - Number(other === null)
      const order =
        typeof one === 'number' && typeof other === 'number'
          ? one - other
          : String(one).localeCompare(String(other), undefined, { numeric: true })
      return sorting.isUp ? order : -order
    })
  }, [report, sorting])
}

/** How dark a number's cell is, from 0 to 1: by its column, or over all columns that the report is spread over. */
function useShades(report: WideReport, first: number, last: number): (at: number, cell: number) => number {
  return useMemo(() => {
    const most = new Map<number, number>()
    let mostSpread = 0
    for (let at = first; at <= last; at++) {
      let here = 0
      for (let row = 0; row < report.table.rows.length; row++) {
        // All codes added up would leave no shade to any of them.
        if (report.table.rows[row]?.stands.kind === 'every-code') continue
        const cell = report.cellAt(row, at)
        if (typeof cell === 'number') here = Math.max(here, Math.abs(cell))
      }
      most.set(at, here)
      if (report.columnAt(at)?.stands) mostSpread = Math.max(mostSpread, here)
    }
    return (at, cell) => {
      const of = report.columnAt(at)?.stands ? mostSpread : (most.get(at) ?? 0)
      return of === 0 ? 0 : Math.abs(cell) / of
    }
  }, [report, first, last])
}

export const codeColours = (codes: Codes) => (code: CodeId) => codes.byId.get(code)?.colour
