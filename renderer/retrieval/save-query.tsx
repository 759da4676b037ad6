/** Keeps the question under a name; where the name is taken, it asks before that question is written over. */
import { useState } from 'react'
import type { SavedQuery } from '../../schema/retrieval.ts'
import type { SearchFilter } from '../../schema/search.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { perform } from '../keys.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import './retrieval.css'

const none: readonly SavedQuery[] = []

export function SaveQuery({ query, filter }: { readonly query: string; readonly filter: SearchFilter }) {
  const words = useWords()
  const explain = useExplain()
  const create = useCommand('query.create')
  const update = useCommand('query.update')
  const saved = useQuery('query.list', {}).value ?? none
  const [name, setName] = useState<string | null>(null)
  const taken = name === null ? undefined : saved.find((each) => folded(each.name) === folded(name))
  const fault = create.fault ?? update.fault
  useOffer({
    of: ({ search }) => search.title,
    acts: ({ retrieval }) => [{ id: 'save-query', label: retrieval.save, do: () => setName('') }],
  })
  if (name === null)
    return (
      <Button look="quiet" onPress={() => setName('')}>
        {words.retrieval.save}
      </Button>
    )
  async function save(): Promise<void> {
    const kept = taken
      ? await update({ saved: taken.id, query, filter })
      : await create({ name: name ?? '', query, filter })
    if (!kept) return
    setName(null)
    notify({
      words: taken ? words.retrieval.replaced(kept.name) : words.retrieval.kept(kept.name),
      act: { label: words.common.undo, do: () => void perform('undo') },
    })
  }
  return (
    <form
      className="save-query"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setName(null)
      }}
    >
      {taken && (
        <span className="save-query-taken" role="status">
          {words.retrieval.taken(taken.query)}
        </span>
      )}
      <Field
        bare
        autoFocus
        label={words.retrieval.saveName}
        placeholder={words.retrieval.saveName}
        value={name}
        onChange={setName}
      />
      <Button type="submit">{taken ? words.retrieval.replace : words.retrieval.saveDo}</Button>
      <Button look="quiet" onPress={() => setName(null)}>
        {words.common.cancel}
      </Button>
      <FaultLine words={fault && explain(fault)} />
    </form>
  )
}

/** As the archive compares names. */
const folded = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
