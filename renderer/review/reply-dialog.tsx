/** A reply before anything of it is written: from whom, to which round, and what was changed here since it was sent. */
import { useState } from 'react'
import { useQuery } from '../archive/use-archive.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { ProgressBar } from '../parts/progress.tsx'
import { useExplain, useWords } from '../words.ts'
import type { ReplyPreview } from '../../schema/review.ts'
import type { ReplyIntake } from './use-reply-intake.ts'

const changed = ['recoded', 'edited', 'parked', 'gone'] as const

export function ReplyDialog({ intake }: { readonly intake: ReplyIntake }) {
  const words = useWords()
  const { review: say, say: grammar } = words
  const explain = useExplain()
  const { preview, fault } = intake
  const [name, setName] = useState<string | null>(null)
  const [shown, setShown] = useState(preview)
  if (shown !== preview) {
    setShown(preview)
    setName(null)
  }
  const isLocked = useQuery('archive.status', {}).value?.readOnly ?? false
  useOffer({
    of: ({ review }) => review.title,
    acts: ({ review }) => [{ id: 'review-take', label: review.takeReply, do: intake.choose }],
  })
  if (intake.fileName === '') return null
  const advisor = name ?? preview?.advisor ?? ''
  const canTake = advisor.trim() !== '' && preview !== null && !preview.isTaken && !intake.isBusy && !isLocked
  return (
    <Dialog title={say.replyTitle} onClose={intake.close}>
      {preview ? (
        <>
          <dl className="review-reply">
            <dt>{say.replyFrom}</dt>
            <dd>
              <Field bare label={say.replyFrom} hint={say.claim} value={advisor} onChange={setName} maxLength={100} />
            </dd>
            <dt>{say.replyTo}</dt>
            <dd>{preview.name}</dd>
            <dt>{say.replySaved}</dt>
            <dd className="tabular">{grammar.moment(preview.savedAt)}</dd>
            <dt>{say.replyDecided}</dt>
            <dd className="tabular">{say.excerpts(preview.answers)}</dd>
          </dl>
          <ul className="review-since">
            {preview.standings.same > 0 && <li>{say.replySame(preview.standings.same)}</li>}
            {changed
              .filter((standing) => preview.standings[standing] > 0)
              .map((standing) => (
                <li key={standing}>{say.replyStands[standing](preview.standings[standing])}</li>
              ))}
            {preview.foreign > 0 && <li>{say.replyClaims(preview.foreign)}</li>}
          </ul>
          {preview.toQuestions.some((answer) => answer.trim() !== '') && (
            <ul className="review-altered" aria-label={say.answersToQuestions}>
              {preview.toQuestions
                .filter((answer) => answer.trim() !== '')
                .map((answer) => (
                  <li key={answer}>{answer}</li>
                ))}
            </ul>
          )}
          {preview.changes.length > 0 && <Changes changes={preview.changes} />}
          {preview.isTaken && <p>{say.replyKnown}</p>}
          {!preview.isTaken && preview.isOlder && <p>{say.replyOlder}</p>}
          {preview.isClosed && <p>{say.closedRound}</p>}
        </>
      ) : (
        <p className="cut quiet">{intake.fileName}</p>
      )}
      <FaultLine words={fault && explain(fault)} />
      {intake.isBusy && <ProgressBar label={say.reading} share={null} />}
      <DialogActs>
        <Button onPress={intake.close}>{canTake ? say.notNow : words.common.close}</Button>
        {canTake && (
          <Button look="strong" onPress={() => intake.accept(advisor.trim())} autoFocus>
            {say.take}
          </Button>
        )}
      </DialogActs>
    </Dialog>
  )
}

/** What the reader saw and what stands there now. */
function Changes({ changes }: { readonly changes: ReplyPreview['changes'] }) {
  const { review: say } = useWords()
  return (
    <ul className="review-altered" aria-label={say.changedSince}>
      {changes.map(({ item, place, standing, quote, quoteNow }) => (
        <li key={item}>
          <strong className="tabular">{place}</strong> <span className="quiet">{say.standings[standing]}</span>
          <p>{quote}</p>
          {quoteNow !== '' && quoteNow !== quote && (
            <p className="quiet">
              {say.isNow}: {quoteNow}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
