/** Below the box: how the query is understood, what is wrong at its place, what it would be read as, what may come next. */
import { explainProblem } from '../../schema/explain-query.ts'
import type { CheckedQuery } from '../../schema/retrieval.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useObservable } from '../observable.ts'
import { Button } from '../parts/button.tsx'
import { tongue } from '../settings.ts'
import { useWords } from '../words.ts'
import { piecesOf } from './query-pieces.ts'
import './retrieval.css'

/** What is wrong with a query; nothing while it is not known. */
export function useChecked(query: string): CheckedQuery | undefined {
  return useQuery('query.check', query.trim() === '' ? null : { query }, { keepPrevious: true }).value
}

export function QueryHints({ query, onTake }: { readonly query: string; readonly onTake: (query: string) => void }) {
  const words = useWords()
  const said = useObservable(tongue)
  const checked = useChecked(query)
  const completions =
    useQuery('query.complete', query === '' ? null : { query, at: query.length, limit: 8 }).value ?? []
  const problems = checked?.problems ?? []
  const pieces = piecesOf(query, problems)
  const isPlain = problems.length === 0 && pieces.every(({ names }) => names === 'words' || names === '')
  return (
    <div className="query-hints">
      {!isPlain && (
        <p className="query-pieces" aria-label={words.retrieval.understood}>
          {pieces.map(({ start, text, names, isWrong }) => (
            <span key={start} className="query-piece" data-names={names} data-wrong={isWrong || undefined}>
              {text}
            </span>
          ))}
        </p>
      )}
      {problems.length > 0 && (
        <div role="status">
          <ul className="query-problems">
            {problems.map((problem) => (
              <li key={`${problem.kind} ${problem.start}`}>{explainProblem(problem, said)}</li>
            ))}
          </ul>
        </div>
      )}
      {problems.length > 0 && checked && checked.reading !== '' && checked.reading !== query.trim() && (
        <p className="query-reading">
          <span className="quiet">{words.retrieval.readAs}</span> <code>{checked.reading}</code>
          <Button look="quiet" onPress={() => onTake(checked.reading)}>
            {words.retrieval.take} <kbd>{words.retrieval.takeKey}</kbd>
          </Button>
        </p>
      )}
      {completions.length > 0 && (
        <div className="query-completions" role="group" aria-label={words.retrieval.completions}>
          {completions.map(({ kind, label, text, start, end }) => (
            <button
              key={`${kind} ${text}`}
              type="button"
              data-names={kind}
              onClick={() => onTake(query.slice(0, start) + text + query.slice(end))}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
