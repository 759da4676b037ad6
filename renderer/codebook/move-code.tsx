import { useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import { useCommand } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { useExplain, useWords } from '../words.ts'
import { familyOf, pathOf, type Codes } from './use-codebook.ts'

/** Puts a code, with everything below it, under another parent. Its codings stay its own. */
export function MoveCode({
  codes,
  code,
  onClose,
}: {
  readonly codes: Codes
  readonly code: Code
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const move = useCommand('code.move')
  const [parent, setParent] = useState<string>(code.parent ?? '')
  const own = new Set(familyOf(codes, code.id))
  async function doIt(): Promise<void> {
    const under = parent === '' ? null : (parent as CodeId)
    const position = (codes.childrenOf.get(under) ?? []).filter(({ id }) => id !== code.id).length
    if (await move({ codes: [code.id], parent: under, position })) onClose()
  }
  return (
    <Dialog title={words.codebook.moveTitle(code.name)} onClose={onClose}>
      <Choice
        label={words.codebook.below}
        value={parent}
        options={[
          { value: '', label: words.codebook.topLevel },
          ...codes.all
            .filter(({ id }) => !own.has(id))
            .map((each) => ({ value: each.id as string, label: `${each.shortcut} ${pathOf(codes, each)}`.trim() })),
        ]}
        onChange={setParent}
      />
      <p className="quiet">{words.codebook.moveMeans}</p>
      <FaultLine words={move.fault && explain(move.fault)} />
      <DialogActs>
        <Button onPress={onClose}>{words.common.cancel}</Button>
        <Button look="strong" isDisabled={move.isBusy} onPress={() => void doIt()}>
          {words.codebook.moveDo}
        </Button>
      </DialogActs>
    </Dialog>
  )
}
