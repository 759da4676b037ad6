/**
 * The one list: documents, codes, hits, quotations, acts. Draws only what is in sight, so that ten
 * thousand rows scroll like ten. The list has the focus; its rows are walked with the keyboard.
 *
 * ↑ ↓ Home End PageUp PageDown walk, Enter opens, Space or Ctrl+Space picks, with Shift up to there, Ctrl+A all; letters
 * jump to a name, Shift+F10 shows the acts of a row. Rows of a tree say their level and whether they are open; ← and → fold them. `picked` marks what is chosen or on screen.
 */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'

export interface TreeRow {
  /** From 1. */
  readonly level: number
  /** Null: nothing below it. */
  readonly isOpen: boolean | null
  /** Its place among its siblings, from 1, and how many they are. */
  readonly at?: number
  readonly of?: number
}

export interface ListProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly render: (row: Row, isCurrent: boolean) => ReactNode
  /** Pixels; a guess where rows differ, since each is measured. */
  readonly rowHeight: number
  readonly picked?: ReadonlySet<string>
  /** The row that the keyboard is on; moves there when it changes from outside. */
  readonly current?: string | null
  /** `isRange`: Shift is held, the rows up to here are picked next. */
  readonly onCurrent?: (row: Row, isRange: boolean) => void
  readonly onOpen?: (row: Row) => void
  /** Alt+click, Ctrl+Enter, Alt+Enter. */
  readonly onOpenBeside?: (row: Row) => void
  readonly onPick?: (row: Row, how: 'toggle' | 'range') => void
  readonly onPickAll?: () => void
  /** What a letter typed looks for. */
  readonly nameOf?: (row: Row) => string
  readonly tree?: (row: Row) => TreeRow
  readonly onFold?: (row: Row, isOpen: boolean) => void
  /** Rows that are only headings are passed over. */
  readonly isHeading?: (row: Row) => boolean
  /** Keys that the list does not know; true: handled. */
  readonly onKey?: (event: KeyboardEvent, row: Row | undefined) => boolean
  readonly onScrollTo?: (first: number, last: number) => void
  /** Where the row that the keyboard is on goes away, the one that took its place has it. */
  readonly keepsPlace?: boolean
  readonly className?: string
}

const none: ReadonlySet<string> = new Set()

