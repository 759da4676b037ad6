/**
 * An archive comes back as it was left: its view, the documents in their tabs, side by side or not, each
 * where it was read. Kept on this computer, archive by archive, while one works; a power cut costs seconds.
 */
import type { View } from './address.ts'
import { keptIn, writtenOf } from './kept-open.ts'
import { leave, leftOf, sayWhere } from './reader/left-at.ts'
import { openTabs, openWith, tabs } from './reader/tabs.ts'
import { recall, remember } from './remembered.ts'
import { address, lookAt } from './workspace.ts'

/** Views that are gone into for a moment: one does not come back into them. */
const passing: ReadonlySet<View> = new Set(['import', 'settings'])

/** Milliseconds after which what was opened or scrolled is written down. */
const soon = 500

let archive: string | null = null
let timer: ReturnType<typeof setTimeout> | undefined

function keep(): void {
  clearTimeout(timer)
  if (archive === null) return
  sayWhere()
  const { view, source, beside, isSecond } = address.value
  const open = openTabs()
  const written = writtenOf({
    view: passing.has(view) ? 'documents' : view,
    source,
    beside,
    isSecond,
    tabs: open,
    left: new Map(open.map((each) => [each, leftOf(each)])),
  })
  remember(`open:${archive}`, written)
}

function keepSoon(): void {
  clearTimeout(timer)
  if (archive !== null) timer = setTimeout(keep, soon)
}

/** Begins to keep what stands open; once for the window. */
export function followOpen(): void {
  address.watch(keepSoon)
  tabs.watch(keepSoon)
  document.addEventListener('scrollend', keepSoon, { capture: true, passive: true })
  addEventListener('pagehide', keep)
}

/** The archive is left: what follows in the window is not of it. */
export function leaveArchive(): void {
  keep()
  archive = null
}

/** What stood open in the archive at `path` stands open again; a window that was only loaded anew shows what it showed. */
export function reopen(path: string): void {
  archive = path
  const kept = keptIn(recall(`open:${path}`))
  const { source, beside, view } = address.value
  openWith([...new Set([...(kept?.tabs ?? []), ...[beside, source].filter((each) => each !== null)])])
  if (!kept) return
  for (const [document, how] of kept.left) leave(document, how)
  if (view === 'documents' && source === null)
    lookAt({ view: kept.view, source: kept.source, beside: kept.beside, isSecond: kept.isSecond, asked: '' })
}
