/** What is decided about proposals, one or many: each is one act with one undo. */
import { useCallback, useMemo } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { CodeId, ReviewProposalId } from '../../schema/ids.ts'
import type { Decision } from '../../schema/review.ts'
import { useCommand } from '../archive/use-archive.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { notify } from '../parts/notices.tsx'
import { useWords } from '../words.ts'

export interface Wish {
  readonly reason: string
  /** The code whose "when not" gets the reason. */
  readonly exclude: CodeId | null
}

const noWish: Wish = { reason: '', exclude: null }

export interface Decisions {
  readonly decide: (proposals: readonly ReviewProposalId[], decision: Decision, wish?: Wish) => Promise<boolean>
  readonly fault: ArchiveFault | null
  readonly forget: () => void
}

export function useDecisions(): Decisions {
  const words = useWords()
  const turn = useTurn()
  const command = useCommand('review.decide')
  const { fault, forget } = command
  const decide = useCallback(
    async (proposals: readonly ReviewProposalId[], decision: Decision, { reason, exclude }: Wish = noWish) => {
      if (proposals.length === 0) return false
      const done = await command({
        proposals: [...proposals],
        decision,
        reason: reason.trim(),
        exclude: reason.trim() === '' ? null : exclude,
      })
      if (!done) return false
      notify({
        words:
          `${words.review.done[decision](done.decided)} ${words.review.effects(done.superseded, done.added)}`.trim(),
        act: { label: words.common.undo, do: () => void turn('history.undo') },
      })
      return true
    },
    [command, turn, words],
  )
  return useMemo(() => ({ decide, fault, forget }), [decide, fault, forget])
}
