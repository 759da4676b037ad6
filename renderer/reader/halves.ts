/**
 * Two documents side by side in the middle pane: which stands where, and the acts that change it. The
 * arrangement is the window's address; one document alone stands in the first half, which is the whole then.
 */
import type { SourceId } from '../../schema/ids.ts'
import type { Address } from '../address.ts'
import { address, go, openSource } from '../workspace.ts'
import { neighbourOf } from './tabs.ts'

export type Side = 'first' | 'second'

export interface Halves {
  readonly first: SourceId | null
  /** Null: one document has the whole pane. */
  readonly second: SourceId | null
  readonly active: Side
}

export function halvesOf({ source, beside, isSecond }: Omit<Address, 'view' | 'asked'>): Halves {
  if (beside === null) return { first: source, second: null, active: 'first' }
  return isSecond
    ? { first: beside, second: source, active: 'second' }
    : { first: source, second: beside, active: 'first' }
}

/** `source` becomes the active one, at this side. */
function show(side: Side, source: SourceId, beside: SourceId | null): void {
  go({ view: 'documents', source, beside, isSecond: side === 'second' && beside !== null })
}

/** The half that is not being read; of one document alone the one that would be made. */
function otherSide(): Side {
  return halvesOf(address.value).active === 'first' ? 'second' : 'first'
}

/** Puts a document into one half. One that stands in the other half changes places with what is here. */
export function showIn(side: Side, source: SourceId): void {
  const now = halvesOf(address.value)
  if (now.second === null) {
    if (now.first === null) openSource(source)
    else show(side, source, now.first === source ? neighbourOf(source) : now.first)
    return
  }
  const [here, there] = side === 'first' ? [now.first, now.second] : [now.second, now.first]
  show(side, source, there === source ? here : there)
}

/** Opens a document beside the one that is being read; the same one too, to compare two places of it. */
export function openBeside(source: SourceId): void {
  const { source: now } = address.value
  if (now === null) openSource(source)
  else show(otherSide(), source, now)
}

/** The document that is being read goes over to the other half; the one opened next to it comes where it was. */
export function moveToOther(): void {
  const { source, beside } = address.value
  if (source) show(otherSide(), source, neighbourOf(source, beside) ?? beside)
}

/** The two change places; the one that was read goes on being read. */
export function swapHalves(): void {
  const { source, beside } = address.value
  if (source && beside) show(otherSide(), source, beside)
}

/** Closes one half; the other document has the whole pane. Both stay among the open documents. */
export function closeHalf(side: Side): void {
  const { first, second } = halvesOf(address.value)
  if (second !== null) go({ source: side === 'first' ? second : first, beside: null, isSecond: false })
}
