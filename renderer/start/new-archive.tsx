/** A new archive: its name, its place, its codebook, and a passphrase for those who want one. */
import { useState, type FormEvent } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import { fileNameIn } from '../../schema/file-name.ts'
import { useHost } from '../host-context.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field, Passphrase } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'
import type { Opening } from './use-opening.ts'

export function NewArchive({ opening, onClose }: { readonly opening: Opening; readonly onClose: () => void }) {
  const words = useWords()
  const explain = useExplain()
  const { host, facts } = useHost()
  const [name, setName] = useState('')
  const [folder, setFolder] = useState(facts.folder)
  const [codebook, setCodebook] = useState<'guide' | 'none'>('guide')
  const [isProtected, setProtected] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<ArchiveFault | null>(null)
  const path = `${folder.replace(/[\\/]+$/, '')}${folder.includes('\\') ? '\\' : '/'}${fileNameIn(name, 'archive', '-')}.kartoteka`
  const differ = isProtected && again !== '' && again !== passphrase
  const isReady = name.trim() !== '' && (!isProtected || (passphrase !== '' && passphrase === again))

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isReady || isBusy) return
    const at = host.dialogs ? await host.dialogs.newArchive(path) : path
    if (at === null) return
    setBusy(true)
    setFault(await opening.create({ path: at, codebook, name: name.trim(), ...(isProtected ? { passphrase } : {}) }))
    setBusy(false)
  }

  return (
    <Dialog title={words.start.new} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <Field
          label={words.start.name}
          value={name}
          onChange={setName}
          placeholder={words.start.namePlaceholder}
          autoFocus
        />
        {!host.dialogs && (
          <Field
            label={words.start.folder}
            value={folder}
            onChange={setFolder}
            hint={name.trim() === '' ? undefined : words.start.fileWillBe(path)}
          />
        )}
        <fieldset className="form-choices">
          <legend className="field-label">{words.start.codebook}</legend>
          <RadioLine
            title={words.start.codebookGuide}
            hint={words.start.codebookGuideHint}
            isChosen={codebook === 'guide'}
            onChoose={() => setCodebook('guide')}
          />
          <RadioLine
            title={words.start.codebookNone}
            hint={words.start.codebookNoneHint}
            isChosen={codebook === 'none'}
            onChoose={() => setCodebook('none')}
          />
        </fieldset>
        <label className="tick-line">
          <input type="checkbox" checked={isProtected} onChange={(event) => setProtected(event.target.checked)} />
          {words.start.protect}
        </label>
        {isProtected && (
          <>
            <Passphrase
              label={words.start.passphrase}
              value={passphrase}
              onChange={setPassphrase}
              show={words.pieces.showPassphrase}
              hide={words.pieces.hidePassphrase}
              hint={words.start.passphraseWarning}
            />
            <Passphrase
              label={words.start.passphraseAgain}
              value={again}
              onChange={setAgain}
              show={words.pieces.showPassphrase}
              hide={words.pieces.hidePassphrase}
              fault={differ ? words.start.passphraseDiffer : undefined}
            />
          </>
        )}
        <FaultLine words={fault && explain(fault)} />
        <DialogActs>
          <Button onPress={onClose}>{words.common.cancel}</Button>
          <Button type="submit" look="strong" isDisabled={!isReady || isBusy}>
            {isBusy ? words.start.creating : words.start.create}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  )
}

function RadioLine({
  title,
  hint,
  isChosen,
  onChoose,
}: {
  readonly title: string
  readonly hint: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  return (
    <label className="radio-line">
      <input type="radio" name="codebook" checked={isChosen} onChange={onChoose} />
      <span>
        {title}
        <span className="quiet">{hint}</span>
      </span>
    </label>
  )
}
