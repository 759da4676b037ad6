/** How a coding is meant: its weight, the speaker's stance, and whom the speaker holds responsible. */
import { responsibles, stances, type Coding } from '../../schema/coding.ts'
import { useCommand } from '../archive/use-archive.ts'
import { Choice } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { useExplain, useWords } from '../words.ts'

const weights = [1, 2, 3] as const

export function Facets({ coding }: { readonly coding: Coding }) {
  const words = useWords()
  const explain = useExplain()
  const update = useCommand('coding.update')
  return (
    <div className="facets">
      <div className="facet-weight" role="radiogroup" aria-label={words.inspector.weight}>
        {weights.map((weight) => (
          <button
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
