/** One box over all documents: hits in their context, counts per document, and the way to the place. */
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { SourceId } from '../../schema/ids.ts'
import type { SearchHit } from '../../schema/search.ts'
import { useQuery } from '../archive/use-archive.ts'
import { recall, remember } from '../remembered.ts'
import { Marked } from '../parts/chip.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { SearchBox } from '../parts/field.tsx'
import { List } from '../parts/list.tsx'
import { useExplain, useWords } from '../words.ts'
import { openSource } from '../workspace.ts'
import './search.css'

/** Kept while the window is open, so that Back from a hit finds the list as it was. */
let lastQuery = ''
/** Hits asked for; the list asks for more when its end comes into sight. */
const step = 50

export function SearchView() {
  const words = useWords()
  const explain = useExplain()
  const [query, setQueryNow] = useState(lastQuery)
  const [chosen, setChosen] = useState<SourceId | null>(null)
  const [limit, setLimit] = useState(step)
  const asked = useDeferredValue(query.trim())
  const field = useRef<HTMLInputElement>(null)
  const sources = useQuery('source.list', {}).value
  const byId = useMemo(() => new Map((sources ?? []).map((source) => [source.id, source])), [sources])
  const isAsked = asked.length > 0
  const everywhere = useQuery(
    'search.passages',
    isAsked ? { query: asked, asYouType: true, limit: chosen ? 1 : limit } : null,
    { keepPrevious: true },
  )
  const within = useQuery(
    'search.passages',
    isAsked && chosen ? { query: asked, filter: { sources: [chosen] }, limit, asYouType: false } : null,
    { keepPrevious: true },
  )
  const fault = everywhere.fault?.kind === 'cancelled' ? null : everywhere.fault
  const overall = isAsked ? everywhere.value : undefined
  const answer = chosen ? within.value : overall

  function setQuery(next: string): void {
    lastQuery = next
    setQueryNow(next)
    setLimit(step)
    setChosen(null)
  }
  function open(hit: SearchHit): void {
    keepQuery(asked)
    openSource(hit.source, hit)
  }

  return (
    <div className="page search">
      <header className="search-head">
        <h1 className="unseen">{words.search.title}</h1>
        <SearchBox
          large
          autoFocus
          label={words.search.title}
          placeholder={words.search.placeholder}
          value={query}
          onChange={setQuery}
          clear={words.common.clear}
          inputRef={field}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
            event.preventDefault()
            keepQuery(asked)
            document.querySelector<HTMLElement>('.search-hits')?.focus()
          }}
        />
        <p className="search-said" role="status">
          {overall && (
            <>
              <strong>{words.search.total(overall.total, overall.perSource.length)}</strong>
              {overall.total > 0 && (
                <span className="quiet"> {overall.order === 'rank' ? words.search.ranked : words.search.inOrder}</span>
              )}
              {overall.corrected.map(({ from, to }) => (
                <span key={from} className="search-corrected">
                  {words.search.corrected(from, to.join(', '))}
                </span>
              ))}
              {overall.passedOver.length > 0 && (
                <span className="search-corrected">{words.search.passedOver(overall.passedOver.join(' '))}</span>
              )}
            </>
          )}
        </p>
      </header>
      <FaultLine words={fault && explain(fault)} />
      {!isAsked ? (
        <SearchHelp onTry={setQuery} />
      ) : overall?.total === 0 ? (
        <Empty icon="search" title={words.search.nothing(asked)}>
          {words.search.nothingHint}
        </Empty>
      ) : (
        <div className="search-body">
          <nav className="search-sources" aria-label={words.search.perDocument}>
            <button type="button" aria-pressed={chosen === null} onClick={() => setChosen(null)}>
              <span className="grow cut">{words.search.allDocuments}</span>
              <span className="tabular">{overall && words.say.number(overall.total)}</span>
            </button>
            {overall?.perSource.slice(0, 500).map(({ source, count }) => (
              <button
                key={source}
                type="button"
                aria-pressed={chosen === source}
                title={byId.get(source)?.title}
                onClick={() => {
                  setChosen(source)
                  setLimit(step)
                }}
              >
                <span className="library-short tabular">{byId.get(source)?.short}</span>
                <span className="grow cut">{byId.get(source)?.title}</span>
                <span className="tabular">{words.say.number(count)}</span>
              </button>
            ))}
          </nav>
          <List<SearchHit>
            className="search-hits"
            label={words.search.hits}
            rows={answer?.hits ?? []}
            keyOf={(hit) => `${hit.source} ${hit.paragraph} ${hit.start}`}
            rowHeight={86}
            onOpen={open}
            onScrollTo={(_, last) => {
              if (
                answer &&
                last >= answer.hits.length - 5 &&
                answer.hits.length < answer.total &&
                limit < 500 &&
                answer.hits.length === limit
              )
                setLimit(Math.min(500, limit + 100))
            }}
            render={(hit) => (
              <article className="quotation">
                <header>
                  <span className="quotation-id tabular">
                    {byId.get(hit.source)?.short}:{hit.paragraph}
                  </span>
                  <span className="quiet cut">{byId.get(hit.source)?.title}</span>
                  {hit.page > 0 && <span className="quiet">{words.reader.page(hit.page)}</span>}
                  {hit.speaker && <span className="quiet">{hit.speaker}</span>}
                </header>
                <p>
                  <Marked text={hit.context} marks={hit.marks} />
                </p>
              </article>
            )}
          />
        </div>
      )}
    </div>
  )
}

function SearchHelp({ onTry }: { readonly onTry: (query: string) => void }) {
  const words = useWords()
  const kept = keptQueries()
  return (
    <div className="search-help">
      {kept.length > 0 && (
        <section>
          <h3>{words.search.recent}</h3>
          {kept.map((query) => (
            <button key={query} type="button" onClick={() => onTry(query)}>
              {query}
            </button>
          ))}
        </section>
      )}
      <section>
        <h3>{words.search.howTo}</h3>
        <dl>
          {words.search.grammar.map(([written, meaning]) => (
            <div key={written}>
              <dt>
                <code>{written}</code>
              </dt>
              <dd className="quiet">{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}

/** Queries that led somewhere, newest first; on this computer only, and cleared when it is closed. */
function keptQueries(): readonly string[] {
  return (recall('queries') ?? '').split('\n').filter((query) => query !== '')
}
function keepQuery(query: string): void {
  if (query === '') return
  remember('queries', [query, ...keptQueries().filter((each) => each !== query)].slice(0, 8).join('\n'))
}
