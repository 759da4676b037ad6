import type { Source } from '../../schema/source.ts'
import { useObservable } from '../observable.ts'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { go, useAddress } from '../workspace.ts'
import { closeTab, tabs } from './tabs.ts'

/** The open documents, where there is more than one. */
export function TabStrip({ sources }: { readonly sources: readonly Source[] }) {
  const words = useWords()
  const { source: open } = useAddress()
  const ids = useObservable(tabs)
  const shown = ids.flatMap((id) => sources.find((source) => source.id === id) ?? [])
  // A deleted document has no tab; undo brings both back.
  if (shown.length < 2) return null
  return (
    <div className="tabs" role="tablist" aria-label={words.reader.tabs}>
      {shown.map((source) => (
        <div key={source.id} role="presentation" className={`tab${source.id === open ? ' is-open' : ''}`}>
          <button
            type="button"
            role="tab"
            aria-selected={source.id === open}
            ref={source.id === open ? intoSight : null}
            title={source.title}
            onClick={() => go({ source: source.id })}
            onAuxClick={(event) => {
              if (event.button === 1) closeTab(source.id)
            }}
          >
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
        </div>
      ))}
    </div>
  )
}

function intoSight(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
}
