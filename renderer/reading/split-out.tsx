/** A new code takes the passages that were picked in a column. */
import { useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId, CodingId } from '../../schema/ids.ts'
import { useCommand } from '../archive/use-archive.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'

export function SplitOut({
  code,
  codings,
  onDone,
  onClose,
}: {
  readonly code: Code
  readonly codings: readonly CodingId[]
  readonly onDone: (made: CodeId) => void
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const turn = useTurn()
  const split = useCommand('code.split')
  const [name, setName] = useState('')
  const [below, setBelow] = useState(false)

  async function doIt(): Promise<void> {
    const done = await split({ code: code.id, codings: [...codings], name: name.trim(), below })
    if (!done) return
    onClose()
    onDone(done.code.id)
    notify({
      words: words.codebook.recoded(done, done.code.name, false),
      act: { label: words.common.undo, do: () => void turn('history.undo') },
    })
  }

  return (
    <Dialog title={words.reading.splitTitle(codings.length, code.name)} onClose={onClose}>
      <form
        className="read-split"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void doIt()
        }}
      >
        <Field label={words.reading.splitName} value={name} onChange={setName} autoFocus />
        <label className="tick-line">
          <input type="checkbox" checked={below} onChange={(event) => setBelow(event.target.checked)} />
          {words.reading.splitBelow(code.name)}
        </label>
        <FaultLine words={split.fault && explain(split.fault)} />
        <DialogActs>
          <Button onPress={onClose}>{words.common.cancel}</Button>
          <Button look="strong" type="submit" isDisabled={name.trim() === '' || split.isBusy}>
            {words.reading.splitDo}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  )
}
