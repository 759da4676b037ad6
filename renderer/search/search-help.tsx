/** Before anything is asked: what was asked before, and how to ask. */
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { recentQueries } from './asked.ts'

export function SearchHelp({ onTry, saved }: { readonly onTry: (query: string) => void; readonly saved: ReactNode }) {
  const words = useWords()
  const recent = recentQueries()
  return (
    <div className="search-help">
      {saved}
      {recent.length > 0 && (
        <section className="search-recent">
          <h2>{words.search.recent}</h2>
          {recent.map((query) => (
            <button key={query} type="button" onClick={() => onTry(query)}>
              {query}
            </button>
          ))}
        </section>
      )}
      <section>
        <h2>{words.search.howTo}</h2>
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
