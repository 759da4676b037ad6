/** Follows the links of memos, and knows which of them lead somewhere. */
import { useCallback, useMemo } from 'react'
import type { TheCase } from '../../schema/case.ts'
import { linkOf, shownName, type Link } from '../../schema/memo-link.ts'
import { isText } from '../../schema/passage.ts'
import type { Source } from '../../schema/source.ts'
import { useArchive, useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { goTo } from '../go-to.ts'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'

export interface Links {
  readonly find: (name: string) => Link | null
  readonly follow: (name: string) => Promise<void>
}

const none: readonly Source[] = []
const noCases: readonly TheCase[] = []

export function useLinks(): Links {
  const words = useWords()
  const explain = useExplain()
  const { cache } = useArchive()
  const { all: codes } = useCodes()
  const sources = useQuery('source.list', {}).value ?? none
  const cases = useQuery('case.list', {}).value ?? noCases
  const find = useCallback((name: string) => linkOf(name, sources, codes, cases), [sources, codes, cases])
  const follow = useCallback(
    async (name: string) => {
      const link = find(name)
      if (!link) return notify({ words: words.memos.deadLink(shownName(name)) })
      if (link.kind !== 'paragraph' && link.kind !== 'passage') return goTo(link)
      if (link.kind === 'passage') {
        const passages = await cache.ask('passage.list', { source: link.source })
        if (!passages.ok) return notify({ words: explain(passages.fault), isFault: true })
        const passage = passages.value.find(({ id }) => id.endsWith(link.tail))
        if (passage)
          return goTo(
            isText(passage)
              ? { kind: 'place', source: link.source, passage: passage.id, start: passage.start, end: passage.end }
              : { kind: 'region', source: link.source, passage: passage.id },
          )
      }
      const content = await cache.ask('source.text', { source: link.source })
      if (!content.ok) return notify({ words: explain(content.fault), isFault: true })
      const paragraph = content.value.paragraphs.find(({ label }) => label.toLowerCase() === link.label)
      if (!paragraph) return notify({ words: words.memos.deadLink(shownName(name)) })
      const { start, end } = paragraph
      goTo({ kind: 'place', source: link.source, passage: null, start, end })
    },
    [find, cache, words, explain],
  )
  return useMemo(() => ({ find, follow }), [find, follow])
}
