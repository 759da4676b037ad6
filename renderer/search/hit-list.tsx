/** Hits in their contexts: walked with the keyboard, ticked with Space, ten thousand like ten. */
import { useMemo, useRef } from 'react'
import type { SourceId } from '../../schema/ids.ts'
import type { Source } from '../../schema/source.ts'
import { List } from '../parts/list.tsx'
import { useWords } from '../words.ts'
import { openSource } from '../workspace.ts'
import { HitRow, type Hit } from './hit-row.tsx'

interface Row {
  readonly at: number
  /** Undefined while its page is on its way. */
  readonly hit: Hit | undefined
}

/** What a tick stands for: the paragraph, or the place that a pattern found in it. */
export const tickOf = (hit: Hit) => ('version' in hit ? `${hit.source} ${hit.start}` : String(hit.number))

export function HitList({
  hits,
  byId,
  ticked,
  onTicked,
  onNeed,
  onOpen,
}: {
  readonly hits: readonly (Hit | undefined)[]
  readonly byId: ReadonlyMap<SourceId, Source>
  readonly ticked: ReadonlySet<string>
  readonly onTicked: (ticked: ReadonlySet<string>) => void
  readonly onNeed?: (first: number, last: number) => void
  readonly onOpen: () => void
}) {
  const words = useWords()
  const anchor = useRef<number | null>(null)
  const rows = useMemo(() => hits.map((hit, at): Row => ({ at, hit })), [hits])
  const keyOf = ({ at, hit }: Row) => (hit ? `${hit.source} ${hit.number} ${hit.start}` : `row ${at}`)

  function toggle(hit: Hit): void {
    const next = new Set(ticked)
    if (!next.delete(tickOf(hit))) next.add(tickOf(hit))
    onTicked(next)
  }
  function tickTo(at: number): void {
    const from = anchor.current ?? at
    const some = rows.slice(Math.min(from, at), Math.max(from, at) + 1)
    onTicked(new Set([...ticked, ...some.flatMap(({ hit }) => (hit ? [tickOf(hit)] : []))]))
  }

  return (
    <List<Row>
      className="search-hits"
      label={words.search.hits}
      rows={rows}
      keyOf={keyOf}
      rowHeight={94}
      {...(onNeed ? { onScrollTo: onNeed } : {})}
      onCurrent={({ at }, isRange) => {
        if (!isRange) anchor.current = at
      }}
      onPick={({ at, hit }, how) => (how === 'range' ? tickTo(at) : hit && toggle(hit))}
      onOpen={({ hit }) => {
        if (!hit) return
        onOpen()
        openSource(hit.source, hit)
      }}
      render={({ hit }, isCurrent) =>
        hit ? (
          <HitRow
            hit={hit}
            short={byId.get(hit.source)?.short ?? ''}
            title={byId.get(hit.source)?.title ?? ''}
            isCurrent={isCurrent}
            isTicked={ticked.has(tickOf(hit))}
            onTick={() => toggle(hit)}
          />
        ) : (
          <div className="search-hit" aria-busy="true" />
        )
      }
    />
  )
}
