/**
 * One column of reading side by side: the passages of a code or of one group of it, under headings, counted
 * and narrowed on its own; given to the other column by key or by dragging.
 *
 * ← → go to the other column; with Ctrl the picked passages go along, with Ctrl+Shift they are copied.
 */
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId, CodingId, PassageId } from '../../schema/ids.ts'
import type { ReadCoding } from '../../schema/quotation.ts'
import type { CodingFilter, ListedQuotation } from '../../schema/report.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { actsOf, keyHint } from '../keys.ts'
import { useOffer } from '../offers.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { SearchBox } from '../parts/field.tsx'
import type { Act } from '../parts/menu.tsx'
import { notify } from '../parts/notices.tsx'
import { PassageList, type Heading } from '../quotations/passage-list.tsx'
import { useThesePassages } from '../quotations/passage-source.ts'
import { useExplain, useWords } from '../words.ts'
import { groupLabel, type Grouping } from './grouping.ts'
import { alsoIn, codingsOn, grouped, inGroup, narrowed, olderThan, type ReadPassage } from './passages.ts'
import { SplitOut } from './split-out.tsx'

export type Side = 'left' | 'right'

/** Where passages of this column may go. */
export interface Receiver {
  readonly name: string
  readonly canCopy: boolean
  readonly take: (codings: readonly CodingId[], passages: number, isCopy: boolean) => Promise<void>
}

/** One type a column, so that a column takes what the other one gives and not its own. */
const dragType = (side: Side) => `application/x-kartoteka-${side}`

const noCodings: readonly ReadCoding[] = []
const noneToo: ReadonlySet<PassageId> = new Set()

