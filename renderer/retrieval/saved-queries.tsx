/** Questions that are kept: how much each finds now, asked again by a click. */
import { useState } from 'react'
import type { SavedQuery } from '../../schema/retrieval.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'
import './retrieval.css'

export function SavedQueries({ onAsk }: { readonly onAsk: (query: string) => void }) {
  const words = useWords()
  const explain = useExplain()
  const remove = useCommand('query.delete')
  const saved = useQuery('query.list', {}).value ?? []
  const counts = useQuery('query.counts', saved.length > 0 ? {} : null).value ?? []
  if (saved.length === 0) return null
  const totalOf = (id: SavedQuery['id']) => counts.find((each) => each.id === id)?.total
  return (
    <section className="saved-queries">
      <h3>{words.retrieval.saved}</h3>
      <FaultLine words={remove.fault && explain(remove.fault)} />
      {saved.map(({ id, name, query, kind }) => {
        const total = totalOf(id)
        return (
          <div key={id} className="saved-query">
            <button type="button" title={query} onClick={() => onAsk(query)}>
              <span className="grow cut">{name}</span>
              <span className="quiet tabular">
                {total === undefined
                  ? ''
                  : kind === 'retrieval'
                    ? words.retrieval.count(total)
                    : words.common.paragraphs(total)}
              </span>
            </button>
            <IconButton icon="trash" label={words.retrieval.remove(name)} onPress={() => void remove({ saved: id })} />
          </div>
        )
      })}
    </section>
  )
}

/** Keeps the question under a name. */
export function SaveQuery({ query }: { readonly query: string }) {
  const words = useWords()
  const explain = useExplain()
  const create = useCommand('query.create')
  const [name, setName] = useState<string | null>(null)
  if (name === null)
    return (
      <Button look="quiet" onPress={() => setName('')}>
        {words.retrieval.save}
      </Button>
    )
  async function save(): Promise<void> {
    if (await create({ name: name ?? '', query })) setName(null)
  }
  return (
    <form
      className="save-query"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        bare
        autoFocus
        label={words.retrieval.saveName}
        placeholder={words.retrieval.saveName}
        value={name}
        onChange={setName}
      />
      <Button type="submit">{words.retrieval.saveDo}</Button>
      <FaultLine words={create.fault && explain(create.fault)} />
    </form>
  )
}
