/** The questions of the guide: written, worded, joined to families, put in order by dragging or Alt+arrows. */
import { useState } from 'react'
import type { GuideQuestion } from '../../schema/guide.ts'
import type { GuideQuestionId } from '../../schema/ids.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { actsOf, keyHint } from '../keys.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { List } from '../parts/list.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { QuestionForm } from './question-form.tsx'
import { QuestionNumber } from './question-number.tsx'

const none: readonly GuideQuestion[] = []
const keyOf = ({ id }: GuideQuestion) => id
const dragType = 'application/x-kartoteka-question'

export function QuestionDesk({ canAct }: { readonly canAct: boolean }) {
  const words = useWords()
  const explain = useExplain()
  const answer = useQuery('guide.list', {})
  const questions = answer.value ?? none
  const [current, setCurrent] = useState<GuideQuestionId | null>(null)
  const create = useCommand('guide.create')
  const move = useCommand('guide.move')
  const remove = useCommand('guide.delete')
  const takeFamilies = useCommand('guide.takeFamilies')
  const fault = answer.fault ?? create.fault ?? move.fault ?? remove.fault ?? takeFamilies.fault
  const shown = questions.find(({ id }) => id === current) ?? questions[0]

  async function add(): Promise<void> {
    const made = await create({ name: words.guide.newName })
    if (made) setCurrent(made.id)
  }
  async function take(): Promise<void> {
    const made = await takeFamilies({})
    if (made) notify({ words: made.length > 0 ? words.guide.tookFamilies(made.length) : words.guide.noFamilies })
  }
  function moveBy(question: GuideQuestion, by: 1 | -1): void {
    const position = questions.indexOf(question) + by
    setCurrent(question.id)
    if (position >= 0 && position < questions.length) void move({ question: question.id, position })
  }
  useOffer({
    of: ({ guide }) => guide.part.questions,
    acts: ({ guide }) =>
      canAct
        ? [
            { id: 'question-add', label: guide.newQuestion, do: () => void add() },
            { id: 'question-families', label: guide.takeFamilies, do: () => void take() },
            ...(shown
              ? [
                  {
                    id: 'question-up',
                    label: guide.moveUp,
                    hint: keyHint('codeUp'),
                    isDisabled: shown === questions[0],
                    do: () => moveBy(shown, -1),
                  },
                  {
                    id: 'question-down',
                    label: guide.moveDown,
                    hint: keyHint('codeDown'),
                    isDisabled: shown === questions.at(-1),
                    do: () => moveBy(shown, 1),
                  },
                  {
                    id: 'question-delete',
                    label: `${guide.delete}: ${shown.number} ${shown.name}`,
                    hint: keyHint('remove'),
                    do: () => void remove({ questions: [shown.id] }),
                  },
                ]
              : []),
          ]
        : [],
  })
  function dropOn(target: GuideQuestion, dragged: string): void {
    const question = questions.find(({ id }) => id === dragged)
    if (question && question !== target) void move({ question: question.id, position: questions.indexOf(target) })
  }

  return (
    <>
      {canAct && (
        <div className="report-tools">
          <Button icon="plus" onPress={() => void add()}>
            {words.guide.newQuestion}
          </Button>
          <Button onPress={() => void take()}>{words.guide.takeFamilies}</Button>
        </div>
      )}
      <FaultLine words={fault && explain(fault)} />
      {answer.value?.length === 0 && (
        <Empty icon="guide" title={words.guide.noQuestions}>
          {words.guide.noQuestionsText}
        </Empty>
      )}
      {shown && (
        <div className="guide-questions">
          <List<GuideQuestion>
            label={words.guide.questionList}
            rows={questions}
            keyOf={keyOf}
            rowHeight={34}
            className="guide-question-list"
            current={shown.id}
            onCurrent={({ id }) => setCurrent(id)}
            keepsPlace
            onKey={(event, question) => {
              if (!question || !canAct) return false
              const acts = actsOf(event.nativeEvent, false)
              if (acts.includes('codeUp')) moveBy(question, -1)
              else if (acts.includes('codeDown')) moveBy(question, 1)
              else if (acts.includes('remove')) void remove({ questions: [question.id] })
              else return false
              return true
            }}
            render={(question) => (
              <div
                className="guide-question"
                draggable={canAct}
                onDragStart={(event) => event.dataTransfer.setData(dragType, question.id)}
                onDragOver={(event) => {
                  if (event.dataTransfer.types.includes(dragType)) event.preventDefault()
                }}
                onDrop={(event) => {
                  const dragged = event.dataTransfer.getData(dragType)
                  if (dragged === '') return
                  event.preventDefault()
                  event.stopPropagation()
                  dropOn(question, dragged)
                }}
              >
                <QuestionNumber question={question} />
                <span className="cut">{question.name}</span>
              </div>
            )}
          />
          <QuestionForm
            key={shown.id}
            question={shown}
            canAct={canAct}
            isFirst={shown === questions[0]}
            isLast={shown === questions.at(-1)}
            onMove={(by) => moveBy(shown, by)}
            onDelete={() => void remove({ questions: [shown.id] })}
          />
        </div>
      )}
    </>
  )
}
