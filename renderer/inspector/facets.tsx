/** How a coding is meant: its weight, the speaker's stance, and whom the speaker holds responsible. */
import { responsibles, stances, type Coding } from '../../schema/coding.ts'
import { useCommand } from '../archive/use-archive.ts'
import { Choice } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { useExplain, useWords } from '../words.ts'

const weights = [1, 2, 3] as const
const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

export function Facets({ coding }: { readonly coding: Coding }) {
  const words = useWords()
  const explain = useExplain()
  const update = useCommand('coding.update')
  return (
    <div className="facets">
      <div className="facet-weight" role="radiogroup" aria-label={words.inspector.weight}>
        {weights.map((weight) => (
          <button
            tabIndex={coding.weight === weight ? 0 : -1}
            onKeyDown={(event) => {
              const step = steps[event.key]
              const next = weights.find((each) => each === weight + (step ?? 0))
              if (!step || !next) return
              event.preventDefault()
              const beside =
                step > 0 ? event.currentTarget.nextElementSibling : event.currentTarget.previousElementSibling
              if (beside instanceof HTMLElement) beside.focus()
              void update({ coding: coding.id, weight: next })
            }}
            key={weight}
            type="button"
            role="radio"
            aria-checked={coding.weight === weight}
            aria-label={words.inspector.weights[weight]}
            title={words.inspector.weights[weight]}
            className={weight <= coding.weight ? 'is-on' : ''}
            onClick={() => void update({ coding: coding.id, weight })}
          />
        ))}
      </div>
      <Choice<string>
        bare
        label={words.inspector.stance}
        value={coding.stance ?? ''}
        options={[
          { value: '', label: words.inspector.noStance },
          ...stances.map((value) => ({ value: value as string, label: words.inspector.stances[value] })),
        ]}
        onChange={(value) => void update({ coding: coding.id, stance: stances.find((each) => each === value) ?? null })}
      />
      <Choice<string>
        bare
        label={words.inspector.holdsResponsible}
        value={coding.holdsResponsible ?? ''}
        options={[
          { value: '', label: words.inspector.nobodyNamed },
          ...responsibles.map((value) => ({ value: value as string, label: words.inspector.responsibles[value] })),
        ]}
        onChange={(value) =>
          void update({ coding: coding.id, holdsResponsible: responsibles.find((each) => each === value) ?? null })
        }
      />
      <FaultLine words={update.fault && explain(update.fault)} />
    </div>
  )
}
