import type { Code } from '../../schema/codebook.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { useHistoryActs } from '../history/use-history-acts.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { focusOn } from '../workspace.ts'

/** Says what deleting a code takes along, before it does. */
export function DeleteCode({ code, onClose }: { readonly code: Code; readonly onClose: () => void }) {
  const words = useWords()
  const explain = useExplain()
  const { value, fault } = useQuery('code.consequences', { codes: [code.id] })
  const remove = useCommand('code.delete')
  const history = useHistoryActs()
  const shown = fault ?? remove.fault
  async function doIt(): Promise<void> {
    if ((await remove({ codes: [code.id] })) === undefined) return
    focusOn({ code: null })
    onClose()
    notify({
      words: words.codebook.deleted(code.name),
      act: { label: words.common.undo, do: () => void history.undo() },
    })
  }
  return (
    <Dialog title={words.codebook.deleteTitle(code.name)} onClose={onClose}>
      <p aria-live="polite">{value ? words.codebook.deleteMeans(value) : words.common.loading}</p>
      <p className="quiet">{words.codebook.canBeUndone}</p>
      <FaultLine words={shown && explain(shown)} />
      <DialogActs>
        <Button onPress={onClose} autoFocus>
          {words.common.cancel}
        </Button>
        <Button look="warn" isDisabled={!value || remove.isBusy} onPress={() => void doIt()}>
          {words.codebook.delete}
        </Button>
      </DialogActs>
    </Dialog>
  )
}
