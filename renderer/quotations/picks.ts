/** Rows of a list that are picked, by passage or another id: with Ctrl one more, with Shift up to there, Ctrl+A all. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { PassageId } from '../../schema/ids.ts'

export interface Picks<Id extends string = PassageId> {
  readonly picked: ReadonlySet<Id>
  /** Where a stretch picked with Shift begins. */
  readonly anchorAt: (id: Id) => void
  readonly toggle: (id: Id) => void
  readonly upTo: (id: Id) => void
  readonly all: () => void
  readonly none: () => void
  /** Forgets those that are in no list any more. */
  readonly keepOnly: (list: readonly Id[]) => void
}

/** `every` answers the whole list, in its order. */
export function usePicks<Id extends string = PassageId>(every: () => Promise<readonly Id[]>): Picks<Id> {
  const [picked, setPicked] = useState<ReadonlySet<Id>>(new Set())
  const anchor = useRef<Id | null>(null)
  const anchorAt = useCallback((id: Id) => {
    anchor.current = id
  }, [])
  const toggle = useCallback((id: Id) => {
    anchor.current = id
    setPicked((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const upTo = useCallback(
    (id: Id) => {
      anchor.current ??= id
      const from = anchor.current
      void every().then((list) => setPicked(new Set(stretchOf(list, from, id))))
    },
    [every],
  )
  const all = useCallback(() => void every().then((list) => setPicked(new Set(list))), [every])
  const none = useCallback(() => setPicked((now) => (now.size === 0 ? now : new Set())), [])
  const keepOnly = useCallback(
    (list: readonly Id[]) =>
      setPicked((now) => {
        if (now.size === 0) return now
        const left = list.filter((id) => now.has(id))
        return left.length === now.size ? now : new Set(left)
      }),
    [],
  )
  return useMemo(
    () => ({ picked, anchorAt, toggle, upTo, all, none, keepOnly }),
    [picked, anchorAt, toggle, upTo, all, none, keepOnly],
  )
}

/** From one to the other, whichever comes first; one alone where the other is not in the list any more. */
export function stretchOf<Item>(list: readonly Item[], from: Item, to: Item): readonly Item[] {
  const [a, b] = [list.indexOf(from), list.indexOf(to)]
  if (b < 0) return []
  return a < 0 ? [to] : list.slice(Math.min(a, b), Math.max(a, b) + 1)
}
