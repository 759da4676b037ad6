/** Beside the excerpts: the one in hand, what readers put there, and what the reader is to be asked about it. */
import type { ReviewItem, ReviewRound } from '../../schema/review.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { FaultLine } from '../parts/empty.tsx'
import { InPlace } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'
import { CodeChips } from './code-chips.tsx'
import { ExcerptWords, SideHead } from './excerpt-head.tsx'
import { Meanings } from './meanings.tsx'
import { Thread } from './thread.tsx'

export function ExcerptNote({
  round,
  item,
  canNote,
  canAct,
  onGo,
}: {
  readonly round: ReviewRound
  readonly item: ReviewItem
  readonly canNote: boolean
  readonly canAct: boolean
  readonly onGo: () => void
}) {
  const { review: say, say: grammar } = useWords()
  const explain = useExplain()
  const note = useCommand('review.note')
  const coders = useQuery('coder.list', {}).value
  const codebook = useQuery('review.round', { round: round.id }).value?.codebook ?? []
  const meant = new Set(item.codings.map(({ code }) => code))
  return (
    <aside className="review-side" aria-label={say.side}>
      <SideHead item={item} onGo={onGo} />
      <ExcerptWords item={item} isWide />
      {(canNote || item.note !== '') && (
        <div className="field">
          <span className="field-label">{say.noteToReader}</span>
          <InPlace
            long
            label={say.noteToReader}
            value={item.note}
            placeholder={say.notePlaceholder}
            isDisabled={!canNote}
            onCommit={(text) => void note({ item: item.id, note: text.trim() })}
          />
        </div>
      )}
      <FaultLine words={note.fault && explain(note.fault)} />
      {item.answers
        .filter(({ isNewest }) => isNewest)
        .map((answer) => (
          <div key={answer.id}>
            <p className="review-sentence">
              <strong className="cut">{coders?.find(({ id }) => id === answer.coder)?.name}</strong>
              {answer.chosen && <span>{answer.chosen.length === 0 ? say.choseNone : say.chose}</span>}
              <CodeChips codes={answer.chosen ?? []} frozen={codebook} />
              <span className="quiet">{grammar.day(answer.at)}</span>
            </p>
            {answer.comment !== '' && <p className="review-comment">{answer.comment}</p>}
          </div>
        ))}
      <Meanings codes={codebook.filter(({ id }) => meant.has(id))} title={say.definitions} />
      <Thread key={item.id} item={item.id} messages={item.thread} canAct={canAct} />
    </aside>
  )
}
