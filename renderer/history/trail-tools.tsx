import { actKinds, type ActKind } from '../../schema/history.ts'
import type { CoderId } from '../../schema/ids.ts'
import { useQuery } from '../archive/use-archive.ts'
import { Choice } from '../parts/choice.tsx'
import { DayField } from '../parts/day-field.tsx'
import { SearchBox } from '../parts/field.tsx'
import { choices, useOffer } from '../offers.ts'
import { useWords } from '../words.ts'
import { everything, type Narrowing } from './trail.ts'

const kinds: readonly Narrowing['kind'][] = ['all', ...(Object.keys(actKinds) as ActKind[]), 'audit']

/** Whose acts, of which kind, on what, on which day. */
export function TrailTools({
  value,
  onChange,
}: {
  readonly value: Narrowing
  readonly onChange: (value: Narrowing) => void
}) {
  const words = useWords()
  const coders = useQuery('coder.list', {}).value ?? []
  useOffer({
    of: ({ history }) => history.title,
    acts: ({ history }) => [
      ...choices(
        'trail',
        history.kind,
        value.kind,
        kinds,
        (each) => history.kinds[each],
        (kind) => onChange({ ...value, kind }),
      ),
      ...(value === everything
        ? []
        : [{ id: 'trail-everything', label: history.clearFilters, do: () => onChange(everything) }]),
    ],
  })
  return (
    <div className="report-tools">
      <div className="report-filter">
        <Choice<CoderId | ''>
          bare
          label={words.history.coder}
          value={value.coder}
          onChange={(coder) => onChange({ ...value, coder })}
          options={[
            { value: '', label: words.history.allCoders },
            ...coders.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <div className="report-filter">
        <Choice<Narrowing['kind']>
          bare
          label={words.history.kind}
          value={value.kind}
          onChange={(kind) => onChange({ ...value, kind })}
          options={kinds.map((each) => ({ value: each, label: words.history.kinds[each] }))}
        />
      </div>
      <div className="history-day">
        <DayField
          bare
          label={words.history.day}
          value={value.day}
          example={words.search.dayHint}
          wrong={words.search.dayWrong}
          onChange={(day) => onChange({ ...value, day })}
        />
      </div>
      <div className="history-words">
        <SearchBox
          label={words.history.words}
          value={value.words}
          onChange={(typed) => onChange({ ...value, words: typed })}
          clear={words.history.clearWords}
        />
      </div>
    </div>
  )
}