export function ReadColumn({
  side,
  code,
  group,
  headings,
  other,
  receiver,
  fault,
  head,
  onCross,
  onTake,
  onMade,
  onAct,
}: {
  readonly side: Side
  readonly code: Code
  /** Only this group of the code. */
  readonly group: { readonly grouping: Grouping; readonly key: string } | null
  readonly headings: Grouping | null
  /** The other column, where it is of another code. */
  readonly other: { readonly name: string; readonly passages: readonly ReadPassage[] } | null
  readonly receiver: Receiver | null
  /** Of an act of this column that was refused. */
  readonly fault: ReactNode
  readonly head: ReactNode
  readonly onCross: () => void
  /** Passages of the other column were dropped here. */
  readonly onTake: (passages: readonly PassageId[], isCopy: boolean) => void
  /** A new code was made of passages of this column. */
  readonly onMade: (made: CodeId) => void
  /** Acts of the whole view that have a key: compare, merge. */
  readonly onAct: (act: 'compareCodes' | 'mergeCode') => boolean
}) {
  const words = useWords()
  const explain = useExplain()
  const turn = useTurn()
  const confirm = useCommand('coding.confirmWording')
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const [isStarred, setStarred] = useState(false)
  const [isOlder, setOlder] = useState(false)
  const [isBoth, setBoth] = useState(false)
  const [isOver, setOver] = useState(false)
  const [splitting, setSplitting] = useState<readonly PassageId[] | null>(null)

  const known = useQuery('code.reading', { code: code.id, words: '' }).value
  const found = useQuery('code.reading', sought.trim() ? { code: code.id, words: sought } : null, {
    keepPrevious: true,
  }).value
  const key = group?.key
  const grouping = group?.grouping
  const all = useMemo(() => inGroup(known ?? noCodings, grouping, key), [known, grouping, key])
  const sifted = useMemo(
    () => (sought.trim() && found ? inGroup(found, grouping, key) : all),
    [all, found, sought, grouping, key],
  )
  const older = useMemo(() => olderThan(all, code.version), [all, code.version])
  const olderCount = older.size
  const wordings = useQuery('code.wordings', olderCount > 0 ? { code: code.id } : null).value
  const both = useMemo(() => (other ? alsoIn(all, other.passages) : noneToo), [all, other])
  const shown = useMemo(
    () =>
      narrowed(sifted, {
        starred: isStarred,
        before: isOlder && olderCount > 0 ? code.version : null,
        only: isBoth && other ? both : null,
      }),
    [sifted, isStarred, isOlder, olderCount, isBoth, both, other, code.version],
  )
  const list = useMemo(
    () => (headings ? grouped(shown, headings.keyOf, headings.compare) : { passages: shown, groups: [] }),
    [shown, headings],
  )
  const ids = useMemo(() => list.passages.map(({ passage }) => passage), [list])
  const narrow = useMemo(
    (): CodingFilter => ({ codes: [code.id], ...filterOf(grouping, key) }),
    [code.id, grouping, key],
  )
  const source = useThesePassages(known === undefined ? null : ids, narrow)
  const rowHeadings = useMemo(
    () =>
      headings
        ? list.groups.map((each): Heading => ({
            from: each.from,
            count: each.count,
            label: groupLabel(headings, each.key),
          }))
        : undefined,
    [list, headings],
  )
  const give = (passages: readonly PassageId[], isCopy: boolean) => {
    const codings = codingsOn(all, passages)
    if (receiver && codings.length > 0 && (!isCopy || receiver.canCopy))
      void receiver.take(codings, passages.length, isCopy)
  }
  async function confirmOlder(passages: readonly PassageId[]): Promise<void> {
    const done = await confirm({ codings: [...codingsOn(all, passages)] })
    if (done !== undefined)
      notify({
        words: words.reading.confirmed(done),
        act: { label: words.common.undo, do: () => void turn('history.undo') },
      })
  }
  const actsOn = (passages: readonly PassageId[]): readonly Act[] => [
    ...(receiver
      ? [
          {
            id: 'move',
            label: words.reading.moveTo(receiver.name),
            icon: side === 'left' ? ('right' as const) : ('left' as const),
            hint: keyHint(side === 'left' ? 'moveRight' : 'moveLeft'),
            apart: true,
            do: () => give(passages, false),
          },
          ...(receiver.canCopy
            ? [
                {
                  id: 'copy to',
                  label: words.reading.copyTo(receiver.name),
                  hint: keyHint(side === 'left' ? 'copyRight' : 'copyLeft'),
                  do: () => give(passages, true),
                },
              ]
            : []),
        ]
      : []),
    {
      id: 'split out',
      label: words.reading.splitOut,
      hint: keyHint('splitCode'),
      apart: !receiver,
      do: () => setSplitting(passages),
    },
    ...(passages.some((passage) => older.has(passage))
      ? [
          {
            id: 'confirm',
            label: words.reading.confirmOlder,
            icon: 'check' as const,
            do: () => void confirmOlder(passages),
          },
        ]
      : []),
  ]

  function onKey(event: React.KeyboardEvent, passages: readonly PassageId[]): boolean {
    const press = event.nativeEvent
    const towards = side === 'left' ? 'ArrowRight' : 'ArrowLeft'
    if (event.key === towards || event.key === (side === 'left' ? 'ArrowLeft' : 'ArrowRight')) {
      if (event.altKey || event.metaKey) return false
      if (event.ctrlKey) {
        if (event.key === towards) give(passages, event.shiftKey)
      } else if (event.key === towards) onCross()
      return true
    }
    const wished = new Set(actsOf(press, false))
    if (wished.has('splitCode') && passages.length > 0) {
      setSplitting(passages)
      return true
    }
    if (wished.has('compareCodes')) return onAct('compareCodes')
    return wished.has('mergeCode') && onAct('mergeCode')
  }

  const isNarrowed = sought.trim() !== '' || isStarred || isOlder || isBoth
  const showAll = () => {
    setTyped('')
    setStarred(false)
    setOlder(false)
    setBoth(false)
  }
  useOffer({
    of: ({ reading }) => reading.column(group ? `${code.name}: ${groupLabel(group.grouping, group.key)}` : code.name),
    acts: ({ reading }) => [
      { id: `starred ${side}`, label: reading.onlyStarred, do: () => setStarred(!isStarred) },
      ...(other && both.size > 0 ? [{ id: `both ${side}`, label: reading.onlyBoth, do: () => setBoth(!isBoth) }] : []),
      ...(olderCount > 0 ? [{ id: `older ${side}`, label: reading.onlyOlder, do: () => setOlder(!isOlder) }] : []),
      ...(isNarrowed ? [{ id: `all ${side}`, label: reading.showAll, do: showAll }] : []),
    ],
  })
  const gives = dragType(side === 'left' ? 'right' : 'left')
  const asideOf = ({ passage }: ListedQuotation) => (
    <>
      {older.has(passage) && (
        <span
          className="quotation-tag quotation-older"
          title={words.passages.olderHint(
            wordings?.find(({ version }) => version === older.get(passage))?.definition ?? '',
          )}
        >
          {words.passages.older}
        </span>
      )}
      {other && both.has(passage) && (
        <span className="quotation-tag" title={words.reading.bothHint(other.name)}>
          {words.reading.both}
        </span>
      )}
    </>
  )

  return (
    <div
      className={`read-column${isOver ? ' is-over' : ''}`}
      data-pane={`reading-${side}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(gives)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = event.ctrlKey ? 'copy' : 'move'
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        const given = event.dataTransfer.getData(gives)
        if (given === '') return
        event.preventDefault()
        onTake(JSON.parse(given) as readonly PassageId[], event.ctrlKey)
      }}
    >
      {head}
      {fault}
      <FaultLine
        words={confirm.fault && explain(confirm.fault)}
        onDismiss={confirm.forget}
        dismiss={words.pieces.dismiss}
      />
      <PassageList
        label={words.reading.column(group ? `${code.name}: ${groupLabel(group.grouping, group.key)}` : code.name)}
        source={source}
        outOf={all.length}
        about={code.id}
        {...(rowHeadings ? { headings: rowHeadings } : {})}
        asideOf={asideOf}
        actsOn={actsOn}
        onKey={onKey}
        tools={
          <div className="read-filters">
            <SearchBox
              label={words.reading.words}
              value={typed}
              onChange={setTyped}
              clear={words.reading.clearWords}
              icon="funnel"
            />
            <IconButton
              icon="star"
              label={words.reading.onlyStarred}
              filled={isStarred}
              pressed={isStarred}
              onPress={() => setStarred(!isStarred)}
            />
            {other && both.size > 0 && (
              <Tick isOn={isBoth} label={words.reading.onlyBoth} onToggle={() => setBoth(!isBoth)}>
                {words.reading.bothCount(both.size)}
              </Tick>
            )}
            {olderCount > 0 && (
              <Tick isOn={isOlder} label={words.reading.onlyOlder} onToggle={() => setOlder(!isOlder)}>
                {words.reading.older(olderCount)}
              </Tick>
            )}
          </div>
        }
        {...(receiver ? { dragAs: dragType(side) } : {})}
        empty={
          isNarrowed ? (
            <Empty title={words.reading.nothingLeft} act={<Button onPress={showAll}>{words.reading.showAll}</Button>}>
              {words.reading.nothingLeftText}
            </Empty>
          ) : group ? (
            <Empty title={words.reading.noGroup}>{words.reading.noGroupText}</Empty>
          ) : (
            <Empty title={words.reading.nothingCoded}>{words.reading.nothingCodedText}</Empty>
          )
        }
      />
      {isOver && (
        <div className="read-drop" aria-hidden="true">
          {words.reading.dropHere(group ? groupLabel(group.grouping, group.key) : code.name)}
        </div>
      )}
      {splitting && (
        <SplitOut code={code} codings={codingsOn(all, splitting)} onDone={onMade} onClose={() => setSplitting(null)} />
      )}
    </div>
  )
}

function Tick({
  isOn,
  label,
  onToggle,
  children,
}: {
  readonly isOn: boolean
  readonly label: string
  readonly onToggle: () => void
  readonly children: ReactNode
}) {
  return (
    <button
      type="button"
      className={`read-tick tabular${isOn ? ' is-on' : ''}`}
      aria-pressed={isOn}
      title={label}
      onClick={onToggle}
    >
      {children}
    </button>
  )
}

/** What the archive must know to mean the same codings, where more than the passage says which. */
function filterOf(grouping: Grouping | undefined, key: string | undefined): CodingFilter {
  if (key === undefined) return {}
  if (grouping?.by === 'coder') return { coders: [key as ReadCoding['coder']] }
  if (grouping?.by === 'stance') return { stances: [key as ''] }
  if (grouping?.by === 'responsible') return { responsibles: [key as ''] }
  return {}
}
