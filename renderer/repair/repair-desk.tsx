/** Every passage whose words an edit changed, cut out or lost sight of: looked at one by one, or many at once. */
import { useMemo, useState } from 'react'
import type { Doubt, DoubtfulPassage } from '../../schema/editing.ts'
import type { PassageId, SourceId } from '../../schema/ids.ts'
import { isText } from '../../schema/passage.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { actsOf, digitOf, keyHint } from '../keys.ts'
import { useObservable } from '../observable.ts'
import { choices, useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Segments } from '../parts/choice.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { List } from '../parts/list.tsx'
import { useExplain, useWords } from '../words.ts'
import { focusOn, openSource } from '../workspace.ts'
import { certainPlaceOf } from './certain-place.ts'
import { DoubtfulCard } from './doubtful-card.tsx'
import { placeByHand } from './placing.ts'
import { doubtfulOf } from './repair-wish.ts'
import './repair.css'
import { useRepair } from './use-repair.ts'

const doubts = ['changed', 'parked', 'lost'] as const
const none: readonly DoubtfulPassage[] = []
const keyOf = ({ passage }: DoubtfulPassage) => passage.id

export function RepairDesk() {
  const words = useWords()
  const explain = useExplain()
  const codes = useCodes()
  const repair = useRepair()
  const source = useObservable(doubtfulOf)
  const sources = useQuery('source.list', {}).value ?? []
  const status = useQuery('archive.status', {}).value
  const all = useQuery('passage.doubtful', {})
  const [doubt, setDoubt] = useState<Doubt | 'all'>('all')
  const [current, setCurrent] = useState<PassageId | null>(null)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const everywhere = all.value ?? none
  const rows = useMemo(
    () =>
      everywhere.filter(
        (each) => (!source || each.passage.source === source) && (doubt === 'all' || each.doubt === doubt),
      ),
    [everywhere, source, doubt],
  )
  const canAct = status?.readOnly === false
  const chosen = rows.filter((each) => picked.has(keyOf(each)))
  const changed = rows.filter((each) => each.doubt === 'changed')
  const certain = rows.flatMap(certainPlaceOf)
  const named = new Map(sources.map(({ id, short, title }) => [id, { short, title }]))
  const withDoubts = [...new Set(everywhere.map(({ passage }) => passage.source))]

  /** The next one comes under the keyboard when this one goes. */
  function stepFrom(row: DoubtfulPassage, by: 1 | -1): void {
    const at = rows.findIndex((each) => keyOf(each) === keyOf(row))
    const next = rows[at + by] ?? (by > 0 ? rows[at - 1] : undefined)
    if (next) setCurrent(next.passage.id)
  }
  async function confirm(which: readonly DoubtfulPassage[]): Promise<void> {
    const confirmed = which.filter((each) => each.doubt === 'changed')
    const [only] = confirmed
    if (only && confirmed.length === 1) stepFrom(only, 1)
    await repair.confirm(confirmed.map(({ passage }) => passage.id))
    setPicked(new Set())
  }
  async function giveUp(which: readonly DoubtfulPassage[]): Promise<void> {
    const [only] = which
    if (only && which.length === 1) stepFrom(only, 1)
    await repair.giveUp(
      which.map(({ passage }) => passage.id),
      which.reduce((sum, { passage }) => sum + passage.codings.length, 0),
    )
    setPicked(new Set())
  }
  async function choose(row: DoubtfulPassage, at: number): Promise<void> {
    const candidate = row.candidates[at]
    if (!candidate) return
    stepFrom(row, 1)
    await repair.place({
      passage: row.passage.id,
      start: candidate.start,
      end: candidate.end,
      version: row.version,
    })
  }
  function open({ passage }: DoubtfulPassage): void {
    openSource(passage.source, isText(passage) ? { start: passage.start, end: passage.end } : undefined)
    focusOn({ passage: passage.id, code: null })
  }
  function pick(row: DoubtfulPassage, how: 'toggle' | 'range'): void {
    const next = new Set(picked)
    const to = rows.indexOf(row)
    const last = how === 'range' ? rows.findLastIndex((each) => picked.has(keyOf(each))) : -1
    if (last >= 0) for (const each of rows.slice(Math.min(last, to), Math.max(last, to) + 1)) next.add(keyOf(each))
    else if (!next.delete(keyOf(row))) next.add(keyOf(row))
    setPicked(next)
  }

  const under = rows.find(({ passage }) => passage.id === current) ?? rows[0]
  useOffer({
    of: ({ repair: { title } }) => title,
    acts: ({ repair: say }) => [
      ...(canAct && changed.length > 0
        ? [{ id: 'confirm-all', label: say.confirmAll(changed.length), do: () => void confirm(changed) }]
        : []),
      ...(canAct && certain.length > 0
        ? [{ id: 'place-all', label: say.placeAll(certain.length), do: () => void repair.placeAll(certain) }]
        : []),
      ...(canAct && chosen.length > 0
        ? [
            { id: 'confirm-chosen', label: say.confirmChosen(chosen.length), do: () => void confirm(chosen) },
            { id: 'give-up-chosen', label: say.giveUpChosen(chosen.length), do: () => void giveUp(chosen) },
          ]
        : []),
      ...(canAct && under
        ? [
            ...(under.doubt === 'changed'
              ? [{ id: 'confirm-this', label: `${say.confirm}: ${under.extract}`, do: () => void confirm([under]) }]
              : []),
            ...(isText(under.passage)
              ? [{ id: 'place-this', label: `${say.placeByHand}: ${under.extract}`, do: () => placeByHand(under) }]
              : []),
            { id: 'give-up-this', label: `${say.giveUp}: ${under.extract}`, do: () => void giveUp([under]) },
          ]
        : []),
      ...choices(
        'doubts',
        say.kinds,
        doubt,
        ['all', ...doubts] as const,
        (each) => (each === 'all' ? say.allKinds : say.kind[each]),
        setDoubt,
      ),
      ...(source ? [{ id: 'doubts-everywhere', label: say.allDocuments, do: () => doubtfulOf.set(null) }] : []),
    ],
  })

  return (
    <div className="page" data-pane="repair">
      <header className="page-head">
        <h1>{words.repair.title}</h1>
        <span className="grow quiet tabular">
          {all.value && words.repair.count(rows.length, status?.counts.passages ?? rows.length)}
        </span>
        {canAct && chosen.length > 0 && (
          <>
            <Button icon="check" onPress={() => void confirm(chosen)}>
              {words.repair.confirmChosen(chosen.length)}
            </Button>
            <Button look="warn" onPress={() => void giveUp(chosen)}>
              {words.repair.giveUpChosen(chosen.length)}
            </Button>
          </>
        )}
        {canAct && chosen.length === 0 && certain.length > 0 && (
          <Button icon="pin" onPress={() => void repair.placeAll(certain)}>
            {words.repair.placeAll(certain.length)}
          </Button>
        )}
        {canAct && chosen.length === 0 && changed.length > 0 && (
          <Button look="strong" icon="check" onPress={() => void confirm(changed)}>
            {words.repair.confirmAll(changed.length)}
          </Button>
        )}
      </header>
      {everywhere.length > 0 && (
        <div className="report-tools">
          <Segments<Doubt | 'all'>
            label={words.repair.kinds}
            value={doubt}
            onChange={setDoubt}
            options={[
              { value: 'all', label: words.repair.allKinds },
              ...doubts.map((each) => ({
                value: each,
                label: `${words.repair.kind[each]} ${words.say.number(
                  everywhere.filter((row) => row.doubt === each && (!source || row.passage.source === source)).length,
                )}`,
              })),
            ]}
          />
          <div className="report-filter">
            <Choice<SourceId | ''>
              bare
              label={words.repair.document}
              value={source ?? ''}
              onChange={(value) => doubtfulOf.set(value === '' ? null : value)}
              options={[
                { value: '', label: words.repair.allDocuments },
                ...[...new Set([...withDoubts, ...(source ? [source] : [])])].map((id) => ({
                  value: id,
                  label: `${named.get(id)?.short ?? ''} ${named.get(id)?.title ?? ''}`.trim(),
                })),
              ]}
            />
          </div>
          <span className="quiet repair-keys">
            {words.repair.keys(keyHint('confirmWords'), keyHint('placePassage'))}
          </span>
        </div>
      )}
      <FaultLine
        words={(all.fault ?? repair.fault) && explain((all.fault ?? repair.fault)!)}
        onDismiss={repair.forget}
        dismiss={words.pieces.dismiss}
      />
      {all.value && everywhere.length === 0 && (
        <Empty icon="check" title={words.repair.emptyTitle}>
          {words.repair.emptyText}
        </Empty>
      )}
      {everywhere.length > 0 && rows.length === 0 && (
        <Empty
          icon="check"
          title={words.repair.nothingHere}
          act={
            <Button
              onPress={() => {
                doubtfulOf.set(null)
                setDoubt('all')
              }}
            >
              {words.repair.showAll}
            </Button>
          }
        />
      )}
      {rows.length > 0 && (
        <List<DoubtfulPassage>
          label={words.repair.title}
          rows={rows}
          keyOf={keyOf}
          rowHeight={150}
          keepsPlace
          className="doubtful-list"
          picked={picked}
          onPick={pick}
          current={current}
          onCurrent={(row) => setCurrent(row.passage.id)}
          onOpen={open}
          onKey={(event, row) => {
            const acts = actsOf(event.nativeEvent, false)
            if (acts.includes('selectAll')) setPicked(new Set(rows.map(keyOf)))
            else if (!row) return false
            else if (acts.includes('nextPassage')) stepFrom(row, 1)
            else if (acts.includes('previousPassage')) stepFrom(row, -1)
            else if (!canAct) return false
            else if (acts.includes('confirmWords')) void confirm(chosen.length > 0 ? chosen : [row])
            else if (acts.includes('placePassage')) placeByHand(row)
            else if (acts.includes('remove')) void giveUp(chosen.length > 0 ? chosen : [row])
            else {
              // With Ctrl it goes to another view.
              const isBare = !event.ctrlKey && !event.metaKey && !event.altKey
              const digit = Number((isBare && digitOf(event.nativeEvent)) || 0)
              if (digit === 0 || !row.candidates[digit - 1]) return false
              void choose(row, digit - 1)
            }
            return true
          }}
          render={(row) => (
            <DoubtfulCard
              doubtful={row}
              title={named.get(row.passage.source)?.title ?? ''}
              codes={codes}
              canAct={canAct}
              acts={{
                open: () => open(row),
                confirm: () => void confirm([row]),
                choose: (at) => void choose(row, at),
                placeByHand: () => placeByHand(row),
                giveUp: () => void giveUp([row]),
              }}
            />
          )}
        />
      )}
    </div>
  )
}
