/** What is to become of a proposal, with the reason for it, which may go on as a "when not" of a code. */
import type { RefObject } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import type { Decision, ReviewItem, ReviewProposal } from '../../schema/review.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { keyHint } from '../keys.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { useWords } from '../words.ts'
import { CodeChips } from './code-chips.tsx'
import type { Wish } from './use-decisions.ts'

export function DecisionForm({
  item,
  proposal,
  wish,
  reasonField,
  onWish,
  onDecide,
  onLeave,
}: {
  readonly item: ReviewItem
  readonly proposal: ReviewProposal
  readonly wish: Wish
  readonly reasonField: RefObject<HTMLTextAreaElement | null>
  readonly onWish: (wish: Wish) => void
  readonly onDecide: (decision: Decision) => void
  /** The field is left without a decision: what is written stays, and the keys of the list go with it. */
  readonly onLeave: () => void
}) {
  const { review: say, say: grammar } = useWords()
  const { byId } = useCodes()
  const coders = useQuery('coder.list', {}).value
  const nameOf = (id: string | null) => coders?.find((coder) => coder.id === id)?.name ?? ''
  const isDecided = proposal.decidedAt !== null
  const candidates = [...new Set([...(proposal.code ? [proposal.code] : []), ...item.codings.map(({ code }) => code)])]
  const options = candidates.flatMap((id) => {
    const code = byId.get(id)
    return code ? [{ value: id, label: say.asExclusion(`${code.shortcut} ${code.name}`.trim()) }] : []
  })

  return (
    <section className="review-decision" aria-label={say.decision}>
      <p className="review-sentence">
        <strong className="cut">{nameOf(proposal.coder)}</strong>
        <span>{say.verdicts[proposal.verdict]}</span>
        {proposal.code && <CodeChips codes={[proposal.code]} />}
      </p>
      {isDecided ? (
        <p className="quiet">
          {say.decidedBy(
            say.states[proposal.state],
            nameOf(proposal.decidedBy),
            grammar.moment(proposal.decidedAt ?? ''),
          )}
        </p>
      ) : (
        <p className="quiet">{say.acceptHints[proposal.verdict]}</p>
      )}
      <label className="field">
        <span className="field-label">
          {say.reason} <kbd>{keyHint('giveReason')}</kbd>
        </span>
        <textarea
          ref={reasonField}
          className="input input-long"
          rows={2}
          maxLength={4000}
          placeholder={say.reasonPlaceholder}
          value={wish.reason}
          onChange={(event) => onWish({ ...wish, reason: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onLeave()
          }}
        />
      </label>
      {options.length > 0 && (
        <Choice<CodeId | ''>
          label={say.exclusion}
          value={wish.exclude ?? ''}
          isDisabled={wish.reason.trim() === ''}
          onChange={(code) => onWish({ ...wish, exclude: code === '' ? null : code })}
          options={[{ value: '', label: say.noExclusion }, ...options]}
        />
      )}
      <div className="review-acts">
        <Button look="strong" onPress={() => onDecide('accept')} aria-keyshortcuts={keyHint('acceptProposal')}>
          {say.accept} <kbd>{keyHint('acceptProposal')}</kbd>
        </Button>
        <Button onPress={() => onDecide('keep')} aria-keyshortcuts={keyHint('keepProposal')}>
          {say.keep} <kbd>{keyHint('keepProposal')}</kbd>
        </Button>
        <Button onPress={() => onDecide('discuss')} aria-keyshortcuts={keyHint('discussProposal')}>
          {say.discuss} <kbd>{keyHint('discussProposal')}</kbd>
        </Button>
        {isDecided && (
          <Button look="quiet" onPress={() => onDecide('reopen')}>
            {say.reopen}
          </Button>
        )}
      </div>
    </section>
  )
}
