/** What words found: in the texts, in titles, codes and memos; narrowed to a document, ticked, coded. */
import { useState } from 'react'
import type { SourceId } from '../../schema/ids.ts'
import type { SearchAnswer } from '../../schema/search.ts'
import type { Source } from '../../schema/source.ts'
import type { CallInput } from '../archive/client.ts'
import { useQuery } from '../archive/use-archive.ts'
import { usePages } from '../archive/use-pages.ts'
import { choices, useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { Empty, FaultLine, Waiting } from '../parts/empty.tsx'
import { useExplain, useWords } from '../words.ts'
import { ask, keepQuery, type Asked } from './asked.ts'
import { CodeFound } from './code-found.tsx'
import { FoundIn } from './found-in.tsx'
import { HitList } from './hit-list.tsx'
import { NothingFound } from './nothing-found.tsx'
import { ThingsFound } from './things-found.tsx'

const hitsOf = ({ hits }: SearchAnswer) => hits
const none: ReadonlySet<string> = new Set()
/** As many as are seen before the list is scrolled. */
const page = 50

export function WordResults({
  question,
  byId,
}: {
  readonly question: Asked
  readonly byId: ReadonlyMap<SourceId, Source>
}) {
  const words = useWords()
  const explain = useExplain()
  const { query, filter, widen, order, section } = question
  const key = JSON.stringify([query, filter, widen])
  const [narrowed, setNarrowed] = useState<{ readonly key: string; readonly source: SourceId | null }>({
    key,
    source: null,
  })
  const [ticks, setTicks] = useState<{ readonly key: string; readonly ticked: ReadonlySet<string> }>({
    key,
    ticked: none,
  })
  const [isCoding, setCoding] = useState(false)
  // A document chosen, and ticks, belong to the question that they were made under.
  const chosen = narrowed.key === key ? narrowed.source : null
  const ticked = ticks.key === key ? ticks.ticked : none
  const asYouType = !/\s$/.test(query)
  const whole = { query, filter, widen, asYouType, order }
  const everywhere = useQuery('search.passages', { ...whole, limit: page, offset: 0 }, { keepPrevious: true })
  const within = chosen ? { ...whole, filter: { ...filter, sources: [chosen] } } : whole
  const { rows, need } = usePages('search.passages', within, hitsOf, page)
  const found = useQuery('search.things', { query, widen, asYouType }, { keepPrevious: true }).value
  // Filters are about documents and what is said in them.
  const sections = Object.keys(filter).length > 0 ? [] : (found ?? [])
  const answer = everywhere.value
  /** Conditions alone find whole paragraphs: there are no words in them to code or to rank by. */
  const hasWords = (answer?.hits[0]?.why.length ?? 0) > 0
  const fault = everywhere.fault?.kind === 'cancelled' ? null : everywhere.fault
  const things = sections.find(({ kind }) => kind === section)
  const shown = things ? section : 'paragraphs'
  const isNothing = answer?.total === 0 && sections.length === 0

  const of: CallInput<'search.code'>['of'] = {
    query,
    filter: within.filter,
    widen,
    asYouType,
    ...(ticked.size > 0 ? { paragraphs: [...ticked].map(Number) } : {}),
  }
  const canCode = answer !== undefined && answer.total > 0 && shown === 'paragraphs' && hasWords
  useOffer({
    of: ({ search }) => search.title,
    acts: ({ search }) => [
      ...(canCode
        ? [
            {
              id: 'code-hits',
              label: ticked.size > 0 ? search.codeTicked : search.codeAll,
              do: () => setCoding(true),
            },
            ...choices(
              'search-order',
              search.order,
              order,
              ['rank', 'document'] as const,
              (each) => search.orders[each],
              (next) => ask({ order: next }),
            ),
          ]
        : []),
      ...(ticked.size > 0
        ? [{ id: 'untick-hits', label: search.untick, do: () => setTicks({ key, ticked: none }) }]
        : []),
      ...(answer && answer.glossary.length > 0
        ? [{ id: 'search-widen', label: widen ? search.widenLess : search.widenMore, do: () => ask({ widen: !widen }) }]
        : []),
    ],
  })
  return (
    <>
      <div className="search-said" role="status">
        {answer && !isNothing && <Said answer={answer} widen={widen} />}
        <span className="grow" />
        {answer && answer.total > 0 && shown === 'paragraphs' && (
          <>
            {ticked.size > 0 && (
              <>
                <span className="quiet tabular">{words.search.ticked(ticked.size)}</span>
                <Button look="quiet" onPress={() => setTicks({ key, ticked: none })}>
                  {words.search.untick}
                </Button>
              </>
            )}
            {hasWords && (
              <Button onPress={() => setCoding(true)}>
                {ticked.size > 0 ? words.search.codeTicked : words.search.codeAll}
              </Button>
            )}
            {hasWords && (
              <Segments<Asked['order']>
                label={words.search.order}
                value={order}
                options={(['rank', 'document'] as const).map((value) => ({ value, label: words.search.orders[value] }))}
                onChange={(next) => ask({ order: next })}
              />
            )}
          </>
        )}
      </div>
      <FaultLine words={fault && explain(fault)} />
      {!answer && !fault && <Waiting words={words.pieces.searching} />}
      {isNothing && query.trim().length < 3 && <Empty icon="search" title={words.search.goOn} />}
      {isNothing && query.trim().length >= 3 && (
        <NothingFound query={query} filter={filter} widen={widen} sources={byId.size} />
      )}
      {answer && !isNothing && (
        <div className="search-body">
          <FoundIn
            total={answer.total}
            perSource={answer.perSource}
            sections={sections}
            section={shown}
            byId={byId}
            chosen={chosen}
            onSection={(next) => ask({ section: next })}
            onSource={(source) => setNarrowed({ key, source })}
          />
          {things ? (
            <ThingsFound hits={things.hits} onOpen={() => keepQuery(query)} />
          ) : answer.total === 0 ? (
            <NothingFound query={query} filter={filter} widen={widen} sources={byId.size} />
          ) : (
            <HitList
              hits={rows}
              byId={byId}
              ticked={ticked}
              onTicked={(next) => setTicks({ key, ticked: next })}
              onNeed={need}
              onOpen={() => keepQuery(query)}
            />
          )}
        </div>
      )}
      {isCoding && <CodeFound of={of} onClose={() => setCoding(false)} />}
    </>
  )
}

/** How much, in what order, and what was understood otherwise than it was typed. */
function Said({ answer, widen }: { readonly answer: SearchAnswer; readonly widen: boolean }) {
  const words = useWords()
  const also = answer.glossary.flatMap((entry) => entry.also).join(', ')
  return (
    <>
      <strong>{words.search.total(answer.total, answer.perSource.length)}</strong>
      {answer.total > 20_000 && answer.order === 'document' && <span className="quiet">{words.search.inOrder}</span>}
      {answer.corrected.map(({ from, to }) => (
        <span key={from} className="search-note">
          {words.search.corrected(from, to.join(', '))}
        </span>
      ))}
      {answer.passedOver.length > 0 && (
        <span className="search-note">{words.search.passedOver(answer.passedOver.join(' '))}</span>
      )}
      {also && (
        <button type="button" className="search-note" aria-pressed={widen} onClick={() => ask({ widen: !widen })}>
          {widen
            ? words.search.widened(also)
            : answer.more > 0
              ? words.search.also(also, answer.more)
              : words.search.alsoNone(also)}
        </button>
      )}
    </>
  )
}
