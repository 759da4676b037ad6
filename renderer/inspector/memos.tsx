import { useState } from 'react'
import type { Memo, MemoTarget } from '../../schema/memo.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field, InPlace } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'

/** What people wrote about something, oldest first, and a place to write more. */
export function Memos({ about }: { readonly about: MemoTarget }) {
  const words = useWords()
  const explain = useExplain()
  const memos = useQuery('memo.list', { about }).value ?? []
  const coders = useQuery('coder.list', {}).value ?? []
  const create = useCommand('memo.create')
  const update = useCommand('memo.update')
  const remove = useCommand('memo.delete')
  const [draft, setDraft] = useState('')
  const fault = create.fault ?? update.fault ?? remove.fault

  async function write(): Promise<void> {
    if (draft.trim() === '' || create.isBusy) return
    if (await create({ about, text: draft.trim() })) setDraft('')
  }
  return (
    <section className="memos" aria-label={words.inspector.memos}>
      <h3>{words.inspector.memos}</h3>
      {memos.map((memo: Memo) => (
        <article key={memo.id} className="memo">
          <header>
            <span className="cut">{coders.find(({ id }) => id === memo.coder)?.name}</span>
            <time className="grow" dateTime={memo.createdAt}>
              {words.say.moment(memo.createdAt)}
            </time>
            <IconButton
              icon="trash"
              label={words.inspector.deleteMemo}
              onPress={() => void remove({ memo: memo.id })}
            />
          </header>
          <InPlace
            label={words.inspector.memo}
            long
            value={memo.text}
            onCommit={(text) => void update({ memo: memo.id, text })}
          />
        </article>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            void write()
          }
        }}
      >
        <Field
          id="memo-draft"
          bare
          long
          rows={2}
          label={words.inspector.writeMemo}
          placeholder={words.inspector.memoPlaceholder}
          value={draft}
          onChange={setDraft}
        />
        {draft.trim() !== '' && (
          <Button type="submit" look="strong">
            {words.inspector.saveMemo}
          </Button>
        )}
      </form>
      <FaultLine words={fault && explain(fault)} />
    </section>
  )
}
