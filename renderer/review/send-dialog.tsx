/** The file for the reader: to whom, under which passphrase; then the words to say by phone. */
import { useState } from 'react'
import type { ReviewRound } from '../../schema/review.ts'
import { useArchive, useCommand, useQuery } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { ChoiceChip } from '../parts/filter-chip.tsx'
import { Icon } from '../parts/icon.tsx'
import { notify } from '../parts/notices.tsx'
import { ProgressBar } from '../parts/progress.tsx'
import { useSave } from '../save.ts'
import { tongue } from '../settings.ts'
import { useExplain, useWords } from '../words.ts'
import { suggestPassphrase } from './passphrase-words.ts'

/** Characters; a shorter one is guessed, however slow the derivation of its key. */
const shortest = 12

export function SendDialog({ round, onClose }: { readonly round: ReviewRound; readonly onClose: () => void }) {
  const words = useWords()
  const say = words.review
  const explain = useExplain()
  const put = useSave()
  const { cache } = useArchive()
  const pack = useCommand('export.reviewPack')
  const attributes = useQuery('attribute.list', {}).value ?? []
  const [to, setTo] = useState('')
  const [show, setShow] = useState<readonly string[]>([])
  const [passphrase, setPassphrase] = useState(() => suggestPassphrase(tongue.value))
  const [saved, setSaved] = useState<{ readonly at: string; readonly rows: number; readonly withheld: number } | null>(
    null,
  )
  const isShort = passphrase.trim().length < shortest

  async function save(): Promise<void> {
    const made = await pack({
      round: round.id,
      passphrase: passphrase.trim(),
      to: to.trim(),
      show: [...show],
      language: tongue.value,
    })
    // The round's line in the audit log is no step of the history, of which the window would hear.
    if (made) cache.again('review.list', {})
    const at = made && (await put(made))
    if (made && at) setSaved({ at, rows: made.rows, withheld: made.withheld })
  }

  if (saved)
    return (
      <Dialog title={say.savedTitle} onClose={onClose}>
        <p>{say.saved(saved.at, saved.rows)}</p>
        {saved.withheld > 0 && <p className="quiet">{say.withheld(saved.withheld)}</p>}
        <p className="field-label">{say.sayByPhone}</p>
        <div className="review-spoken">
          <output className="grow">{passphrase.trim()}</output>
          <Button
            look="quiet"
            icon="copy"
            onPress={() =>
              void navigator.clipboard.writeText(passphrase.trim()).then(() => notify({ words: say.copied }))
            }
          >
            {say.copyPassphrase}
          </Button>
        </div>
        <p className="quiet">{say.passphraseHint}</p>
        <DialogActs>
          <Button look="strong" onPress={onClose}>
            {words.common.done}
          </Button>
        </DialogActs>
      </Dialog>
    )
  return (
    <Dialog size="wide" title={say.sendTitle(round.name)} onClose={onClose}>
      <form
        className="review-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isShort && !pack.isBusy) void save()
        }}
      >
        <p>{say.sendText}</p>
        <Field label={say.to} hint={say.toHint} value={to} onChange={setTo} maxLength={200} autoFocus />
        <div className="review-passphrase">
          <Field
            label={say.passphrase}
            hint={isShort ? say.passphraseShort(shortest) : say.passphraseHint}
            value={passphrase}
            onChange={setPassphrase}
            maxLength={1000}
            autoComplete="off"
          />
          <Button onPress={() => setPassphrase(suggestPassphrase(tongue.value))}>{say.another}</Button>
        </div>
        {attributes.length > 0 && (
          <div className="review-chips">
            <ChoiceChip
              label={say.show}
              options={attributes.map(({ key, name }) => ({ value: key, label: name }))}
              chosen={show}
              nothing={say.nothingThere}
              clear={say.clear}
              onChange={setShow}
            />
          </div>
        )}
        <FaultLine words={pack.fault && explain(pack.fault)} />
        {pack.isBusy && <ProgressBar label={say.packing} share={null} />}
        <DialogActs>
          <Button onPress={onClose}>{words.common.cancel}</Button>
          <Button look="strong" type="submit" isDisabled={isShort || pack.isBusy}>
            <Icon name="export" />
            {say.saveFile}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  )
}
