/** What the readers of a round are asked besides its excerpts, and what each answered. */
import type { ReviewRound } from '../../schema/review.ts'
import { questionsOf } from '../../schema/review-pack.ts'
import { useQuery } from '../archive/use-archive.ts'
import { InPlace } from '../parts/field.tsx'
import { useWords } from '../words.ts'

export function RoundQuestions({
  round,
  canWrite,
  onWrite,
}: {
  readonly round: ReviewRound
  /** Nobody has them yet. */
  readonly canWrite: boolean
  readonly onWrite: (questions: string) => void
}) {
  const { review: say } = useWords()
  const coders = useQuery('coder.list', {}).value
  const questions = questionsOf(round.questions)
  if (questions.length === 0 && !canWrite) return null
  const answersTo = (at: number) =>
    round.replies.flatMap(({ id, coder, toQuestions }) => {
      const answer = toQuestions[at]?.trim() ?? ''
      return answer === '' ? [] : [{ id, answer, by: coders?.find((each) => each.id === coder)?.name ?? '' }]
    })
  const hasAnswers = questions.some((_, at) => answersTo(at).length > 0)
  return (
    <details className="review-asked" open={canWrite || hasAnswers}>
      <summary className="field-label">{say.questions}</summary>
      {canWrite ? (
        <InPlace
          long
          label={say.questions}
          value={round.questions}
          placeholder={say.questionsPlaceholder}
          onCommit={onWrite}
        />
      ) : (
        <ol>
          {questions.map((question, at) => (
            <li key={question}>
              {question}
              {answersTo(at).map(({ id, by, answer }) => (
                <p key={id} className="quiet">
                  <strong>{by}</strong> {answer}
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}
