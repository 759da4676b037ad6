/** A cell being written: a line, with its list below it where the column has one. */
import { useEffect, useId, useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { foldValue } from '../../schema/attribute-values.ts'
import { useWords } from '../words.ts'
import { meant, shown, type TableColumn } from './columns.ts'

export type Leave = 'stay' | 'down' | 'up' | 'next' | 'back'

export function CellEditor({
  column,
  label,
  value,
  typed,
  onCommit,
  onCancel,
}: {
  readonly column: TableColumn
  readonly label: string
  readonly value: string
  /** What began it and replaces the value; null: the value itself is edited. */
  readonly typed: string | null
  readonly onCommit: (value: string, leave: Leave) => void
  readonly onCancel: () => void
}) {
  const words = useWords()
  const list = useId()
  const field = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  const before = shown(column, value, words)
  const [text, setText] = useState(typed ?? before)
  const [picked, setPicked] = useState(-1)
  const wanted = foldValue(text)
  const isUntouched = text === before
  const options = (column.options ?? []).filter(({ label: each }) => isUntouched || foldValue(each).includes(wanted))
  // The list stands over the table's borders, below the cell or, near the lower edge, above it.
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' })
  useLayoutEffect(() => {
    const box = field.current?.getBoundingClientRect()
    if (!box) return
    const isLow = box.bottom + 240 > innerHeight
    setPlace({
      left: box.left,
      minWidth: box.width,
      ...(isLow ? { bottom: innerHeight - box.top + 2 } : { top: box.bottom + 2 }),
    })
  }, [])
  useEffect(() => {
    field.current?.focus()
    if (typed === null) field.current?.select()
  }, [typed])

  function commit(leave: Leave, chosen?: string): void {
    if (isOver.current) return
    isOver.current = true
    const option = chosen ?? options[picked]?.value
    // Typed far enough to mean one of the list: that one is taken.
    const only = !isUntouched && wanted !== '' && options.length === 1 ? options[0]?.value : undefined
    onCommit(option ?? only ?? meant(column, text), leave)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const leaves: Readonly<Record<string, Leave>> = {
      Enter: event.shiftKey ? 'up' : 'down',
      Tab: event.shiftKey ? 'back' : 'next',
      F2: 'stay',
    }
    const leave = leaves[event.key]
    if (leave) commit(leave)
    else if (event.key === 'Escape') {
      isOver.current = true
      onCancel()
    } else if (column.options && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      setPicked((now) => (event.key === 'ArrowDown' ? Math.min(options.length - 1, now + 1) : Math.max(-1, now - 1)))
    else return
    event.preventDefault()
  }
  return (
    <div className="cell-editor">
      <input
        ref={field}
        aria-label={label}
        value={text}
        spellCheck={false}
        autoComplete="off"
        inputMode={column.type === 'number' ? 'decimal' : 'text'}
        onChange={(event) => {
          setText(event.target.value)
          setPicked(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => commit('stay')}
        {...(column.options
          ? {
              role: 'combobox',
              'aria-expanded': true,
              'aria-controls': list,
              'aria-autocomplete': 'list' as const,
              ...(picked >= 0 ? { 'aria-activedescendant': `${list}-${picked}` } : {}),
            }
          : {})}
      />
      {column.options && (
        <div className="floating cell-options" style={place} role="listbox" id={list} aria-label={label}>
          {options.map((option, index) => (
            <div
              key={option.value}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === picked}
              className={`menu-item${index === picked ? ' is-picked' : ''}`}
              // Before the line loses the focus.
              onPointerDown={(event) => {
                event.preventDefault()
                commit('stay', option.value)
              }}
            >
              {option.label}
            </div>
          ))}
          {options.length === 0 && <div className="menu-item quiet">{words.cases.noMatch}</div>}
        </div>
      )}
    </div>
  )
}
