import { useEffect, useState } from 'react'
import type { NameEntry, NameHit } from '../../schema/names.ts'
import { useArchive } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { useWords } from '../words.ts'
import type { Names } from './use-names.ts'

const states = ['open', 'accepted', 'refused'] as const
const part = 50

/** Every place of a name in its words. What nobody has looked at is replaced too. */
export function NameHits({ entry, names }: { readonly entry: NameEntry | null; readonly names: Names }) {
  const { names: said } = useWords()
  const { client } = useArchive()
  const [state, setState] = useState<(typeof states)[number]>('open')
  const [shown, setShown] = useState(part)
  const [found, setFound] = useState<{ readonly total: number; readonly hits: readonly NameHit[] } | null>(null)
  const { entries, act } = names
  const id = entry?.id
  useEffect(() => {
    if (entries.length === 0) return
    let isWanted = true
    void client
      .call('names.hits', { state, offset: 0, limit: shown, ...(id === undefined ? {} : { entry: id }) })
      .then((answer) => {
        if (isWanted && answer.ok) setFound(answer.value)
      })
    return () => {
      isWanted = false
    }
  }, [client, id, state, shown, entries])
  const decide = (hit: NameHit, as: NameHit['state'], everywhere = false) =>
    void act('names.decide', {
      entry: hit.entry,
      places: [{ document: hit.document, start: hit.start, quote: hit.quote }],
      as,
      everywhere,
    })
  return (
    <section aria-labelledby="names-hits">
      <div className="names-hits-head">
        <h3 id="names-hits">{entry ? said.hitsOf(entry.name) : said.hits}</h3>
        <span className="quiet tabular">{found && said.count(found.total)}</span>
        <span className="grow" />
        <Segments
          label={said.state}
          value={state}
          options={states.map((value) => ({ value, label: said.states[value] }))}
          onChange={(next) => {
            setState(next)
            setShown(part)
          }}
        />
      </div>
      <ul className="names-hits">
        {found?.hits.map((hit) => (
          <li key={`${hit.document} ${hit.start}`}>
            <span className="names-short">{hit.where === 'text' ? hit.short : said.where[hit.where]}</span>
            <span className="names-words">
              {hit.before}
              <del>{hit.quote}</del> <ins>{hit.shown}</ins>
              {hit.after}
            </span>
            {hit.state !== 'accepted' && (
              <Button look="quiet" onPress={() => decide(hit, 'accepted')}>
                {said.accept}
              </Button>
            )}
            {hit.state !== 'refused' && (
              <>
                <Button look="quiet" onPress={() => decide(hit, 'refused')}>
                  {said.refuse}
                </Button>
                <Button look="quiet" onPress={() => decide(hit, 'refused', true)}>
                  {said.refuseEverywhere}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {found?.total === 0 && <p className="quiet">{said.noHits}</p>}
      {found && found.total > found.hits.length && (
        <Button look="quiet" onPress={() => setShown(Math.min(1000, shown + part))}>
          {said.more}
        </Button>
      )}
    </section>
  )
}
