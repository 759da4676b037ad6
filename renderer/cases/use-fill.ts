/**
 * Filling cells: tried at once, because nearly always all of them can be filled; where some are refused
 * nothing has changed, and what could be done is asked. One call is one step to undo.
 */
import { useCallback, useState } from 'react'
import type { AttributeOwner, Cell, CellsOutcome } from '../../schema/attribute.ts'
import type { ReviewPackage } from '../../schema/review.ts'
import { useArchive } from '../archive/use-archive.ts'
import { perform } from '../keys.ts'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'

export interface Asked {
  readonly cells: readonly Cell[]
  /** What would be done with what is not in a list added to it. */
  readonly outcome: CellsOutcome
}

export interface Fill {
  /** True: all is as wished. */
  readonly fill: (cells: readonly Cell[], left?: string) => Promise<boolean>
  readonly asked: Asked | null
  /** Answers what was asked: with everything that can be done, or not at all. */
  readonly answer: (isWished: boolean) => Promise<void>
}

/** Packs for review that words of these documents are in: whoever withdrew should know who has them. The newest first. */
async function packsWith(
  client: ReturnType<typeof useArchive>['client'],
  sources: CellsOutcome['closed'],
): Promise<readonly ReviewPackage[]> {
  const answers = await Promise.all(sources.slice(0, 20).map((source) => client.call('review.packages', { source })))
  const packs = new Map(answers.flatMap((answer) => (answer.ok ? answer.value : [])).map((pack) => [pack.at, pack]))
  return [...packs.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

/** `left`: a sentence on what did not take part, said beside the result. */
export function useFill(owner: AttributeOwner): Fill {
  const words = useWords()
  const explain = useExplain()
  const { client } = useArchive()
  const [asked, setAsked] = useState<Asked | null>(null)
  const tell = useCallback(
    async (cells: readonly Cell[], { changed, closed }: CellsOutcome, left: string) => {
      const isCleared = cells.every(({ value }) => value === '')
      const said = changed === 0 ? words.cases.nothingChanged : words.cases[isCleared ? 'cleared' : 'filled'](changed)
      const packs = await packsWith(client, closed)
      const more = [
        closed.length > 0 ? words.cases.closed(closed.length) : '',
        packs.length > 0
          ? words.cases.inPacks(packs.map(({ to, at, name }) => `${to === '' ? name : to}, ${words.say.day(at)}`))
          : '',
        left,
      ].filter(Boolean)
      if (cells.length === 1 && more.length === 0) return
      notify({
        words: [said, ...more].join('. '),
        ...(changed > 0 ? { act: { label: words.common.undo, do: () => void perform('undo') } } : {}),
      })
    },
    [client, words],
  )
  const fill = useCallback(
    async (cells: readonly Cell[], left = '') => {
      if (cells.length === 0) return true
      const given = { owner, cells: [...cells] }
      const done = await client.act('attribute.set', given)
      if (done.ok) {
        await tell(cells, done.value, left)
        return true
      }
      const preview =
        done.fault.kind === 'values-refused'
          ? await client.call('attribute.preview', { ...given, extendLists: true, skipRefused: true })
          : done
      if (preview.ok) setAsked({ cells, outcome: preview.value as CellsOutcome })
      else notify({ words: explain(preview.fault), isFault: true })
      return false
    },
    [client, owner, tell, explain],
  )
  const answer = useCallback(
    async (isWished: boolean) => {
      if (!asked) return
      setAsked(null)
      if (!isWished) return
      const done = await client.act('attribute.set', {
        owner,
        cells: [...asked.cells],
        extendLists: true,
        skipRefused: true,
      })
      if (done.ok) await tell(asked.cells, done.value, '')
      else notify({ words: explain(done.fault), isFault: true })
    },
    [asked, client, owner, tell, explain],
  )
  return { fill, asked, answer }
}
