/** A document with its codings on paper, as its level lets it out. */
import { useCallback } from 'react'
import type { SourceId } from '../../schema/ids.ts'
import { useArchive } from '../archive/use-archive.ts'
import { printPage } from '../leaving/print-page.ts'
import { notify } from '../parts/notices.tsx'
import { tongue } from '../settings.ts'
import { useExplain } from '../words.ts'

export function usePrintDocument(): (source: SourceId) => Promise<void> {
  const explain = useExplain()
  const { client } = useArchive()
  return useCallback(
    async (source) => {
      const answer = await client.call('export.document', { source, format: 'html', language: tongue.value })
      if (answer.ok) await printPage(pageOf(answer.value.content))
      else if (answer.fault.kind !== 'cancelled') notify({ words: explain(answer.fault), isFault: true })
    },
    [client, explain],
  )
}

const pageOf = (content: string | Uint8Array): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)
