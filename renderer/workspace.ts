/**
 * What this window shows: the view, the open document, and what is in focus. Nothing of the archive's own.
 *
 * The view and the documents are the window's address, so Back and Forward walk through them; the focus
 * (passage, code, place) is finer than an address and is forgotten when the window closes.
 * `renderer/reader/halves.ts` says which of two documents stands at which side.
 * Folded panes and sizes are remembered per archive.
 */
import { useSyncExternalStore } from 'react'
import type { CodeId, PassageId, SourceId } from '../schema/ids.ts'
import { addressIn, hashOf, type Address } from './address.ts'
import { Observable, useObservable } from './observable.ts'
import { recall, remember } from './remembered.ts'
import { zoom } from './settings.ts'

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
  const now = address.value
  const next = settled(now, to)
  if (isSame(next, now)) return
  if (next.source !== now.source) leaveSource()
  history.pushState(null, '', hashOf(next))
  address.set(next)
}

/** The same without a step for Back: where one looks in what is on the screen is not where one has gone. */
export function lookAt(to: Address): void {
  const now = address.value
  if (isSame(to, now)) return
  if (to.source !== now.source) leaveSource()
  history.replaceState(null, '', hashOf(to))
  address.set(to)
}

/** A document that stands beside the active one already is not opened a second time, but becomes the active one. */
function settled(now: Address, to: Partial<Address>): Address {
  const asked = to.asked ?? (to.view === undefined || to.view === now.view ? now.asked : '')
  const next = { ...now, ...to, asked }
  if (to.source !== undefined && to.beside === undefined && now.beside !== null) {
    if (to.source === null) return { ...next, source: now.beside, beside: null, isSecond: false }
    if (to.source === now.beside && to.source !== now.source)
      return { ...next, beside: now.source, isSecond: !now.isSecond }
  }
  return next.beside === null ? { ...next, isSecond: false } : next
}

const isSame = (one: Address, other: Address) => hashOf(one) === hashOf(other)

/** Which passage of each document was in focus: it is found again when one comes back to the document. */
const focusedIn = new Map<SourceId, PassageId | null>()

function leaveSource(): void {
  const { source } = address.value
  if (source) focusedIn.set(source, focus.value.passage)
  place.set(null)
  focus.set({ ...focus.value, passage: null })
}

/** Brings the other of two documents to the fore, with the passage that was in focus there. */
export function lookBeside(): void {
  const { source, beside, isSecond } = address.value
  if (beside === null) return
  lookAt({ ...address.value, source: beside, beside: source, isSecond: !isSecond })
  focus.set({ ...focus.value, passage: focusedIn.get(beside) ?? null })
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
  const start: Address = { view: 'documents', source: null, beside: null, isSecond: false, asked: '' }
  history.replaceState(null, '', hashOf(start))
  address.set(start)
  place.set(null)
  focus.set(noFocus)
  focusedIn.clear()
}

export function followHistory(): void {
  addEventListener('popstate', () => {
    place.set(null)
    address.set(addressIn(location.hash))
  })
}

export const useAddress = (): Address => useObservable(address)
/** What `pick` takes from the address: a view that shows only that is not drawn anew when a document is opened. */
export function useOfAddress<Part>(pick: (address: Address) => Part): Part {
  return useSyncExternalStore(address.watch, () => pick(address.value))
}
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

/** Sides for which there is no room: there the pane is a sheet over the middle, and none or one of them is open. */
export const narrow = new Observable<Panes>({ left: false, right: false })
export const openSheet = new Observable<keyof Panes | null>(null)

/** Pixels of layout that three panes, and two, need at least. */
const forThree = 908
const forTwo = 680

/** Pixels of layout below which views arrange themselves otherwise, by width; and by height. */
const widths = [700, 760, 900, 1100]
const low = 560

/** Measures the room now, and whenever the window or the size of the interface changes. */
export function followRoom(): void {
  const measure = () => {
    const room = innerWidth / (zoom.value / 100)
    // Media queries count pixels of the window; styles that must know the room of a zoomed layout ask for these.
    document.documentElement.dataset['room'] = [
      ...widths.filter((width) => room < width).map((width) => `under-${width}`),
      ...(innerHeight / (zoom.value / 100) < low ? ['low'] : []),
    ].join(' ')
    const next = { left: room < forTwo, right: room < forThree }
    if (next.left === narrow.value.left && next.right === narrow.value.right) return
    openSheet.set(null)
    narrow.set(next)
  }
  addEventListener('resize', measure)
  zoom.watch(measure)
  measure()
}

export function toggle(side: keyof Panes): void {
  if (narrow.value[side]) openSheet.set(openSheet.value === side ? null : side)
  else panes.set({ ...panes.value, [side]: !panes.value[side] })
}

/** Which panes are in sight, beside the middle or over it. */
export function usePanes(): Panes {
  const beside = useObservable(panes)
  const over = useObservable(openSheet)
  const { left, right } = useObservable(narrow)
  return { left: left ? over === 'left' : beside.left, right: right ? over === 'right' : beside.right }
}

export function bringIntoSight(side: keyof Panes): void {
  if (narrow.value[side] ? openSheet.value !== side : !panes.value[side]) toggle(side)
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
