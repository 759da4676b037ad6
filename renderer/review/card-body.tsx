/** A card: the excerpt among the turns around it, the codes with how they were meant, and what the reader says. */
import { useEffect, useRef, useState } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import type { PackCode, PackExcerpt, Verdict } from '../../schema/review-pack.ts'
import type { ReviewRound } from '../../schema/review.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { keyHint, useKeys } from '../keys.ts'
import { Button } from '../parts/button.tsx'
import { CodePalette } from '../reader/code-palette.tsx'
import { choosesCodes, codeInTurn, showsCodes, type Draft, type Step } from '../review-card/draft.ts'
import { ExcerptText } from '../review-card/excerpt-text.tsx'
import '../review-card/review-card.css'
import { useWords } from '../words.ts'
import { CardCode } from './card-code.tsx'
import { CardComment } from './card-comment.tsx'
import { PutCodes } from './put-codes.tsx'

const none: readonly PackCode[] = []

export function CardBody({
  round,
  excerpt,
  draft,
  canAct,
  onStep,
  onNext,
}: {
  readonly round: ReviewRound
  readonly excerpt: PackExcerpt
  readonly draft: Draft
  readonly canAct: boolean
  readonly onStep: (step: Step) => void
  readonly onNext: () => void
}) {
  const { review: say } = useWords()
  const codes = useCodes()
  const codebook = useQuery('review.round', { round: round.id }).value?.codebook ?? none
  const chooses = choosesCodes(round, excerpt)
  const shows = showsCodes(round, excerpt, draft)
  /** Codes are put, and what is put may still be changed. */
  const puts = chooses && !draft.isRevealed
  const inTurn = shows ? codeInTurn(excerpt, draft) : undefined
  const [isFinding, setFinding] = useState(false)
  const comment = useRef<HTMLTextAreaElement>(null)

  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.querySelector('.excerpt-quote')?.scrollIntoView({ block: 'center' })
  }, [])

  /** Agreeing with the last open code goes on: there is nothing to add. */
  const judge = (verdict: Verdict, code = inTurn) => {
    if (!code) return
    onStep({ do: 'say', code, verdict })
    const isLast = excerpt.codes.every((each) => each === code || draft.verdicts[each] !== undefined)
    if (verdict === 'agree' && isLast) onNext()
  }
  const noneFits = () => onStep({ do: 'none-fits' })
  const reveal = () => onStep({ do: 'reveal', codes: excerpt.codes })
  const canReveal = puts && round.kind === 'review' && excerpt.codes.length > 0
  function choose(code: CodeId): void {
    setFinding(false)
    if (puts) onStep({ do: 'choose', code })
    else if (excerpt.codes.includes(code)) onStep({ do: 'say', code, verdict: 'agree' })
    else onStep({ do: 'suggest', code })
  }
  useKeys(
    canAct
      ? {
          suggestCard: () => setFinding(true),
          commentCard: () => comment.current?.focus(),
          ...(puts ? { noneFitsCard: noneFits } : {}),
          ...(canReveal ? { revealCard: reveal } : {}),
          ...(shows
            ? {
                agreeCard: () => judge('agree'),
                disagreeCard: () => judge('disagree'),
                unsureCard: () => judge('unsure'),
              }
            : {}),
        }
      : {},
  )

  return (
    <article className="review-card" aria-label={say.card(excerpt.place)} ref={box} tabIndex={-1}>
      <header className="quiet tabular">
        <strong>{excerpt.place}</strong>
        {excerpt.document !== '' && <span className="cut">{excerpt.document}</span>}
      </header>
      <div className="review-read">
        {excerpt.note !== '' && <p className="review-note">{excerpt.note}</p>}
        <div className="review-text">
          <ExcerptText excerpt={excerpt} />
        </div>
      </div>
      <div className="review-answer">
        {chooses && (
          <section className="review-own" aria-label={say.yourCodes}>
            {puts && <p className="quiet">{canReveal ? say.chooseFirst : say.codeFreely}</p>}
            <PutCodes
              label={draft.isRevealed ? say.yourCodes : ''}
              codes={draft.chosen ?? []}
              codebook={codebook}
              onTakeOff={canAct && puts ? (code) => onStep({ do: 'choose', code }) : null}
              nothing={draft.chosen?.length === 0 ? say.noneFits : ''}
            />
            {canAct && puts && (
              <div className="review-acts">
                <Button onPress={() => setFinding(true)} aria-keyshortcuts={keyHint('suggestCard')}>
                  {say.suggestHere} <kbd>{keyHint('suggestCard')}</kbd>
                </Button>
                <Button onPress={noneFits} aria-keyshortcuts={keyHint('noneFitsCard')}>
                  {say.noneFits} <kbd>{keyHint('noneFitsCard')}</kbd>
                </Button>
                {canReveal && (
                  <Button
                    look="strong"
                    isDisabled={draft.chosen === null}
                    onPress={reveal}
                    aria-keyshortcuts={keyHint('revealCard')}
                  >
                    {say.showCodes} <kbd>{keyHint('revealCard')}</kbd>
                  </Button>
                )}
              </div>
            )}
          </section>
        )}
        {shows && (
          <>
            <ul className="review-judged" aria-label={say.codes}>
              {excerpt.codes.map((code) => (
                <CardCode
                  key={code}
                  code={code}
                  meant={codebook.find(({ id }) => id === code)}
                  verdict={draft.verdicts[code] ?? null}
                  isInTurn={code === inTurn}
                  canAct={canAct}
                  onVerdict={(verdict) => judge(verdict, code)}
                />
              ))}
            </ul>
            <div className="review-acts">
              {canAct && (
                <Button onPress={() => setFinding(true)} aria-keyshortcuts={keyHint('suggestCard')}>
                  {say.suggest} <kbd>{keyHint('suggestCard')}</kbd>
                </Button>
              )}
              {draft.suggested.length > 0 && (
                <PutCodes
                  label={say.suggested}
                  codes={draft.suggested}
                  codebook={codebook}
                  onTakeOff={canAct ? (code) => onStep({ do: 'suggest', code }) : null}
                  nothing=""
                />
              )}
            </div>
          </>
        )}
        <CardComment
          field={comment}
          value={draft.comment}
          isDisabled={!canAct}
          onCommit={(text) => onStep({ do: 'comment', text })}
        />
      </div>
      {isFinding && (
        <CodePalette
          codes={codes}
          title={puts ? say.suggestHere : say.suggest}
          canAdd={false}
          onChoose={choose}
          onClose={() => setFinding(false)}
        />
      )}
    </article>
  )
}
