/** What a regular expression found, as it is found. */
import { useMemo, useState } from 'react'
import type { SourceId } from '../../schema/ids.ts'
import type { Source } from '../../schema/source.ts'
import type { CallInput } from '../archive/client.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { useExplain, useWords } from '../words.ts'
import { ask, keepQuery, type Asked } from './asked.ts'
import { CodeFound } from './code-found.tsx'
import { FoundIn } from './found-in.tsx'
import { HitList, tickOf } from './hit-list.tsx'
import { mostPatternHits, usePattern } from './use-pattern.ts'

const none: ReadonlySet<string> = new Set()

export function PatternResults({
  question,
  typed,
  byId,
  onRun,
}: {
  /** Its query is the pattern that was asked for; '' where none was yet. */
  readonly question: Asked
  /** What stands in the box. */
  readonly typed: string
  readonly byId: ReadonlyMap<SourceId, Source>
  readonly onRun: (pattern: string) => void
}) {
  const words = useWords()
  const explain = useExplain()
  const { query, filter, matchCase, foldYo } = question
  const answer = usePattern(query === '' ? null : { pattern: query, filter, matchCase, foldYo })
  const [chosen, setChosen] = useState<SourceId | null>(null)
  const [ticks, setTicks] = useState<{ readonly of: unknown; readonly ticked: ReadonlySet<string> }>({
    of: null,
    ticked: none,
  })
  const [isCoding, setCoding] = useState(false)
  const ticked = ticks.of === query ? ticks.ticked : none
  const perSource = useMemo(() => {
    const counts = new Map<SourceId, number>()
    for (const { source } of answer.hits) counts.set(source, (counts.get(source) ?? 0) + 1)
    return [...counts].map(([source, count]) => ({ source, count }))
  }, [answer.hits])
  const narrowed = chosen !== null && perSource.some(({ source }) => source === chosen) ? chosen : null
  const hits = useMemo(
    () => (narrowed ? answer.hits.filter(({ source }) => source === narrowed) : answer.hits),
    [answer.hits, narrowed],
  )
  const of: CallInput<'search.code'>['of'] = {
    places: hits
      .filter((hit) => ticked.size === 0 || ticked.has(tickOf(hit)))
      .map(({ source, version, start, end }) => ({ source, version, start, end })),
  }
  const isRunning = answer.state === 'running'
  useOffer({
    of: ({ search }) => search.title,
    acts: ({ search }) => [
      { id: 'match-case', label: search.matchCase, do: () => ask({ matchCase: !matchCase }) },
      { id: 'fold-yo', label: search.foldYo, do: () => ask({ foldYo: !foldYo }) },
      ...(isRunning ? [{ id: 'pattern-stop', label: search.stop, do: answer.stop }] : []),
      ...(!isRunning && typed !== query && typed !== ''
        ? [{ id: 'pattern-run', label: search.patternRun, do: () => onRun(typed) }]
        : []),
      ...(!isRunning && hits.length > 0
        ? [
            {
              id: 'code-matches',
              label: ticked.size > 0 ? search.codeTicked : search.codeAll,
              do: () => setCoding(true),
            },
          ]
        : []),
    ],
  })
  return (
    <>
      <div className="search-said" role="status">
        {query === '' ? (
          <span className="quiet">{words.search.slower}</span>
        ) : (
          <>
            <strong>{words.search.patternTotal(answer.hits.length, perSource.length)}</strong>
            {answer.state !== 'done' && (
              <span className="quiet tabular">
                {words.search.reading(answer.read, answer.of)}
                {answer.state === 'stopped' && `, ${words.search.stopped}`}
              </span>
            )}
            {answer.state === 'full' && (
              <span className="search-note">{words.search.patternFull(mostPatternHits)}</span>
            )}
          </>
        )}
        <span className="grow" />
        <Toggle label={words.search.matchCase} isOn={matchCase} onChange={(isOn) => ask({ matchCase: isOn })} />
        <Toggle label={words.search.foldYo} isOn={foldYo} onChange={(isOn) => ask({ foldYo: isOn })} />
        {isRunning && <Button onPress={answer.stop}>{words.search.stop}</Button>}
        {!isRunning && typed !== query && typed !== '' && (
          <Button look="strong" onPress={() => onRun(typed)}>
            {words.search.patternRun}
          </Button>
        )}
        {!isRunning && hits.length > 0 && (
          <Button onPress={() => setCoding(true)}>
            {ticked.size > 0 ? words.search.codeTicked : words.search.codeAll}
          </Button>
        )}
      </div>
      <FaultLine words={answer.fault && explain(answer.fault)} />
      {query === '' && <Empty icon="search" title={words.search.patternHint} />}
      {query !== '' && answer.state === 'done' && !answer.fault && answer.hits.length === 0 && (
        <Empty icon="search" title={words.search.nothing(query)}>
          {words.search.searchedIn(byId.size)}
        </Empty>
      )}
      {answer.hits.length > 0 && (
        <div className="search-body">
          <FoundIn
            total={answer.hits.length}
            perSource={perSource}
            sections={[]}
            section="paragraphs"
            byId={byId}
            chosen={narrowed}
            onSection={() => {}}
            onSource={setChosen}
          />
          <HitList
            hits={hits}
            byId={byId}
            ticked={ticked}
            onTicked={(next) => setTicks({ of: query, ticked: next })}
            onOpen={() => keepQuery(query)}
          />
        </div>
      )}
      {isCoding && <CodeFound of={of} onClose={() => setCoding(false)} />}
    </>
  )
}

function Toggle({
  label,
  isOn,
  onChange,
}: {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}) {
  return (
    <button type="button" className="search-note" aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      {label}
    </button>
  )
}
