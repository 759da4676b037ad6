/** A document with its codings, saved where the person wants it. */
import { useCallback } from 'react'
import type { SourceId } from '../../schema/ids.ts'
import type { documentFormats } from '../../schema/quotation-export.ts'
import { useArchive } from '../archive/use-archive.ts'
import { savedAs } from '../leaving/counted-in.ts'
import { notify } from '../parts/notices.tsx'
import { useSave } from '../save.ts'
import { tongue } from '../settings.ts'
import { useExplain, useWords } from '../words.ts'

export function useSaveDocument(): (source: SourceId, format: (typeof documentFormats)[number]) => Promise<void> {
  const words = useWords()
  const explain = useExplain()
  const { client } = useArchive()
  const put = useSave()
  return useCallback(
    async (source, format) => {
      const answer = await client.call('export.document', { source, format, language: tongue.value })
      if (!answer.ok) {
        if (answer.fault.kind !== 'cancelled') notify({ words: explain(answer.fault), isFault: true })
        return
      }
      const at = await put(answer.value)
      if (at !== null) notify({ words: savedAs(words, 'export.document', at, answer.value) })
    },
    [client, put, words, explain],
  )
}
