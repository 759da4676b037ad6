import { useRef, type ReactNode } from 'react'
import type { MemoTarget } from '../../schema/memo.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { useMemoBegun, useNewMemo } from '../memos/drafts.ts'
import { MemoField } from '../memos/memo-field.tsx'
import { MemoWords } from '../memos/memo-words.tsx'
import { useDraft } from '../memos/use-draft.ts'
import { useLinks } from '../memos/use-links.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { useExplain, useWords } from '../words.ts'

/** What people wrote about something, oldest first, and a place to write more. */
export function Memos({
  about,
  aside,
}: {
  readonly about: MemoTarget
  /** Beside the heading. */
  readonly aside?: ReactNode
}) {
  const words = useWords()
  const explain = useExplain()
  const links = useLinks()
  const memos = useQuery('memo.list', { about }).value ?? []
  const coders = useQuery('coder.list', {}).value ?? []
  const create = useCommand('memo.create')
  const remove = useCommand('memo.delete')
  const change = useDraft()
  const [draft, setDraft] = useNewMemo(about)
  useMemoBegun(about, () => document.getElementById('memo-draft')?.focus())
  const fault = create.fault ?? change.fault ?? remove.fault

  const form = useRef<HTMLFormElement>(null)
  /** What had the keyboard before the field: it has it again afterwards, be the memo kept or left for later. */
  const before = useRef<EventTarget | null>(null)
  function goBack(): void {
    if (!form.current?.contains(document.activeElement)) return
    if (before.current instanceof HTMLElement && before.current.isConnected)
      before.current.focus({ preventScroll: true })
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }
  async function write(): Promise<void> {
    if (create.isBusy) return
    if (draft.trim() === '' || (await create({ about, text: draft.trim() }))) {
      setDraft('')
      goBack()
    }
  }
  return (
    <section className="memos" aria-label={words.inspector.memos}>
      <div className="memos-head">
        <h3 className="grow">{words.inspector.memos}</h3>
        {aside}
      </div>
      {memos.map((memo) => (
        <article key={memo.id} className="memo">
          <header>
            <span className="cut">{coders.find(({ id }) => id === memo.coder)?.name}</span>
            <time className="grow" dateTime={memo.createdAt}>
              {words.say.moment(memo.createdAt)}
            </time>
            <IconButton icon="pencil" label={words.memos.edit} onPress={() => change.begin(memo)} />
            <IconButton
              icon="trash"
              label={words.inspector.deleteMemo}
              onPress={() => void remove({ memo: memo.id })}
            />
          </header>
          <MemoWords memo={memo} draft={change} links={links} headingLevel={4} label={words.inspector.memo} />
        </article>
      ))}
      <form
        ref={form}
        onFocus={({ relatedTarget }) => {
          if (relatedTarget && !form.current?.contains(relatedTarget)) before.current = relatedTarget
        }}
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
      >
        <MemoField
          id="memo-draft"
          label={words.inspector.writeMemo}
          placeholder={words.inspector.memoPlaceholder}
          value={draft}
          onChange={setDraft}
          onCommit={() => void write()}
          onLeave={goBack}
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
