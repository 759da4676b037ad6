/** Sets of codes: which of them these codes are in, and, with no codes in hand, the sets themselves. */
import { useState } from 'react'
import type { Code, CodeSet } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field, InPlace } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'
import { familyOf, useCodes, type Codes } from './use-codebook.ts'

const noSets: readonly CodeSet[] = []

export function SetsOf({ these, onClose }: { readonly these: readonly Code[]; readonly onClose: () => void }) {
  const words = useWords()
  const explain = useExplain()
  const sets = useQuery('codeSet.list', {}).value ?? noSets
  const create = useCommand('codeSet.create')
  const rename = useCommand('codeSet.rename')
  const remove = useCommand('codeSet.delete')
  const add = useCommand('codeSet.add')
  const take = useCommand('codeSet.remove')
  const [name, setName] = useState('')
  const codes = useCodes()
  const ids = these.flatMap((code) => meantBy(codes, code))
  const fault = create.fault ?? rename.fault ?? remove.fault ?? add.fault ?? take.fault
  function forget(): void {
    for (const act of [create, rename, remove, add, take]) act.forget()
  }
  async function makeSet(): Promise<void> {
    if (name.trim() !== '' && (await create({ name, codes: ids }))) setName('')
  }
  const title =
    these.length > 0
      ? words.codebook.setsTitle(words.codebook.several(these.length, these[0]?.name ?? ''))
      : words.codebook.sets
  return (
    <Dialog title={title} onClose={onClose}>
      {sets.length === 0 && <p className="quiet">{words.codebook.setsHint}</p>}
      <ul className="set-list" aria-label={words.codebook.sets}>
        {sets.map((set) => {
          const inside = ids.filter((id) => set.codes.includes(id)).length
          const isIn = ids.length > 0 && inside === ids.length
          return (
            <li key={set.id}>
              {ids.length > 0 && (
                <input
                  type="checkbox"
                  aria-label={set.name}
                  checked={isIn}
                  ref={(box) => {
                    if (box) box.indeterminate = inside > 0 && !isIn
                  }}
                  onChange={() => void (isIn ? take : add)({ set: set.id, codes: ids })}
                />
              )}
              <InPlace
                label={words.codebook.setName}
                value={set.name}
                onCommit={(next) => void rename({ set: set.id, name: next })}
              />
              <span className="quiet tabular">{words.codebook.codes(set.codes.length)}</span>
              <IconButton
                icon="trash"
                label={words.codebook.deleteSet(set.name)}
                onPress={() => void remove({ set: set.id })}
              />
            </li>
          )
        })}
      </ul>
      <form
        className="set-new"
        onSubmit={(event) => {
          event.preventDefault()
          void makeSet()
        }}
      >
        <Field label={words.codebook.newSet} value={name} onChange={setName} autoFocus />
        <Button type="submit" isDisabled={name.trim() === '' || create.isBusy}>
          {words.codebook.addSet}
        </Button>
      </form>
      <FaultLine words={fault && explain(fault)} onDismiss={forget} dismiss={words.pieces.dismiss} />
      <DialogActs>
        <Button look="strong" onPress={onClose}>
          {words.common.done}
        </Button>
      </DialogActs>
    </Dialog>
  )
}

/** A heading stands for the codes below it, here as in the archive. */
function meantBy(codes: Codes, code: Code): readonly CodeId[] {
  if (code.codable) return [code.id]
  const below = familyOf(codes, code.id).filter((id) => codes.byId.get(id)?.codable)
  return below.length > 0 ? below : [code.id]
}
