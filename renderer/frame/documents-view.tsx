/**
 * What there is, what one reads, what one thinks: three panes whose sizes are remembered per archive. Where
 * there is no room for all of them the outer ones are sheets that come over the middle when they are asked for.
 */
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { CodebookPane } from '../codebook/codebook-pane.tsx'
import { Inspector } from '../inspector/inspector.tsx'
import { useKeys } from '../keys.ts'
import { Library } from '../library/library.tsx'
import { beginMemo } from '../memos/drafts.ts'
import { useObservable } from '../observable.ts'
import { Pane, Split } from '../parts/split.tsx'
import { ReaderPane } from '../reader/reader-pane.tsx'
import { useWords } from '../words.ts'
import { giveKeyboard } from './keep-keyboard.ts'
import { address, bringIntoSight, focus, keepSizes, narrow, openSheet, sizesOf, usePanes } from '../workspace.ts'

export function DocumentsView({
  archive,
  hasDocuments,
  onImport,
}: {
  /** Where sizes are remembered. */
  readonly archive: string
  readonly hasDocuments: boolean
  readonly onImport: () => void
}) {
  const words = useWords()
  const shown = usePanes()
  const sheet = useObservable(narrow)
  const left = shown.left && !sheet.left
  const right = shown.right && !sheet.right
  useKeys({
    // On whatever the inspector shows: a passage, a code, else the document.
    writeMemo: () => {
      const { passage, code } = focus.value
      const { source } = address.value
      if (passage) beginMemo({ kind: 'passage', id: passage })
      else if (code) beginMemo({ kind: 'code', id: code })
      else if (source) beginMemo({ kind: 'source', id: source })
      else return
      bringIntoSight('right')
    },
  })
  const arrangement = `documents ${left ? 'L' : ''}${right ? 'R' : ''}`
  const split = (name: string) => ({
    sizes: sizesOf(archive, name),
    onSizes: (sizes: Readonly<Record<string, number>>) => keepSizes(archive, name, sizes),
    resizeLabel: words.pieces.resize,
  })
  const rightPane = (
    <Split direction="column" {...split('right')}>
      <Pane id="codebook" size={55} min={120}>
        <CodebookPane />
      </Pane>
      <Pane id="inspector" size={45} min={120}>
        <Inspector />
      </Pane>
    </Split>
  )
  return (
    <div className="documents-view">
      <Split key={arrangement} direction="row" {...split(arrangement)}>
        {left && (
          <Pane id="left" size={20} min={190}>
            <Library onImport={onImport} />
          </Pane>
        )}
        <Pane id="middle" size={55} min={sheet.right ? 300 : 440}>
          <ReaderPane archive={archive} onImport={onImport} hasDocuments={hasDocuments} />
        </Pane>
        {right && (
          <Pane id="right" size={25} min={230}>
            {rightPane}
          </Pane>
        )}
      </Split>
      {sheet.left && shown.left && (
        <Sheet side="left" label={words.app.leftPane}>
          <Library onImport={onImport} />
        </Sheet>
      )}
      {sheet.right && shown.right && (
        <Sheet side="right" label={words.app.rightPane}>
          {rightPane}
        </Sheet>
      )}
    </div>
  )
}

/** Comes with the keyboard in it; goes with Escape, with the keyboard, a press beside it, or a document opened from it. */
function Sheet({
  side,
  label,
  children,
}: {
  readonly side: 'left' | 'right'
  readonly label: string
  readonly children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  // Before the effects of what stands in it: a memo that was asked for takes the keyboard from here.
  useLayoutEffect(() => {
    const own = box.current
    const before = document.activeElement
    if (own) giveKeyboard(own)
    return () => {
      const { activeElement: now } = document
      const isLost = now === null || now === document.body || own?.contains(now)
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  useEffect(() => (side === 'left' ? address.watch(() => openSheet.set(null)) : undefined), [side])
  return (
    <>
      {/* The same is done by Escape, for those who have no pointer. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="sheet-behind" onClick={() => openSheet.set(null)} />
      <div
        ref={box}
        role="group"
        aria-label={label}
        className={`pane-sheet pane-sheet-${side}`}
        onBlur={({ relatedTarget }) => {
          // What it opens, a list or a question, stands outside of the view.
          const isBeneath = relatedTarget?.closest('.documents-view') && !box.current?.contains(relatedTarget)
          if (isBeneath) openSheet.set(null)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return
          event.preventDefault()
          openSheet.set(null)
        }}
      >
        {children}
      </div>
    </>
  )
}
