/**
 * What this window shows: the view, the open document, and what is in focus. Nothing of the archive's own.
 *
 * The view and the document are the window's address, so Back and Forward walk through them; the focus
 * (passage, code, place) is finer than an address and is forgotten when the window closes.
 * Folded panes and sizes are remembered per archive.
 */
import { useSyncExternalStore } from 'react'
import type { CodeId, PassageId, SourceId } from '../schema/ids.ts'
import { Observable, useObservable } from './observable.ts'
import { recall, remember } from './remembered.ts'

export const views = ['documents', 'search', 'reports', 'memos', 'import', 'history', 'settings'] as const
export type View = (typeof views)[number]

export interface Address {
  readonly view: View
  /** The document in the middle pane, if any; it stays open while other views are looked at. */
  readonly source: SourceId | null
}

/** A stretch to bring into sight. A new object each time, so that going to the same place twice moves twice. */
export interface Place {
  readonly source: SourceId
  /** UTF-16 units, [start, end). */
  readonly start: number
  readonly end: number
}

export interface Focus {
  readonly passage: PassageId | null
  readonly code: CodeId | null
  /** The documents ticked in the library. */
  readonly sources: readonly SourceId[]
}

const noFocus: Focus = { passage: null, code: null, sources: [] }

export const address = new Observable<Address>(addressIn(location.hash))
export const place = new Observable<Place | null>(null)
export const focus = new Observable<Focus>(noFocus)

/** Goes somewhere and leaves a step for Back. Going where one is leaves none. */
export function go(to: Partial<Address>): void {
  const next = { ...address.value, ...to }
  if (next.view === address.value.view && next.source === address.value.source) return
  if (next.source !== address.value.source) focus.set({ ...focus.value, passage: null })
  history.pushState(null, '', hashOf(next))
  address.set(next)
}

/** Opens a document, at a place of it where one is given. */
export function openSource(source: SourceId, at?: { readonly start: number; readonly end: number }): void {
  go({ view: 'documents', source })
  place.set(at ? { source, ...at } : null)
}

export function focusOn(what: Partial<Focus>): void {
  focus.set({ ...focus.value, ...what })
}

/** Another archive: nothing that was in view is there. */
export function leaveAll(): void {
  const start: Address = { view: 'documents', source: null }
  history.replaceState(null, '', hashOf(start))
  address.set(start)
  place.set(null)
  focus.set(noFocus)
}

export function followHistory(): void {
  addEventListener('popstate', () => {
    place.set(null)
    address.set(addressIn(location.hash))
  })
}

export const useAddress = (): Address => useObservable(address)
/** One part of the focus: a view that watches it is not drawn anew for the others. */
export function useFocused<Part extends keyof Focus>(part: Part): Focus[Part] {
  return useSyncExternalStore(focus.watch, () => focus.value[part])
}
export const usePlace = (): Place | null => useObservable(place)

// ── Panes ──────────────────────────────────────────────────────────────────────────────────────

export interface Panes {
  readonly left: boolean
  readonly right: boolean
}
export const panes = new Observable<Panes>({ left: true, right: true })

export function toggle(side: keyof Panes): void {
  panes.set({ ...panes.value, [side]: !panes.value[side] })
}

/** Sizes are percentages by pane id, one set per archive and arrangement. */
export type Sizes = Readonly<Record<string, number>>

export function sizesOf(archive: string, arrangement: string): Sizes | undefined {
  const kept = recall(`sizes:${archive}:${arrangement}`)
  if (!kept) return undefined
  const found: unknown = JSON.parse(kept)
  return isSizes(found) ? found : undefined
}

export function keepSizes(archive: string, arrangement: string, sizes: Sizes): void {
  remember(`sizes:${archive}:${arrangement}`, JSON.stringify(sizes))
}

function isSizes(found: unknown): found is Sizes {
  return typeof found === 'object' && found !== null && Object.values(found).every((each) => typeof each === 'number')
}

// ── Addresses ──────────────────────────────────────────────────────────────────────────────────

function hashOf({ view, source }: Address): string {
  return source ? `#/${view}/${encodeURIComponent(source)}` : `#/${view}`
}

function addressIn(hash: string): Address {
  const [, name = '', source = ''] = hash.split('/')
  const view = views.find((each) => each === name) ?? 'documents'
  return { view, source: source ? (decodeURIComponent(source) as SourceId) : null }
}
