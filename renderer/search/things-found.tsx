/** Documents by their descriptions, codes or memos that answer; Enter goes there. */
import type { ThingHit } from '../../schema/search.ts'
import { goTo } from '../go-to.ts'
import { List } from '../parts/list.tsx'
import { useWords } from '../words.ts'
import { MarkedWords } from './hit-row.tsx'

export function ThingsFound({ hits, onOpen }: { readonly hits: readonly ThingHit[]; readonly onOpen: () => void }) {
  const words = useWords()
  return (
    <List<ThingHit>
      className="search-hits"
      label={words.search.hits}
      rows={hits}
      keyOf={({ id }) => id}
      rowHeight={76}
      onOpen={({ at }) => {
        onOpen()
        goTo(at)
      }}
      render={({ kind, name, context, marks }) => (
        <article className="search-hit search-thing">
          <div className="grow">
            {name && (
              <header>
                <span className="search-hit-id">{name}</span>
              </header>
            )}
            <p className={kind === 'memo' ? 'search-words' : 'search-words search-words-plain'}>
              <MarkedWords text={context} marks={marks} />
            </p>
          </div>
        </article>
      )}
    />
  )
}
