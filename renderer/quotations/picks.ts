/** Rows of a list that are picked, by passage: with Ctrl one more, with Shift up to there, Ctrl+A all. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { PassageId } from '../../schema/ids.ts'

export interface Picks {
  readonly picked: ReadonlySet<PassageId>
  /** Where a stretch picked with Shift begins. */
  readonly anchorAt: (passage: PassageId) => void
  readonly toggle: (passage: PassageId) => void
  readonly upTo: (passage: PassageId) => void
  readonly all: () => void
  readonly none: () => void
  /** Forgets those that are in no list any more. */
  readonly keepOnly: (list: readonly PassageId[]) => void
}

/** `every` answers the whole list, in its order. */
export function usePicks(every: () => Promise<readonly PassageId[]>): Picks {
  const [picked, setPicked] = useState<ReadonlySet<PassageId>>(new Set())
  const anchor = useRef<PassageId | null>(null)
  const anchorAt = useCallback((passage: PassageId) => {
    anchor.current = passage
  }, [])
  const toggle = useCallback((passage: PassageId) => {
    anchor.current = passage
    setPicked((now) => {
      const next = new Set(now)
      if (!next.delete(passage)) next.add(passage)
      return next
    })
  }, [])
  const upTo = useCallback(
    (passage: PassageId) => {
      anchor.current ??= passage
      const from = anchor.current
      void every().then((list) => setPicked(new Set(stretchOf(list, from, passage))))
    },
    [every],
  )
  const all = useCallback(() => void every().then((list) => setPicked(new Set(list))), [every])
  const none = useCallback(() => setPicked((now) => (now.size === 0 ? now : new Set())), [])
  const keepOnly = useCallback(
    (list: readonly PassageId[]) =>
      setPicked((now) => {
        if (now.size === 0) return now
        const left = list.filter((passage) => now.has(passage))
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
