/**
 * The one list of coded passages: of a report, a search, a query, a code that is read. Each row says where
 * it stands and shows its words among others; it is changed where it stands, alone or with all that are picked.
 *
 * ↑ ↓ walk, Space shows more around a passage (its paragraph, then the turns around), Enter goes to the place,
 * two keys or / code it, r changes its code, Delete removes it, * stars, [ ] w describe, c copies with citation.
 */
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { CodeId, PassageId } from '../../schema/ids.ts'
import { surroundings, type Surroundings } from '../../schema/quotation.ts'
import type { ListedQuotation } from '../../schema/report.ts'
import { useQueries, useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { keyHint } from '../keys.ts'
import { useOffer } from '../offers.ts'
import { FaultLine } from '../parts/empty.tsx'
import { List } from '../parts/list.tsx'
import { RowMenu, type Act } from '../parts/menu.tsx'
import { CodingBar } from '../reader/coding-bar.tsx'
import { openBeside } from '../reader/halves.ts'
import { lastCodes } from '../reader/reader-access.ts'
import { useObservable } from '../observable.ts'
import { useExplain, useWords } from '../words.ts'
import { focusOn, go, openSource } from '../workspace.ts'
import { PassageAsks } from './passage-asks.tsx'
import { PassageHead } from './passage-head.tsx'
import { PassageRow } from './passage-row.tsx'
import type { PassageSource } from './passage-source.ts'
import { usePicks } from './picks.ts'
import { useListKeys } from './use-list-keys.ts'
import './quotations.css'

/** A heading before the row at `from`. */
export interface Heading {
  readonly from: number
  readonly label: string
  readonly count: number
}

export interface PassageListProps {
  /** What the list is called for a screen reader. */
  readonly label: string
  readonly source: PassageSource
  /** What is shown, in words; absent: the header says only how many. */
  readonly title?: ReactNode
  /** Why these: filters in words. */
  readonly why?: string
  /** Out of how many; null or absent: not said. */
  readonly outOf?: number | null
  /** The code that the list is about: changing and removing mean its codings only. */
  readonly about?: CodeId
  /** What stands where there is nothing. */
  readonly empty: ReactNode
  readonly headings?: readonly Heading[]
  /** What only this list says of a row. */
  readonly asideOf?: (quotation: ListedQuotation) => ReactNode
  /** What may be done besides, with the picked passages or one. */
  readonly actsOn?: (passages: readonly PassageId[]) => readonly Act[]
  /** Keys that only this list knows; true: handled. */
  readonly onKey?: (event: React.KeyboardEvent, passages: readonly PassageId[]) => boolean
  /** In the header, before the export. */
  readonly tools?: ReactNode
  /** Rows may be dragged; the data is a JSON list of passages under this type. */
  readonly dragAs?: string
}

type Row = { readonly key: string } & (
  | { readonly heading: Heading }
  | { readonly quotation: ListedQuotation | undefined }
)

const noHeadings: readonly Heading[] = []

export function PassageList(props: PassageListProps) {
  const { label, source, about, headings = noHeadings, asideOf, actsOn, dragAs } = props
  const words = useWords()
  const explain = useExplain()
  const codes = useCodes()
  const recent = useObservable(lastCodes)
  const sources = useQuery('source.list', {}).value
  const sourceOf = useMemo(() => new Map((sources ?? []).map((each) => [each.id, each])), [sources])
  const picks = usePicks(source.every)
  const [current, setCurrent] = useState<PassageId | null>(null)
  const [wide, setWide] = useState<ReadonlyMap<PassageId, Surroundings>>(new Map())
  const box = useRef<HTMLDivElement>(null)

  const { keepOnly } = picks
  const { total, every } = source
  const hasPicks = picks.picked.size > 0
  useEffect(() => {
    // What went out of the list is not picked any more.
    if (total !== null && hasPicks) void every().then(keepOnly)
  }, [total, every, hasPicks, keepOnly])
  const rows = useMemo(() => rowsOf(source.rows, headings), [source.rows, headings])
  const loaded = useMemo(() => new Map(source.rows.flatMap((row) => (row ? [[row.passage, row]] : []))), [source.rows])
  const widened = [...wide].map(([passage, reach]) => ({ passage, reach }))
  const arounds = useQueries('passage.around', widened)
  const aroundOf = new Map(widened.map(({ passage }, at) => [passage, arounds[at] ?? null]))

  /** What an act means: the picked passages where this one is among them, else this one. */
  const these = (passage: PassageId | null): readonly PassageId[] =>
    passage === null || picks.picked.has(passage) ? [...picks.picked] : [passage]
  const goTo = (quotation: ListedQuotation, isBeside = false) => {
    if (isBeside) {
      go({ view: 'documents' })
      openBeside(quotation.source)
    }
    openSource(quotation.source, quotation)
    focusOn({ passage: quotation.passage, code: null })
  }
  const widen = (passage: PassageId) =>
    setWide((now) => {
      const next = new Map(now)
      const reach = surroundings[surroundings.indexOf(now.get(passage) as Surroundings) + 1]
      if (reach) next.set(passage, reach)
      else next.delete(passage)
      return next
    })

  const keys = useListKeys({ filter: source.filter, about, codes, loaded, leave: picks.none })
  const { acts } = keys

  useOffer({
    of: () => label,
    acts: (say) => {
      const meant = these(current)
      return meant.length === 0
        ? []
        : keys.menuOn(meant, say).map((act) => ({ ...act, id: `passages ${label} ${act.id}` }))
    },
  })

  const menuOf = (quotation: ListedQuotation): readonly Act[] => {
    const passages = these(quotation.passage)
    return [
      { id: 'go', label: words.passages.open, hint: keyHint('open'), do: () => goTo(quotation) },
      {
        id: 'wide',
        label: wide.get(quotation.passage) === 'turns' ? words.passages.narrower : words.passages.wider,
        hint: keyHint('tick'),
        do: () => widen(quotation.passage),
      },
      ...keys.menuOn(passages),
      ...(actsOn?.(passages) ?? []),
    ]
  }

  return (
    <section
      className="passages"
      aria-label={label}
      ref={box}
      onBlur={(event) => {
        // Half of a key is forgotten where the keys go elsewhere.
        if (keys.family && !event.currentTarget.contains(event.relatedTarget)) keys.leaveFamily()
      }}
    >
      <PassageHead
        title={props.title}
        why={props.why}
        total={source.total}
        outOf={props.outOf ?? null}
        filter={source.filter}
        tools={props.tools}
        picked={picks.picked}
        acts={picks.picked.size > 0 ? [...keys.menuOn([...picks.picked]), ...(actsOn?.([...picks.picked]) ?? [])] : []}
        onClear={picks.none}
      />
      <FaultLine words={acts.fault && explain(acts.fault)} onDismiss={acts.forget} dismiss={words.pieces.dismiss} />
      {source.total === 0 ? (
        <div className="passages-empty">{props.empty}</div>
      ) : (
        <List<Row>
          label={label}
          rows={rows}
          keyOf={({ key }) => key}
          rowHeight={104}
          picked={picks.picked as ReadonlySet<string>}
          isHeading={(row) => 'heading' in row}
          onScrollTo={(first, last) => source.need(placeOf(headings, first), placeOf(headings, last))}
          onCurrent={(row, isRange) => {
            const passage = passageIn(row)
            setCurrent(passage)
            if (passage && !isRange) picks.anchorAt(passage)
          }}
          onPick={(row, how) => {
            const passage = passageIn(row)
            if (passage) (how === 'toggle' ? picks.toggle : picks.upTo)(passage)
          }}
          onPickAll={picks.all}
          keepsPlace
          onKey={(event, row) => {
            const quotation = row && 'quotation' in row ? row.quotation : undefined
            const passages = these(quotation?.passage ?? null)
            if (keys.onKey(event.nativeEvent, quotation, passages)) return true
            if (props.onKey?.(event, passages)) return true
            if (!quotation) return false
            if (event.key === ' ' && (event.ctrlKey || event.metaKey)) picks.toggle(quotation.passage)
            else if (event.key === ' ' && !event.shiftKey) widen(quotation.passage)
            else if (event.key === 'Enter' && !event.shiftKey)
              goTo(quotation, event.ctrlKey || event.metaKey || event.altKey)
            else return false
            return true
          }}
          render={(row) => {
            if ('heading' in row)
              return (
                <h3 className="passages-group">
                  <span className="cut">{row.heading.label}</span>
                  <span className="quiet tabular">{words.say.number(row.heading.count)}</span>
                </h3>
              )
            const { quotation } = row
            if (!quotation) return <div className="quotation" aria-busy="true" />
            return (
              <div
                {...(dragAs
                  ? {
                      draggable: true,
                      onDragStart: (event: React.DragEvent) => {
                        event.dataTransfer.setData(dragAs, JSON.stringify(these(quotation.passage)))
                        event.dataTransfer.effectAllowed = 'copyMove'
                      },
                    }
                  : {})}
                onDoubleClick={() => goTo(quotation)}
              >
                <PassageRow
                  quotation={quotation}
                  source={sourceOf.get(quotation.source)}
                  codes={codes}
                  about={about}
                  around={aroundOf.get(quotation.passage) ?? null}
                  aside={asideOf?.(quotation)}
                  menu={<RowMenu label={words.passages.actsOn(quotation.extract)} acts={() => menuOf(quotation)} />}
                  onGo={() => goTo(quotation)}
                />
              </div>
            )
          }}
        />
      )}
      {keys.family && (
        <div className="passages-keys">
          <CodingBar
            codes={codes}
            recent={recent}
            family={keys.family}
            onApply={(code) => void acts.apply(these(current), code).then(keys.leaveFamily)}
            onFind={keys.leaveFamily}
            onFamily={keys.leaveFamily}
          />
        </div>
      )}
      <PassageAsks
        asked={keys.asked}
        codes={codes}
        acts={acts}
        onClose={() => {
          keys.close()
          box.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
        }}
        onAsk={keys.ask}
      />
    </section>
  )
}

const passageIn = (row: Row): PassageId | null => ('quotation' in row ? (row.quotation?.passage ?? null) : null)

/** Headings among the rows; a passage that two pages show while one is older stands once. */
function rowsOf(quotations: readonly (ListedQuotation | undefined)[], headings: readonly Heading[]): readonly Row[] {
  const rows: Row[] = []
  const seen = new Set<PassageId>()
  let next = 0
  for (const [at, quotation] of quotations.entries()) {
    while (headings[next]?.from === at) {
      const heading = headings[next++]!
      rows.push({ key: `heading ${heading.from} ${heading.label}`, heading })
    }
    const isNew = quotation !== undefined && !seen.has(quotation.passage)
    if (isNew) seen.add(quotation.passage)
    rows.push(isNew ? { key: quotation.passage, quotation } : { key: `row ${at}`, quotation: undefined })
  }
  return rows
}

/** The place among the passages of a row of the list. */
function placeOf(headings: readonly Heading[], row: number): number {
  let before = 0
  while (before < headings.length && headings[before]!.from + before < row) before++
  return Math.max(0, row - before)
}
