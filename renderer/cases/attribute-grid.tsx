/**
 * The table, edited like a spreadsheet: arrows, Tab, Home, End and Page walk, with Shift they choose a
 * block; typing replaces, F2 or Enter edits, Esc takes back; Delete empties, Ctrl+C, Ctrl+X and Ctrl+V
 * take blocks, Ctrl+D fills down. Only the cells in sight are drawn; the names of rows and columns stay.
 *
 * The table has the focus; the cell that the keyboard is on is its active descendant.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useId,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { isPressed } from '../keys.ts'
import { useWords } from '../words.ts'
import { CellEditor, type Leave } from './cell-editor.tsx'
import { meant, shown, type TableColumn } from './columns.ts'
import {
  at,
  blockOf,
  cellsIn,
  filledDown,
  isIn,
  moved,
  next,
  pasted,
  within,
  type Chosen,
  type Filling,
} from './selection.ts'
import { readBlock } from './tsv.ts'
import { blockBehind } from './use-copy-cells.ts'

export interface GridRow {
  readonly owner: string
  readonly name: string
  readonly title: string
  /** A value a column. */
  readonly values: readonly string[]
}

const rowHeight = 30
const nameWidth = 190

export function AttributeGrid({
  label,
  corner,
  columns,
  rows,
  onFill,
  onCopyCells,
  onOpen,
  renderHead,
  renderMenu,
  renderFilter,
}: {
  readonly label: string
  readonly corner: ReactNode
  readonly columns: readonly TableColumn[]
  readonly rows: readonly GridRow[]
  /** `outside`: values pasted beyond the table. */
  readonly onFill: (fillings: readonly Filling[], outside: number) => void
  /** Answers whether they were copied. */
  readonly onCopyCells: (
    owners: readonly string[],
    columns: readonly TableColumn[],
    values: readonly (readonly string[])[],
  ) => Promise<boolean>
  readonly onOpen: (row: GridRow) => void
  readonly renderHead: (column: TableColumn, index: number) => ReactNode
  readonly renderMenu: (row: GridRow) => ReactNode
  /** A second line of the head: filters. */
  readonly renderFilter: ((column: TableColumn, index: number) => ReactNode) | null
}) {
  const words = useWords()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const size = { rows: rows.length, columns: columns.length }
  const [wished, setChosen] = useState<Chosen>(at(0, 0))
  const chosen = useMemo(
    () => within(wished, { rows: rows.length, columns: columns.length }),
    [wished, rows.length, columns.length],
  )
  const [editing, setEditing] = useState<{ readonly typed: string | null } | null>(null)
  const [letsGo, setLetsGo] = useState(false)
  const drag = useRef(false)
  const block = blockOf(chosen)
  const headHeight = renderFilter ? 62 : 32
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: headHeight,
    paddingStart: headHeight,
  })
  const along = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => columns[index]?.width ?? 120,
    overscan: 3,
    paddingStart: nameWidth,
    scrollPaddingStart: nameWidth,
    getItemKey: (index) => columns[index]?.id ?? index,
  })
  const inSight = along.getVirtualItems()

  function choose(to: Chosen): void {
    setChosen(to)
    setLetsGo(false)
    down.scrollToIndex(to.head.row, { align: 'auto' })
    along.scrollToIndex(to.head.column, { align: 'auto' })
  }
  /** The table keeps the focus whatever is pressed in it. */
  function take(event: PointerEvent): void {
    event.preventDefault()
    box.current?.focus({ preventScroll: true })
  }
  function back(): void {
    setEditing(null)
    box.current?.focus({ preventScroll: true })
  }
  function commit(value: string, leave: Leave): void {
    const { row, column } = chosen.head
    if (value !== rows[row]?.values[column]) onFill([{ row, column, value }], 0)
    back()
    const { rows: height } = size
    if (leave === 'down') choose(at(Math.min(height - 1, row + 1), column))
    else if (leave === 'up') choose(at(Math.max(0, row - 1), column))
    else if (leave !== 'stay') choose(next(chosen, leave === 'back', size) ?? chosen)
  }
  const valueAt = (row: number, column: number) => rows[row]?.values[column] ?? ''
  const filled = (value: string): readonly Filling[] =>
    Array.from({ length: cellsIn(block) }, (_, place) => ({
      row: block.top + Math.floor(place / (block.right - block.left + 1)),
      column: block.left + (place % (block.right - block.left + 1)),
      value,
    }))

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget || rows.length === 0) return
    const { key, shiftKey: shift, altKey, nativeEvent } = event
    const mod = event.ctrlKey || event.metaKey
    const to = altKey ? null : moved(chosen, { key, shift, mod }, size, pageOf(box.current))
    if (to) choose(to)
    else if (key === 'Tab' && !mod && !altKey) {
      const after = letsGo ? null : next(chosen, shift, size)
      if (!after) return
      choose(after)
    } else if (key === 'Escape') {
      if (cellsIn(block) > 1) choose(at(chosen.head.row, chosen.head.column))
      setLetsGo(true)
    } else if (isPressed('mod+D', nativeEvent)) onFill(filledDown(block, valueAt), 0)
    else if (isPressed('mod+A', nativeEvent))
      setChosen({ anchor: { row: 0, column: 0 }, head: { row: size.rows - 1, column: size.columns - 1 } })
    else if (key === 'Delete' || key === 'Backspace') onFill(filled(''), 0)
    else if (key === 'F2' || (key === 'Enter' && !mod && !altKey)) setEditing({ typed: null })
    else if (key === 'Enter' && mod) {
      const row = rows[chosen.head.row]
      if (row) onOpen(row)
    } else if (key === 'ContextMenu' || (key === 'F10' && shift))
      box.current?.querySelector<HTMLElement>('.grid-row.is-current .icon-button')?.click()
    else if (key.length === 1 && !mod && !altKey) setEditing({ typed: key })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  function onCopy(event: ClipboardEvent, isCut = false): void {
    if (event.target !== event.currentTarget || rows.length === 0) return
    event.preventDefault()
    const copied = rows.slice(block.top, block.bottom + 1)
    const emptied = filled('')
    void onCopyCells(
      copied.map(({ owner }) => owner),
      columns.slice(block.left, block.right + 1),
      copied.map(({ values }) => values.slice(block.left, block.right + 1)),
    ).then((isDone) => {
      if (isDone && isCut) onFill(emptied, 0)
    })
  }
  function onPaste(event: ClipboardEvent): void {
    if (event.target !== event.currentTarget || rows.length === 0) return
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    const { fillings, outside } = pasted(blockBehind(text) ?? readBlock(text), block, size)
    const read = fillings.map((each) => {
      const column = columns[each.column]
      return column ? { ...each, value: meant(column, each.value) } : each
    })
    onFill(read, outside)
    const last = fillings.at(-1)
    if (last)
      setChosen({ anchor: { row: block.top, column: block.left }, head: { row: last.row, column: last.column } })
  }
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`

  return (
    <div
      className="attribute-grid"
      data-own-copy=""
      ref={box}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      tabIndex={0}
      {...(rows.length > 0 ? { 'aria-activedescendant': cellId(chosen.head.row, chosen.head.column) } : {})}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onCut={(event) => onCopy(event, true)}
      onPaste={onPaste}
      onPointerUp={() => (drag.current = false)}
    >
      <div className="grid-inner" style={{ height: down.getTotalSize(), width: along.getTotalSize() }}>
        <div className="grid-head" role="row" aria-rowindex={1} style={{ height: headHeight }}>
          <div className="grid-name grid-corner" role="columnheader" aria-colindex={1} style={{ width: nameWidth }}>
            {corner}
          </div>
          {inSight.map(({ index, start, size: width }) => {
            const column = columns[index]
            return (
              column && (
                <div
                  key={column.id}
                  className="grid-column"
                  role="columnheader"
                  aria-colindex={index + 2}
                  style={{ left: start, width }}
                >
                  {renderHead(column, index)}
                  {renderFilter?.(column, index)}
                </div>
              )
            )
          })}
        </div>
        {down.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          const isCurrent = item.index === chosen.head.row
          return (
            <div
              key={row.owner}
              role="row"
              aria-rowindex={item.index + 2}
              className={`grid-row${isCurrent ? ' is-current' : ''}`}
              style={{ top: item.start, height: rowHeight }}
            >
              <div
                className="grid-name"
                role="rowheader"
                tabIndex={-1}
                aria-colindex={1}
                onPointerDown={(event) => {
                  if (event.button !== 0 || (event.target as Element).closest('button')) return
                  take(event)
                  const { anchor } = event.shiftKey ? chosen : at(item.index, 0)
                  setChosen({
                    anchor: { row: anchor.row, column: 0 },
                    head: { row: item.index, column: size.columns - 1 },
                  })
                }}
                style={{ width: nameWidth }}
                title={row.title}
                onDoubleClick={() => onOpen(row)}
              >
                <span className="cut tabular">{row.name}</span>
                <span className="grow cut quiet">{row.title}</span>
                {renderMenu(row)}
              </div>
              {inSight.map(({ index, start, size: width }) => {
                const column = columns[index]
                if (!column) return null
                const spot = { row: item.index, column: index }
                const isHead = isCurrent && index === chosen.head.column
                const isChosen = isIn(block, spot)
                const value = row.values[index] ?? ''
                return (
                  <div
                    key={column.id}
                    id={cellId(spot.row, spot.column)}
                    role="gridcell"
                    tabIndex={-1}
                    aria-colindex={index + 2}
                    aria-selected={isChosen}
                    className={`grid-cell grid-${column.type}${isChosen ? ' is-chosen' : ''}${isHead ? ' is-head' : ''}`}
                    style={{ left: start, width }}
                    onPointerDown={(event) => {
                      if (event.button !== 0 || (isHead && editing)) return
                      take(event)
                      drag.current = true
                      setChosen(event.shiftKey ? { anchor: chosen.anchor, head: spot } : at(spot.row, spot.column))
                    }}
                    onPointerEnter={(event) => {
                      if (drag.current && event.buttons === 1) setChosen({ anchor: chosen.anchor, head: spot })
                    }}
                    onDoubleClick={() => setEditing({ typed: null })}
                  >
                    {isHead && editing ? (
                      <CellEditor
                        column={column}
                        label={`${row.name}, ${column.name}`}
                        value={value}
                        typed={editing.typed}
                        onCommit={commit}
                        onCancel={back}
                      />
                    ) : (
                      <span className="cut" title={value.length > 18 ? value : undefined}>
                        {shown(column, value, words)}
                      </span>
                    )}
                  </div>
                )
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const pageOf = (box: HTMLElement | null) => Math.max(1, Math.floor((box?.clientHeight ?? 300) / rowHeight) - 2)
