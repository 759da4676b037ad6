/** What is to become of a proposal, with the reason for it, which may go on as a "when not" of a code. */
import { useState, type RefObject } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import type { Decision, ReviewItem, ReviewProposal } from '../../schema/review.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { keyHint } from '../keys.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { useWords } from '../words.ts'
import { CodeChips } from './code-chips.tsx'
import type { Decisions } from './use-decisions.ts'

export function DecisionForm({
  item,
  proposal,
  decisions,
  reasonField,
  onDone,
}: {
  readonly item: ReviewItem
  readonly proposal: ReviewProposal
  readonly decisions: Decisions
  readonly reasonField: RefObject<HTMLTextAreaElement | null>
  /** Decided: the list goes on. */
  readonly onDone: () => void
}) {
  const { review: say, say: grammar } = useWords()
  const { byId } = useCodes()
  const coders = useQuery('coder.list', {}).value
  const [reason, setReason] = useState(proposal.reason)
  const [exclude, setExclude] = useState<CodeId | ''>('')
  const nameOf = (id: string | null) => coders?.find((coder) => coder.id === id)?.name ?? ''
  const isDecided = proposal.decidedAt !== null
  const candidates = [...new Set([...(proposal.code ? [proposal.code] : []), ...item.codings.map(({ code }) => code)])]
  const options = candidates.flatMap((id) => {
    const code = byId.get(id)
    return code ? [{ value: id, label: say.asExclusion(`${code.shortcut} ${code.name}`.trim()) }] : []
  })
  const decide = (decision: Decision) =>
    void decisions
      .decide([proposal.id], decision, {
        reason: reason.trim(),
        exclude: exclude === '' || reason.trim() === '' ? null : exclude,
      })
      .then((isDone) => isDone && onDone())

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
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {options.length > 0 && (
        <Choice<CodeId | ''>
          label={say.exclusion}
          value={exclude}
          isDisabled={reason.trim() === ''}
          onChange={setExclude}
          options={[{ value: '', label: say.noExclusion }, ...options]}
        />
      )}
      <div className="review-acts">
        <Button look="strong" onPress={() => decide('accept')} aria-keyshortcuts={keyHint('acceptProposal')}>
          {say.accept} <kbd>{keyHint('acceptProposal')}</kbd>
        </Button>
        <Button onPress={() => decide('keep')} aria-keyshortcuts={keyHint('keepProposal')}>
          {say.keep} <kbd>{keyHint('keepProposal')}</kbd>
        </Button>
        <Button onPress={() => decide('discuss')} aria-keyshortcuts={keyHint('discussProposal')}>
          {say.discuss} <kbd>{keyHint('discussProposal')}</kbd>
        </Button>
        {isDecided && (
          <Button look="quiet" onPress={() => decide('reopen')}>
            {say.reopen}
          </Button>
        )}
      </div>
    </section>
  )
}
