/** Codes down, columns across; every count can be clicked for its passages, every column sorts. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState, type ReactElement } from 'react'
import type { CodeId, SourceId } from '../../schema/ids.ts'
import { measures, type CodeFrequency, type Counts, type FrequencyRow, type Measure } from '../../schema/report.ts'
import type { SourceKind } from '../../schema/source.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { useWords } from '../words.ts'

/** Pixels. A thousand documents are a thousand columns: only those in sight are drawn. */
const columnWidth = { total: 104, place: 74 }
const nameWidth = 230

type Key = SourceId | SourceKind | ''

export function FrequencyTable({
  report,
  codes,
  measure,
  isRolledUp,
  chosen,
  chosenColumn,
  onChoose,
}: {
  readonly report: CodeFrequency
  readonly codes: Codes
  readonly measure: Measure
  readonly isRolledUp: boolean
  readonly chosen: CodeId | null
  readonly chosenColumn: Key
  readonly onChoose: (code: CodeId | null, column?: Key) => void
}) {
  const words = useWords()
  // Null: the order of the codebook. Else a column and the way it runs.
  const [sort, setSort] = useState<{ readonly at: number; readonly isUp: boolean } | null>(null)
  const isTotal = report.by === 'total'
  // With one column of places the four counts stand side by side; else one count for every place.
  const columns = isTotal
    ? measures.map((each) => ({
        label: words.reports.measures[each],
        title: words.reports.measureHints[each],
        key: '' as Key,
        value: (row: Counts[]) => row[0]?.[each] ?? 0,
      }))
    : report.columns.map(({ key, label }, at) => ({
        label: key === '' ? words.reports.all : report.by === 'kind' ? words.kinds[key as SourceKind] : label,
        title: label,
        key,
        value: (row: Counts[]) => row[at]?.[measure] ?? 0,
      }))
  const countsOf = (row: FrequencyRow) => [...(isRolledUp ? row.rolledUp : row.own)]
  const rows = useMemo(() => {
    if (!sort) return report.rows
    const value = columns[sort.at]?.value
    if (!value) return report.rows
    return report.rows.toSorted((a, b) => (value(countsOf(a)) - value(countsOf(b))) * (sort.isUp ? 1 : -1))
    // oxlint-disable-next-line react/exhaustive-deps
  }, [report, sort, isRolledUp, measure])
  const most = columns.map((column) => Math.max(1, ...report.rows.map((row) => column.value(countsOf(row)))))
  // A family's rolled-up count would outshine every place, so shades are by column in the total, over all places else.
  const mostOfPlaces = Math.max(1, ...most.slice(1))

  const box = useRef<HTMLDivElement>(null)
  const width = isTotal ? columnWidth.total : columnWidth.place
  const virtual = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => box.current,
    estimateSize: () => width,
    overscan: 4,
    paddingStart: nameWidth,
  })
  const inSight = virtual.getVirtualItems().flatMap(({ index }) => {
    const column = columns[index]
    return column ? [{ ...column, at: index }] : []
  })
  const before = (inSight[0]?.at ?? 0) * width
  const after = Math.max(0, columns.length - 1 - (inSight.at(-1)?.at ?? columns.length - 1)) * width
  const spaced = (cells: readonly ReactElement[]) => (
    <>
      {before > 0 && <td aria-hidden="true" style={{ minWidth: before }} />}
      {cells}
      {after > 0 && <td aria-hidden="true" style={{ minWidth: after }} />}
    </>
  )

  return (
    <div className="frequency" tabIndex={0} role="region" aria-label={words.reports.table} ref={box}>
      <table aria-colcount={columns.length + 1} style={{ '--column': `${width}px` } as React.CSSProperties}>
        <thead>
          <tr>
            <th scope="col" aria-sort={sort ? 'none' : 'other'}>
              <button type="button" onClick={() => setSort(null)} title={words.reports.codebookOrder}>
                {words.reports.code}
              </button>
            </th>
            {spaced(
              inSight.map(({ at, ...column }) => (
                <th
                  key={column.label + column.key}
                  scope="col"
                  aria-colindex={at + 2}
                  title={column.title}
                  aria-sort={sort?.at === at ? (sort.isUp ? 'ascending' : 'descending') : 'none'}
                >
                  <button
                    type="button"
                    aria-label={words.pieces.sortBy(column.label)}
                    onClick={() =>
                      setSort(sort?.at === at ? (sort.isUp ? null : { at, isUp: true }) : { at, isUp: false })
                    }
                  >
                    <span className="cut">{column.label}</span>
                    <span className="sort-sign">{sort?.at === at ? (sort.isUp ? '▲' : '▼') : ''}</span>
                  </button>
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const code = codes.byId.get(row.code)
            if (!code) return null
            return (
              <tr key={row.code} className={row.code === chosen ? 'is-chosen' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    style={
                      { '--code': code.colour, paddingLeft: code.parent && !sort ? 26 : 12 } as React.CSSProperties
                    }
                    className={code.parent ? '' : 'is-family'}
                    onClick={() => onChoose(row.code)}
                  >
                    <span className="code-dot" />
                    <span className="code-key">{code.shortcut}</span>
                    <span className="cut">{code.name}</span>
                  </button>
                </th>
                {spaced(
                  inSight.map(({ at, ...column }) => {
                    const value = column.value(countsOf(row))
                    const share = isTotal || at === 0 ? value / (most[at] ?? 1) : value / mostOfPlaces
                    return (
                      <td key={column.label + column.key} aria-colindex={at + 2}>
                        <button
                          type="button"
                          disabled={value === 0}
                          aria-pressed={row.code === chosen && column.key === chosenColumn && !isTotal}
                          style={{ '--code': code.colour, '--share': share } as React.CSSProperties}
                          onClick={() => onChoose(row.code, column.key)}
                        >
                          {value === 0 ? '·' : words.say.number(value)}
                        </button>
                      </td>
                    )
                  }),
                )}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.reports.together}</th>
            {spaced(
              inSight.map((column) => (
                <td key={column.label + column.key}>{words.say.number(column.value([...report.all]))}</td>
              )),
            )}
          </tr>
        </tfoot>
      </table>
      <p className="report-note quiet">
        {words.reports.note(report.all[0] ?? { codings: 0, sources: 0, speakers: 0, characters: 0 })}
      </p>
    </div>
  )
}
