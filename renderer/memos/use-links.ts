/** Follows the links of memos, and knows which of them lead somewhere. */
import { useCallback, useMemo } from 'react'
import type { TheCase } from '../../schema/case.ts'
import { linkOf, type Link } from '../../schema/memo-link.ts'
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
      if (!link) return notify({ words: words.memos.deadLink(name) })
      if (link.kind !== 'paragraph') return goTo(link)
      const content = await cache.ask('source.text', { source: link.source })
      if (!content.ok) return notify({ words: explain(content.fault), isFault: true })
      const paragraph = content.value.paragraphs.find(({ label }) => label.toLowerCase() === link.label)
      if (!paragraph) return notify({ words: words.memos.deadLink(name) })
      const { start, end } = paragraph
      goTo({ kind: 'place', source: link.source, passage: null, start, end })
    },
    [find, cache, words, explain],
  )
  return useMemo(() => ({ find, follow }), [find, follow])
}
