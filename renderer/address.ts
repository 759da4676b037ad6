/** Which view and which documents a window shows, and how its address says so. */
import type { SourceId } from '../schema/ids.ts'

export const views = [
  'documents',
  'search',
  'reports',
  'reading',
  'coders',
  'guide',
  'review',
  'memos',
  'attributes',
  'repair',
  'versions',
  'import',
  'history',
  'settings',
] as const
export type View = (typeof views)[number]

export interface Address {
  readonly view: View
  /**
   * The document in the middle pane, if any; it stays open while other views are looked at. Of two side by
   * side the active one: what other panes show, and what keys mean, follows it.
   */
  readonly source: SourceId | null
  /** The document beside it. */
  readonly beside: SourceId | null
  /** Of two, the active one stands at the right. */
  readonly isSecond: boolean
  /** What the view itself shows, in words of its own; '' where that is not part of the address. */
  readonly asked: string
}

/** '#/documents/LEFT/RIGHT', '/2' behind it where the right one is active, and '?' before what the view shows. */
export function hashOf({ view, source, beside, isSecond, asked }: Address): string {
  const sides = (isSecond ? [beside, source, '2'] : [source, beside]).filter((part) => part !== null)
  return ['#', view, ...sides.map(encodeURIComponent)].join('/') + (asked && `?${asked}`)
}

export function addressIn(hash: string): Address {
  const [path = '', asked = ''] = hash.split(/\?(.*)/su)
  const [, name = '', left = '', right = '', active = ''] = path.split('/')
  const view = views.find((each) => each === name) ?? 'documents'
  const idIn = (part: string) => (part ? (decodeURIComponent(part) as SourceId) : null)
  const isSecond = right !== '' && active === '2'
  const [source, beside] = isSecond ? [right, left] : [left, right]
  return { view, source: idIn(source), beside: idIn(beside), isSecond, asked }
}
