/** The audit trail: every act and every line of the audit log, newest first; each act leads to what it changed. */
import { useMemo, useState } from 'react'
import type { Act, AuditLine } from '../../schema/history.ts'
import { useArchive, useQuery } from '../archive/use-archive.ts'
import { goTo } from '../go-to.ts'
import { keyHint } from '../keys.ts'
import { countedIn } from '../leaving/counted-in.ts'
import { Button } from '../parts/button.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { List } from '../parts/list.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import './history.css'
import { everything, filterOf, trailOf, type Narrowing, type Step } from './trail.ts'
import { TrailTools } from './trail-tools.tsx'
import { actWords, useHistoryActs } from './use-history-acts.ts'

const step = 200
const most = 10_000
const noActs: readonly Act[] = []
const noLines: readonly AuditLine[] = []

export function HistoryView() {
  const words = useWords()
  const explain = useExplain()
  const { cache } = useArchive()
  const [narrowing, setNarrowing] = useState<Narrowing>(everything)
  const [limit, setLimit] = useState(step)
  const { kind } = narrowing
  const filter = { ...filterOf(narrowing), limit }
  const acts = useQuery('history.list', kind === 'audit' ? null : kind === 'all' ? filter : { ...filter, kind }, {
    keepPrevious: true,
  })
  const lines = useQuery('audit.list', kind === 'all' || kind === 'audit' ? filter : null, { keepPrevious: true })
  const isKnown = (kind === 'audit' || acts.value) && ((kind !== 'all' && kind !== 'audit') || lines.value)
  const shownActs = kind === 'audit' ? noActs : (acts.value ?? noActs)
  const shownLines = kind === 'all' || kind === 'audit' ? (lines.value ?? noLines) : noLines
  const steps = useMemo(() => trailOf(shownActs, shownLines, limit), [shownActs, shownLines, limit])
  const goesOn = limit < most && (shownActs.length >= limit || shownLines.length >= limit)
  const coders = useQuery('coder.list', {}).value ?? []
  const turn = useHistoryActs()
  const nameOf = new Map(coders.map(({ id, name }) => [id as string, name]))
  const fault = acts.fault ?? lines.fault

  async function follow({ act }: Step): Promise<void> {
    if (!act) return
    const found = await cache.ask('act.follow', { act: act.act })
    if (!found.ok) notify({ words: explain(found.fault), isFault: true })
    else if (found.value) goTo(found.value)
    else notify({ words: words.history.gone })
  }
  function narrow(next: Narrowing): void {
    setNarrowing(next)
    setLimit(step)
  }
  return (
    <div className="page" data-pane="history">
      <header className="page-head">
        <h1>{words.history.title}</h1>
        <span className="grow quiet cut">{words.history.hint}</span>
        <Button icon="undo" isDisabled={!turn.undoWords} onPress={() => void turn.undo()}>
          {words.common.undo} <kbd>{keyHint('undo')}</kbd>
        </Button>
        <Button icon="redo" isDisabled={!turn.redoWords} onPress={() => void turn.redo()}>
          {words.common.redo} <kbd>{keyHint('redo')}</kbd>
        </Button>
      </header>
      <TrailTools value={narrowing} onChange={narrow} />
      <FaultLine words={fault && explain(fault)} />
      {isKnown && steps.length === 0 ? (
        <Nothing isNarrowed={narrowing !== everything} onAll={() => narrow(everything)} />
      ) : (
        <List<Step>
          label={words.history.list}
          rows={steps}
          keyOf={({ key }) => key}
          rowHeight={34}
          className="history"
          onOpen={(row) => void follow(row)}
          render={(row) => (
            <div className={`history-row${row.act?.state === 'undone' ? ' is-undone' : ''}`}>
              <time className="tabular quiet" dateTime={row.at}>
                {words.say.moment(row.at)}
              </time>
              <span className="quiet cut">{nameOf.get((row.act ?? row.line).coder) ?? ''}</span>
              <span className="cut history-words-of">
                {sentence(row.act ? actWords(words, row.act) : lineWords(words, row.line))}
              </span>
              {row.act?.state === 'undone' && <span className="quiet">{words.history.undone}</span>}
              {row.line && <span className="quiet">{words.history.cannotUndo}</span>}
              {row.act && <Icon name="right" />}
            </div>
          )}
        />
      )}
      {goesOn && (
        <div className="history-more">
          <Button look="quiet" onPress={() => setLimit(Math.min(most, limit * 2))}>
            {words.history.showMore}
          </Button>
        </div>
      )}
    </div>
  )
}

function Nothing({ isNarrowed, onAll }: { readonly isNarrowed: boolean; readonly onAll: () => void }) {
  const words = useWords()
  if (!isNarrowed)
    return (
      <Empty icon="history" title={words.history.emptyTitle}>
        {words.history.emptyText}
      </Empty>
    )
  return (
    <Empty
      icon="history"
      title={words.history.nothingFits}
      act={<Button onPress={onAll}>{words.history.clearFilters}</Button>}
    >
      {words.history.nothingFitsHint}
    </Empty>
  )
}

/** A line of the audit log as a sentence: 'export passages passages.csv, 12 rows, levels O 3, P 9'. */
function lineWords(words: Words, { act, file, to, rows, withheld, change, gate }: AuditLine): string {
  if (change) return words.history.passphrase[change]
  const names: Readonly<Record<string, string>> = words.history.audit
  const name = names[act] ?? words.history.auditOther
  if (act === 'export.unsaved') return `${name} ${file}`
  const said = file || gate ? words.history.exported(name, file, countedIn(words, act, file, rows), withheld) : name
  return [said, to === '' ? '' : words.history.sentTo(to), ...(gate ? gateWords(words, gate) : [])]
    .filter(Boolean)
    .join(', ')
}

function gateWords(words: Words, gate: NonNullable<AuditLine['gate']>): readonly string[] {
  const { leaving } = words
  const levels = Object.entries(gate.levels).map(([level, n]) => `${level} ${n}`)
  return [
    levels.length > 0 ? leaving.levels(levels.join(' · ')) : '',
    gate.children > 0 ? leaving.children(gate.children) : '',
    gate.dangerous > 0 ? leaving.dangerous(gate.dangerous) : '',
    gate.smallGroups > 0 ? leaving.choices[gate.choice] : '',
    gate.replaced ? leaving.replaced(gate.replaced) : '',
  ].filter(Boolean)
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
