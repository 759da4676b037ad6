/** Review: the rounds, a new one, and one of them with its proposals, its cards and its sign-off. */
import type { ArchiveStatus } from '../../schema/project.ts'
import type { Coder } from '../../schema/coder.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { useExplain, useWords } from '../words.ts'
import { useAddress } from '../workspace.ts'
import { CardDesk } from './card-desk.tsx'
import { NewRound } from './new-round.tsx'
import { showNewRound, showRounds } from './go-to-round.ts'
import { reviewIn } from './review-address.ts'
import type { ReplyIntake } from './use-reply-intake.ts'
import { RoundList } from './round-list.tsx'
import { RoundPage } from './round-page.tsx'
import './review.css'

export function ReviewView({
  status,
  coder,
  replies,
}: {
  readonly status: ArchiveStatus
  readonly coder: Coder | null
  readonly replies: ReplyIntake
}) {
  const explain = useExplain()
  const { review: say } = useWords()
  const at = reviewIn(useAddress().asked)
  const answer = useQuery('review.list', {})
  const rounds = answer.value
  const canAct = !status.readOnly
  const round = at.kind === 'round' ? rounds?.find(({ id }) => id === at.round) : undefined

  useOffer({
    of: ({ review }) => review.title,
    acts: ({ review }) => [
      ...(canAct && at.kind !== 'new' ? [{ id: 'review-new', label: review.newRound, do: showNewRound }] : []),
      ...(at.kind === 'rounds' ? [] : [{ id: 'review-rounds', label: review.back, do: showRounds }]),
    ],
  })

  if (at.kind === 'new') return <NewRound rounds={rounds ?? []} canAct={canAct} />
  if (round && at.kind === 'round')
    return at.part === 'cards' ? (
      <CardDesk key={round.id} round={round} coder={coder} canAct={canAct} />
    ) : (
      <RoundPage key={round.id} round={round} part={at.part} canAct={canAct} />
    )
  return (
    <div className="page review-view" data-pane="review">
      <header className="page-head">
        <h1>{say.title}</h1>
        <span className="grow quiet tabular">{rounds && rounds.length > 0 && say.roundsOf(rounds.length)}</span>
        {canAct && rounds && rounds.length > 0 && (
          <>
            <Button icon="import" onPress={replies.choose}>
              {say.takeReply}
            </Button>
            <Button look="strong" icon="plus" onPress={showNewRound}>
              {say.newRound}
            </Button>
          </>
        )}
      </header>
      <FaultLine words={answer.fault && explain(answer.fault)} />
      {rounds?.length === 0 ? (
        <Empty
          icon="review"
          title={say.emptyTitle}
          act={
            canAct && (
              <Button look="strong" icon="plus" onPress={showNewRound}>
                {say.newRound}
              </Button>
            )
          }
        >
          {say.emptyText}
        </Empty>
      ) : (
        rounds && <RoundList rounds={rounds} />
      )}
    </div>
  )
}
