/** What a retrieval found: passages in the one list, counted over codes and documents; where nothing, what would. */
import { printQuery, valueInQuery, namedInQuery } from '../../schema/query-print.ts'
import { parseQuery } from '../../schema/query.ts'
import type { RetrievalAnswer } from '../../schema/retrieval.ts'
import type { SearchFilter } from '../../schema/search.ts'
import type { SourceId } from '../../schema/ids.ts'
import type { Source } from '../../schema/source.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { Button } from '../parts/button.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { PassageList } from '../quotations/passage-list.tsx'
import { useThesePassages } from '../quotations/passage-source.ts'
import { useExplain, useWords } from '../words.ts'
import './retrieval.css'

interface Question {
  readonly query: string
  readonly filter: SearchFilter
}

/** Counts shown beside the list. */
const mostCounts = 200

export function RetrievalResults({
  query,
  filter,
  byId,
  onAsk,
}: {
  readonly query: string
  readonly filter: SearchFilter
  readonly byId: ReadonlyMap<SourceId, Source>
  readonly onAsk: (question: Partial<Question>) => void
}) {
  const words = useWords()
  const explain = useExplain()
  const asked = useQuery('retrieve.passages', { query, filter, limit: 0 }, { keepPrevious: true })
  const ids = useQuery('retrieve.ids', { query, filter }, { keepPrevious: true }).value ?? null
  const source = useThesePassages(ids)
  const answer = asked.value
  const fault = asked.fault?.kind === 'cancelled' ? null : asked.fault
  return (
    <div className="retrieval">
      <FaultLine words={fault && explain(fault)} />
      {answer && answer.total > 0 && (
        <Counts answer={answer} byId={byId} query={query} onAsk={(next) => onAsk({ query: next })} />
      )}
      <PassageList
        label={words.retrieval.passages}
        source={source}
        title={answer && words.retrieval.found(answer.total, answer.perSource.length)}
        why={query}
        outOf={answer?.searched.passages ?? null}
        empty={answer ? <NothingRetrieved answer={answer} filter={filter} onAsk={onAsk} /> : null}
      />
    </div>
  )
}

/** One condition more, joined to the whole question. */
function narrowed(query: string, condition: string): string {
  const tree = parseQuery(query)
  const more = parseQuery(condition)
  return tree && more ? printQuery({ kind: 'and', parts: [tree, more] }) : query
}

function Counts({
  answer,
  byId,
  query,
  onAsk,
}: {
  readonly answer: RetrievalAnswer
  readonly byId: ReadonlyMap<SourceId, Source>
  readonly query: string
  readonly onAsk: (query: string) => void
}) {
  const words = useWords()
  const codes = useCodes()
  return (
    <nav className="retrieval-counts" aria-label={words.retrieval.perSource}>
      <h2>{words.retrieval.perCode}</h2>
      {answer.perCode.slice(0, mostCounts).map(({ code: id, count }) => {
        const code = codes.byId.get(id)
        if (!code) return null
        const written = `#${namedInQuery(code.shortcut === '' ? code.name : code.shortcut)}`
        return (
          <button key={id} type="button" onClick={() => onAsk(narrowed(query, written))}>
            <span className="tabular retrieval-key">{code.shortcut}</span>
            <span className="grow cut">{code.name}</span>
            <span className="quiet tabular">{words.say.number(count)}</span>
          </button>
        )
      })}
      <h2>{words.retrieval.perSource}</h2>
      {answer.perSource.slice(0, mostCounts).map(({ source: id, count }) => {
        const found = byId.get(id)
        if (!found) return null
        return (
          <button
            key={id}
            type="button"
            title={found.title}
            onClick={() => onAsk(narrowed(query, `document:${valueInQuery(found.short)}`))}
          >
            <span className="tabular retrieval-key">{found.short}</span>
            <span className="grow cut">{found.title}</span>
            <span className="quiet tabular">{words.say.number(count)}</span>
          </button>
        )
      })}
    </nav>
  )
}

function NothingRetrieved({
  answer,
  filter,
  onAsk,
}: {
  readonly answer: RetrievalAnswer
  readonly filter: SearchFilter
  readonly onAsk: (question: Partial<Question>) => void
}) {
  const words = useWords()
  const { searched, rectangles, widenings } = answer
  const fields = Object.keys(filter) as (keyof SearchFilter)[]
  return (
    <Empty icon="search" title={words.retrieval.nothing}>
      {words.retrieval.searched(searched.passages, searched.sources)}{' '}
      {fields.length > 0 && words.retrieval.under(fields.map((name) => words.search.filter[name]).join(', '))}{' '}
      {rectangles > 0 && words.retrieval.rectangles(rectangles)}{' '}
      {searched.parked > 0 && words.retrieval.parked(searched.parked)}
      {widenings.length > 0 && (
        <span className="search-offers">
          <span className="search-offers-head">{words.retrieval.wouldFind}</span>
          {widenings.map(({ how, what, query, filter: through, total }) => (
            <Button key={`${query} ${what}`} onPress={() => onAsk({ query, filter: through })}>
              <span className="grow cut">
                {how === 'without-filter'
                  ? words.search.widening(how, words.search.filter[what as keyof SearchFilter] ?? what)
                  : words.retrieval.widening(how, what)}
              </span>
              <span className="quiet tabular">{words.retrieval.count(total)}</span>
            </Button>
          ))}
        </span>
      )}
    </Empty>
  )
}
