/** The glossary: an entry a line, changed in place; every change is a step that Undo takes back. */
import { useState } from 'react'
import type { GlossaryEntry } from '../../schema/glossary.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { perform } from '../keys.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field, InPlace } from '../parts/field.tsx'
import { notify } from '../parts/notices.tsx'
import { useSave } from '../save.ts'
import { useExplain, useWords } from '../words.ts'

/** 'shelter = приют, убежище' or with commas alone: whatever a person writes between words. */
const termsIn = (text: string) =>
  text
    .split(/[,;=\n]/)
    .map((term) => term.trim())
    .filter((term) => term !== '')

export function GlossarySheet({ begin, onClose }: { readonly begin: string; readonly onClose: () => void }) {
  const words = useWords()
  const explain = useExplain()
  const put = useSave()
  const entries = useQuery('glossary.list', {}).value
  const create = useCommand('glossary.create')
  const update = useCommand('glossary.update')
  const remove = useCommand('glossary.delete')
  const toCsv = useCommand('export.glossary')
  const [draft, setDraft] = useState(begin)
  const fault = create.fault ?? update.fault ?? remove.fault ?? toCsv.fault

  async function add(): Promise<void> {
    if (await create({ terms: termsIn(draft) })) setDraft('')
  }
  async function takeOut({ id }: GlossaryEntry): Promise<void> {
    if ((await remove({ entry: id })) === undefined) return
    notify({ words: words.search.glossaryDeleted, act: { label: words.common.undo, do: () => void perform('undo') } })
  }
  async function save(): Promise<void> {
    const sheet = await toCsv({})
    const at = sheet && (await put(sheet))
    if (at) notify({ words: words.search.glossarySaved(at) })
  }

  return (
    <Dialog title={words.search.glossaryTitle} onClose={onClose} size="wide">
      <p className="quiet">{words.search.glossaryText}</p>
      <form
        className="glossary-new"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <Field
          label={words.search.glossaryNew}
          placeholder="shelter, приют, убежище"
          value={draft}
          onChange={setDraft}
          autoFocus
        />
        <Button type="submit" isDisabled={termsIn(draft).length < 2}>
          {words.search.glossaryAdd}
        </Button>
      </form>
      <FaultLine words={fault && explain(fault)} />
      {entries?.length === 0 ? (
        <p className="quiet glossary-none">{words.search.glossaryEmpty}</p>
      ) : (
        <ul className="glossary-list">
          {entries?.map((entry) => (
            <li key={entry.id}>
              <InPlace
                label={words.search.glossaryEntry}
                value={entry.terms.join(', ')}
                onCommit={(text) => void update({ entry: entry.id, terms: termsIn(text) })}
              />
              <IconButton
                icon="trash"
                label={words.search.glossaryDelete(entry.terms.join(', '))}
                onPress={() => void takeOut(entry)}
              />
            </li>
          ))}
        </ul>
      )}
      <DialogActs>
        {entries && entries.length > 0 && (
          <Button icon="export" onPress={() => void save()}>
            {words.search.glossaryExport}
          </Button>
        )}
        <span className="grow" />
        <Button look="strong" onPress={onClose}>
          {words.common.done}
        </Button>
      </DialogActs>
    </Dialog>
  )
}
