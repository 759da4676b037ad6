/**
 * The queue inside the app: the cards of a round, one at a time, for a reader who has the program. The keys are
 * those of the pack: A agrees, D disagrees, U is unsure about the code in turn, S suggests or puts a code, X says that
 * none fits, R shows the codes of a blind round, C comments, N goes on, P goes back.
 */
import type { Coder } from '../../schema/coder.ts'
import type { ReviewRound } from '../../schema/review.ts'
import { questionsOf } from '../../schema/review-pack.ts'
import { keyHint, useKeys } from '../keys.ts'
import { useOffer } from '../offers.ts'
import { useCommand } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { InPlace } from '../parts/field.tsx'
import { ProgressBar } from '../parts/progress.tsx'
import { useExplain, useWords } from '../words.ts'
import { isDecided } from '../review-card/draft.ts'
import { CardBody } from './card-body.tsx'
import { showRound } from './go-to-round.ts'
import { useCardAnswers } from './use-card-answers.ts'

export function CardDesk({
  round,
  coder,
  canAct,
}: {
  readonly round: ReviewRound
  readonly coder: Coder | null
  readonly canAct: boolean
}) {
  const words = useWords()
  const say = words.review
  const explain = useExplain()
  const answers = useCardAnswers(round)
  const { at, goTo, excerpt, draft, total } = answers
  const isEnd = total !== null && at >= total
  const answerQuestion = useCommand('review.toQuestion')
  const own = round.replies.find((reply) => reply.coder === coder?.id && reply.via === 'window')
  const mine = round.replies.find((reply) => reply.coder === coder?.id)?.answers ?? 0
  const next = () => goTo(Math.min(total ?? at, at + 1))
  const previous = () => goTo(Math.max(0, at - 1))
  const questions = questionsOf(round.questions)

  useKeys({ nextCard: next, previousCard: previous })
  useOffer({
    of: ({ review }) => review.cards,
    acts: ({ review }) => [
      { id: 'card-next', label: review.next, hint: keyHint('nextCard'), isDisabled: isEnd, do: next },
      {
        id: 'card-previous',
        label: review.previous,
        hint: keyHint('previousCard'),
        isDisabled: at === 0,
        do: previous,
      },
      { id: 'card-proposals', label: review.toProposals, do: () => showRound(round.id) },
    ],
  })

  return (
    <div className="page review-view" data-pane="review">
      <header className="page-head">
        <Button look="quiet" icon="left" onPress={() => showRound(round.id)}>
          {round.kind === 'coding' ? say.tabs.excerpts : say.tabs.proposals}
        </Button>
        <h1 className="grow cut">{round.name}</h1>
        <span className="quiet tabular" role="status">
          {total !== null && !isEnd && say.cardOf(at + 1, total)} · {say.decidedHere(mine)}
        </span>
        <Button icon="left" isDisabled={at === 0} onPress={previous} aria-keyshortcuts={keyHint('previousCard')}>
          {say.previous} <kbd>{keyHint('previousCard')}</kbd>
        </Button>
        <Button
          look={excerpt && isDecided(round, excerpt, draft) ? 'strong' : 'plain'}
          isDisabled={isEnd}
          onPress={next}
          aria-keyshortcuts={keyHint('nextCard')}
        >
          {say.next} <kbd>{keyHint('nextCard')}</kbd>
        </Button>
      </header>
      <ProgressBar label={say.cards} share={total ? Math.min(1, at / total) : 0} />
      <FaultLine
        words={answers.fault && explain(answers.fault)}
        onDismiss={answers.forget}
        dismiss={words.pieces.dismiss}
      />
      <div className="review-cards">
        {questions.length > 0 && (
          <details className="review-questions" open={at === 0}>
            <summary>{say.questionsAsked}</summary>
            <ol>
              {questions.map((question, number) => (
                <li key={question}>
                  {question}
                  {canAct && round.closedAt === '' && (
                    <InPlace
                      long
                      label={say.answerTo(question)}
                      value={own?.toQuestions[number] ?? ''}
                      placeholder={say.answerHere}
                      onCommit={(answer) => void answerQuestion({ round: round.id, question: number, answer })}
                    />
                  )}
                </li>
              ))}
            </ol>
          </details>
        )}
        {coder?.id === round.coder && at === 0 && <p className="quiet">{say.ownRound}</p>}
        {isEnd ? (
          <Empty
            icon="check"
            title={say.allRead}
            act={
              <Button look="strong" onPress={() => showRound(round.id)}>
                {round.kind === 'coding' ? say.tabs.excerpts : say.toProposals}
              </Button>
            }
          >
            {say.allReadText(mine, round.items)}
          </Empty>
        ) : (
          excerpt && (
            <CardBody
              key={excerpt.item}
              round={round}
              excerpt={excerpt}
              draft={draft}
              canAct={canAct && round.closedAt === ''}
              onStep={answers.take}
              onNext={next}
            />
          )
        )}
      </div>
    </div>
  )
}
