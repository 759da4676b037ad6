/** Beside the list: the excerpt whole, what is decided about the proposal in hand, the definitions, the conversation. */
import type { RefObject } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import type { Decision, ReviewItem, ReviewProposal, ReviewRound } from '../../schema/review.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useWords } from '../words.ts'
import { CodeChips } from './code-chips.tsx'
import { DecisionForm } from './decision-form.tsx'
import { ExcerptWords, SideHead } from './excerpt-head.tsx'
import { Meanings } from './meanings.tsx'
import { Thread } from './thread.tsx'
import type { Wish } from './use-decisions.ts'

export function ExcerptSide({
  round,
  item,
  proposal,
  canAct,
  wish,
  reasonField,
  onGo,
  onWish,
  onDecide,
  onLeave,
}: {
  readonly round: ReviewRound
  readonly item: ReviewItem | null
  readonly proposal: ReviewProposal | null
  readonly canAct: boolean
  readonly wish: Wish | null
  readonly reasonField: RefObject<HTMLTextAreaElement | null>
  readonly onGo: (item: ReviewItem) => void
  readonly onWish: (wish: Wish) => void
  readonly onDecide: (decision: Decision) => void
  /** Back to the list. */
  readonly onLeave: () => void
}) {
  const words = useWords()
  const say = words.review
  const coders = useQuery('coder.list', {}).value
  const codebook = useQuery('review.round', { round: round.id }).value?.codebook ?? []
  if (!item)
    return (
      <aside className="review-side" aria-label={say.side}>
        <p className="quiet review-side-empty">{say.sideEmpty}</p>
      </aside>
    )
  const byCoder = Map.groupBy(item.codings, ({ coder }) => coder)
  const meant = new Set<CodeId>([
    ...item.codings.map(({ code }) => code),
    ...item.proposals.flatMap(({ code }) => (code ? [code] : [])),
  ])
  return (
    <aside className="review-side" aria-label={say.side}>
      <SideHead item={item} onGo={() => onGo(item)} />
      {[...byCoder].map(([coder, codings]) => (
        <p key={coder} className="review-sentence">
          <strong className="cut">{coders?.find(({ id }) => id === coder)?.name}</strong>
          <span>{say.firstCoder}</span>
          <CodeChips codes={codings.map(({ code }) => code)} frozen={codebook} />
        </p>
      ))}
      {item.note !== '' && (
        <p className="quiet">
          {say.noteToReader}: {item.note}
        </p>
      )}
      {proposal && canAct && (
        <DecisionForm
          key={proposal.id}
          item={item}
          proposal={proposal}
          wish={wish ?? { reason: proposal.reason, exclude: null }}
          reasonField={reasonField}
          onWish={onWish}
          onDecide={onDecide}
          onLeave={onLeave}
        />
      )}
      <ExcerptWords item={item} isWide />
      {item.quoteNow !== '' && item.quoteNow !== item.quote && (
        <div className="review-now">
          <p className="field-label">{say.isNow}</p>
          <p>{item.quoteNow}</p>
        </div>
      )}
      <Meanings codes={codebook.filter(({ id }) => meant.has(id))} title={say.definitions} />
      <Thread key={item.id} item={item.id} messages={item.thread} canAct={canAct} />
    </aside>
  )
}
