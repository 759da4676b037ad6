/** How agreement is asked: whose codes, in which units, before or after decisions. */
import { agreementStates, agreementUnits, coefficientSets } from '../../schema/agreement.ts'
import type { Coder } from '../../schema/coder.ts'
import type { CoderId, RoundId } from '../../schema/ids.ts'
import type { QueryOf, ReportQuery } from '../../schema/report-query.ts'
import type { ReviewRound } from '../../schema/review.ts'
import type { Option } from '../parts/choice.tsx'
import type { Control } from '../reports/report-options.tsx'
import type { Words } from '../words/shape.ts'

type Query = QueryOf<'agreement'>

const overlaps = [30, 50, 70, 90, 100]

export function agreementControls(
  query: Query,
  { agreement: { option } }: Words,
  coders: readonly Coder[],
  rounds: readonly ReviewRound[],
): readonly Control[] {
  const named = <Value extends string>(
    list: readonly Value[],
    names: Readonly<Record<NoInfer<Value>, string>>,
  ): readonly Option<string>[] => list.map((value) => ({ value, label: names[value] }))
  const control = (
    key: keyof typeof option,
    value: string,
    options: readonly Option<string>[],
    change: (next: string) => ReportQuery,
  ): Control => ({ key, label: option[key].name, value, options, change })
  const pairs = coders.flatMap((first, n) =>
    coders.slice(n + 1).map((second) => ({
      value: `${first.id} ${second.id}`,
      label: option.coders.pair(first.name, second.name),
    })),
  )
  const telling = rounds.filter(({ kind, blind }) => kind === 'coding' || blind)
  const withCoders = (next: string): ReportQuery => {
    const { coders: _, ...rest } = query.filter
    return { ...query, filter: next === '' ? rest : { ...rest, coders: next.split(' ') as CoderId[] } }
  }
  const isOfArchive = query.round === null
  return [
    ...(telling.length > 0
      ? [
          control(
            'round',
            query.round ?? '',
            [
              { value: '', label: option.round.archive },
              ...telling.map(({ id, name }) => ({ value: id as string, label: option.round.of(name) })),
            ],
            (next) => ({ ...query, round: next === '' ? null : (next as RoundId) }),
          ),
        ]
      : []),
    ...(isOfArchive && pairs.length > 1
      ? [
          control(
            'coders',
            query.filter.coders?.join(' ') ?? '',
            [{ value: '', label: option.coders.all }, ...pairs],
            withCoders,
          ),
        ]
      : []),
    ...(isOfArchive
      ? [
          control('units', query.units, named(agreementUnits, option.units.values), (next) => ({
            ...query,
            units: next as Query['units'],
          })),
        ]
      : []),
    ...(isOfArchive && query.units === 'segments'
      ? [
          control(
            'overlap',
            String(query.overlap),
            [...new Set([...overlaps, query.overlap])]
              .toSorted((a, b) => a - b)
              .map((share) => ({ value: String(share), label: option.overlap.percent(share) })),
            (next) => ({ ...query, overlap: Number(next) }),
          ),
        ]
      : []),
    control('state', query.state, named(agreementStates, option.state.values), (next) => ({
      ...query,
      state: next as Query['state'],
    })),
    ...(query.units === 'segments' && isOfArchive
      ? []
      : [
          control('coefficients', query.coefficients, named(coefficientSets, option.coefficients.values), (next) => ({
            ...query,
            coefficients: next as Query['coefficients'],
          })),
        ]),
    ...(isOfArchive
      ? [
          control(
            'everywhere',
            String(query.everywhere),
            [
              { value: 'false', label: option.everywhere.values.false },
              { value: 'true', label: option.everywhere.values.true },
            ],
            (next) => ({ ...query, everywhere: next === 'true' }),
          ),
        ]
      : []),
  ]
}
