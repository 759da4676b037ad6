/**
 * Where each document was left: what stood at the top of its pane, and how printed pages were shown. For as
 * long as the window is open, and from one start to the next through `renderer/reopening.ts`.
 *
 * Not here: pictures, which begin whole in a new window.
 */
import { useLayoutEffect } from 'react'
import type { SourceId } from '../../schema/ids.ts'
import type { Leaving } from './pages/printed-pages.ts'

export interface Left {
  /** Of a text: UTF-16 units, what stood at the upper edge. */
  readonly text?: number
  readonly pages?: Leaving
}

const left = new Map<SourceId, Left>()
const onScreen = new Set<() => void>()
const nowhere: Left = {}

export const leftOf = (source: SourceId): Left => left.get(source) ?? nowhere

/** How a document is read otherwise is left as it was. */
export function leave(source: SourceId, how: Left): void {
  left.set(source, { ...leftOf(source), ...how })
}

/** What is on the screen says where it stands. */
export function sayWhere(): void {
  for (const say of onScreen) say()
}

/** `say` leaves the document: when it goes from the screen, still laid out, and whenever somebody asks. Null: not yet there. */
export function useLeaving(say: (() => void) | null): void {
  useLayoutEffect(() => {
    if (!say) return undefined
    onScreen.add(say)
    return () => {
      onScreen.delete(say)
      say()
    }
  }, [say])
}
