/** What passages of a code can be grouped by, with the words for each group. */
import { useMemo } from 'react'
import { responsibles, stances } from '../../schema/coding.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { between } from './passages.ts'
import { dayOf, type Grouping } from './grouping.ts'

/** Both alphabets, numbers by their worth. */
const alphabet = new Intl.Collator(['ru', 'en'], { numeric: true })

/** In the order in which they are offered. */
export function useGroupings(): readonly Grouping[] {
  const words = useWords()
  const sources = useQuery('source.list', {}).value
  const coders = useQuery('coder.list', {}).value
  return useMemo(() => {
    const sourceOf = new Map((sources ?? []).map((each, at) => [each.id as string, { ...each, at }]))
    const coderOf = new Map((coders ?? []).map(({ id, name }) => [id as string, name]))
    const byLabel = (labelOf: (key: string) => string) => ({
      labelOf,
      compare: (a: string, b: string) =>
        Number(a === '') - Number(b === '') || alphabet.compare(labelOf(a), labelOf(b)),
    })
    const inOrder = (order: readonly string[], labelOf: (key: string) => string) => ({
      labelOf,
      compare: (a: string, b: string) => placeIn(order, a) - placeIn(order, b),
    })
    const { groupBys, unsaid } = words.reading
    return [
      {
        by: 'document',
        label: groupBys.document,
        keyOf: ({ source }) => source,
        labelOf: (key) => {
          const source = sourceOf.get(key)
          return source ? `${source.short} · ${source.title}` : ''
        },
        compare: (a, b) => (sourceOf.get(a)?.at ?? 0) - (sourceOf.get(b)?.at ?? 0),
      },
      { by: 'kind', label: groupBys.kind, keyOf: ({ kind }) => kind, ...byLabel((key) => kindOf(words, key)) },
      {
        by: 'speaker',
        label: groupBys.speaker,
        keyOf: ({ speaker }) => speaker,
        ...byLabel((key) => key || unsaid.speaker),
      },
      { by: 'coder', label: groupBys.coder, keyOf: ({ coder }) => coder, ...byLabel((key) => coderOf.get(key) ?? '') },
      {
        by: 'time',
        label: groupBys.time,
        keyOf: ({ createdAt }) => dayOf(createdAt),
        labelOf: (key) => words.say.day(`${key}T12:00:00`),
        compare: (a, b) => (a < b ? -1 : Number(a > b)),
      },
      {
        by: 'stance',
        label: groupBys.stance,
        keyOf: ({ stance }) => stance ?? '',
        ...inOrder(stances, (key) => labelIn(words.inspector.stances, key) ?? words.inspector.noStance),
      },
      {
        by: 'responsible',
        label: groupBys.responsible,
        keyOf: ({ holdsResponsible }) => holdsResponsible ?? '',
        ...inOrder(responsibles, (key) => labelIn(words.inspector.responsibles, key) ?? words.inspector.nobodyNamed),
      },
      {
        by: 'weight',
        label: groupBys.weight,
        keyOf: ({ weight }) => String(weight),
        ...inOrder(['3', '2', '1'], (key) => labelIn(words.inspector.weights, key) ?? key),
      },
    ] satisfies readonly Grouping[]
  }, [words, sources, coders])
}

const labelIn = (labels: Readonly<Record<string, string>>, key: string): string | undefined => labels[key]
const kindOf = (words: Words, key: string) => labelIn(words.kindGroups, key) ?? key
/** What nobody says comes last; groups of several after those of one. */
function placeIn(order: readonly string[], key: string): number {
  const at = order.indexOf(key.split(between)[0] ?? '')
  return (at < 0 ? order.length : at) + (key.includes(between) ? 0.5 : 0)
}
