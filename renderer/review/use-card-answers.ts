/**
 * The cards of a round and what the person at the screen has said about them. What is said is on the card at
 * once and then in the archive, a step of the history each; what the archive answers next counts again.
 */
import { useCallback, useMemo, useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { ReviewItemId } from '../../schema/ids.ts'
import type { PackExcerpt } from '../../schema/review-pack.ts'
import type { ReviewRound } from '../../schema/review.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { useObservable } from '../observable.ts'
import { tongue } from '../settings.ts'
import { draftOf, emptyDraft, stepped, type Draft, type Step } from '../review-card/draft.ts'

/** Cards asked for at once; the part after the one in sight is there before it is reached. */
const part = 40
const soon = 10

export interface CardAnswers {
  /** Null while that is not known. */
  readonly total: number | null
  readonly excerpt: PackExcerpt | undefined
  readonly draft: Draft
  readonly take: (step: Step) => void
  readonly fault: ArchiveFault | null
  readonly forget: () => void
}

export function useCardAnswers(round: ReviewRound, at: number): CardAnswers {
  const language = useObservable(tongue)
  const from = Math.floor(at / part) * part
  const answer = useQuery('review.cards', { round: round.id, offset: from, limit: part, language })
  const isNear = at % part >= part - soon
  useQuery('review.cards', isNear ? { round: round.id, offset: from + part, limit: part, language } : null)
  const command = useCommand('review.verdict')
  const [drafts, setDrafts] = useState<ReadonlyMap<ReviewItemId, Draft>>(new Map())
  const [known, setKnown] = useState(answer.value)
  if (known !== answer.value) {
    setKnown(answer.value)
    setDrafts(new Map())
  }
  const card = answer.value?.cards[at - from]
  const excerpt = card?.excerpt
  const draft = useMemo(() => {
    if (!card) return emptyDraft
    const { item, hash } = card.excerpt
    const said = card.mine && draftOf(round, card.excerpt, { ...card.mine, item, hash, at: '' })
    return drafts.get(item) ?? said ?? emptyDraft
  }, [card, drafts, round])
  const take = useCallback(
    (step: Step) => {
      const next = stepped(draft, step, new Date().toISOString())
      if (!excerpt || next === draft) return
      const { item } = excerpt
      setDrafts((all) => new Map(all).set(item, next))
      // A blind choice is one act: it is written when the first coder's codes are shown.
      if (
        round.kind === 'review' &&
        round.blind &&
        excerpt.codes.length > 0 &&
        !next.isRevealed &&
        step.do !== 'comment'
      )
        return
      const { verdicts, suggested, chosen, comment } = next
      void command({
        round: round.id,
        item,
        verdicts: { ...verdicts },
        suggested: [...suggested],
        chosen: chosen && [...chosen],
        comment,
      }).then((done) => {
        if (done === undefined) setDrafts((all) => new Map([...all].filter(([id]) => id !== item)))
      })
    },
    [command, draft, excerpt, round],
  )
  const { forget } = command
  const fault = command.fault ?? answer.fault
  const total = answer.value?.total ?? null
  return useMemo(() => ({ total, excerpt, draft, take, fault, forget }), [total, excerpt, draft, take, fault, forget])
}
