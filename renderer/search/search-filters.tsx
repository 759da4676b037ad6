/** Where to search, as chips below the box: each opens what it can be set to. */
import { useMemo, useState } from 'react'
import { speakerRoles, type SearchFilter } from '../../schema/search.ts'
import { languages, sourceKinds } from '../../schema/source.ts'
import { useQuery } from '../archive/use-archive.ts'
import { AttributeFilter } from '../cases/attribute-filter.tsx'
import { optionsOf, useCodes } from '../codebook/use-codebook.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { ChoiceChip, FilterChip, type ChipOption, type Opening } from '../parts/filter-chip.tsx'
import { useWords } from '../words.ts'
import { withField } from './asked.ts'

type Listed = 'sources' | 'kinds' | 'languages' | 'role' | 'speakers' | 'codes' | 'questions'

export function SearchFilters({
  filter,
  onChange,
}: {
  readonly filter: SearchFilter
  readonly onChange: (filter: SearchFilter) => void
}) {
  const words = useWords()
  const codes = useCodes()
  const sources = useQuery('source.list', {}).value
  const voices = useQuery('search.voices', {}).value
  const guide = useQuery('guide.list', {}).value
  const options = useMemo(
    (): Readonly<Record<Listed, readonly ChipOption[]>> => ({
      sources: (sources ?? []).map(({ id, short, title }) => ({ value: id, label: `${short} ${title}` })),
      kinds: sourceKinds.map((value) => ({ value, label: words.kinds[value] })),
      languages: languages.map((value) => ({ value, label: words.languages[value] })),
      role: speakerRoles.map((value) => ({ value, label: words.search.roles[value] })),
      speakers: (voices ?? []).map(({ label }) => ({ value: label, label })),
      codes: optionsOf(codes, codes.all),
      questions: (guide ?? []).map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
    }),
    [words, sources, voices, codes, guide],
  )
  const [opened, setOpened] = useState<Listed | 'dates' | null>(null)
  const openingOf = (field: Listed | 'dates'): Opening => ({
    isOpen: opened === field,
    onOpenChange: (isOpen) => setOpened(isOpen ? field : null),
  })
  const chosen = (field: Listed): readonly string[] => {
    const value = filter[field]
    return value === undefined ? [] : typeof value === 'string' ? [value] : value
  }
  const chip = (field: Listed) => (
    <ChoiceChip
      key={field}
      label={words.search.filter[field]}
      options={options[field]}
      chosen={chosen(field)}
      nothing={words.search.noneToChoose}
      clear={words.search.without(words.search.filter[field])}
      single={field === 'role'}
      opening={openingOf(field)}
      onChange={(next) =>
        onChange(withField(filter, field, (field === 'role' ? next[0] : [...next]) as SearchFilter[typeof field]))
      }
    />
  )
  // Of what the archive holds by the thousand there is no act for each: theirs opens the chip to choose in.
  useOffer({
    of: ({ search }) => search.filters,
    acts: (say) => [
      ...sourceKinds.map((kind) => ({
        id: `search-kind-${kind}`,
        label: `${say.search.filter.kinds}: ${say.kinds[kind]}`,
        do: () => onChange(withField(filter, 'kinds', [kind])),
      })),
      ...languages.map((language) => ({
        id: `search-language-${language}`,
        label: `${say.search.filter.languages}: ${say.languages[language]}`,
        do: () => onChange(withField(filter, 'languages', [language])),
      })),
      ...speakerRoles.map((role) => ({
        id: `search-role-${role}`,
        label: `${say.search.filter.role}: ${say.search.roles[role]}`,
        do: () => onChange(withField(filter, 'role', role)),
      })),
      ...(guide ?? []).map(({ id, number, name }) => ({
        id: `search question ${id}`,
        label: `${say.search.filter.questions}: ${number} ${name}`,
        do: () => onChange(withField(filter, 'questions', [id])),
      })),
      ...(['sources', 'speakers', 'codes', 'dates'] as const).map((field) => ({
        id: `search-by-${field}`,
        label: `${say.search.filter[field]}…`,
        do: () => setOpened(field),
      })),
      ...(Object.keys(filter).length > 0
        ? [{ id: 'search-clear', label: say.search.clearFilters, do: () => onChange({}) }]
        : []),
    ],
  })
  return (
    <div className="search-filters" role="group" aria-label={words.search.filters}>
      {chip('sources')}
      {chip('kinds')}
      {chip('languages')}
      {chip('role')}
      {chip('speakers')}
      {chip('codes')}
      {guide && guide.length > 0 && chip('questions')}
      <DatesChip filter={filter} opening={openingOf('dates')} onChange={onChange} />
      <AttributeFilter
        value={filter.attributes ?? []}
        onChange={(attributes) => onChange(withField(filter, 'attributes', [...attributes]))}
      />
      {Object.keys(filter).length > 1 && (
        <Button look="quiet" onPress={() => onChange({})}>
          {words.search.clearFilters}
        </Button>
      )}
    </div>
  )
}

function DatesChip({
  filter,
  opening,
  onChange,
}: {
  readonly filter: SearchFilter
  readonly opening: Opening
  readonly onChange: (filter: SearchFilter) => void
}) {
  const words = useWords()
  const { from = '', until = '' } = filter
  return (
    <FilterChip
      label={words.search.filter.dates}
      value={from === until ? from : `${from}–${until}`.replaceAll(/^–$/g, '')}
      clear={words.search.without(words.search.filter.dates)}
      opening={opening}
      onClear={() => onChange(withField(withField(filter, 'from', undefined), 'until', undefined))}
    >
      <div className="search-dates">
        {(['from', 'until'] as const).map((end) => (
          <DayField
            key={end}
            label={words.search[end]}
            value={filter[end] ?? ''}
            example={words.search.dayHint}
            wrong={words.search.dayWrong}
            onChange={(day) => onChange(withField(filter, end, day))}
          />
        ))}
      </div>
    </FilterChip>
  )
}
