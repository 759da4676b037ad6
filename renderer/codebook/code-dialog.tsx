import { useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import { useCommand } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'
import { focusOn } from '../workspace.ts'
import { Colours } from './colours.tsx'
import { pathOf, type Codes } from './use-codebook.ts'

/** A new code: its name is enough; key and colour are proposed. */
export function CodeDialog({
  codes,
  parent: proposed,
  onClose,
}: {
  readonly codes: Codes
  readonly parent: Code | null
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const create = useCommand('code.create')
  const [parent, setParent] = useState<Code | null>(proposed)
  const [name, setName] = useState('')
  const [shortcut, setShortcut] = useState(() => freeShortcut(codes, proposed))
  const [colour, setColour] = useState(proposed?.colour ?? '#44AA99')
  const [definition, setDefinition] = useState('')

  async function submit(): Promise<void> {
    const made = await create({
      parent: parent?.id ?? null,
      name: name.trim(),
      shortcut: shortcut.trim(),
      colour,
      definition,
    })
    if (!made) return
    focusOn({ code: made.id, passage: null })
    onClose()
  }

  return (
    <Dialog title={words.codebook.add} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '' && !create.isBusy) void submit()
        }}
      >
        <Field label={words.codebook.name} value={name} onChange={setName} autoFocus />
        <div className="form-pair">
          <Choice
            label={words.codebook.below}
            value={parent?.id ?? ''}
            options={[
              { value: '', label: words.codebook.topLevel },
              ...codes.all.map((code) => ({
                value: code.id as string,
                label: `${code.shortcut} ${pathOf(codes, code)}`.trim(),
              })),
            ]}
            onChange={(value) => {
              const chosen = codes.all.find(({ id }) => id === value) ?? null
              setParent(chosen)
              setShortcut(freeShortcut(codes, chosen))
              if (chosen) setColour(chosen.colour)
            }}
          />
          <Field label={words.codebook.key} value={shortcut} onChange={setShortcut} hint={words.codebook.keyHint} />
        </div>
        <Colours value={colour} onChange={setColour} />
        <Field label={words.codebook.definition} value={definition} onChange={setDefinition} long />
        <FaultLine words={create.fault && explain(create.fault)} />
        <DialogActs>
          <Button onPress={onClose}>{words.common.cancel}</Button>
          <Button type="submit" look="strong" isDisabled={name.trim() === '' || create.isBusy}>
            {words.codebook.add}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  )
}

/** The first key that nobody has: a digit for a family, its digit and a letter below it. */
function freeShortcut(codes: Codes, parent: Code | null): string {
  const candidates = parent
    ? Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `${parent.shortcut[0] ?? ''}${letter}`)
    : Array.from('1234567890')
  if (parent && parent.shortcut === '') return ''
  return candidates.find((candidate) => !codes.byShortcut.has(candidate)) ?? ''
}
