/** One side of a condition: what is asked about, and what it is. */
import { useState } from 'react'
import { filterCalled } from '../../schema/query-names.ts'
import { operators, type Operator } from '../../schema/attribute.ts'
import { Choice } from '../parts/choice.tsx'
import { Field } from '../parts/field.tsx'
import { ChoiceChip } from '../parts/filter-chip.tsx'
import { useWords } from '../words.ts'
import { formOf, wordForms, wordsLeaf, writtenIn, type Leaf, type WordForm, type WordsLeaf } from './built-query.ts'
import type { KnownNames, Named } from './use-known-names.ts'

const filters = ['speaker', 'role', 'coder', 'stance', 'blames', 'weight', 'star', 'kind', 'document', 'case', 'question', 'language', 'date'] as const // prettier-ignore
const subjects = ['code', 'set', 'words', 'attribute', ...filters] as const
type Subject = (typeof subjects)[number]

function subjectOf(leaf: Leaf): Subject {
  if (leaf.kind === 'code' || leaf.kind === 'set') return leaf.kind
  return leaf.kind === 'attribute' ? (filterCalled(leaf.name) ?? 'attribute') : 'words'
}

/** A condition of this subject that names nothing yet. */
function emptyOf(subject: Subject): Leaf {
  if (subject === 'code' || subject === 'set') return { kind: subject, name: '' }
  if (subject === 'words') return wordsLeaf('', 'any')
  return { kind: 'attribute', name: subject === 'attribute' ? '' : subject, operator: '=', values: [] }
}

export function BuilderLeaf({
  label,
  leaf,
  known,
  onChange,
}: {
  readonly label: string
  readonly leaf: Leaf
  readonly known: KnownNames
  readonly onChange: (leaf: Leaf) => void
}) {
  const said = useWords().retrieval.builder
  const subject = subjectOf(leaf)
  return (
    <>
      <Choice<Subject>
        bare
        label={label}
        value={subject}
        options={subjects.map((value) => ({ value, label: said.leaves[value] }))}
        onChange={(next) => onChange(emptyOf(next))}
      />
      {leaf.kind === 'code' || leaf.kind === 'set' ? (
        <NameChoice
          label={said.leaves[leaf.kind]}
          value={leaf.name}
          options={leaf.kind === 'code' ? known.codes : known.sets}
          onChange={(name) => onChange({ ...leaf, name })}
        />
      ) : leaf.kind === 'attribute' ? (
        <Known leaf={leaf} known={known} onChange={onChange} />
      ) : (
        <Words leaf={leaf} onChange={onChange} />
      )}
    </>
  )
}

/** One of many names; one that is not among them was typed and stays as it is. */
function NameChoice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly Named[]
  readonly onChange: (value: string) => void
}) {
  const said = useWords().retrieval.builder
  const wanted = value.toLowerCase()
  const chosen = options.find((each) => each.value.toLowerCase() === wanted)
  const none = { value: '', label: said.choose }
  return (
    <Choice<string>
      bare
      label={label}
      value={chosen?.value ?? value}
      options={[...(value === '' ? [none] : chosen ? [] : [{ value, label: value }]), ...options]}
      onChange={onChange}
    />
  )
}

function Words({ leaf, onChange }: { readonly leaf: WordsLeaf; readonly onChange: (leaf: Leaf) => void }) {
  const said = useWords().retrieval.builder
  const form = formOf(leaf)
  const written = writtenIn(leaf)
  const distance = leaf.kind === 'near' ? leaf.distance : undefined
  // The beginning of a word is one word, and near each other are at least two.
  const isOne = !/\s/.test(written.trim())
  const offered = wordForms.filter((each) => each === form || each !== (isOne ? 'near' : 'begins'))
  return (
    <>
      <Field
        bare
        label={said.words}
        placeholder={said.words}
        value={written}
        onChange={(next) => onChange(wordsLeaf(next, form === 'begins' && /\s/.test(next) ? 'any' : form, distance))}
      />
      <Choice<WordForm>
        bare
        label={said.form}
        value={form}
        options={offered.map((value) => ({ value, label: said.forms[value] }))}
        onChange={(next) => onChange(wordsLeaf(written, next, distance))}
      />
    </>
  )
}

function Known({
  leaf,
  known,
  onChange,
}: {
  readonly leaf: Extract<Leaf, { kind: 'attribute' }>
  readonly known: KnownNames
  readonly onChange: (leaf: Leaf) => void
}) {
  const words = useWords()
  const said = words.retrieval.builder
  const isOrdered = known.isOrdered(leaf.name)
  const values = known.valuesOf(leaf.name)
  const offered = isOrdered ? operators : operators.filter((each) => ['=', '!=', leaf.operator].includes(each))
  const typed = leaf.values.filter((value) => !values?.some((each) => each.value === value))
  return (
    <>
      {filterCalled(leaf.name) === null && (
        <NameChoice
          label={said.attribute}
          value={leaf.name}
          options={known.attributes.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(name) => onChange({ kind: 'attribute', name, operator: '=', values: [] })}
        />
      )}
      <Choice<Operator>
        bare
        label={said.operator}
        value={leaf.operator}
        options={offered.map((value) => ({ value, label: words.cases.filter.operators[value] }))}
        onChange={(operator) => onChange({ ...leaf, operator })}
      />
      {values ? (
        <ChoiceChip
          label={said.value}
          options={[...typed.map((value) => ({ value, label: value })), ...values]}
          chosen={leaf.values}
          nothing={words.search.noneToChoose}
          clear={said.noValue}
          onChange={(chosen) => onChange({ ...leaf, values: chosen })}
        />
      ) : (
        <Values values={leaf.values} onChange={(next) => onChange({ ...leaf, values: next })} />
      )}
    </>
  )
}

const valuesIn = (text: string): readonly string[] =>
  text
    .replaceAll(/["“”„«»]/g, '')
    .split('|')
    .map((value) => value.trim())
    .filter((value) => value !== '')

/** Values of which no list is known, as they are typed. */
function Values({
  values,
  onChange,
}: {
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}) {
  const said = useWords().retrieval.builder
  const [draft, setDraft] = useState('')
  // Another query came from outside: what is typed here no longer says these values.
  const isSame = valuesIn(draft).join('|') === values.join('|')
  return (
    <Field
      bare
      label={said.values}
      placeholder={said.value}
      value={isSame ? draft : values.join(' | ')}
      onChange={(next) => {
        setDraft(next)
        onChange(valuesIn(next))
      }}
    />
  )
}
