import { useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { useExplain, useWords } from '../words.ts'
import { focusOn } from '../workspace.ts'
import { familyOf, pathOf, type Codes } from './use-codebook.ts'

/** Carries a code's codings over to another and lets the code go. */
export function MergeCode({
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
  const merge = useCommand('code.merge')
  const own = new Set(familyOf(codes, code.id))
  const targets = codes.all.filter(({ id, codable }) => !own.has(id) && codable)
  const [into, setInto] = useState<CodeId | null>(
    targets.find(({ parent }) => parent === code.parent)?.id ?? targets[0]?.id ?? null,
  )
  const consequences = useQuery('code.consequences', into ? { codes: [code.id], into } : null)
  const target = into ? codes.byId.get(into) : undefined
  const shown = consequences.fault ?? merge.fault
  async function doIt(): Promise<void> {
    if (!into || !(await merge({ codes: [code.id], into }))) return
    focusOn({ code: into })
    onClose()
  }
  return (
    <Dialog title={words.codebook.mergeTitle(code.name)} onClose={onClose}>
      <Choice
        label={words.codebook.mergeInto}
        value={into ?? ''}
        options={targets.map((each) => ({
          value: each.id as string,
          label: `${each.shortcut} ${pathOf(codes, each)}`.trim(),
        }))}
        onChange={(value) => setInto(value as CodeId)}
      />
      <p aria-live="polite">
        {consequences.value && target
          ? words.codebook.mergeMeans(consequences.value, target.name)
          : words.common.loading}
      </p>
      <p className="quiet">{words.codebook.canBeUndone}</p>
      <FaultLine words={shown && explain(shown)} />
      <DialogActs>
        <Button onPress={onClose}>{words.common.cancel}</Button>
        <Button look="strong" isDisabled={!consequences.value || merge.isBusy} onPress={() => void doIt()}>
          {words.codebook.mergeDo}
        </Button>
      </DialogActs>
    </Dialog>
  )
}
