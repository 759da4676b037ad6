/** Undo and redo with what they are called now, for the rail, the keys and the desktop's menu. */
import { useCallback, useEffect, useMemo } from 'react'
import type { Act } from '../../schema/history.ts'
import { useArchive, useQuery } from '../archive/use-archive.ts'
import { useHost } from '../host-context.ts'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'

export interface HistoryActs {
  /** 'Undo: apply code 4e', or null where there is nothing to undo. */
  readonly undoWords: string | null
  readonly redoWords: string | null
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

/** An act as the history calls it: 'apply code 4e Terms of the money'. */
export function actWords(words: Words, act: Act): string {
  const names: Readonly<Record<string, string>> = words.history.acts
  return words.history.on(names[act.operation] ?? act.label, act.subject)
}

export function useHistoryActs(): HistoryActs {
  const { host } = useHost()
  const words = useWords()
  const state = useQuery('history.state', {}).value
  const undoWords = state?.undo ? words.history.undo(actWords(words, state.undo)) : null
  const redoWords = state?.redo ? words.history.redo(actWords(words, state.redo)) : null
  useEffect(() => host.showHistory(undoWords, redoWords), [host, undoWords, redoWords])

  const turn = useTurn()
  return useMemo(
    () => ({ undoWords, redoWords, undo: () => turn('history.undo'), redo: () => turn('history.redo') }),
    [undoWords, redoWords, turn],
  )
}

/** Undo and redo without their names: for a view that need not be drawn anew after every act. */
export function useTurn(): (name: 'history.undo' | 'history.redo') => Promise<void> {
  const { client } = useArchive()
  const words = useWords()
  const explain = useExplain()
  return useCallback(
    async (name: 'history.undo' | 'history.redo') => {
      client.beginAct()
      // Pressed after an act that is on its way, it takes that one back.
      const answer = await client.act(name, {})
      if (!answer.ok) return notify({ words: explain(answer.fault), isFault: true })
      if (!answer.value) return
      const label = actWords(words, answer.value)
      notify({ words: name === 'history.undo' ? words.history.undid(label) : words.history.redid(label) })
    },
    [client, explain, words],
  )
}
