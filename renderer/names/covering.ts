/**
 * What the name table covers in this window, whoever has laid it over the view. Words and pages that come raw from
 * the archive, since places are counted in them, are drawn only once it is known what in them is covered.
 */
import { useEffect, useState } from 'react'
import type { SourceId } from '../../schema/ids.ts'
import type { NameSpan } from '../../schema/names.ts'
import { useArchive } from '../archive/use-archive.ts'
import { Observable, useObservable } from '../observable.ts'

/** A new object whenever something else is covered. */
export interface Covering {
  readonly isCovered: boolean
}

/** Null: not known yet. */
export const covering = new Observable<Covering | null>(null)

/** Names may stand in what is shown raw, as far as this window knows. */
export const mayCover = (now: Covering | null): boolean => now?.isCovered !== false

/** Follows the archive's name table, for as long as an archive is open. */
export function useFollowCovering(): void {
  const { client } = useArchive()
  useEffect(() => {
    let asked = 0
    const ask = () => {
      const mine = ++asked
      void client.call('names.status', {}).then((answer) => {
        if (mine === asked) covering.set({ isCovered: answer.ok && answer.value?.isShown === true })
      })
    }
    const stop = client.listen({ onEvent: () => {}, onStatus: () => {}, onNames: ask })
    ask()
    return () => {
      stop()
      asked++
      covering.set(null)
    }
  }, [client])
}

const none: readonly NameSpan[] = []

interface Known {
  readonly source: SourceId
  readonly version: number
  readonly spans: readonly NameSpan[]
}

/** The names in a document that are covered, in order; null: not known yet. `version`: another text has other places. */
export function useCoveredNames(source: SourceId, version: number): readonly NameSpan[] | null {
  const { client } = useArchive()
  const now = useObservable(covering)
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    if (!now?.isCovered) return
    let isLate = false
    void client.call('names.spans', { source }).then((answer) => {
      if (!isLate && answer.ok) setKnown({ source, version, spans: answer.value })
    })
    return () => {
      isLate = true
    }
  }, [client, now, source, version])
  if (now?.isCovered === false) return none
  return now && known?.source === source && known.version === version ? known.spans : null
}
