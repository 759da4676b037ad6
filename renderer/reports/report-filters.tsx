/** Which codings a report is about: by coder, kind of document, set of codes, and what is known of a document. */
import type { CodeSetId, CoderId } from '../../schema/ids.ts'
import type { CodingFilter } from '../../schema/report.ts'
import { sourceKinds, type SourceKind } from '../../schema/source.ts'
import { useQuery } from '../archive/use-archive.ts'
import { AttributeFilter } from '../cases/attribute-filter.tsx'
import { choices, useOffer } from '../offers.ts'
import { Choice } from '../parts/choice.tsx'
import { useWords } from '../words.ts'

export function ReportFilters({
  filter,
  hasCoder = true,
  onChange,
}: {
  readonly filter: CodingFilter
  /** Whether one coder's codings may be chosen here. */
  readonly hasCoder?: boolean
  readonly onChange: (filter: CodingFilter) => void
}) {
  const words = useWords()
  const coders = useQuery('coder.list', {}).value ?? []
  const sets = useQuery('codeSet.list', {}).value ?? []
  const without = (key: keyof CodingFilter): CodingFilter => {
    const { [key]: _, ...rest } = filter
    return rest
  }
  const setKind = (kind: string) =>
    onChange(kind === '' ? without('kinds') : { ...filter, kinds: [kind as SourceKind] })
  const setCoder = (coder: string) =>
    onChange(coder === '' ? without('coders') : { ...filter, coders: [coder as CoderId] })
  const setSet = (set: string) => onChange(set === '' ? without('sets') : { ...filter, sets: [set as CodeSetId] })
  useOffer({
    of: ({ views }) => views.reports,
    acts: (say) => [
      ...choices<string>(
        'report-kind',
        say.library.kind,
        filter.kinds?.[0] ?? '',
        ['', ...sourceKinds],
        (kind) => (kind === '' ? say.reports.allKinds : say.kindGroups[kind as SourceKind]),
        setKind,
      ),
      ...choices<string>(
        'report coder',
        say.reports.coder,
        filter.coders?.[0] ?? '',
        hasCoder && coders.length > 1 ? ['', ...coders.map(({ id }) => id)] : [],
        (id) => coders.find((each) => each.id === id)?.name ?? say.reports.allCoders,
        setCoder,
      ),
      ...choices<string>(
        'report set',
        say.codebook.sets,
        filter.sets?.[0] ?? '',
        sets.length > 0 ? ['', ...sets.map(({ id }) => id)] : [],
        (id) => sets.find((each) => each.id === id)?.name ?? say.reports.allCodes,
        setSet,
      ),
    ],
  })
  return (
    <>
      {hasCoder && coders.length > 1 && (
        <div className="report-option">
          <Choice<string>
            label={words.reports.coder}
            value={filter.coders?.[0] ?? ''}
            onChange={setCoder}
            options={[
              { value: '', label: words.reports.allCoders },
              ...coders.map(({ id, name }) => ({ value: id as string, label: name })),
            ]}
          />
        </div>
      )}
      <div className="report-option">
        <Choice<string>
          label={words.library.kind}
          value={filter.kinds?.[0] ?? ''}
          onChange={setKind}
          options={[
            { value: '', label: words.reports.allKinds },
            ...sourceKinds.map((each) => ({ value: each as string, label: words.kindGroups[each] })),
          ]}
        />
      </div>
      {sets.length > 0 && (
        <div className="report-option">
          <Choice<string>
            label={words.codebook.sets}
            value={sets.some(({ id }) => id === filter.sets?.[0]) ? (filter.sets?.[0] ?? '') : ''}
            onChange={setSet}
            options={[
              { value: '', label: words.reports.allCodes },
              ...sets.map(({ id, name }) => ({ value: id as string, label: name })),
            ]}
          />
        </div>
      )}
      <AttributeFilter
        value={filter.attributes ?? []}
        onChange={(attributes) =>
          onChange(attributes.length === 0 ? without('attributes') : { ...filter, attributes: [...attributes] })
        }
      />
    </>
  )
}
