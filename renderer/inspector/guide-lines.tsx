/** What the interview guide says of a document, and of a passage in it. */
import type { SourceId } from '../../schema/ids.ts'
import { isText, type CodedPassage } from '../../schema/passage.ts'
import { useQuery } from '../archive/use-archive.ts'
import { showTurns } from '../guide/guide-address.ts'
import { QuestionNumber } from '../guide/question-number.tsx'
import { Button } from '../parts/button.tsx'
import { useWords } from '../words.ts'

/** What was never asked or not answered in an interview; nothing for other documents. */
export function GuideGapsLine({ source }: { readonly source: SourceId }) {
  const words = useWords()
  const gaps = useQuery('guide.gaps', { sources: [source] }).value?.[0]
  const questions = useQuery('guide.list', {}).value
  if (!gaps || !questions?.length) return null
  return (
    <section aria-label={words.guide.ofDocument}>
      <h3>{words.guide.ofDocument}</h3>
      <p>{words.guide.gaps(gaps)}</p>
      <Button look="quiet" icon="guide" onPress={() => showTurns(source)}>
        {words.guide.openTurns(gaps.open)}
      </Button>
    </section>
  )
}

/** The question that a passage answers, where it stands in the answer to one. */
export function PassageQuestion({ source, passage }: { readonly source: SourceId; readonly passage: CodedPassage }) {
  const words = useWords()
  const answers = useQuery('guide.answers', { source }).value
  const questions = useQuery('guide.list', {}).value
  if (!isText(passage) || passage.state === 'parked') return null
  const answer = answers?.find(({ start, end }) => start <= passage.start && passage.start < end)
  const question = questions?.find(({ id }) => id === answer?.question)
  if (!answer || !question) return null
  return (
    <p className="guide-question">
      <span className="quiet">{words.guide.answersQuestion}</span>
      <QuestionNumber question={question} />
      <span className="cut">{question.name}</span>
      {!answer.isConfirmed && <span className="quiet">{words.guide.offered}</span>}
    </p>
  )
}
