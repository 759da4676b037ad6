/** A code that is read, in one column, beside another code, or as two groups of it. */
import { useMemo, useRef, useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId, PassageId } from '../../schema/ids.ts'
import type { ReadCoding } from '../../schema/quotation.ts'
import { useQuery } from '../archive/use-archive.ts'
import { MergeCodes } from '../codebook/merge-codes.tsx'
import { useCodes } from '../codebook/use-codebook.ts'
import { Observable, useObservable } from '../observable.ts'
import { IconButton } from '../parts/button.tsx'
import { CodeChip } from '../parts/chip.tsx'
import { Choice, Segments } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Pane, Split } from '../parts/split.tsx'
import { recall, remember } from '../remembered.ts'
import { useExplain, useWords } from '../words.ts'
import { keepSizes, narrow, sizesOf } from '../workspace.ts'
import { groupLabel, type Grouping } from './grouping.ts'
import { useGroupings } from './groupings.ts'
import { codingsOn, inGroup, passagesOf } from './passages.ts'
import { ReadColumn, type Side } from './read-column.tsx'
import { ReadDefinition } from './read-definition.tsx'
import { ReadHead } from './read-head.tsx'
import type { Reading } from './reading-address.ts'
import { useReceivers } from './use-receivers.ts'

/** Whether definitions stand open over the columns. */
const isDefined = new Observable(recall('reading:definition') !== 'closed')
isDefined.watch(() => remember('reading:definition', isDefined.value ? 'open' : 'closed'))

const noCodings: readonly ReadCoding[] = []

