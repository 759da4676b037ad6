/** The rounds, the newest first: what each asked of whom, and how far it has come. */
import type { ReviewRound } from '../../schema/review.ts'
import { useQuery } from '../archive/use-archive.ts'
import { List } from '../parts/list.tsx'
import { useWords } from '../words.ts'
import { showRound } from './go-to-round.ts'
import { stateOf } from './round-state.ts'

export function RoundList({ rounds }: { readonly rounds: readonly ReviewRound[] }) {
  const { review: say } = useWords()
  return (
    <List<ReviewRound>
      label={say.rounds}
      rows={rounds}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      rowHeight={76}
      className="review-rounds"
      onOpen={({ id }) => showRound(id)}
      render={(round) => <RoundRow round={round} />}
    />
  )
}

function RoundRow({ round }: { readonly round: ReviewRound }) {
  const { review: say, say: grammar } = useWords()
  const coders = useQuery('coder.list', {}).value
  const nameOf = (id: string) => coders?.find((coder) => coder.id === id)?.name ?? ''
  const readers = [...new Set(round.replies.map(({ coder }) => nameOf(coder)))].filter(Boolean)
  const state = stateOf(round)
  return (
    <article className="review-round">
      <div className="grow">
        <h2 className="cut">{round.name}</h2>
        <p className="quiet cut tabular">
          {[
            say.kinds[round.kind],
            round.blind ? say.blind : say.open,
            say.excerpts(round.items),
            say.made(grammar.day(round.madeAt), nameOf(round.coder)),
            readers.length > 0 ? say.repliesOf(readers) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <RoundProgress round={round} />
      <span className={`review-state review-state-${state}`}>
        {state === 'deciding' ? say.openLeft(round.proposals.open) : say.stateOf[state]}
      </span>
    </article>
  )
}

/** How many excerpts somebody has answered about, as a bar with its number. */
export function RoundProgress({ round }: { readonly round: ReviewRound }) {
  const { review: say } = useWords()
  const words = say.answered(round.answered, round.items)
  return (
    <span className="review-progress" title={words}>
      <span className="review-bar" aria-hidden="true">
        <span style={{ transform: `scaleX(${round.answered / Math.max(1, round.items)})` }} />
      </span>
      <span className="quiet tabular">{words}</span>
    </span>
  )
}
