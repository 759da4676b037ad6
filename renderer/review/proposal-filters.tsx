/** Over the proposals: how many are shown out of how many, and chips that narrow them. */
import type { CodeId, CoderId } from '../../schema/ids.ts'
import {
  proposalStates,
  proposalVerdicts,
  type ItemFilter,
  type ProposalState,
  type ProposalVerdict,
  type ReviewRound,
} from '../../schema/review.ts'
import { useQuery } from '../archive/use-archive.ts'
import { optionsOf, useCodes } from '../codebook/use-codebook.ts'
import { ChoiceChip } from '../parts/filter-chip.tsx'
import { useWords } from '../words.ts'

export function ProposalFilters({
  round,
  filter,
  total,
  onChange,
}: {
  readonly round: ReviewRound
  readonly filter: ItemFilter
  /** Excerpts that are shown; null while that is not known. */
  readonly total: number | null
  readonly onChange: (filter: ItemFilter) => void
}) {
  const { review: say, common } = useWords()
  const codes = useCodes()
  const coders = useQuery('coder.list', {}).value ?? []
  const readers = coders.filter(({ id }) => round.replies.some(({ coder }) => coder === id))
  const narrow = <Key extends 'states' | 'verdicts' | 'codes' | 'advisors'>(
    key: Key,
    values: NonNullable<ItemFilter[Key]>,
  ) => {
    const { [key]: _, ...rest } = filter
    onChange(values.length === 0 ? rest : { ...rest, [key]: values })
  }
  const common1 = { nothing: say.nothingThere, clear: say.clear }
  return (
    <div className="passages-head review-filters">
      <span className="quiet cut tabular" aria-live="polite">
        {total === null ? common.loading : say.shown(total, round.items)}
      </span>
      <span className="grow" />
      <ChoiceChip
        {...common1}
        label={say.stateFilter}
        options={proposalStates.map((value) => ({ value, label: say.states[value] }))}
        chosen={filter.states ?? []}
        onChange={(values) => narrow('states', values as ProposalState[])}
      />
      <ChoiceChip
        {...common1}
        label={say.verdictFilter}
        options={proposalVerdicts.map((value) => ({ value, label: say.verdicts[value] }))}
        chosen={filter.verdicts ?? []}
        onChange={(values) => narrow('verdicts', values as ProposalVerdict[])}
      />
      <ChoiceChip
        {...common1}
        label={say.codeFilter}
        options={optionsOf(codes, codes.all)}
        chosen={filter.codes ?? []}
        onChange={(values) => narrow('codes', values as CodeId[])}
      />
      {readers.length > 1 && (
        <ChoiceChip
          {...common1}
          label={say.advisorFilter}
          options={readers.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={filter.advisors ?? []}
          onChange={(values) => narrow('advisors', values as CoderId[])}
        />
      )}
    </div>
  )
}
