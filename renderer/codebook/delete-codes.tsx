import type { Code } from '../../schema/codebook.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { Button } from '../parts/button.tsx'
import { CodeChip } from '../parts/chip.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { focusOn } from '../workspace.ts'
import type { Codes } from './use-codebook.ts'

/** Says what deleting codes takes along, before it does. */
export function DeleteCodes({
  codes,
  these,
  onClose,
}: {
  readonly codes: Codes
  readonly these: readonly Code[]
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const ids = these.map(({ id }) => id)
  const { value, fault } = useQuery('code.consequences', { codes: ids })
  const remove = useCommand('code.delete')
  const turn = useTurn()
  const shown = fault ?? remove.fault
  const title = words.codebook.several(these.length, these[0]?.name ?? '')
  async function doIt(): Promise<void> {
    // The row after the last of them, so that the keyboard is somewhere.
    const at = Math.max(...these.map((code) => codes.all.indexOf(code)))
    const next = codes.all
      .slice(at + 1)
      .find(({ id, parent }) => !ids.includes(id) && !(parent && ids.includes(parent)))
    if ((await remove({ codes: ids })) === undefined) return
    focusOn({ code: next?.id ?? null })
    onClose()
    notify({
      words: words.codebook.deleted(these.length, these[0]?.name ?? ''),
      act: { label: words.common.undo, do: () => void turn('history.undo') },
    })
  }
  return (
    <Dialog title={words.codebook.deleteTitle(title)} onClose={onClose}>
      {these.length > 1 && <ChipList codes={these} />}
      <p aria-live="polite">{value ? words.codebook.deleteMeans(value, these.length) : words.common.loading}</p>
      <p className="quiet">{words.codebook.canBeUndone}</p>
      <FaultLine words={shown && explain(shown)} />
      <DialogActs>
        <Button onPress={onClose} autoFocus>
          {words.common.cancel}
        </Button>
        <Button look="warn" isDisabled={!value || remove.isBusy} onPress={() => void doIt()}>
          {words.common.delete}
        </Button>
      </DialogActs>
    </Dialog>
  )
}

/** Enough of them to know what is meant. */
export function ChipList({ codes }: { readonly codes: readonly Code[] }) {
  const words = useWords()
  return (
    <p className="chip-list">
      {codes.slice(0, 12).map((code) => (
        <CodeChip key={code.id} {...code} />
      ))}
      {codes.length > 12 && <span className="quiet">{words.codebook.andMore(codes.length - 12)}</span>}
    </p>
  )
}
