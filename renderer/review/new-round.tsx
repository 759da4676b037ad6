/** A new round: what is asked, of which excerpts, and what that would be, counted while it is chosen. */
import { useState } from 'react'
import type { ItemUnit, ReviewChoice, ReviewRound, RoundKind } from '../../schema/review.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { ChoicePart } from './choice-part.tsx'
import { CountPart } from './count-part.tsx'
import { showRound, showRounds } from './go-to-round.ts'

const roundKinds = ['review', 'coding'] as const
const units = ['turn', 'paragraph', 'sentence'] as const

/** Four digits, to be written down. */
const freshSeed = () => String(1000 + ((crypto.getRandomValues(new Uint16Array(1))[0] ?? 0) % 9000))

export function NewRound({ rounds, canAct }: { readonly rounds: readonly ReviewRound[]; readonly canAct: boolean }) {
  const words = useWords()
  const say = words.review
  const explain = useExplain()
  const turn = useTurn()
  const create = useCommand('review.create')
  const [name, setName] = useState<string | null>(null)
  const [kind, setKind] = useState<RoundKind>('review')
  const [blind, setBlind] = useState(false)
  const [unit, setUnit] = useState<Exclude<ItemUnit, 'passage'>>('turn')
  const [questions, setQuestions] = useState('')
  const [choice, setChoice] = useState<ReviewChoice>(() => ({ any: [], withInterviewers: false, seed: freshSeed() }))
  const asked = { kind, unit: kind === 'review' ? ('passage' as const) : unit, choice }
  const count = useQuery('review.count', asked, { keepPrevious: true })
  const title = name ?? say.usualName(rounds.length + 1)
  const chosen = count.value?.chosen ?? 0
  const isReady = canAct && title.trim() !== '' && chosen > 0 && !create.isBusy

  async function make(): Promise<void> {
    const made = await create({ ...asked, name: title.trim(), questions, blind: kind === 'coding' || blind })
    if (!made) return
    notify({
      words: say.roundMade(made.items),
      act: { label: words.common.undo, do: () => void turn('history.undo').then(showRounds) },
    })
    showRound(made.id, 'excerpts')
  }
  function changeKind(next: RoundKind): void {
    setKind(next)
    // A second coder has units, and what is known of codings is nothing to choose them by.
    setChoice((now) => ({ ...now, any: now.any.filter(({ by }) => next === 'review' || by === 'share') }))
  }
  useOffer({
    of: ({ review }) => review.newRound,
    acts: ({ review }) => [{ id: 'review-make', label: review.create, isDisabled: !isReady, do: () => void make() }],
  })

  const fault = create.fault ?? count.fault
  return (
    <div className="page review-view" data-pane="review">
      <header className="page-head">
        <Button look="quiet" icon="left" onPress={showRounds}>
          {say.back}
        </Button>
        <h1 className="grow cut">{say.newRound}</h1>
        <Button look="strong" isDisabled={!isReady} onPress={() => void make()}>
          {say.create}
        </Button>
      </header>
      <FaultLine words={fault && explain(fault)} />
      <div className="review-new">
        <form className="review-form" onSubmit={(event) => event.preventDefault()}>
          <Field label={say.name} value={title} onChange={setName} maxLength={200} />
          <fieldset className="review-group">
            <legend className="field-label">{say.kind}</legend>
            <Segments<RoundKind>
              label={say.kind}
              value={kind}
              onChange={changeKind}
              options={roundKinds.map((value) => ({ value, label: say.kinds[value] }))}
            />
            <p className="field-hint">{say.kindHints[kind]}</p>
            {kind === 'review' ? (
              <label className="tick-line">
                <input type="checkbox" checked={blind} onChange={(event) => setBlind(event.target.checked)} />
                {say.blindTick}
              </label>
            ) : (
              <Segments
                label={say.units}
                value={unit}
                onChange={setUnit}
                options={units.map((value) => ({ value, label: say.unitNames[value] }))}
              />
            )}
          </fieldset>
          <ChoicePart kind={kind} choice={choice} onChange={setChoice} />
          <Field
            long
            rows={3}
            label={say.questions}
            hint={say.questionsHint}
            placeholder={say.questionsPlaceholder}
            value={questions}
            onChange={setQuestions}
            maxLength={20_000}
          />
        </form>
        <CountPart kind={kind} choice={choice} count={count.value ?? null} />
      </div>
    </div>
  )
}