export function List<Row>(props: ListProps<Row>) {
  const { rows, keyOf, render, rowHeight, picked = none, isHeading, tree, onScrollTo } = props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const isPressed = useRef(false)
  const [walked, setWalked] = useState<string | null>(null)
  const [typed, setTyped] = useState({ text: '', at: 0 })
  const currentKey = walked ?? props.current ?? null
  const found = currentKey === null ? -1 : rows.findIndex((row) => keyOf(row) === currentKey)
  const current = found
  const lastAt = useRef(-1)
  const wanted = props.current ?? null
  const wished = useRef(wanted)
  /** The row under the keyboard only holds the place of the one that is wished for and not here yet. */
  const standsIn = useRef(false)
  useEffect(() => {
    if (found >= 0) lastAt.current = found
    // One that is wished for from outside may still come.
    else if (rows.length > 0 && (currentKey === null || wished.current === wanted)) {
      const isHeld = document.activeElement === box.current && !isPressed.current
      if (props.keepsPlace && currentKey !== null && lastAt.current >= 0) walkTo(lastAt.current, 1)
      // A key means a row while the list has the focus: the first where rows come late, else what took the place
      // of the one that has gone.
      else if (isHeld) walkTo(Math.max(0, lastAt.current), 1)
    }
    // Only a row that goes away, or comes first, moves the keyboard to another.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [found, rows])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (at) => (rows[at] === undefined ? at : keyOf(rows[at])),
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onScrollTo?.(first, last), [onScrollTo, first, last])
  useEffect(() => {
    // The list may have been walked already when its first effect runs: that is not to be forgotten.
    if (wished.current !== wanted) setWalked(null)
    wished.current = wanted
    const at = wanted === null ? -1 : rows.findIndex((row) => keyOf(row) === wanted)
    if (at >= 0 && !isWithin(virtual, at)) virtual.scrollToIndex(at, { align: 'auto' })
    // Only a wish from outside moves the list; new rows must not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted])

  // What was just made comes into the list after the dialog that made it gave the keyboard back.
  useEffect(() => {
    if (!standsIn.current || wanted === null) return
    const at = rows.findIndex((row) => keyOf(row) === wanted)
    if (at < 0) return
    standsIn.current = false
    setWalked(null)
    virtual.scrollToIndex(at, { align: 'auto' })
  }, [rows, wanted, keyOf, virtual])

  function walkTo(at: number, step: 1 | -1, isRange = false): void {
    standsIn.current = false
    let next = Math.min(rows.length - 1, Math.max(0, at))
    while (rows[next] !== undefined && isHeading?.(rows[next] as Row)) next += step
    const row = rows[next]
    if (row === undefined) return
    setWalked(keyOf(row))
    virtual.scrollToIndex(next, { align: 'auto' })
    props.onCurrent?.(row, isRange)
    if (isRange) props.onPick?.(row, 'range')
  }

  function jumpTo(letter: string, now: number): boolean {
    if (!props.nameOf) return false
    const text = (now - typed.at < 900 ? typed.text : '') + letter.toLowerCase()
    setTyped({ text, at: now })
    const from = text.length === 1 ? current + 1 : Math.max(0, current)
    for (let step = 0; step < rows.length; step++) {
      const at = (from + step) % rows.length
      const row = rows[at]
      if (row !== undefined && !isHeading?.(row) && props.nameOf(row).toLowerCase().startsWith(text)) {
        walkTo(at, 1)
        return true
      }
    }
    return true
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return
    const row = rows[current]
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      if (openMenuOf(box.current?.querySelector('.is-current'))) event.preventDefault()
      return
    }
    if (props.onKey?.(event, row)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (!handle(event, row)) return
    event.preventDefault()
    event.stopPropagation()
  }

  function handle(event: KeyboardEvent, row: Row | undefined): boolean {
    if (props.onPickAll && (event.ctrlKey || event.metaKey) && event.code === 'KeyA') {
      props.onPickAll()
      return true
    }
    if (event.ctrlKey || event.metaKey || event.altKey) {
      // As in the lists where Space alone does something else: one habit for all.
      if (event.key === ' ' && !event.altKey && row !== undefined && props.onPick) {
        props.onPick(row, event.shiftKey ? 'range' : 'toggle')
        return true
      }
      if (event.key !== 'Enter' || row === undefined || !props.onOpenBeside) return false
      props.onOpenBeside(row)
      return true
    }
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 300) / rowHeight) - 1)
    const folds = row !== undefined && tree ? tree(row) : null
    switch (event.key) {
      case 'ArrowDown':
        walkTo(current + 1, 1, event.shiftKey)
        return true
      case 'ArrowUp':
        walkTo(current < 0 ? 0 : current - 1, -1, event.shiftKey)
        return true
      case 'Home':
        walkTo(0, 1)
        return true
      case 'End':
        walkTo(rows.length - 1, -1)
        return true
      case 'PageDown':
        walkTo(current + page, 1)
        return true
      case 'PageUp':
        walkTo(current - page, -1)
        return true
      case 'Enter':
        if (row === undefined || !props.onOpen) return false
        props.onOpen(row)
        return true
      case ' ':
        if (row === undefined || !props.onPick) return false
        props.onPick(row, event.shiftKey ? 'range' : 'toggle')
        return true
      case 'ArrowRight':
        if (row === undefined || !folds || folds.isOpen === null) return false
        if (folds.isOpen) walkTo(current + 1, 1)
        else props.onFold?.(row, true)
        return true
      case 'ArrowLeft': {
        if (row === undefined || !folds) return false
        if (folds.isOpen) {
          props.onFold?.(row, false)
          return true
        }
        const parent = rows.findLastIndex((each, at) => at < current && tree!(each).level < folds.level)
        if (parent >= 0) walkTo(parent, -1)
        return true
      }
      default:
        return /^[\p{L}\p{N}]$/u.test(event.key) && jumpTo(event.key, event.timeStamp)
    }
  }

  function onClick(event: MouseEvent, row: Row): void {
    if ((event.target as Element).closest('button, input, select, textarea')) return
    setWalked(keyOf(row))
    props.onCurrent?.(row, event.shiftKey)
    if (props.onPick && (event.ctrlKey || event.metaKey)) props.onPick(row, 'toggle')
    else if (props.onPick && event.shiftKey) props.onPick(row, 'range')
    else if (props.onOpenBeside && event.altKey) props.onOpenBeside(row)
    else props.onOpen?.(row)
  }

  return (
    <div
      ref={box}
      role={tree ? 'treegrid' : 'grid'}
      aria-label={props.label}
      aria-rowcount={rows.length}
      aria-multiselectable={props.onPick ? true : undefined}
      tabIndex={0}
      className={`list ${props.className ?? ''}`}
      aria-activedescendant={items.some(({ index }) => index === current) ? `${id}${currentKey}` : undefined}
      onKeyDown={onKeyDown}
      onPointerDown={() => {
        isPressed.current = true
      }}
      onPointerUp={() => {
        isPressed.current = false
      }}
      onBlur={() => {
        isPressed.current = false
      }}
      onFocus={(event) => {
        // A press comes to its own row; going to the first would scroll that away from under the pointer.
        if (event.target !== event.currentTarget || current >= 0 || isPressed.current) return
        walkTo(0, 1)
        standsIn.current = true
      }}
    >
      <div className="list-room" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          const key = keyOf(row)
          const isCurrent = item.index === current
          const isHead = isHeading?.(row) ?? false
          const folds = tree?.(row)
          return (
            <div
              key={key}
              id={id + key}
              role="row"
              aria-rowindex={item.index + 1}
              {...(isHead ? {} : { 'aria-selected': picked.has(key) })}
              {...(folds ? { 'aria-level': folds.level, 'aria-posinset': folds.at, 'aria-setsize': folds.of } : {})}
              {...(folds && folds.isOpen !== null ? { 'aria-expanded': folds.isOpen } : {})}
              className={`list-row${isHead ? '' : ' list-row-live'}${isCurrent ? ' is-current' : ''}${picked.has(key) ? ' is-picked' : ''}`}
              data-index={item.index}
              ref={virtual.measureElement}
              style={{ transform: `translateY(${item.start}px)` }}
              {...(isHead
                ? {}
                : {
                    onClick: (event: MouseEvent) => onClick(event, row),
                    onContextMenu: (event: MouseEvent) => {
                      if (openMenuOf(event.currentTarget)) event.preventDefault()
                    },
                  })}
            >
              <div role={isHead ? 'rowheader' : 'gridcell'}>{render(row, isCurrent)}</div>
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** True where the row is in sight whole, from what is known without laying anything out. */
function isWithin(
  { measurementsCache, scrollOffset, scrollRect }: Virtualizer<HTMLDivElement, Element>,
  at: number,
): boolean {
  const row = measurementsCache[at]
  if (row === undefined || scrollOffset === null || scrollRect === null) return false
  return row.start >= scrollOffset && row.end <= scrollOffset + scrollRect.height
}

/** Presses the button behind which a row keeps its acts. */
function openMenuOf(row: Element | null | undefined): boolean {
  const button = row?.querySelector<HTMLElement>('button[aria-haspopup]')
  button?.click()
  return button !== null && button !== undefined
}
