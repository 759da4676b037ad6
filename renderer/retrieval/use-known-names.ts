/** What the builder offers: codes and sets as queries write them, and the values that a filter or attribute can have. */
import { responsibles, stances } from '../../schema/coding.ts'
import { filterCalled } from '../../schema/query-names.ts'
import { speakerRoles } from '../../schema/search.ts'
import { languages, sourceKinds } from '../../schema/source.ts'
import type { Attribute } from '../../schema/attribute.ts'
import { useQuery } from '../archive/use-archive.ts'
import { optionsOf, pathOf, useCodes } from '../codebook/use-codebook.ts'
import { useWords } from '../words.ts'

export interface Named {
  readonly value: string
  readonly label: string
}

export interface KnownNames {
  readonly codes: readonly Named[]
  readonly sets: readonly Named[]
  readonly attributes: readonly Attribute[]
  /** Null where anything may be written. */
  readonly valuesOf: (name: string) => readonly Named[] | null
  /** Whether its values have an order, so that below and above mean something. */
  readonly isOrdered: (name: string) => boolean
}

/** What a query can write behind `name:` at all. */
const isKey = (key: string) => /^\p{L}[\p{L}\p{N}_-]*$/u.test(key)

export function useKnownNames(): KnownNames {
  const words = useWords()
  const codes = useCodes()
  const sets = useQuery('codeSet.list', {}).value ?? []
  const attributes = (useQuery('attribute.list', {}).value ?? []).filter(({ key }) => isKey(key))
  const voices = useQuery('search.voices', {}).value ?? []
  const coders = useQuery('coder.list', {}).value ?? []
  const sources = useQuery('source.list', {}).value ?? []
  const cases = useQuery('case.list', {}).value ?? []
  const guide = useQuery('guide.list', {}).value ?? []
  const said = words.retrieval.builder
  const yesOrNo = [
    { value: 'yes', label: said.yes },
    { value: 'no', label: said.no },
  ]
  const attributeNamed = (name: string) => attributes.find(({ key }) => key.toLowerCase() === name.toLowerCase())
  const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  const times = Map.groupBy(codes.all, ({ name }) => name.toLocaleLowerCase('und'))
  const labels = optionsOf(codes, codes.all)

  const valuesOf = (name: string): readonly Named[] | null => {
    switch (filterCalled(name)) {
      case 'kind':
        return sourceKinds.map((value) => ({ value, label: words.kinds[value] }))
      case 'language':
        return languages.map((value) => ({ value, label: words.languages[value] }))
      case 'role':
        return speakerRoles.map((value) => ({ value, label: words.search.roles[value] }))
      case 'stance':
        return stances.map((value) => ({ value, label: words.inspector.stances[value] }))
      case 'blames':
        return responsibles.map((value) => ({ value, label: words.inspector.responsibles[value] }))
      case 'weight':
        return ([1, 2, 3] as const).map((value) => ({ value: `${value}`, label: words.inspector.weights[value] }))
      case 'star':
        return yesOrNo
      case 'coder':
        return same(coders.map((coder) => coder.name))
      case 'speaker':
        return same(voices.map(({ label }) => label))
      case 'document':
        return sources.map(({ short, title }) => ({ value: short, label: `${short} ${title}` }))
      case 'case':
        return same(cases.map((each) => each.name))
      case 'question':
        return guide.map((each) => ({ value: each.number, label: `${each.number} ${each.name}` }))
      case 'date':
        return null
      case null: {
        const attribute = attributeNamed(name)
        if (attribute?.type === 'boolean') return yesOrNo
        return attribute?.type === 'choice' ? same(attribute.choices) : null
      }
    }
  }
  return {
    codes: codes.all.map((code, n) => {
      const isAlone = times.get(code.name.toLocaleLowerCase('und'))?.length === 1
      const path = pathOf(codes, code).replaceAll(' › ', '/')
      return { value: code.shortcut || (isAlone ? code.name : path), label: labels[n]?.label ?? code.name }
    }),
    sets: same(sets.map(({ name }) => name)),
    attributes,
    valuesOf,
    isOrdered: (name) => {
      const filter = filterCalled(name)
      const type = filter === null ? attributeNamed(name)?.type : null
      return filter === 'date' || filter === 'weight' || type === 'number' || type === 'date'
    },
  }
}
