/** Coded passages with a tick before each: Space or a click ticks, with Shift up to there. */
import { useEffect, useMemo, useRef } from 'react'
import type { BriefCoding } from '../../schema/coding.ts'
import type { CodeId, CodingId } from '../../schema/ids.ts'
import type { ListedQuotation } from '../../schema/report.ts'
import { CodeChip } from '../parts/chip.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { List } from '../parts/list.tsx'
import { useWords } from '../words.ts'
import type { Codes } from './use-codebook.ts'

export interface Quoted {
  readonly at: number
  /** Undefined while its page is on its way. */
  readonly quotation: ListedQuotation | undefined
}

export function TickList({
  label,
  rows,
  all,
  code,
  codes,
  ticked,
  onTick,
  onTickAll,
  onNeed,
}: {
  readonly label: string
  readonly rows: readonly Quoted[]
  /** Every coding of the code, in the order of the rows. */
  readonly all: readonly BriefCoding[]
  readonly code: CodeId
  readonly codes: Codes
  readonly ticked: ReadonlySet<CodingId>
  readonly onTick: (codings: readonly CodingId[], isOn: boolean) => void
  readonly onTickAll: () => void
  readonly onNeed: (first: number, last: number) => void
}) {
  const words = useWords()
  const anchor = useRef<number | null>(null)
  const box = useRef<HTMLDivElement>(null)
  // It comes after its dialog, which has the keyboard until then; whoever went elsewhere meanwhile stays there.
  useEffect(() => {
    const dialog = box.current?.closest('[role=dialog]')
    const { activeElement } = document
    const isHeld = activeElement !== dialog && dialog?.contains(activeElement)
    if (!isHeld) box.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  }, [])
  const coderOf = useMemo(() => new Map(all.map(({ id, coder }) => [id, coder])), [all])
  const idsOf = ({ quotation }: Quoted) => quotation?.codings.map(({ id }) => id).filter((id) => coderOf.has(id)) ?? []
  const isOn = (row: Quoted) => {
    const ids = idsOf(row)
    return ids.length > 0 && ids.every((id) => ticked.has(id))
  }
  const keyOf = ({ at, quotation }: Quoted) => quotation?.passage ?? `row ${at}`
  if (all.length === 0)
    return (
      <div className="tick-list">
        <Empty title={words.codebook.splitNothing}>{words.codebook.splitNothingHint}</Empty>
      </div>
    )
  return (
    <div className="tick-list" ref={box}>
      <List<Quoted>
        label={label}
        rows={rows}
        keyOf={keyOf}
        rowHeight={64}
        picked={new Set(rows.filter(isOn).map(keyOf))}
        onCurrent={({ at }, isRange) => {
          if (!isRange) anchor.current = at
        }}
        onOpen={(row) => onTick(idsOf(row), !isOn(row))}
        onPick={(row, how) =>
          how === 'toggle'
            ? onTick(idsOf(row), !isOn(row))
            : onTick(
                rows
                  .slice(Math.min(anchor.current ?? row.at, row.at), Math.max(anchor.current ?? row.at, row.at) + 1)
                  .flatMap(idsOf),
                true,
              )
        }
        onPickAll={onTickAll}
        onScrollTo={onNeed}
        render={(row) => {
          const { quotation } = row
          if (!quotation) return <div className="tick-row" aria-busy="true" />
          return (
            <article className="tick-row">
              <span className={`tick-box${isOn(row) ? ' is-on' : ''}`} aria-hidden="true">
                {isOn(row) && <Icon name="check" />}
              </span>
              <div className="grow">
                <p className="tick-quote">
                  {quotation.region ? words.reader.rectangleOn(quotation.page) : quotation.quote}
                </p>
                <p className="tick-facts">
                  <span className="tabular">{quotation.extract}</span>
                  {quotation.speaker && <span className="cut">{quotation.speaker}</span>}
                  {quotation.codings.length > 1 && <span>{words.common.codings(quotation.codings.length)}</span>}
                  {quotation.codes
                    .filter((id) => id !== code)
                    .flatMap((id) => {
                      const other = codes.byId.get(id)
                      return other ? [<CodeChip key={id} {...other} brief />] : []
                    })}
                </p>
              </div>
            </article>
          )
        }}
      />
    </div>
  )
}
