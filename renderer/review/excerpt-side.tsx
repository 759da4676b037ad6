/** Beside the list: the excerpt whole, what is decided about the proposal in hand, the definitions, the conversation. */
import type { RefObject } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import type { ReviewItem, ReviewProposal, ReviewRound } from '../../schema/review.ts'
import { useQuery } from '../archive/use-archive.ts'
import { IconButton } from '../parts/button.tsx'
import { useWords } from '../words.ts'
import { CodeChips } from './code-chips.tsx'
import { DecisionForm } from './decision-form.tsx'
import { ExcerptWords, Standing } from './excerpt-head.tsx'
import { Meanings } from './meanings.tsx'
import { Thread } from './thread.tsx'
import type { Decisions } from './use-decisions.ts'

export function ExcerptSide({
  round,
  item,
  proposal,
  canAct,
  decisions,
  reasonField,
  onGo,
  onDone,
}: {
  readonly round: ReviewRound
  readonly item: ReviewItem | null
  readonly proposal: ReviewProposal | null
  readonly canAct: boolean
  readonly decisions: Decisions
  readonly reasonField: RefObject<HTMLTextAreaElement | null>
  readonly onGo: (item: ReviewItem) => void
  readonly onDone: () => void
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
      <header>
        <h2 className="tabular cut">{item.place}</h2>
        <Standing item={item} />
        <span className="grow" />
        <IconButton icon="right" label={say.openPlace} onPress={() => onGo(item)} />
      </header>
      <ExcerptWords item={item} isWide />
      {item.quoteNow !== '' && item.quoteNow !== item.quote && (
        <div className="review-now">
          <p className="field-label">{say.isNow}</p>
          <p>{item.quoteNow}</p>
        </div>
      )}
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
          key={`${proposal.id} ${proposal.state}`}
          item={item}
          proposal={proposal}
          decisions={decisions}
          reasonField={reasonField}
          onDone={onDone}
        />
      )}
      <Meanings codes={codebook.filter(({ id }) => meant.has(id))} title={say.definitions} />
      <Thread key={item.id} item={item.id} messages={item.thread} canAct={canAct} />
    </aside>
  )
}
