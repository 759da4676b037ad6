/** What to review: within which codes and documents, and which of those passages. */
import { useState } from 'react'
import type { Criterion, ReviewChoice, RoundKind } from '../../schema/review.ts'
import type { CodeId, SourceId } from '../../schema/ids.ts'
import { useQuery } from '../archive/use-archive.ts'
import { optionsOf, useCodes } from '../codebook/use-codebook.ts'
import { Choice } from '../parts/choice.tsx'
import { Field } from '../parts/field.tsx'
import { ChoiceChip } from '../parts/filter-chip.tsx'
import { useWords } from '../words.ts'

type By = Criterion['by']
const ofReview = ['disagreements', 'rare', 'dominant', 'starred', 'unreviewed', 'share'] as const
const ofCoding = ['share'] as const

const usual: { readonly [Each in By]: Extract<Criterion, { by: Each }> } = {
  rare: { by: 'rare', atMost: 5 },
  starred: { by: 'starred' },
  unreviewed: { by: 'unreviewed' },
  disagreements: { by: 'disagreements' },
  dominant: { by: 'dominant', above: 60 },
  share: { by: 'share', percent: 10, stratum: 'kind' },
}

export function ChoicePart({
  kind,
  choice,
  onChange,
}: {
  readonly kind: RoundKind
  readonly choice: ReviewChoice
  readonly onChange: (choice: ReviewChoice) => void
}) {
  const { review: say } = useWords()
  const codes = useCodes()
  const sources = useQuery('source.list', {}).value ?? []
  const tick = (by: By, isOn: boolean) =>
    onChange({
      ...choice,
      any: isOn ? [...choice.any, usual[by]] : choice.any.filter((each) => each.by !== by),
    })
  const change = (next: Criterion) =>
    onChange({ ...choice, any: choice.any.map((each) => (each.by === next.by ? next : each)) })
  const within = <Key extends 'codes' | 'sources'>(key: Key, ids: ReviewChoice[Key]) => {
    onChange({ ...choice, [key]: ids?.length ? ids : undefined })
  }

  return (
    <fieldset className="review-group">
      <legend className="field-label">{say.choose}</legend>
      <div className="review-chips">
        {kind === 'review' && (
          <ChoiceChip
            label={say.codes}
            options={optionsOf(codes, codes.all)}
            chosen={choice.codes ?? []}
            nothing={say.nothingThere}
            clear={say.clear}
            onChange={(ids) => within('codes', ids as CodeId[])}
          />
        )}
        <ChoiceChip
          label={say.documents}
          options={sources.map(({ id, short, title }) => ({ value: id, label: `${short} ${title}` }))}
          chosen={choice.sources ?? []}
          nothing={say.nothingThere}
          clear={say.clear}
          onChange={(ids) => within('sources', ids as SourceId[])}
        />
      </div>
      <p className="field-hint">{kind === 'review' ? say.chooseHint : say.chooseUnitsHint}</p>
      <ul className="review-ticks">
        {(kind === 'review' ? ofReview : ofCoding).map((by) => {
          const criterion = choice.any.find((each) => each.by === by)
          return (
            <li key={by} className={by === 'share' ? undefined : 'review-tick-row'}>
              <label className="tick-line">
                <input
                  type="checkbox"
                  checked={criterion !== undefined}
                  onChange={(event) => tick(by, event.target.checked)}
                />
                {say.ticks[by]}
              </label>
              {criterion && <Details criterion={criterion} choice={choice} onCriterion={change} onChoice={onChange} />}
            </li>
          )
        })}
        {kind === 'coding' && (
          <li>
            <label className="tick-line">
              <input
                type="checkbox"
                checked={choice.withInterviewers}
                onChange={(event) => onChange({ ...choice, withInterviewers: event.target.checked })}
              />
              {say.withInterviewers}
            </label>
          </li>
        )}
      </ul>
    </fieldset>
  )
}

/** The numbers of a line that has some. */
function Details({
  criterion,
  choice,
  onCriterion,
  onChoice,
}: {
  readonly criterion: Criterion
  readonly choice: ReviewChoice
  readonly onCriterion: (criterion: Criterion) => void
  readonly onChoice: (choice: ReviewChoice) => void
}) {
  const { review: say } = useWords()
  const attributes = useQuery('attribute.list', {}).value ?? []
  if (criterion.by === 'rare')
    return (
      <div className="review-inline">
        <NumberField
          label={say.rareMost}
          value={criterion.atMost}
          least={1}
          most={10_000}
          onChange={(atMost) => onCriterion({ ...criterion, atMost: Math.round(atMost) })}
        />
      </div>
    )
  if (criterion.by === 'dominant')
    return (
      <div className="review-inline">
        <NumberField
          label={say.above}
          value={criterion.above}
          least={0.1}
          most={100}
          onChange={(above) => onCriterion({ ...criterion, above })}
        />
      </div>
    )
  if (criterion.by !== 'share') return null
  return (
    <div className="review-details">
      <NumberField
        label={say.share}
        value={criterion.percent}
        least={0.1}
        most={100}
        onChange={(percent) => onCriterion({ ...criterion, percent })}
      />
      <Choice<string>
        label={say.stratum}
        value={criterion.stratum}
        onChange={(stratum) => onCriterion({ ...criterion, stratum })}
        options={[
          ...(['', 'kind', 'language', 'case'] as const).map((value) => ({
            value: value as string,
            label: say.strata[value === '' ? 'none' : value],
          })),
          ...attributes.map(({ key, name }) => ({ value: key, label: say.stratumOf(name) })),
        ]}
      />
      <Field
        label={say.seed}
        hint={say.seedHint}
        value={choice.seed}
        onChange={(seed) => onChoice({ ...choice, seed })}
        maxLength={80}
      />
    </div>
  )
}

/** Takes a number when it is one within its borders; until then what is typed stands as it is. */
function NumberField({
  label,
  value,
  least,
  most,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onChange: (value: number) => void
}) {
  const { review: say } = useWords()
  const [typed, setTyped] = useState(String(value))
  const isNumber = (text: string) => {
    const number = Number(text.replace(',', '.'))
    return text.trim() !== '' && number >= least && number <= most
  }
  return (
    <Field
      label={label}
      value={typed}
      inputMode="decimal"
      fault={isNumber(typed) ? undefined : say.between(least, most)}
      onChange={(text) => {
        setTyped(text)
        if (isNumber(text)) onChange(Number(text.replace(',', '.')))
      }}
    />
  )
}
