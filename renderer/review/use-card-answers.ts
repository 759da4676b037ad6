/**
 * The cards of a round and what the person at the screen has said about them. What is said is on the card at
 * once and then in the archive, a step of the history each; what the archive answers next counts again.
 */
import { useCallback, useMemo, useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { ReviewItemId } from '../../schema/ids.ts'
import type { PackExcerpt } from '../../schema/review-pack.ts'
import type { ReviewCard, ReviewRound } from '../../schema/review.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { useObservable } from '../observable.ts'
import { draftOf, emptyDraft, isDecided, stepped, type Draft, type Step } from '../review-card/draft.ts'
import { tongue } from '../settings.ts'

/** Cards asked for at once; the part after the one in sight is there before it is reached. */
const part = 40
const soon = 10

interface Said {
  readonly draft: Draft
  /** Acts on their way: until they have come, what the archive answers is older. */
  readonly onTheWay: number
}

export interface CardAnswers {
  /** Counts from 0; as many as there are cards: the end. */
  readonly at: number
  readonly goTo: (at: number) => void
  /** Null while that is not known. */
  readonly total: number | null
  readonly excerpt: PackExcerpt | undefined
  readonly draft: Draft
  readonly take: (step: Step) => void
  readonly fault: ArchiveFault | null
  readonly forget: () => void
}

/** Begins at the first card that is not decided, at the end where all are. */
export function useCardAnswers(round: ReviewRound): CardAnswers {
  const language = useObservable(tongue)
  const [at, goTo] = useState(0)
  const [hasBegun, setBegun] = useState(false)
  const from = Math.floor(at / part) * part
  const answer = useQuery('review.cards', { round: round.id, offset: from, limit: part, language })
  const isNear = at % part >= part - soon
  useQuery('review.cards', isNear ? { round: round.id, offset: from + part, limit: part, language } : null)
  const command = useCommand('review.verdict')
  const [said, setSaid] = useState<ReadonlyMap<ReviewItemId, Said>>(new Map())
  const [known, setKnown] = useState(answer.value)
  if (known !== answer.value) {
    setKnown(answer.value)
    setSaid(new Map([...said].filter(([, each]) => each.onTheWay > 0 || isBeingPut(round, each.draft))))
  }
  if (!hasBegun && answer.value) {
    const { cards, total } = answer.value
    const open = cards.findIndex((card) => !isDecided(round, card.excerpt, draftIn(round, card)))
    const isLast = from + cards.length >= total
    goTo(open >= 0 ? from + open : isLast ? total : from + part)
    if (open >= 0 || isLast) setBegun(true)
  }
  const card = hasBegun ? answer.value?.cards[at - from] : undefined
  const excerpt = card?.excerpt
  const draft = useMemo(
    () => (card ? (said.get(card.excerpt.item)?.draft ?? draftIn(round, card)) : emptyDraft),
    [card, said, round],
  )
  const take = useCallback(
    (step: Step) => {
      const next = stepped(draft, step, new Date().toISOString())
      if (!excerpt || next === draft) return
      const { item } = excerpt
      // A blind choice is one act: it is written when the first coder's codes are shown. A comment need not wait.
      const isPut = excerpt.codes.length > 0 && isBeingPut(round, next)
      const isWritten = !isPut || step.do === 'comment'
      setSaid((all) => withSaid(all, item, next, isWritten ? 1 : 0))
      if (!isWritten) return
      const { verdicts, suggested, chosen, comment } = next
      void command({
        round: round.id,
        item,
        verdicts: { ...verdicts },
        suggested: [...suggested],
        chosen: isPut || chosen === null ? null : [...chosen],
        comment,
      }).then((done) =>
        setSaid((all) =>
          done === undefined
            ? new Map([...all].filter(([id]) => id !== item))
            : withSaid(all, item, all.get(item)?.draft ?? next, -1),
        ),
      )
    },
    [command, draft, excerpt, round],
  )
  const { forget } = command
  const fault = command.fault ?? answer.fault
  const total = answer.value?.total ?? null
  return useMemo(
    () => ({ at, goTo, total, excerpt, draft, take, fault, forget }),
    [at, total, excerpt, draft, take, fault, forget],
  )
}

/** Codes that are put before the first coder's are seen, and may still be changed. */
const isBeingPut = ({ kind, blind }: ReviewRound, { chosen, isRevealed }: Draft): boolean =>
  kind === 'review' && blind && chosen !== null && !isRevealed

function draftIn(round: ReviewRound, { excerpt, mine }: ReviewCard): Draft {
  return mine ? draftOf(round, excerpt, { ...mine, item: excerpt.item, hash: excerpt.hash, at: '' }) : emptyDraft
}

function withSaid(
  all: ReadonlyMap<ReviewItemId, Said>,
  item: ReviewItemId,
  draft: Draft,
  more: number,
): ReadonlyMap<ReviewItemId, Said> {
  return new Map(all).set(item, { draft, onTheWay: Math.max(0, (all.get(item)?.onTheWay ?? 0) + more) })
}
