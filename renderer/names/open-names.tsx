import { useState, type FormEvent } from 'react'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { DialogActs } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { useWords } from '../words.ts'
import type { Names } from './use-names.ts'

const ways = ['open', 'create'] as const

/** Opens a table, or makes one. Its passphrase is not the archive's, and nobody can recover it. */
export function OpenNames({
  archive,
  names: { act },
  onClose,
}: {
  readonly archive: string
  readonly names: Names
  readonly onClose: () => void
}) {
  const words = useWords()
  const said = words.names
  const [way, setWay] = useState<(typeof ways)[number]>('open')
  const [path, setPath] = useState(archive.replace(/\.kartoteka$/, '.names'))
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isReady = path.trim() !== '' && passphrase !== '' && (way === 'open' || passphrase === again)
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isReady || isBusy) return
    setBusy(true)
    await act(way === 'open' ? 'names.open' : 'names.create', { path: path.trim(), passphrase })
    setBusy(false)
  }
  return (
    <form className="form names-open" onSubmit={(event) => void submit(event)}>
      <Segments
        label={said.way}
        value={way}
        options={ways.map((value) => ({ value, label: said.ways[value] }))}
        onChange={setWay}
      />
      <Field label={said.file} value={path} onChange={setPath} hint={said.fileHint} />
      <Field
        type="password"
        label={said.passphrase}
        value={passphrase}
        onChange={setPassphrase}
        hint={way === 'create' ? said.passphraseHint : undefined}
        autoFocus
      />
      {way === 'create' && (
        <Field
          type="password"
          label={said.again}
          value={again}
          onChange={setAgain}
          fault={again !== '' && again !== passphrase ? said.differ : undefined}
        />
      )}
      <DialogActs>
        <Button onPress={onClose}>{words.common.cancel}</Button>
        <Button type="submit" look="strong" isDisabled={!isReady || isBusy}>
          {said.ways[way]}
        </Button>
      </DialogActs>
    </form>
  )
}
