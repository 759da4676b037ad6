/** What the name table covers in this window, whoever has laid it over the view. */
import { useEffect, useState } from 'react'
import type { SourceId } from '../../schema/ids.ts'
import type { NameSpan } from '../../schema/names.ts'
import { useArchive } from '../archive/use-archive.ts'

/** Counts how often something else came to be covered: what lies over texts is asked for anew after each. */
export function useNamesRound(): number {
  const { client } = useArchive()
  const [round, setRound] = useState(0)
  useEffect(
    () => client.listen({ onEvent: () => {}, onStatus: () => {}, onNames: () => setRound((now) => now + 1) }),
    [client],
  )
  return round
}

/** Whether the table lies over the view. */
export function useAreNamesCovered(): boolean {
  const { client } = useArchive()
  const round = useNamesRound()
  const [isCovered, setCovered] = useState(false)
  useEffect(() => {
    let isWanted = true
    void client.call('names.status', {}).then((answer) => {
      if (isWanted) setCovered(answer.ok && answer.value?.isShown === true)
    })
    return () => {
      isWanted = false
    }
    // Asked anew after every round, which is no part of the question.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [client, round])
  return isCovered
}

const none: readonly NameSpan[] = []

/** The names in a document that are covered, in order; `version`: another text has other places. */
export function useCoveredNames(source: SourceId, version: number): readonly NameSpan[] {
  const { client } = useArchive()
  const round = useNamesRound()
  const [spans, setSpans] = useState(none)
  useEffect(() => {
    let isWanted = true
    void client.call('names.spans', { source }).then((answer) => {
      if (isWanted) setSpans(answer.ok && answer.value.length > 0 ? answer.value : none)
    })
    return () => {
      isWanted = false
    }
    // A new version of the text is another answer to the same question, as a new round is.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [client, round, source, version])
  return spans
}
