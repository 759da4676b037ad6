/** The name table: opened with a passphrase of its own, filled, and its hits looked at one by one. */
import { useState } from 'react'
import type { NameEntry } from '../../schema/names.ts'
import { useObservable } from '../observable.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { useExplain, useWords } from '../words.ts'
import { NameForm } from './name-form.tsx'
import { NameHits } from './name-hits.tsx'
import { OpenNames } from './open-names.tsx'
import { namesWish, useNames, type Names } from './use-names.ts'
import './names.css'

/** `archive`: the path of the open one, beside which a table is looked for. */
export function NamesSheet({ archive }: { readonly archive: string }) {
  return useObservable(namesWish) && <Sheet archive={archive} />
}

const close = () => namesWish.set(false)

function Sheet({ archive }: { readonly archive: string }) {
  const words = useWords()
  const explain = useExplain()
  const names = useNames()
  const { status, fault, act } = names
  return (
    <Dialog title={words.names.title} onClose={close} size="wide">
      {!status && <p className="quiet">{words.names.about}</p>}
      {status === null && <OpenNames archive={archive} names={names} onClose={close} />}
      {status && (
        <label className="names-shown">
          <input
            type="checkbox"
            checked={status.isShown}
            onChange={(event) => void act('names.show', { isShown: event.target.checked })}
          />
          <span>
            {words.names.show} <span className="quiet">{words.names.showHint}</span>
          </span>
        </label>
      )}
      {status && <Table names={names} />}
      <FaultLine words={fault && explain(fault)} />
      {status && (
        <DialogActs>
          <Button onPress={() => void act('names.close', {})}>{words.names.lock}</Button>
          <span className="grow" />
          <Button look="strong" onPress={close}>
            {words.common.done}
          </Button>
        </DialogActs>
      )}
    </Dialog>
  )
}

function Table({ names }: { readonly names: Names }) {
  const { names: said } = useWords()
  const { status, entries, act } = names
  const [chosen, setChosen] = useState<NameEntry | null>(null)
  const entry = entries.find(({ id }) => id === chosen?.id) ?? null
  return (
    <>
      <p className="names-file" data-own-words="">
        {status?.path}
      </p>
      <div className="names-table">
        <section aria-label={said.entries}>
          <ul className="names-list">
            {entries.map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  aria-pressed={entry?.id === each.id}
                  onClick={() => setChosen(entry?.id === each.id ? null : each)}
                >
                  <span>{each.name}</span>
                  <span className="quiet">[{each.pseudonym}]</span>
                </button>
              </li>
            ))}
          </ul>
          {entries.length === 0 && <p className="quiet">{said.empty}</p>}
        </section>
        <section aria-label={entry ? entry.name : said.newEntry}>
          <NameForm key={entry?.id ?? ''} entry={entry} names={names} />
          {entry && (
            <Button
              look="quiet"
              onPress={() => {
                setChosen(null)
                void act('names.delete', { id: entry.id })
              }}
            >
              {said.remove}
            </Button>
          )}
        </section>
      </div>
      <NameHits entry={entry} names={names} />
    </>
  )
}
