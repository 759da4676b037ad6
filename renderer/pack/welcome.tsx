/** What is asked: how many passages, which questions, how it goes; and the name that goes with the reply. */
import { useRef, useState } from 'react'
import { explainSealed } from '../../schema/explain-sealed.ts'
import { useObservable } from '../observable.ts'
import { Icon } from '../parts/icon.tsx'
import { isDecided } from '../review-card/draft.ts'
import { tongue } from '../settings.ts'
import { LookChoice } from './look-choice.tsx'
import { PackButton } from './pack-button.tsx'
import { Questions } from './questions.tsx'
import type { Session } from './session.ts'
import { useKeysOf } from './use-keys.ts'
import { useReply } from './use-reply.ts'
import { usePackWords } from './words.ts'

export function Welcome({ session, begin }: { readonly session: Session; readonly begin: () => void }) {
  const words = usePackWords()
  const { pack } = session
  const drafts = useObservable(session.drafts)
  const advisor = useObservable(session.advisor)
  const keeps = useObservable(session.keeper.keeps)
  const [isAsked, setAsked] = useState(false)
  const name = useRef<HTMLInputElement>(null)
  const done = pack.excerpts.filter((excerpt) => isDecided(pack, excerpt, session.draft(excerpt.item))).length
  const isNameMissing = isAsked && advisor.trim() === ''
  const reply = useReply(session)
  const askName = (): boolean => {
    setAsked(true)
    if (advisor.trim() !== '') return false
    name.current?.focus()
    return true
  }
  useKeysOf((act, event) => {
    if (act !== 'save') return false
    event.preventDefault() // the browser would save the page
    if (!askName()) void reply.save()
    return true
  })
  return (
    <main className="pack-page">
      <form
        className="pack-sheet"
        onSubmit={(event) => {
          event.preventDefault()
          if (!askName()) begin()
        }}
      >
        <header>
          <p className="pack-from">{[pack.name, words.askedBy(pack.from, words.day(pack.madeAt))].join(' · ')}</p>
          <h1>{words.wait[pack.kind](pack.excerpts.length)}</h1>
          <p className="quiet">{words.how[pack.blind && pack.kind === 'review' ? 'blind' : pack.kind]}</p>
        </header>
        <Questions session={session} />
        <div className="field">
          <label className="field-label" htmlFor="advisor">
            {words.name}
          </label>
          <input
            id="advisor"
            ref={name}
            className="input"
            value={advisor}
            maxLength={200}
            autoComplete="name"
            autoFocus={advisor === ''}
            aria-describedby="advisor-hint"
            aria-invalid={isNameMissing}
            data-invalid={isNameMissing || undefined}
            onChange={(event) => session.advisor.set(event.target.value)}
          />
          <p
            id="advisor-hint"
            className={isNameMissing ? 'field-fault' : 'field-hint'}
            role={isNameMissing ? 'alert' : undefined}
          >
            {isNameMissing ? words.nameMissing : words.nameHint}
          </p>
        </div>
        <div className="pack-begin">
          <PackButton look="strong" type="submit" className="pack-main" autoFocus={advisor !== ''}>
            {drafts.size > 0 ? words.goOn : words.begin}
          </PackButton>
          {drafts.size > 0 && <span className="quiet tabular">{words.decided(done, pack.excerpts.length)}</span>}
        </div>
        <p role="status" className="pack-welcome-saved">
          {reply.saved && `${words.savedAs(reply.saved)}. ${words.sendIt(pack.from)}`}
        </p>
        <footer className="pack-notes">
          <p>
            <Icon name={keeps ? 'check' : 'warning'} />
            {keeps ? words.kept : words.notKept}
          </p>
          <p>
            <Icon name="pencil" />
            {words.keysHint}
          </p>
          <EarlierReply session={session} />
        </footer>
      </form>
      <LookChoice />
    </main>
  )
}

/** Takes a reply saved earlier, perhaps on another computer. */
function EarlierReply({ session }: { readonly session: Session }) {
  const words = usePackWords()
  const language = useObservable(tongue)
  const [said, setSaid] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const take = async (file: File) => {
    const taken = await session.goOnFrom(new Uint8Array(await file.arrayBuffer()))
    setSaid(typeof taken === 'number' ? words.taken(taken) : explainSealed(taken, language))
  }
  return (
    <div className="pack-earlier">
      <button type="button" className="pack-link" onClick={() => picker.current?.click()}>
        {words.goOnFromFile}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".kartoteka-reply"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void take(file)
          event.target.value = ''
        }}
      />
      <p role="status">{said}</p>
    </div>
  )
}
