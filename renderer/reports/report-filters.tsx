/** Which codings a report is about: by coder, kind of document, set of codes, and what is known of a document. */
import type { CodeSetId, CoderId } from '../../schema/ids.ts'
import type { CodingFilter } from '../../schema/report.ts'
import { sourceKinds, type SourceKind } from '../../schema/source.ts'
import { useQuery } from '../archive/use-archive.ts'
import { AttributeFilter } from '../cases/attribute-filter.tsx'
import { Choice } from '../parts/choice.tsx'
import { useWords } from '../words.ts'

export function ReportFilters({
  filter,
  onChange,
}: {
  readonly filter: CodingFilter
  readonly onChange: (filter: CodingFilter) => void
}) {
  const words = useWords()
  const coders = useQuery('coder.list', {}).value ?? []
  const sets = useQuery('codeSet.list', {}).value ?? []
  const without = (key: keyof CodingFilter): CodingFilter => {
    const { [key]: _, ...rest } = filter
    return rest
  }
  return (
    <>
      {coders.length > 1 && (
        <div className="report-option">
          <Choice<string>
            label={words.reports.coder}
            value={filter.coders?.[0] ?? ''}
            onChange={(coder) => onChange(coder === '' ? without('coders') : { ...filter, coders: [coder as CoderId] })}
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
          onChange={(kind) => onChange(kind === '' ? without('kinds') : { ...filter, kinds: [kind as SourceKind] })}
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
            onChange={(set) => onChange(set === '' ? without('sets') : { ...filter, sets: [set as CodeSetId] })}
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
