/**
 * What stands at one place and who gave it: each code holds, falls or is left as it is, with a reason, which can
 * become a line of when not to use the code that fell. One step, taken back by Undo.
 */
import { useState } from 'react'
import type { BesideMark, BesideUnit } from '../../schema/agreement.ts'
import type { CodeId, CoderId } from '../../schema/ids.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { perform } from '../keys.ts'
import { Button } from '../parts/button.tsx'
import { CodeChip } from '../parts/chip.tsx'
import { Segments } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'

const choices = ['holds', 'leave', 'falls'] as const
type Verdict = (typeof choices)[number]

export function Arbitration({
  unit,
  coders,
  codes,
  onDecided,
}: {
  readonly unit: BesideUnit
  readonly coders: readonly { readonly id: CoderId; readonly name: string }[]
  readonly codes: Codes
  readonly onDecided: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const readOnly = useQuery('archive.status', {}).value?.readOnly === true
  const decide = useCommand('agreement.arbitrate')
  const [chosen, setChosen] = useState<Readonly<Record<CodeId, Verdict>>>({})
  const [reason, setReason] = useState('')
  const [excludeFrom, setExcludeFrom] = useState<CodeId | null>(null)
  const say = words.agreement
  // What differs comes first: it is what one is here for.
  const byCode = [...Map.groupBy(unit.marks, ({ code }) => code)].toSorted(
    ([one], [other]) => Number(unit.open.includes(other)) - Number(unit.open.includes(one)),
  )
  const falling = byCode.flatMap(([code]) => (chosen[code] === 'falls' ? [code] : []))
  const excluded = excludeFrom !== null && falling.includes(excludeFrom) ? excludeFrom : null
  const isChosen = Object.values(chosen).some((verdict) => verdict !== 'leave')
  const of = (verdict: Verdict) =>
    byCode.flatMap(([code, marks]) => (chosen[code] === verdict ? marks.map(({ coding }) => coding) : []))

  async function save(): Promise<void> {
    const answer = await decide({
      uphold: of('holds'),
      supersede: of('falls'),
      reason,
      excludeFrom: excluded,
    })
    if (!answer) return
    notify({ words: say.decided, act: { label: words.common.undo, do: () => void perform('undo') } })
    const isSettled = unit.open.every((code) => (chosen[code] ?? 'leave') !== 'leave')
    setChosen({})
    setReason('')
    if (isSettled) onDecided()
  }

  return (
    <aside className="arbitration" aria-label={say.arbitration} data-pane="arbitration">
      <h2>
        {say.arbitration} <span className="quiet tabular">{unit.place}</span>
      </h2>
      {byCode.length === 0 && <p className="quiet">{say.nothingHere}</p>}
      <ul className="arbitration-codes">
        {byCode.map(([id, marks]) => {
          const code = codes.byId.get(id)
          if (!code) return null
          return (
            <li key={id}>
              <CodeChip shortcut={code.shortcut} name={code.name} colour={code.colour} />
              {coders.map((coder) => (
                <GivenBy key={coder.id} name={coder.name} marks={marks.filter((mark) => mark.coder === coder.id)} />
              ))}
              <Segments<Verdict>
                label={say.decisionOn(code.name)}
                value={chosen[id] ?? 'leave'}
                onChange={(verdict) => setChosen((now) => ({ ...now, [id]: verdict }))}
                options={choices.map((each) => ({ value: each, label: say.choices[each] }))}
              />
            </li>
          )
        })}
      </ul>
      {byCode.length > 0 && !readOnly && (
        <form
          className="arbitration-form"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <Field label={say.reason} hint={say.reasonHint} value={reason} onChange={setReason} long rows={3} />
          {falling.map((id) => {
            const code = codes.byId.get(id)
            return code ? (
              <label key={id} className="arbitration-rule">
                <input
                  type="checkbox"
                  checked={excluded === id}
                  onChange={(event) => setExcludeFrom(event.target.checked ? id : null)}
                />
                <span>{say.exclude(`${code.shortcut} ${code.name}`.trim())}</span>
              </label>
            ) : null
          })}
          <FaultLine words={decide.fault && explain(decide.fault)} />
          <Button look="strong" type="submit" isDisabled={!isChosen || reason.trim() === '' || decide.isBusy}>
            {say.decide}
          </Button>
        </form>
      )}
    </aside>
  )
}

/** The words that a coder gave the code to, and what was decided of it. */
function GivenBy({ name, marks }: { readonly name: string; readonly marks: readonly BesideMark[] }) {
  const { agreement: say } = useWords()
  if (marks.length === 0)
    return (
      <p className="arbitration-given quiet">
        {name}: {say.nobody}
      </p>
    )
  return marks.map((mark) => (
    <p key={mark.coding} className="arbitration-given">
      <span className="quiet">{name}:</span> <q>{mark.quote}</q>
      {mark.verdict && (
        <span className={`arbitration-verdict is-${mark.verdict}`}>
          {say.verdicts[mark.verdict]}
          {mark.reason && `: ${mark.reason}`}
        </span>
      )}
    </p>
  ))
}