export function ReadColumns({
  archive,
  reading,
  code,
  onChange,
  onGo,
  onChoose,
}: {
  /** Sizes are remembered for it. */
  readonly archive: string
  readonly reading: Reading
  readonly code: Code
  /** How it is shown: no step for Back. */
  readonly onChange: (reading: Reading) => void
  /** What is read. */
  readonly onGo: (reading: Reading) => void
  readonly onChoose: (what: 'code' | 'beside') => void
}) {
  const words = useWords()
  const explain = useExplain()
  const codes = useCodes()
  const isNarrow = useObservable(narrow).right
  const isOpen = useObservable(isDefined)
  const [isMerging, setMerging] = useState(false)
  const [tab, setTab] = useState<Side>('left')
  const box = useRef<HTMLDivElement>(null)
  const { beside } = reading
  const groupings = useGroupings(code.id, [beside?.kind === 'groups' ? beside.by : null, reading.group])
  const other = beside?.kind === 'code' ? (codes.byId.get(beside.code) ?? null) : null
  const grouping = beside?.kind === 'groups' ? (groupings.find(({ by }) => by === beside.by) ?? null) : null
  const headings = groupings.find(({ by }) => by === reading.group) ?? null

  const own = useQuery('code.reading', { code: code.id, words: '' }).value ?? noCodings
  const others = useQuery('code.reading', other ? { code: other.id, words: '' } : null).value ?? noCodings
  const keys = useMemo(() => (grouping ? keysIn(own, grouping) : []), [own, grouping])
  const left = beside?.kind === 'groups' ? (beside.left ?? keys[0] ?? '') : ''
  const right = beside?.kind === 'groups' ? (beside.right ?? keys.find((key) => key !== left) ?? '') : ''
  const { receivers, faultOf, forget } = useReceivers({ code, other, grouping, left, right })
  const ownPassages = useMemo(() => passagesOf(own), [own])
  const otherPassages = useMemo(() => passagesOf(others), [others])

  function cross(to: Side): void {
    if (!other && !grouping) return
    setTab(to)
    // In a narrow window the other column is drawn first.
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-pane=reading-${to}] [role=grid]`)?.focus(),
    )
  }
  /** What was dragged from the other column. */
  function take(giver: Side, passages: readonly PassageId[], isCopy: boolean): void {
    const given = giver === 'right' && other ? otherPassages : inGroup(own, grouping, giver === 'left' ? left : right)
    const receiver = receivers[giver]
    const codings = codingsOn(given, passages)
    if (receiver && codings.length > 0) void receiver.take(codings, passages.length, isCopy && receiver.canCopy)
  }
  function onAct(act: 'compareCodes' | 'mergeCode'): boolean {
    if (act === 'compareCodes') onChoose('beside')
    else if (other) setMerging(true)
    else return false
    return true
  }
  const chooseGroup = (side: Side, key: string) => {
    if (beside?.kind === 'groups') onChange({ ...reading, beside: { ...beside, left, right, [side]: key } })
  }

  const column = (side: Side) => {
    const shown = side === 'right' && other ? other : code
    const key = side === 'left' ? left : right
    const fault = faultOf(side)
    return (
      <ReadColumn
        key={`${side} ${shown.id} ${grouping ? key : ''}`}
        side={side}
        code={shown}
        group={grouping && { grouping, key }}
        headings={headings}
        other={
          other &&
          (side === 'left' ? { name: other.name, passages: otherPassages } : { name: code.name, passages: ownPassages })
        }
        receiver={receivers[side]}
        fault={<FaultLine words={fault && explain(fault)} onDismiss={forget} dismiss={words.pieces.dismiss} />}
        onCross={() => cross(side === 'left' ? 'right' : 'left')}
        onTake={(passages, isCopy) => take(side === 'left' ? 'right' : 'left', passages, isCopy)}
        onMade={(made: CodeId) => {
          if (!beside) onGo({ ...reading, beside: { kind: 'code', code: made } })
        }}
        onAct={onAct}
        head={
          grouping ? (
            <div className="read-group">
              <Choice<string>
                bare
                label={`${words.reading.groupOf}: ${grouping.label}`}
                value={key}
                options={[...new Set([...keys, key])].map((value) => ({
                  value,
                  label: groupLabel(grouping, value) || '—',
                }))}
                onChange={(value) => chooseGroup(side, value)}
              />
            </div>
          ) : other ? (
            <>
              <div className="read-code">
                <CodeChip {...shown} />
                <span className="grow" />
                <IconButton
                  icon="close"
                  label={words.reading.closeBeside(shown.name)}
                  onPress={() => onGo({ ...reading, code: side === 'right' ? code.id : other.id, beside: null })}
                />
              </div>
              {isOpen && <ReadDefinition code={shown} />}
            </>
          ) : null
        }
      />
    )
  }

  return (
    <>
      <ReadHead
        reading={reading}
        code={code}
        other={other}
        codes={codes}
        groupings={groupings}
        isOpen={isOpen}
        onOpen={() => isDefined.set(!isOpen)}
        onChoose={() => onChoose('code')}
        onCompare={() => onChoose('beside')}
        onMerge={() => setMerging(true)}
        onChange={onChange}
        onGo={onGo}
      />
      {!other && isOpen && <ReadDefinition code={code} />}
      <div className="read-columns" ref={box}>
        {!other && !grouping ? (
          column('left')
        ) : isNarrow ? (
          <>
            <div className="read-tabs">
              <Segments<Side>
                label={words.reading.columns}
                value={tab}
                onChange={setTab}
                options={[
                  { value: 'left', label: grouping ? groupLabel(grouping, left) || '—' : code.name },
                  { value: 'right', label: grouping ? groupLabel(grouping, right) || '—' : (other?.name ?? '') },
                ]}
              />
            </div>
            {column(tab)}
          </>
        ) : (
          <Split
            direction="row"
            sizes={sizesOf(archive, 'reading')}
            onSizes={(sizes) => keepSizes(archive, 'reading', sizes)}
            resizeLabel={words.pieces.resize}
          >
            <Pane id="left" size={50} min={320}>
              {column('left')}
            </Pane>
            <Pane id="right" size={50} min={320}>
              {column('right')}
            </Pane>
          </Split>
        )}
      </div>
      {isMerging && other && <MergeCodes codes={codes} these={[code, other]} onClose={() => setMerging(false)} />}
    </>
  )
}

/** The groups that a code has, in their order. */
function keysIn(codings: readonly ReadCoding[], { keyOf, compare }: Grouping): readonly string[] {
  return [...new Set(codings.map(keyOf))].toSorted(compare)
}
