/** A turn of the interviewer: what it is offered or was confirmed as, its words, and how the answer begins. */
import type { GuideQuestion, GuideTurn, TurnRole } from '../../schema/guide.ts'
import { Icon } from '../parts/icon.tsx'
import { RowMenu, type Act } from '../parts/menu.tsx'
import { useWords } from '../words.ts'
import { QuestionNumber } from './question-number.tsx'

export interface TurnActs {
  readonly say: (role: TurnRole) => void
  readonly forget: () => void
  readonly asSaid: (question: GuideQuestion) => void
  readonly open: () => void
}

export function TurnRow({
  turn,
  questions,
  canAct,
  acts,
}: {
  readonly turn: GuideTurn
  readonly questions: readonly GuideQuestion[]
  readonly canAct: boolean
  readonly acts: TurnActs
}) {
  const words = useWords()
  const { role, decidedBy } = turn
  const question = role.kind === 'asks' ? questions.find(({ id }) => id === role.question) : undefined
  const score = turn.likest.find((each) => each.question === question?.id)?.score
  const isNew =
    question && !question.wordings.some((each) => each.words.toLowerCase() === turn.words.trim().toLowerCase())
  const menu = (): readonly Act[] => [
    ...(decidedBy === null
      ? [{ id: 'confirm', label: words.guide.confirm, icon: 'check' as const, do: () => acts.say(role) }]
      : [{ id: 'forget', label: words.guide.takeBack, do: acts.forget }]),
    ...(decidedBy !== null && isNew
      ? [{ id: 'wording', label: words.guide.addWording, icon: 'plus' as const, do: () => acts.asSaid(question) }]
      : []),
    ...questions.map((each, at) => ({
      id: each.id,
      label: `${each.number} ${each.name}`,
      apart: at === 0,
      do: () => acts.say({ kind: 'asks', question: each.id }),
    })),
    { id: 'follows', label: words.guide.followUp, apart: true, do: () => acts.say({ kind: 'follows' }) },
    { id: 'none', label: words.guide.asksNone, do: () => acts.say({ kind: 'none' }) },
    { id: 'open', label: words.guide.openPlace, apart: true, do: acts.open },
  ]
  return (
    <div className={`guide-turn${decidedBy === null ? ' is-offered' : ''}`}>
      <div className="guide-turn-role">
        {question ? (
          <>
            <QuestionNumber question={question} />
            <span className="cut">{question.name}</span>
          </>
        ) : (
          <span className="quiet">{role.kind === 'follows' ? words.guide.follows : words.guide.none}</span>
        )}
        <span className="guide-turn-state quiet">
          {decidedBy === null ? words.guide.offered : <Icon name="check" />}
          {decidedBy === null && score !== undefined ? ` ${words.guide.likeness(score)}` : ''}
          {decidedBy !== null && words.guide.decided}
        </span>
      </div>
      <div className="guide-turn-words">
        <p>{turn.words}</p>
        {turn.answer !== '' && <p className="quiet cut">{turn.answer}</p>}
      </div>
      {canAct && <RowMenu label={words.guide.other} acts={menu} />}
    </div>
  )
}
