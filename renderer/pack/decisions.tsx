/** What is decided on one passage: codes to choose, the first coder's one by one, suggestions, a comment. */
import { useRef, useState } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import { verdicts, type PackExcerpt, type Verdict } from '../../schema/review-pack.ts'
import { useObservable } from '../observable.ts'
import { choosesCodes, codeInTurn, draftIn, showsCodes, type Step } from '../review-card/draft.ts'
import { CodeMeaning, CodeTitle } from '../review-card/code-in-full.tsx'
import { CodePicker } from './code-picker.tsx'
import { packKeys } from './keys.ts'
import { PackButton } from './pack-button.tsx'
import { PickedCodes } from './picked-codes.tsx'
import type { Session } from './session.ts'
import { useKeysOf } from './use-keys.ts'
import { usePackWords } from './words.ts'

export function Decisions({
  session,
  excerpt,
  goOn,
}: {
  readonly session: Session
  readonly excerpt: PackExcerpt
  /** Agreed on the last of its codes: nothing more to say here. */
  readonly goOn: () => void
}) {
  const words = usePackWords()
  const { pack } = session
  const draft = draftIn(useObservable(session.drafts), excerpt.item)
  const chooses = choosesCodes(pack, excerpt)
  const shows = showsCodes(pack, excerpt, draft)
  const [picked, setPicked] = useState<CodeId | null>(null)
  const [picks, setPicks] = useState<'choose' | 'suggest' | null>(null)
  const comment = useRef<HTMLTextAreaElement>(null)
  const current = picked ?? codeInTurn(excerpt, draft)
  const take = (step: Step) => session.take(excerpt.item, step)

  const say = (code: CodeId, verdict: Verdict) => {
    take({ do: 'say', code, verdict })
    setPicked(null)
    const others = excerpt.codes.filter((each) => each !== code)
    const isLast = others.every((each) => draft.verdicts[each] !== undefined)
    if (!isLast) return
    if (verdict === 'agree') goOn()
    else setPicked(code)
  }

  useKeysOf((act, event) => {
    if (act === 'agree' || act === 'disagree' || act === 'unsure') {
      if (!shows || !current) return false
      say(current, act)
    } else if (act === 'suggest') setPicks(chooses && !draft.isRevealed ? 'choose' : 'suggest')
    else if (act === 'comment') comment.current?.focus()
    else if (act === 'noneFits' && chooses) take({ do: 'none-fits' })
    else if (act === 'reveal' && chooses && excerpt.codes.length > 0) take({ do: 'reveal', codes: excerpt.codes })
    else return false
    event.preventDefault()
    return true
  })

  const picker = picks && (
    <CodePicker
      session={session}
      taken={picks === 'choose' ? (draft.chosen ?? []) : draft.suggested}
      pick={(code) => take({ do: picks, code })}
      close={() => setPicks(null)}
    />
  )
  return (
    <div className="pack-decisions">
      {excerpt.note && (
        <section className="pack-note">
          <h3>{words.asks(pack.from)}</h3>
          <p>{excerpt.note}</p>
        </section>
      )}
      {chooses && (
        <section className="pack-part">
          <h3>{words.yours}</h3>
          <PickedCodes
            session={session}
            codes={draft.chosen ?? []}
            {...(draft.isRevealed ? {} : { takeOut: (code: CodeId) => take({ do: 'choose', code }) })}
          />
          {draft.chosen === null && (
            <p className="quiet">{shows || pack.kind === 'coding' ? words.noneYet : words.yourCodesFirst}</p>
          )}
          {draft.chosen?.length === 0 && <p>{words.noneFits}.</p>}
          {picks === 'choose' && picker}
          {!draft.isRevealed && picks === null && (
            <div className="pack-acts">
              <PackButton icon="plus" chord={packKeys.suggest.key} onClick={() => setPicks('choose')}>
                {words.putCode}
              </PackButton>
              <PackButton
                chord={packKeys.noneFits.key}
                aria-pressed={draft.chosen?.length === 0}
                onClick={() => take({ do: 'none-fits' })}
              >
                {words.noneFits}
              </PackButton>
              {pack.kind === 'review' && excerpt.codes.length > 0 && (
                <PackButton
                  look={draft.chosen === null ? 'plain' : 'strong'}
                  chord={packKeys.reveal.key}
                  disabled={draft.chosen === null}
                  onClick={() => take({ do: 'reveal', codes: excerpt.codes })}
                >
                  {words.reveal}
                </PackButton>
              )}
            </div>
          )}
        </section>
      )}
      {shows && (
        <section className="pack-part">
          <h3>{words.coderPut(excerpt.codes.length)}</h3>
          {excerpt.codes.map((code) => (
            <CodeDecision
              key={code}
              session={session}
              code={code}
              verdict={draft.verdicts[code]}
              isCurrent={code === current}
              isAlone={excerpt.codes.length === 1}
              choose={() => setPicked(code)}
              say={(verdict) =>
                draft.verdicts[code] === verdict ? take({ do: 'say', code, verdict: null }) : say(code, verdict)
              }
            />
          ))}
        </section>
      )}
      {(shows || pack.kind === 'review') && !(chooses && !draft.isRevealed) && (
        <section className="pack-part">
          {draft.suggested.length > 0 && <h3>{words.suggested}</h3>}
          <PickedCodes session={session} codes={draft.suggested} takeOut={(code) => take({ do: 'suggest', code })} />
          {picks === 'suggest' ? (
            picker
          ) : (
            <div className="pack-acts">
              <PackButton icon="plus" chord={packKeys.suggest.key} onClick={() => setPicks('suggest')}>
                {words.suggest}
              </PackButton>
            </div>
          )}
        </section>
      )}
      <div className="field">
        <label className="field-label" htmlFor="comment">
          {words.comment} <kbd aria-hidden="true">{packKeys.comment.key}</kbd>
        </label>
        <textarea
          id="comment"
          ref={comment}
          className="input input-long"
          value={draft.comment}
          maxLength={20_000}
          placeholder={words.commentPlaceholder}
          onChange={(event) => take({ do: 'comment', text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.currentTarget.closest('main')?.focus({ preventScroll: true })
          }}
        />
      </div>
    </div>
  )
}

function CodeDecision({
  session,
  code,
  verdict,
  isCurrent,
  isAlone,
  choose,
  say,
}: {
  readonly session: Session
  readonly code: CodeId
  readonly verdict: Verdict | undefined
  /** The keys decide on this one, and what it means is shown. */
  readonly isCurrent: boolean
  readonly isAlone: boolean
  readonly choose: () => void
  readonly say: (verdict: Verdict) => void
}) {
  const words = usePackWords()
  const known = session.codes.get(code)
  if (!known) return null
  const family = known.parent ? (session.codes.get(known.parent)?.name ?? '') : ''
  const title = <CodeTitle code={known} family={family && words.family(family)} />
  return (
    <div
      ref={isCurrent ? toSight : undefined}
      className={`pack-code${isCurrent && !isAlone ? ' is-current' : ''}`}
      role="group"
      aria-label={known.name}
    >
      {isAlone ? (
        title
      ) : (
        <button type="button" className="pack-code-title" aria-expanded={isCurrent} onClick={choose}>
          {title}
        </button>
      )}
      <div className="pack-verdicts">
        {verdicts.map((each) => (
          <button
            key={each}
            type="button"
            className={`pack-verdict is-${each}`}
            aria-pressed={verdict === each}
            title={verdict === each ? words.takeBack(words.verdicts[each]) : undefined}
            onClick={() => say(each)}
          >
            {words.verdicts[each]}
            {isCurrent && <kbd aria-hidden="true">{packKeys[each].key}</kbd>}
          </button>
        ))}
      </div>
      {isCurrent && <CodeMeaning code={known} words={words} />}
    </div>
  )
}

const toSight = (code: HTMLElement | null) => code?.scrollIntoView({ block: 'nearest' })
