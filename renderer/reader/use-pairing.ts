/** Pins the paragraphs in which a person is on both sides: these belong together. */
import type { Source } from '../../schema/source.ts'
import type { Translation } from '../../schema/translation.ts'
import { useArchive, useQuery } from '../archive/use-archive.ts'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { readerIn } from './scrolled.ts'

/** The document's original, else its first translation. */
export function usePartnerOf(source: Source | undefined): Source['id'] | null {
  const links = useQuery('translation.list', {}).value
  if (!source) return null
  return links?.find(({ to }) => to === source.id)?.from ?? links?.find(({ from }) => from === source.id)?.to ?? null
}

export function usePairing(link: Translation | undefined, first: Source | undefined): () => void {
  const words = useWords()
  const explain = useExplain()
  const { client } = useArchive()
  return () => {
    const [left, right] = [readerIn('first'), readerIn('second')]
    if (!link || !first) return notify({ words: words.translation.linkFirst })
    if (!left || !right) return notify({ words: words.translation.onlyWords })
    const [from, to] = link.from === first.id ? [left.here(), right.here()] : [right.here(), left.here()]
    void client.act('translation.pair', { link: link.id, from, to }).then((answer) => {
      if (!answer.ok) return notify({ words: explain(answer.fault), isFault: true })
      const made = answer.value.pairs.findLast((each) => each.from <= from) ?? answer.value.pairs[0]
      if (made) notify({ words: words.translation.paired(made.fromLabel, made.toLabel) })
    })
  }
}
