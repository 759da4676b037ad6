import { useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import { useCommand } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { useExplain, useWords } from '../words.ts'
import { Colours } from './colours.tsx'
import { ChipList } from './delete-codes.tsx'

/** One colour for codes, seen on them before it is theirs. */
export function PaintCodes({ these, onClose }: { readonly these: readonly Code[]; readonly onClose: () => void }) {
  const words = useWords()
  const explain = useExplain()
  const update = useCommand('code.updateMany')
  const [colour, setColour] = useState(these[0]?.colour ?? '#222222')
  async function doIt(): Promise<void> {
    if ((await update({ codes: these.map(({ id }) => id), colour })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={words.codebook.paintTitle(words.codebook.several(these.length, these[0]?.name ?? ''))}
      onClose={onClose}
    >
      <Colours value={colour} onChange={setColour} />
      <ChipList codes={these.map((code) => ({ ...code, colour }))} />
      <FaultLine words={update.fault && explain(update.fault)} />
      <DialogActs>
        <Button onPress={onClose}>{words.common.cancel}</Button>
        <Button look="strong" isDisabled={update.isBusy} onPress={() => void doIt()}>
          {words.codebook.paintDo}
        </Button>
      </DialogActs>
    </Dialog>
  )
}
