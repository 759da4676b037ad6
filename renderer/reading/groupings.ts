/** What passages of a code can be grouped by, with the words for each group. */
import { useMemo } from 'react'
import { responsibles, stances } from '../../schema/coding.ts'
import type { CodeId, SourceId } from '../../schema/ids.ts'
import type { ReadCoding } from '../../schema/quotation.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { between } from './passages.ts'
import { dayOf, type Grouping } from './grouping.ts'
import type { GroupBy } from './reading-address.ts'
import { caseNames, valuesOf } from './values.ts'

/** Both alphabets, numbers by their worth. */
const alphabet = new Intl.Collator(['ru', 'en'], { numeric: true })

/** In the order in which they are offered. What passages answer is looked up only where it is asked for. */
export function useGroupings(code: CodeId, asked: readonly (GroupBy | null)[]): readonly Grouping[] {
  const words = useWords()
  const sources = useQuery('source.list', {}).value
  const coders = useQuery('coder.list', {}).value
  const attributes = useQuery('attribute.list', {}).value
  const ofSources = useQuery('attribute.table', { owner: 'source' }).value
  const ofCases = useQuery('attribute.table', { owner: 'case' }).value
  const cases = useQuery('case.list', {}).value
  const guide = useQuery('guide.list', {}).value
  const answered = useQuery('code.questions', asked.includes('question') ? { code } : null).value
  return useMemo(() => {
    const questionOf = new Map((answered ?? []).map(({ passage, question }) => [passage, question]))
    const sourceOf = new Map((sources ?? []).map((each, at) => [each.id as string, { ...each, at }]))
    const coderOf = new Map((coders ?? []).map(({ id, name }) => [id as string, name]))
    const byLabel = (labelOf: (key: string) => string) => ({
      labelOf,
      compare: (a: string, b: string) =>
        Number(a === '') - Number(b === '') || alphabet.compare(labelsOf(labelOf, a), labelsOf(labelOf, b)),
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
      ...(guide && guide.length > 0
        ? [
            {
              by: 'question' as const,
              label: groupBys.question,
              keyOf: ({ passage }: ReadCoding) => questionOf.get(passage) ?? '',
              ...inOrder(
                guide.map(({ id }) => id),
                (key) => {
                  const question = guide.find(({ id }) => id === key)
                  return question ? `${question.number} ${question.name}`.trim() : unsaid.question
                },
              ),
            },
          ]
        : []),
      ...(cases && cases.length > 0
        ? [
            {
              by: 'case' as const,
              label: groupBys.case,
              keyOf: bySource(caseNames(cases)),
              ...byLabel((key) => key || unsaid.case),
            },
          ]
        : []),
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
      ...(attributes ?? [])
        .filter(({ values }) => values > 0)
        .map(({ id, owner, name, choices }): Grouping => ({
          by: `attribute ${id}`,
          label: name,
          keyOf: bySource(owner === 'source' ? valuesOf(id, ofSources, null) : valuesOf(id, ofCases, cases ?? [])),
          ...(choices.length > 0
            ? inOrder(choices, (key) => key || unsaid.attribute)
            : byLabel((key) => key || unsaid.attribute)),
        })),
    ] satisfies readonly Grouping[]
  }, [words, sources, coders, attributes, ofSources, ofCases, cases, guide, answered])
}

const bySource =
  (values: ReadonlyMap<SourceId, string>) =>
  ({ source }: ReadCoding) =>
    values.get(source) ?? ''
const labelsOf = (labelOf: (key: string) => string, key: string) => key.split(between).map(labelOf).join(', ')
const labelIn = (labels: Readonly<Record<string, string>>, key: string): string | undefined => labels[key]
const kindOf = (words: Words, key: string) => labelIn(words.kindGroups, key) ?? key
/** What nobody says comes last; groups of several after those of one. */
function placeIn(order: readonly string[], key: string): number {
  const at = order.indexOf(key.split(between)[0] ?? '')
  return (at < 0 ? order.length : at) + (key.includes(between) ? 0.5 : 0)
}
