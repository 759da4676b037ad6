/** A table of thousands of rows, drawn where one looks: a head, then cells under it. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'

export function Rows<Row>({
  label,
  kind,
  columns,
  rows,
  renderRow,
  none,
}: {
  readonly label: string
  /** Which grid its columns stand in. */
  readonly kind: 'documents' | 'codes' | 'clashes' | 'losses'
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** The `Cell`s of a row, in the order of the columns. */
  readonly renderRow: (row: Row) => ReactNode
  readonly none: string
}) {
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 40,
    overscan: 8,
  })
  if (rows.length === 0) return <p className="union-none quiet">{none}</p>
  return (
    <div className="union-table" role="table" aria-label={label} aria-rowcount={rows.length + 1} ref={box} tabIndex={0}>
      <div className={`union-row union-head union-${kind}`} role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {column}
          </span>
        ))}
      </div>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="rowgroup">
        {virtual.getVirtualItems().map((at) => {
          const row = rows[at.index]
          if (row === undefined) return null
          return (
            <div
              key={at.key}
              role="row"
              aria-rowindex={at.index + 2}
              className={`union-row union-${kind}`}
              style={{ transform: `translateY(${at.start}px)`, position: 'absolute', left: 0, right: 0 }}
              data-index={at.index}
              ref={virtual.measureElement}
            >
              {renderRow(row)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

export function Cell({
  children,
  className,
  title,
}: {
  readonly children?: ReactNode
  readonly className?: string
  readonly title?: string
}) {
  return (
    <span role="cell" className={className} title={title}>
      {children}
    </span>
  )
}
