import { questionsOf } from '../../schema/review-pack.ts'
import { useObservable } from '../observable.ts'
import type { Session } from './session.ts'
import { usePackWords } from './words.ts'

/** What the researcher asks about the whole round, each with room for an answer; nothing where nothing is asked. */
export function Questions({ session }: { readonly session: Session }) {
  const words = usePackWords()
  const { texts } = useObservable(session.answers)
  const questions = questionsOf(session.pack.questions)
  if (questions.length === 0) return null
  return (
    <section className="pack-questions" aria-label={words.questions(questions.length)}>
      <h2>{words.questions(questions.length)}</h2>
      <ol>
        {questions.map((question, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a question may be asked twice, and none moves
          <li key={index}>
            <span className="tabular quiet">{index + 1}</span>
            <label htmlFor={`answer-${index}`}>{question}</label>
            <textarea
              id={`answer-${index}`}
              className="input input-long"
              rows={1}
              value={texts[index] ?? ''}
              maxLength={5000}
              placeholder={words.answerPlaceholder}
              onChange={(event) => session.answer(index, event.target.value)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
