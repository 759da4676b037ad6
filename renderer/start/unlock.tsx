import { useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import { Button } from '../parts/button.tsx'
import { Passphrase } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { useExplain, useWords } from '../words.ts'
import { nameIn } from './start-view.tsx'
import type { Opening } from './use-opening.ts'
import './start.css'

/** An encrypted archive asks for its passphrase. */
export function Unlock({
  opening,
  path,
  fault,
}: {
  readonly opening: Opening
  readonly path: string
  readonly fault: ArchiveFault | null
}) {
  const words = useWords()
  const explain = useExplain()
  const [passphrase, setPassphrase] = useState('')
  const [isBusy, setBusy] = useState(false)
  async function unlock(): Promise<void> {
    setBusy(true)
    await opening.open({ path, passphrase })
    setBusy(false)
  }
  return (
    <main className="whole start">
      <form
        className="start-card start-card-small"
        onSubmit={(event) => {
          event.preventDefault()
          if (passphrase !== '' && !isBusy) void unlock()
        }}
      >
        <span className="empty-icon">
          <Icon name="lock" />
        </span>
        <h2>{words.start.unlockTitle(nameIn(path))}</h2>
        <Passphrase
          label={words.start.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          show={words.pieces.showPassphrase}
          hide={words.pieces.hidePassphrase}
          fault={fault ? explain(fault) : undefined}
          autoFocus
        />
        <div className="dialog-acts">
          <Button look="quiet" onPress={opening.toStart}>
            {words.start.chooseOther}
          </Button>
          <Button type="submit" look="strong" isDisabled={isBusy || passphrase === ''}>
            {words.start.unlock}
          </Button>
        </div>
      </form>
    </main>
  )
}
