/** The end of a round: its figures for the methods appendix, what it changed and why, and the sign-off. */
import { useQuery, useCommand } from '../archive/use-archive.ts'
import type { ReviewRound } from '../../schema/review.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { ActMenu } from '../parts/menu.tsx'
import { notify } from '../parts/notices.tsx'
import { useSave } from '../save.ts'
import { tongue } from '../settings.ts'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { ChangeTable, CodeTable, ReaderTable } from './sign-off-tables.tsx'

const formats = ['docx', 'html', 'csv'] as const

export function SignOff({ round, canAct }: { readonly round: ReviewRound; readonly canAct: boolean }) {
  const words = useWords()
  const say = words.review
  const explain = useExplain()
  const put = useSave()
  const answer = useQuery('review.summary', { round: round.id })
  const close = useCommand('review.close')
  const reopen = useCommand('review.reopen')
  const exportSummary = useCommand('export.reviewSummary')
  const summary = answer.value
  const isClosed = round.closedAt !== ''

  async function save(format: (typeof formats)[number]): Promise<void> {
    const sheet = await exportSummary({ round: round.id, format, language: tongue.value })
    const at = sheet && (await put(sheet))
    if (at) notify({ words: say.summarySaved(at) })
  }
  const saves = ({ review }: Words) =>
    formats.map((format) => ({
      id: `summary-${format}`,
      label: review.summaryFormats[format],
      do: () => void save(format),
    }))
  useOffer({
    of: ({ review }) => review.tabs['sign-off'],
    acts: (each) => [
      ...saves(each).map((act) => ({ ...act, label: `${each.review.saveSummary}: ${act.label}` })),
      ...(canAct
        ? [
            isClosed
              ? { id: 'review-reopen', label: each.review.reopenRound, do: () => void reopen({ round: round.id }) }
              : { id: 'review-close', label: each.review.signOff, do: () => void close({ round: round.id }) },
          ]
        : []),
    ],
  })
  const fault = answer.fault ?? close.fault ?? reopen.fault ?? exportSummary.fault

  return (
    <div className="review-end">
      <FaultLine words={fault && explain(fault)} />
      <section className="review-closing" aria-label={say.tabs['sign-off']}>
        <div className="grow">
          {isClosed ? (
            <p>
              <strong>{say.signedOff(words.say.moment(round.closedAt))}</strong>
            </p>
          ) : (
            <p>{say.signOffText}</p>
          )}
          {round.proposals.open > 0 && (
            <p className="quiet">
              {isClosed ? say.leftOpen(round.proposals.open) : say.stillOpen(round.proposals.open)}
            </p>
          )}
        </div>
        <ActMenu label={say.saveSummary} acts={saves(words)}>
          <Icon name="export" />
          {say.saveSummary}
        </ActMenu>
        {canAct &&
          (isClosed ? (
            <Button isDisabled={reopen.isBusy} onPress={() => void reopen({ round: round.id })}>
              {say.reopenRound}
            </Button>
          ) : (
            <Button look="strong" isDisabled={close.isBusy} onPress={() => void close({ round: round.id })}>
              {say.signOff}
            </Button>
          ))}
      </section>
      {summary && (
        <>
          <section aria-label={say.figures}>
            <dl className="review-figures">
              {figures(round, summary.documents, words).map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{words.say.number(value)}</dd>
                </div>
              ))}
            </dl>
          </section>
          {summary.advisors.length > 0 && <ReaderTable rows={summary.advisors} kind={round.kind} />}
          {round.kind === 'review' && (
            <section aria-label={say.whatChanged}>
              <h2>{say.whatChanged}</h2>
              {summary.changes.length === 0 ? (
                <p className="quiet">{say.nothingChanged}</p>
              ) : (
                <ChangeTable rows={summary.changes} />
              )}
            </section>
          )}
          {summary.codes.length > 0 && <CodeTable rows={summary.codes} />}
        </>
      )}
    </div>
  )
}

function figures(
  { kind, items, answered, proposals }: ReviewRound,
  documents: number,
  { review: say }: Words,
): readonly (readonly [name: string, value: number])[] {
  return [
    [say.tabs.excerpts, items],
    [say.documents, documents],
    [say.replyDecided, answered],
    ...(kind === 'coding' ? [] : (['agreed', 'accepted', 'kept', 'discussed', 'open'] as const)).map(
      (state) => [say.figureOf[state], proposals[state]] as const,
    ),
  ]
}
