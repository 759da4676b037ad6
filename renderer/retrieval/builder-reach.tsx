/** How far: a number of words, paragraphs or turns, or the same one of them. */
import { useState } from 'react'
import type { Reach } from '../../schema/query-tree.ts'
import { Choice } from '../parts/choice.tsx'
import { Field } from '../parts/field.tsx'
import { useWords } from '../words.ts'

const counted = {
  words: 'words',
  paragraphs: 'paragraph',
  turns: 'turn',
  documents: 'document',
  cases: 'case',
} as const
type Counted = keyof typeof counted
export type ReachChoice = 'usual' | 'paragraph' | 'turn' | 'document' | 'case' | Counted

const isCounted = (choice: ReachChoice): choice is Counted => choice in counted

export function choiceOf(reach: Reach | null): ReachChoice {
  if (!reach) return 'usual'
  const many = Object.entries(counted).find(([, unit]) => unit === reach.unit)
  return reach.unit === 'words' || reach.count > 0 ? ((many?.[0] as Counted | undefined) ?? 'words') : reach.unit
}

export function reachOf(choice: ReachChoice): Reach | null {
  if (choice === 'usual') return null
  if (!isCounted(choice)) return { unit: choice, count: 0 }
  return { unit: counted[choice], count: choice === 'words' ? 50 : 1 }
}

export function BuilderReach({
  label,
  usual,
  bare = false,
  reach,
  offered,
  onChange,
}: {
  readonly label: string
  /** What it is called where none is given. */
  readonly usual: string
  readonly bare?: boolean
  readonly reach: Reach | null
  readonly offered: readonly ReachChoice[]
  readonly onChange: (reach: Reach | null) => void
}) {
  const said = useWords().retrieval.builder
  const [draft, setDraft] = useState('')
  const choice = choiceOf(reach)
  const options = offered.includes(choice) ? offered : [...offered, choice]
  return (
    <>
      <Choice<ReachChoice>
        bare={bare}
        label={label}
        value={choice}
        options={options.map((value) => ({ value, label: value === 'usual' ? usual : said.reaches[value] }))}
        onChange={(next) => onChange(reachOf(next))}
      />
      {reach && isCounted(choice) && (
        <div className="builder-count">
          <Field
            bare={bare}
            label={said.count}
            inputMode="numeric"
            value={draft === '' || Number(draft) === reach.count ? draft || `${reach.count}` : `${reach.count}`}
            onChange={(next) => {
              const digits = next.replaceAll(/\D/g, '').slice(0, 4)
              setDraft(digits)
              if (Number(digits) > 0) onChange({ ...reach, count: Number(digits) })
            }}
          />
        </div>
      )}
    </>
  )
}
