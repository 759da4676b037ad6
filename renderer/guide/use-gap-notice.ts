/** After an import: what the new interviews were never asked, with the way to their turns. */
import { useCallback } from 'react'
import type { SourceId } from '../../schema/ids.ts'
import { useArchive } from '../archive/use-archive.ts'
import { notify } from '../parts/notices.tsx'
import { useWords } from '../words.ts'
import { showTurns } from './guide-address.ts'

export function useGapNotice(): (sources: readonly SourceId[]) => Promise<void> {
  const words = useWords()
  const { client } = useArchive()
  return useCallback(
    async (sources) => {
      if (sources.length === 0) return
      const guide = await client.call('guide.list', {})
      if (!guide.ok || guide.value.length === 0) return
      const answer = await client.call('guide.gaps', { sources: [...sources] })
      const first = answer.ok ? answer.value[0] : undefined
      if (!answer.ok || !first) return
      notify({
        words:
          answer.value.length === 1
            ? words.guide.imported(first.short, words.guide.gaps(first))
            : words.guide.importedMany(answer.value.length),
        act: { label: words.guide.lookAtTurns, do: () => showTurns(first.source) },
      })
    },
    [client, words],
  )
}
