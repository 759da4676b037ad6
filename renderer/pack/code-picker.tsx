/** Finds a code by key or name while one types, and puts it with Enter. */
import { useState } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import { CodeMeaning, CodeTitle } from '../review-card/code-in-full.tsx'
import { Icon } from '../parts/icon.tsx'
import type { Session } from './session.ts'
import { usePackWords } from './words.ts'

export function CodePicker({
  session,
  taken,
  pick,
  close,
}: {
  readonly session: Session
  readonly taken: readonly CodeId[]
  readonly pick: (code: CodeId) => void
  readonly close: () => void
}) {
  const words = usePackWords()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const found = session.finder.find(typed)
  const current = found[at] ?? found[0]

  const leave = (from: HTMLElement) => {
    const card = from.closest('main')
    close()
    card?.focus({ preventScroll: true })
  }
  return (
    <div className="pack-picker" ref={toSight}>
      <div className="search-box">
        <Icon name="search" />
        <input
          className="search-input"
          value={typed}
          autoFocus
          role="combobox"
          aria-label={words.findCode}
          aria-expanded="true"
          aria-controls="codes-found"
          aria-activedescendant={current ? `found-${current.id}` : undefined}
          placeholder={words.findCode}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onBlur={(event) => {
            if (!event.currentTarget.closest('.pack-picker')?.contains(event.relatedTarget)) close()
          }}
          onKeyDown={(event) => {
            const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            if (by !== 0) setAt(Math.min(found.length - 1, Math.max(0, at + by)))
            else if (event.key === 'Escape') leave(event.currentTarget)
            else if (event.key === 'Enter' && current) {
              pick(current.id)
              leave(event.currentTarget)
            } else return
            event.preventDefault()
          }}
        />
      </div>
      <ul id="codes-found" role="listbox" aria-label={words.findCode}>
        {found.map((code) => (
          <li
            key={code.id}
            id={`found-${code.id}`}
            role="option"
            ref={code === current ? toSight : undefined}
            aria-selected={code === current}
            className="pack-found"
            onMouseDown={(event) => {
              event.preventDefault() // the field keeps the focus until the code is put
              pick(code.id)
              leave(event.currentTarget)
            }}
          >
            <span className="pack-found-tick">{taken.includes(code.id) && <Icon name="check" />}</span>
            <CodeTitle code={code} family={(code.parent && session.codes.get(code.parent)?.name) ?? ''} />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">{words.noSuchCode}</p>}
      {current && (
        <div className="pack-found-meaning">
          <CodeMeaning code={current} words={words} />
        </div>
      )}
      <p className="field-hint">{words.findCodeHint}</p>
    </div>
  )
}

const toSight = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'nearest' })
