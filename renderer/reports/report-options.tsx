/** How a report is counted: a control for every option that its question has. */
import type { Attribute } from '../../schema/attribute.ts'
import type { Coder } from '../../schema/coder.ts'
import type { ReviewRound } from '../../schema/review.ts'
import { agreementControls } from '../agreement/controls.ts'
import { useQuery } from '../archive/use-archive.ts'
import {
  associations,
  builtInGroupings,
  coefficients,
  facets,
  meetings,
  periods,
  type ReportQuery,
} from '../../schema/report-query.ts'
import { measures } from '../../schema/report.ts'
import { reportWords } from '../../schema/report-words.ts'
import { Choice, type Option } from '../parts/choice.tsx'
import { choices, useOffer } from '../offers.ts'
import { useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'

const none: readonly Attribute[] = []
const nobody: readonly Coder[] = []
const noRounds: readonly ReviewRound[] = []

/** What a report can be asked of: names of this archive. */
interface Known {
  readonly attributes: readonly Attribute[]
  readonly coders: readonly Coder[]
  readonly rounds: readonly ReviewRound[]
}

export interface Control {
  readonly key: string
  readonly label: string
  readonly value: string
  readonly options: readonly Option<string>[]
  readonly change: (value: string) => ReportQuery
}

export function ReportOptions({
  query,
  onChange,
}: {
  readonly query: ReportQuery
  readonly onChange: (query: ReportQuery) => void
}) {
  const words = useWords()
  const attributes = useQuery('attribute.list', {}).value ?? none
  const coders = useQuery('coder.list', {}).value ?? nobody
  const rounds = useQuery('review.list', query.name === 'agreement' ? {} : null).value ?? noRounds
  const known = { attributes, coders, rounds }
  useOffer({
    of: ({ views }) => views.reports,
    acts: (say) =>
      controlsOf(query, say, known).flatMap(({ key, label, value, options, change }) =>
        choices(
          `report-${key}`,
          label,
          value,
          options.map((option) => option.value),
          (each) => options.find((option) => option.value === each)?.label ?? '',
          (next) => onChange(change(next)),
        ),
      ),
  })
  return controlsOf(query, words, known).map(({ key, label, value, options, change }) => (
    <div key={key} className="report-option">
      <Choice<string> label={label} value={value} options={options} onChange={(next) => onChange(change(next))} />
    </div>
  ))
}

function controlsOf(query: ReportQuery, everything: Words, { attributes, coders, rounds }: Known): readonly Control[] {
  const { reporting: words, say } = everything
  const { measures: measureWords } = reportWords(say.locale === 'ru-RU' ? 'ru' : 'en')
  const groupings: readonly Option<string>[] = [
    ...builtInGroupings.map((value) => ({ value, label: words.groupings[value] })),
    ...attributes.map(({ id, name }) => ({ value: id as string, label: name })),
  ]
  const set = (key: string, value: string | number | boolean) => ({ ...query, [key]: value }) as ReportQuery
  const one = (key: keyof typeof words.option, label: string, value: string, options: readonly Option<string>[]) => ({
    key,
    label,
    value,
    options,
    change: (next: string) => set(key, next),
  })
  const yesOrNo = (
    key: 'rolledUp' | 'byStem' | 'withoutStopWords' | 'withoutInterviewer' | 'exact',
    value: boolean,
  ): Control => {
    const { name, values } = words.option[key]
    return {
      key,
      label: name,
      value: String(value),
      options: [
        { value: 'true', label: values.true },
        { value: 'false', label: values.false },
      ],
      change: (next) => set(key, next === 'true'),
    }
  }
  const number = (key: 'within' | 'words' | 'window', value: number, usual: readonly number[]): Control => ({
    key,
    label: words.option[key].name,
    value: String(value),
    options: [...new Set([...usual, value])]
      .toSorted((a, b) => a - b)
      .map((each) => ({ value: String(each), label: String(each) })),
    change: (next) => set(key, Number(next)),
  })
  const named = <Value extends string>(
    values: { readonly [Each in NoInfer<Value>]: string },
    list: readonly Value[],
  ): readonly Option<string>[] => list.map((value) => ({ value, label: values[value as NoInfer<Value>] as string }))
  const measure = (value: string, list: readonly (keyof typeof measureWords)[]) =>
    one(
      'measure',
      words.option.measure.name,
      value,
      list.map((each) => ({ value: each, label: measureWords[each].name })),
    )

  switch (query.name) {
    case 'code-frequency':
      return [yesOrNo('rolledUp', query.rolledUp)]
    case 'code-by-source':
      return [measure(query.measure, [...measures, 'coverage']), yesOrNo('rolledUp', query.rolledUp)]
    case 'code-by-attribute':
      return [
        one('attribute', words.option.attribute.name, query.attribute, groupings),
        measure(query.measure, [...measures, 'rowShare', 'columnShare', 'residual']),
        yesOrNo('rolledUp', query.rolledUp),
      ]
    case 'code-by-question':
      return [measure(query.measure, measures), yesOrNo('rolledUp', query.rolledUp)]
    case 'cooccurrence':
      return [
        one('meeting', words.option.meeting.name, query.meeting, named(words.option.meeting.values, meetings)),
        ...(query.meeting === 'near' ? [number('within', query.within, [0, 1, 2, 3, 5, 10])] : []),
        measure(query.measure, ['together', 'cCoefficient', 'rowShare', 'columnShare']),
        yesOrNo('rolledUp', query.rolledUp),
      ]
    case 'coverage':
      return [
        one('by', words.option.by.name, query.by, named(words.option.by.values, ['source', 'code'])),
        yesOrNo('withoutInterviewer', query.withoutInterviewer),
        yesOrNo('rolledUp', query.rolledUp),
      ]
    case 'facets':
      return [
        one('rows', words.option.rows.name, query.rows, [
          ...groupings,
          { value: 'code', label: words.rowsOf.code },
          { value: 'stance', label: words.rowsOf.stance },
        ]),
        one('columns', words.option.columns.name, query.columns, named(words.columnsOf, facets)),
        measure(query.measure, measures),
      ]
    case 'similarity':
      return [
        one(
          'coefficient',
          words.option.coefficient.name,
          query.coefficient,
          named(words.option.coefficient.values, coefficients),
        ),
        yesOrNo('rolledUp', query.rolledUp),
      ]
    case 'timeline':
      return [
        one('date', words.option.date.name, query.date, named(words.option.date.values, ['coding', 'document'])),
        one('period', words.option.period.name, query.period, named(words.option.period.values, periods)),
        measure(query.measure, measures),
        yesOrNo('rolledUp', query.rolledUp),
      ]
    case 'words':
    case 'keyness':
      return [
        one('of', words.option.of.name, query.of, named(words.option.of.values, ['documents', 'passages'])),
        yesOrNo('byStem', query.byStem),
        yesOrNo('withoutStopWords', query.withoutStopWords),
        yesOrNo('withoutInterviewer', query.withoutInterviewer),
      ]
    case 'kwic':
      return [
        yesOrNo('exact', query.exact),
        number('words', query.words, [3, 5, 8, 12, 20]),
        one(
          'order',
          words.option.order.name,
          query.order,
          named(words.option.order.values, ['right', 'left', 'position']),
        ),
        yesOrNo('withoutInterviewer', query.withoutInterviewer),
      ]
    case 'collocations':
      return [
        number('window', query.window, [2, 3, 5, 8, 10]),
        one('order', words.option.order.name, query.order, named(words.option.order.values, associations)),
        yesOrNo('withoutStopWords', query.withoutStopWords),
        yesOrNo('withoutInterviewer', query.withoutInterviewer),
      ]
    case 'agreement':
      return [
        ...agreementControls(query, everything, coders, rounds),
        yesOrNo('withoutInterviewer', query.withoutInterviewer),
        yesOrNo('rolledUp', query.rolledUp),
      ]
    case 'never-used':
      return []
  }
}
