import type { Source } from '../../schema/source.ts'
import { useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { keyHint } from '../keys.ts'
import { useObservable } from '../observable.ts'
import { useOffer } from '../offers.ts'
import { Icon } from '../parts/icon.tsx'
import { ContextMenu } from '../parts/menu.tsx'
import { useWords } from '../words.ts'
import { go, useAddress } from '../workspace.ts'
import { draggable } from './dragged.ts'
import { closeHalf, halvesOf, openBeside, showIn } from './halves.ts'
import { closeOtherTabs, closeTab, tabs } from './tabs.ts'

/** The open documents, where there is more than one. Those on the screen say at which side they stand. */
export function TabStrip({
  sources,
  children,
}: {
  readonly sources: readonly Source[]
  /** What stands behind the tabs: acts on two documents side by side. */
  readonly children?: ReactNode
}) {
  const words = useWords()
  const address = useAddress()
  const halves = halvesOf(address)
  const ids = useObservable(tabs)
  const shown = ids.flatMap((id) => sources.find((source) => source.id === id) ?? [])
  useOffer({
    of: ({ reader }) => reader.tabs,
    acts: ({ halves: say }) => {
      const { source } = address
      if (!source || shown.length < 2) return []
      return [
        { id: 'show-first', label: say.showIn.first, do: () => showIn('first', source) },
        { id: 'show-second', label: say.showIn.second, do: () => showIn('second', source) },
        { id: 'close-others', label: say.closeOthers, do: () => closeOtherTabs(source) },
      ]
    },
  })
  // A deleted document has no tab; undo brings both back.
  if (shown.length < 2 && !children) return null
  return (
    <div className="tab-strip">
      <div className="tabs" role="tablist" aria-label={words.reader.tabs}>
        {shown.map((source) => {
          const isActive = source.id === address.source
          const isShown = isActive || source.id === address.beside
          const side = halves.second === null || !isShown ? null : source.id === halves.first ? 'first' : 'second'
          return <Tab key={source.id} source={source} isActive={isActive} isShown={isShown} side={side} />
        })}
      </div>
      {children && <div className="tab-acts">{children}</div>}
    </div>
  )
}

function Tab({
  source,
  isActive,
  isShown,
  side,
}: {
  readonly source: Source
  readonly isActive: boolean
  readonly isShown: boolean
  readonly side: 'first' | 'second' | null
}) {
  const words = useWords()
  const [hasMenu, setMenu] = useState(false)
  const tab = useRef<HTMLDivElement>(null)
  const open = (event: MouseEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) openBeside(source.id)
    else go({ source: source.id })
  }
  return (
    <div
      ref={tab}
      role="presentation"
      className={`tab${isActive ? ' is-open' : ''}${isShown && !isActive ? ' is-shown' : ''}`}
      {...draggable(source.id)}
      onContextMenu={(event) => {
        event.preventDefault()
        setMenu(true)
      }}
    >
      <button
        type="button"
        role="tab"
        aria-selected={isActive}
        ref={isActive ? intoSight : null}
        title={source.title}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== 'F10' || !event.shiftKey) return
          event.preventDefault()
          setMenu(true)
        }}
        onAuxClick={(event) => {
          if (event.button === 1) closeTab(source.id)
        }}
      >
        {side && <span className={`tab-side tab-side-${side}`} role="img" aria-label={words.halves.sides[side]} />}
        <span className="reader-short">{source.short}</span>
        <span className="cut">{source.title}</span>
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-hidden="true" // a tab list holds tabs only; Alt+W closes by key
        className="icon-button icon-button-small"
        title={words.reader.closeTab(source.short)}
        onClick={() => closeTab(source.id)}
      >
        <Icon name="close" />
      </button>
      {hasMenu && (
        <ContextMenu
          of={tab}
          label={words.library.menu(source.short)}
          onClose={() => setMenu(false)}
          acts={[
            { id: 'beside', label: words.halves.openBeside, icon: 'halves', do: () => openBeside(source.id) },
            { id: 'first', label: words.halves.showIn.first, do: () => showIn('first', source.id) },
            { id: 'second', label: words.halves.showIn.second, do: () => showIn('second', source.id) },
            ...(side ? [{ id: 'half', label: words.halves.closeThis, do: () => closeHalf(side) }] : []),
            {
              id: 'close',
              label: words.keys.closeTab,
              icon: 'close' as const,
              apart: true,
              ...(isActive ? { hint: keyHint('closeTab') } : {}),
              do: () => closeTab(source.id),
            },
            { id: 'others', label: words.halves.closeOthers, do: () => closeOtherTabs(source.id) },
          ]}
        />
      )}
    </div>
  )
}

/** With the cross that closes it. */
function intoSight(tab: HTMLElement | null): void {
  tab?.parentElement?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
}
