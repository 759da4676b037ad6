/** What the readers of a round are asked besides its excerpts. */
import type { ReviewRound } from '../../schema/review.ts'
import { questionsOf } from '../../schema/review-pack.ts'
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
  const questions = questionsOf(round.questions)
  if (questions.length === 0 && !canWrite) return null
  return (
    <details className="review-asked" open={canWrite}>
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
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      )}
    </details>
  )
}
