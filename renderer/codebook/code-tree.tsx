/** The tree itself: walked, picked, folded, renamed and moved by keyboard, or by the pointer. */
import { useEffect, useRef, useState } from 'react'
import type { Code, CodeCount } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import { actsOf, perform, type KeyAct } from '../keys.ts'
import { List } from '../parts/list.tsx'
import type { Act } from '../parts/menu.tsx'
import { selectionInReader } from '../reader/reader-access.ts'
import { compareWith, readCode } from '../reading/read-code.ts'
import { useWords } from '../words.ts'
import type { Asked } from './asked.tsx'
import { CodeRow, type Rewording } from './code-row.tsx'
import { DefinitionCard } from './definition-card.tsx'
import { DragOverlay } from './drag-overlay.tsx'
import type { Mark } from './find-code.ts'
import type { TreeRow } from './tree-rows.ts'
import { useCodeDrag } from './use-code-drag.tsx'
import type { Codes } from './use-codebook.ts'
import type { useMoving } from './use-moving.ts'
import type { Picks } from './use-picks.ts'

export interface Edited {
  readonly code: CodeId
  readonly field: keyof Rewording
}

/** Milliseconds that the pointer or the keyboard rests on a row before its definition is shown. */
const rest = 900
const noMarks: readonly Mark[] = []

export function CodeTree({
  codes,
  rows,
  counts,
  marks,
  picks,
  edited,
  moving,
  isFiltered,
  actsOn,
  isDefined,
  onDefined,
  onFold,
  onEdit,
  onReword,
  onAsk,
  onApply,
  onDropOnText,
}: {
  readonly codes: Codes
  readonly rows: readonly TreeRow[]
  readonly counts: ReadonlyMap<CodeId, CodeCount>
  readonly marks: ReadonlyMap<CodeId, readonly Mark[]>
  readonly picks: Picks
  readonly edited: Edited | null
  readonly moving: ReturnType<typeof useMoving>
  readonly isFiltered: boolean
  readonly actsOn: (code: Code) => readonly Act[]
  /** The definition of the code in focus was asked for. */
  readonly isDefined: boolean
  readonly onDefined: (isDefined: boolean) => void
  readonly onFold: (code: CodeId, isOpen: boolean) => void
  readonly onEdit: (edited: Edited) => void
  readonly onReword: (code: CodeId, fields: Rewording | null) => Promise<boolean>
  readonly onAsk: (asked: Asked) => void
  readonly onApply: (code: Code) => void
  readonly onDropOnText: (code: Code, x: number, y: number) => void
}) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [resting, setResting] = useState<CodeId | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const restOn = (code: CodeId | null) => {
    clearTimeout(timer.current)
    setResting(null)
    onDefined(false)
    if (code) timer.current = setTimeout(() => setResting(code), rest)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const { dragging, onPointerDown } = useCodeDrag(box, {
    codes,
    rows,
    canOrder: moving.canOrder,
    around: picks.around,
    unfold: (code) => onFold(code, true),
    onDrop: (ids, place) => void moving.drop(ids, place),
    onDocument: onDropOnText,
  })
  const shown = dragging || edited ? null : (resting ?? (isDefined ? picks.focused : null))
  const shownCode = shown ? codes.byId.get(shown) : undefined

  const theseOf = (code: Code) => codes.all.filter(({ id }) => picks.around(code.id).has(id))
  const does: { readonly [Name in KeyAct]?: (code: Code) => void } = {
    rename: ({ id }) => onEdit({ code: id, field: 'name' }),
    giveKey: ({ id }) => onEdit({ code: id, field: 'shortcut' }),
    remove: (code) => onAsk({ kind: 'delete', these: theseOf(code) }),
    codeUp: (code) => void moving.step(theseOf(code), 'up'),
    codeDown: (code) => void moving.step(theseOf(code), 'down'),
    codeIn: (code) => void moving.step(theseOf(code), 'in'),
    codeOut: (code) => void moving.step(theseOf(code), 'out'),
    moveCode: (code) => onAsk({ kind: 'move', these: theseOf(code) }),
    mergeCode: (code) => onAsk({ kind: 'merge', these: theseOf(code) }),
    splitCode: (code) => onAsk({ kind: 'split', code }),
    readCode: (code) => {
      if (code.codable) readCode(code.id)
    },
    compareCodes: (code) => {
      const [one, two, ...more] = theseOf(code).filter(({ codable }) => codable)
      if (one && two && more.length === 0) readCode(one.id, two.id)
      else if (code.codable) compareWith(code.id, codes)
    },
    addCodeBelow: (code) => onAsk({ kind: 'new', parent: code }),
    writeMemo: ({ id }) => {
      picks.open(id)
      perform('writeMemo')
    },
    showDefinition: (code) => {
      clearTimeout(timer.current)
      setResting(shown === code.id ? null : code.id)
      moving.say(shown === code.id ? '' : code.definition || words.codebook.notDefined)
    },
  }

  return (
    <div
      className={`code-tree${dragging ? ' is-dragging' : ''}`}
      ref={box}
      onPointerDown={(event) => {
        restOn(null)
        onPointerDown(event)
      }}
      onPointerOver={(event) => {
        const index = (event.target as Element).closest('[role=row]')?.getAttribute('data-index')
        const code = index ? rows[Number(index)]?.code.id : undefined
        if (code && code !== resting) restOn(code)
      }}
      onPointerLeave={() => restOn(null)}
      onScrollCapture={() => {
        if (resting) restOn(null)
      }}
      onBlur={() => {
        // Also one that is not shown yet: nothing would take it away again.
        clearTimeout(timer.current)
        if (resting) restOn(null)
      }}
    >
      <List<TreeRow>
        label={words.codebook.title}
        rows={rows}
        keyOf={({ code }) => code.id}
        rowHeight={28}
        tree={(row) => row}
        onFold={({ code }, isOpen) => onFold(code.id, isOpen)}
        nameOf={({ code }) => code.shortcut || code.name}
        current={picks.focused}
        picked={picks.picked}
        onCurrent={(row, isRange) => {
          picks.walk(row, isRange)
          restOn(row.code.id)
        }}
        onOpen={({ code }) => picks.open(code.id)}
        onPick={picks.pick}
        onPickAll={picks.all}
        onKey={(event, row) => {
          if (event.key === 'Escape' && (shown || picks.areMany)) {
            if (shown) restOn(null)
            else picks.none()
            return true
          }
          if (!row) return false
          if (
            event.key === 'Enter' &&
            !event.altKey &&
            !event.shiftKey &&
            selectionInReader.value &&
            row.code.codable
          ) {
            selectionInReader.value.apply(row.code.id)
            return true
          }
          const act = actsOf(event, false).find((name) => does[name])
          if (!act) return false
          restOn(null)
          does[act]?.(row.code)
          return true
        }}
        render={(row) => (
          <CodeRow
            row={row}
            count={counts.get(row.code.id)}
            marks={isFiltered && !row.isContext ? (marks.get(row.code.id) ?? noMarks) : noMarks}
            editing={edited?.code === row.code.id ? edited.field : null}
            actsOn={actsOn}
            onFold={(code, isOpen) => onFold(code.id, isOpen)}
            onCommit={(fields) => onReword(row.code.id, fields)}
            onApply={onApply}
          />
        )}
      />
      {dragging && <DragOverlay dragging={dragging} />}
      {shownCode && (
        <DefinitionCard key={shownCode.id} code={shownCode} codes={codes} count={counts.get(shownCode.id)} box={box} />
      )}
    </div>
  )
}
