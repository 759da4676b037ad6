/** One box over the whole archive: words in any form or a pattern, where they were found, and the way there. */
import { useDeferredValue, useMemo, useState } from 'react'
import { kindOfQuery } from '../../schema/query-names.ts'
import { parseQuery } from '../../schema/query.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useObservable } from '../observable.ts'
import { choices, useOffer } from '../offers.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { SearchBox } from '../parts/field.tsx'
import { QueryBuilder } from '../retrieval/builder.tsx'
import { isBuilding } from '../retrieval/building.ts'
import { QueryHints, useChecked } from '../retrieval/query-hints.tsx'
import { RetrievalResults } from '../retrieval/retrieval-results.tsx'
import { SaveQuery } from '../retrieval/save-query.tsx'
import { SavedQueries } from '../retrieval/saved-queries.tsx'
import { useWords } from '../words.ts'
import { ask, asked, keepQuery, type Asked } from './asked.ts'
import { GlossarySheet } from './glossary-sheet.tsx'
import { PatternResults } from './pattern-results.tsx'
import { SearchFilters } from './search-filters.tsx'
import { SearchHelp } from './search-help.tsx'
import './search.css'
import { WordResults } from './word-results.tsx'

export function SearchView() {
  const words = useWords()
  const question = useObservable(asked)
  const [isGlossary, setGlossary] = useState(false)
  const isOpen = useObservable(isBuilding)
  /** The pattern that Enter was pressed on: it reads every text, so no letter does it by itself. */
  const [run, setRun] = useState<string | null>(null)
  const sources = useQuery('source.list', {}).value
  const byId = useMemo(() => new Map((sources ?? []).map((source) => [source.id, source])), [sources])
  const { mode, filter } = question
  const query = useDeferredValue(question.query)
  const isAsked = query.trim() !== ''
  const isWords = mode === 'words'
  const checked = useChecked(isWords ? query : '')
  // Codes, codings and relations ask for passages; words and documents for paragraphs.
  const isRetrieval = useMemo(() => isWords && kindOfQuery(parseQuery(query)) === 'retrieval', [isWords, query])

  useOffer({
    of: ({ search }) => search.title,
    acts: ({ retrieval, search }) => [
      { id: 'build-query', label: retrieval.builder.open, do: build },
      { id: 'glossary', label: search.glossary, do: () => setGlossary(true) },
      ...choices(
        'search-mode',
        search.mode,
        mode,
        ['words', 'pattern'] as const,
        (each) => search.modes[each],
        setMode,
      ),
    ],
  })
  function build(): void {
    isBuilding.set(true)
    if (!isWords) ask({ mode: 'words' })
  }

  function setMode(next: Asked['mode']): void {
    setRun(null)
    ask({ mode: next })
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    if (event.key === 'Enter' && event.altKey) {
      if (isWords && checked && checked.reading !== '') ask({ query: checked.reading })
      return
    }
    keepQuery(question.query)
    if (mode === 'pattern' && event.key === 'Enter') setRun(question.query)
    else document.querySelector<HTMLElement>('.search-hits, .retrieval [role=grid]')?.focus()
  }

  return (
    <div className="page search" data-pane="search">
      <header className="search-head">
        <h1 className="unseen">{words.search.title}</h1>
        <div className="search-line">
          <div className="grow">
            <SearchBox
              large
              autoFocus
              label={words.search.title}
              placeholder={mode === 'words' ? words.search.placeholder : words.search.placeholderPattern}
              value={question.query}
              onChange={(next) => ask({ query: next })}
              clear={words.common.clear}
              onKeyDown={onKeyDown}
            />
          </div>
          <IconButton
            icon="sliders"
            label={words.retrieval.builder.open}
            pressed={isOpen && isWords}
            onPress={() => (isOpen && isWords ? isBuilding.set(false) : build())}
          />
          <Segments<Asked['mode']>
            label={words.search.mode}
            value={mode}
            options={(['words', 'pattern'] as const).map((value) => ({ value, label: words.search.modes[value] }))}
            onChange={setMode}
          />
        </div>
        {isWords && isAsked && <QueryHints query={query} onTake={(next) => ask({ query: next })} />}
        {isOpen && isWords && <QueryBuilder query={question.query} onChange={(next) => ask({ query: next })} />}
        <div className="search-tools">
          <SearchFilters filter={filter} onChange={(next) => ask({ filter: next })} />
          {isWords && isAsked && <SaveQuery query={query} filter={filter} />}
          <Button look="quiet" onPress={() => setGlossary(true)}>
            {words.search.glossary}
          </Button>
        </div>
      </header>
      {mode === 'pattern' ? (
        <PatternResults
          question={{ ...question, query: run ?? '' }}
          typed={question.query}
          byId={byId}
          onRun={setRun}
        />
      ) : isRetrieval ? (
        <RetrievalResults query={query} filter={filter} byId={byId} onAsk={ask} />
      ) : isAsked ? (
        <WordResults question={{ ...question, query }} byId={byId} />
      ) : (
        <SearchHelp
          onTry={(next) => ask({ query: next })}
          saved={<SavedQueries onAsk={({ query: next, filter: chips }) => ask({ query: next, filter: chips })} />}
        />
      )}
      {isGlossary && (
        <GlossarySheet
          begin={isSimple(question.query) ? question.query.trim() : ''}
          onClose={() => setGlossary(false)}
        />
      )}
    </div>
  )
}

/** A query that could be a term of the glossary. */
const isSimple = (query: string) => /^[\p{L}\p{M}\p{N}'’ -]*$/u.test(query)
