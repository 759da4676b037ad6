import { useState } from 'react'
import { useCommand } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Passphrase } from '../parts/field.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'

/** Sets, changes or removes the archive's passphrase, saying what that means for copies made before. */
export function PassphraseForm({
  isEncrypted,
  isReadOnly,
}: {
  readonly isEncrypted: boolean
  readonly isReadOnly: boolean
}) {
  const words = useWords()
  const explain = useExplain()
  const set = useCommand('archive.passphrase')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const differ = again !== '' && again !== next
  const isReady = next !== '' && next === again && (!isEncrypted || current !== '')
  const shown = { show: words.pieces.showPassphrase, hide: words.pieces.hidePassphrase }

  async function change(to: string | null): Promise<void> {
    const done = await set({ next: to, ...(isEncrypted ? { current } : {}) })
    if (!done) return
    setCurrent('')
    setNext('')
    setAgain('')
    notify({ words: words.settings.passphraseDone[to === null ? 'removed' : isEncrypted ? 'changed' : 'set'] })
  }

  if (isReadOnly) return <p className="quiet">{words.status.readOnly}</p>
  return (
    <form
      className="form settings-passphrase"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !set.isBusy) void change(next)
      }}
    >
      {isEncrypted && (
        <Passphrase label={words.settings.passphraseCurrent} value={current} onChange={setCurrent} {...shown} />
      )}
      <Passphrase
        label={words.settings.passphraseNew}
        value={next}
        onChange={setNext}
        {...shown}
        hint={words.start.passphraseWarning}
      />
      <Passphrase
        label={words.settings.passphraseAgain}
        value={again}
        onChange={setAgain}
        fault={differ ? words.start.passphraseDiffer : undefined}
        {...shown}
      />
      <p className="quiet">{words.settings.passphraseCost}</p>
      <FaultLine words={set.fault && explain(set.fault)} />
      <div className="settings-acts">
        <Button type="submit" look="strong" isDisabled={!isReady || set.isBusy}>
          {isEncrypted ? words.settings.doChange : words.settings.doSet}
        </Button>
        {isEncrypted && (
          <Button look="warn" isDisabled={current === '' || set.isBusy} onPress={() => void change(null)}>
            {words.settings.doRemove}
          </Button>
        )}
      </div>
      {isEncrypted && <p className="quiet">{words.settings.removeCost}</p>}
    </form>
  )
}
