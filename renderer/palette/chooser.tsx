/** A field and what fits what is typed in it: ↑ ↓ walk, Enter chooses, Escape leaves. */
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Dialog } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import './palette.css'

/** Rows drawn: more than anyone walks through. */
const most = 60

const never = () => false
const isBeside = (event: { ctrlKey: boolean; altKey: boolean; metaKey: boolean }) =>
  event.ctrlKey || event.altKey || event.metaKey

export function Chooser<Row>({
  title,
  placeholder,
  query,
  onQuery,
  rows,
  keyOf,
  render,
  nothing,
  fault = null,
  isDisabled = never,
  onChoose,
  onChooseBeside = onChoose,
  onClose,
}: {
  readonly title: string
  readonly placeholder: string
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly render: (row: Row) => ReactNode
  readonly nothing: string
  readonly fault?: string | null
  readonly isDisabled?: (row: Row) => boolean
  readonly onChoose: (row: Row) => void
  /** With Ctrl, Alt or ⌘ held. */
  readonly onChooseBeside?: (row: Row) => void
  readonly onClose: () => void
}) {
  const id = useId()
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const shown = rows.slice(0, most)
  const current = Math.min(at, shown.length - 1)
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <Dialog title={title} onClose={onClose} size="top">
      <div className="palette-field">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={title}
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={current >= 0 ? `${id}${current}` : undefined}
          autoFocus
          spellCheck={false}
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            onQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            const row = shown[current]
            if (event.key === 'ArrowDown') setAt(Math.min(shown.length - 1, current + 1))
            else if (event.key === 'ArrowUp') setAt(Math.max(0, current - 1))
            else if (event.key === 'Enter' && row !== undefined) (isBeside(event) ? onChooseBeside : onChoose)(row)
            else return
            event.preventDefault()
          }}
        />
      </div>
      <FaultLine words={fault} />
      <ul className="palette-list" role="listbox" id={id} ref={list} aria-label={title}>
        {shown.map((row, index) => (
          <li
            key={keyOf(row)}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === current}
            aria-disabled={isDisabled(row)}
            className={`${index === current ? 'is-current' : ''}${isDisabled(row) ? ' is-disabled' : ''}`}
            onMouseMove={() => setAt(index)}
            onClick={(event) => (isBeside(event) ? onChooseBeside : onChoose)(row)}
          >
            {render(row)}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="quiet palette-nothing">{nothing}</p>}
    </Dialog>
  )
}
