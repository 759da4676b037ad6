/** Asks for the passphrase, and says why the file stays shut where it does. */
import { useRef, useState } from 'react'
import { explainSealed } from '../../schema/explain-sealed.ts'
import type { SealedFault } from '../../schema/sealed-fault.ts'
import { useObservable } from '../observable.ts'
import { Icon } from '../parts/icon.tsx'
import { tongue } from '../settings.ts'
import { LookChoice } from './look-choice.tsx'
import { PackButton } from './pack-button.tsx'
import { openSession, Session } from './session.ts'
import { usePackWords } from './words.ts'

export function Locked({ sealed, opened }: { readonly sealed: string; readonly opened: (session: Session) => void }) {
  const words = usePackWords()
  const language = useObservable(tongue)
  const [passphrase, setPassphrase] = useState('')
  const [isShown, setShown] = useState(false)
  const [isOpening, setOpening] = useState(false)
  const [fault, setFault] = useState<SealedFault | null>(null)
  const field = useRef<HTMLInputElement>(null)

  const open = async () => {
    if (passphrase.trim() === '' || isOpening) return field.current?.focus()
    setOpening(true)
    const session = await openSession(sealed, passphrase)
    setOpening(false)
    if (session instanceof Session) return opened(session)
    setFault(session)
    field.current?.select()
  }

  const cannot =
    sealed === '' ? words.noFile : isSecureContext && 'CompressionStream' in globalThis ? null : words.noCrypto
  return (
    <main className="pack-page">
      <form
        className="pack-sheet pack-sheet-small"
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <span className="pack-lock">
          <Icon name="lock" />
        </span>
        <header>
          <h1>{words.locked}</h1>
          <p className="quiet">{words.lockedAbout}</p>
        </header>
        {cannot ? (
          <p role="alert" className="pack-fault">
            {cannot}
          </p>
        ) : (
          <>
            <div className="field">
              <label className="field-label" htmlFor="passphrase">
                {words.passphrase}
              </label>
              <div className="input-row">
                <input
                  id="passphrase"
                  ref={field}
                  className="input"
                  type={isShown ? 'text' : 'password'}
                  value={passphrase}
                  autoFocus
                  autoComplete="off"
                  spellCheck={false}
                  aria-describedby="passphrase-hint"
                  aria-invalid={fault !== null}
                  data-invalid={fault !== null || undefined}
                  onChange={(event) => {
                    setPassphrase(event.target.value)
                    setFault(null)
                  }}
                />
                <button type="button" className="input-aside" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
                  {isShown ? words.hidePassphrase : words.showPassphrase}
                </button>
              </div>
              <p
                id="passphrase-hint"
                className={fault ? 'field-fault' : 'field-hint'}
                role={fault ? 'alert' : undefined}
              >
                {fault ? explainSealed(fault, language) : words.passphraseHint}
              </p>
            </div>
            <PackButton look="strong" type="submit" className="pack-main" aria-busy={isOpening}>
              {isOpening ? words.unlocking : words.unlock}
            </PackButton>
          </>
        )}
      </form>
      <LookChoice />
    </main>
  )
}
