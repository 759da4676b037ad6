/** One thing that one reader says of an excerpt, and what was decided about it. */
import type { ReactNode } from 'react'
import { useQuery } from '../archive/use-archive.ts'
import { useWords } from '../words.ts'
import { CodeChips } from './code-chips.tsx'
import type { ProposalRow } from './proposal-rows.ts'

export function ProposalLine({
  row: { proposal, answer, isFirst, isLast },
  menu,
  onGo,
}: {
  readonly row: ProposalRow
  readonly menu: ReactNode
  readonly onGo: () => void
}) {
  const { review: say, say: grammar } = useWords()
  const coders = useQuery('coder.list', {}).value
  const nameOf = (id: string | null) => coders?.find((coder) => coder.id === id)?.name ?? ''
  const comment = isLast ? (answer?.comment ?? '') : ''
  return (
    // A double click is the mouse's Enter; the list has the keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={`review-line review-line-${proposal.state}`} onDoubleClick={onGo}>
      <span className="review-who cut" title={nameOf(proposal.coder)}>
        {nameOf(proposal.coder)}
      </span>
      <div className="review-said">
        <p>
          <span className={`review-verdict review-verdict-${proposal.verdict}`}>{say.verdicts[proposal.verdict]}</span>
          {proposal.code && <CodeChips codes={[proposal.code]} />}
          {isFirst && answer?.chosen && (
            <span className="review-chosen quiet">
              {answer.chosen.length === 0 ? say.choseNone : say.choseFirst} <CodeChips codes={answer.chosen} brief />
            </span>
          )}
        </p>
        {comment !== '' && <p className="review-comment">{comment}</p>}
        {proposal.reason !== '' && (
          <p className="quiet">
            {say.reason}: {proposal.reason}
          </p>
        )}
      </div>
      <span
        className={`review-state review-state-${proposal.state}`}
        title={
          proposal.decidedAt
            ? say.decidedBy(say.states[proposal.state], nameOf(proposal.decidedBy), grammar.moment(proposal.decidedAt))
            : undefined
        }
      >
        {say.states[proposal.state]}
      </span>
      {menu}
    </div>
  )
}
