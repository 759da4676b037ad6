/** Questions that are kept: how much each finds now, asked again by a click, renamed where they stand. */
import { useRef, useState } from 'react'
import type { SavedQuery } from '../../schema/retrieval.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { perform } from '../keys.ts'
import { IconButton } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import './retrieval.css'

const none: readonly SavedQuery[] = []

export function SavedQueries({ onAsk }: { readonly onAsk: (saved: SavedQuery) => void }) {
  const words = useWords()
  const explain = useExplain()
  const remove = useCommand('query.delete')
  const saved = useQuery('query.list', {}).value ?? none
  const counts = useQuery('query.counts', saved.length > 0 ? {} : null).value ?? []
  const [renamed, setRenamed] = useState<SavedQuery['id'] | null>(null)
  if (saved.length === 0) return null

  function total({ id, kind }: SavedQuery): string {
    const count = counts.find((each) => each.id === id)?.total
    if (count === undefined) return ''
    return kind === 'retrieval' ? words.retrieval.count(count) : words.common.paragraphs(count)
  }
  async function takeOut({ id, name }: SavedQuery): Promise<void> {
    if ((await remove({ saved: id })) === undefined) return
    notify({ words: words.retrieval.removed(name), act: { label: words.common.undo, do: () => void perform('undo') } })
  }

  return (
    <section className="saved-queries" aria-labelledby="saved-queries">
      <h2 id="saved-queries">{words.retrieval.saved}</h2>
      <FaultLine words={remove.fault && explain(remove.fault)} />
      <ul>
        {saved.map((each) =>
          each.id === renamed ? (
            <li key={each.id} className="saved-query">
              <Rename saved={each} onDone={() => setRenamed(null)} />
            </li>
          ) : (
            <li key={each.id} className="saved-query">
              <button
                type="button"
                data-saved={each.id}
                onClick={() => onAsk(each)}
                onKeyDown={(event) => {
                  if (event.code === 'F2') setRenamed(each.id)
                  else if (event.code === 'Delete') void takeOut(each)
                  else return
                  event.preventDefault()
                }}
              >
                <span className="saved-query-name cut">{each.name}</span>
                <code className="quiet cut grow">{each.query}</code>
                {Object.keys(each.filter).length > 0 && (
                  <span className="quiet saved-query-filters">
                    {words.retrieval.filters(Object.keys(each.filter).length)}
                  </span>
                )}
                <span className="quiet tabular">{total(each)}</span>
              </button>
              <IconButton icon="pencil" label={words.retrieval.rename(each.name)} onPress={() => setRenamed(each.id)} />
              <IconButton icon="trash" label={words.retrieval.remove(each.name)} onPress={() => void takeOut(each)} />
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

/** Enter keeps the name, Escape the old one; the focus goes back to the row. */
function Rename({ saved, onDone }: { readonly saved: SavedQuery; readonly onDone: () => void }) {
  const words = useWords()
  const explain = useExplain()
  const update = useCommand('query.update')
  const [name, setName] = useState(saved.name)
  /** Taking the field away takes its focus too, which is no wish to keep the name. */
  const isLeft = useRef(false)
  function leave(): void {
    isLeft.current = true
    onDone()
    setTimeout(() => document.querySelector<HTMLElement>(`[data-saved="${saved.id}"]`)?.focus())
  }
  async function keep(): Promise<void> {
    if (name.trim() === saved.name || (await update({ saved: saved.id, name }))) leave()
  }
  return (
    <form
      className="saved-query-rename"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave()
      }}
      onBlur={(event) => {
        if (!isLeft.current && !event.currentTarget.contains(event.relatedTarget)) void keep()
      }}
    >
      <Field
        bare
        autoFocus
        label={words.retrieval.saveName}
        value={name}
        fault={update.fault ? explain(update.fault) : undefined}
        onChange={setName}
      />
    </form>
  )
}
