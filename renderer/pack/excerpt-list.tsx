/** Every passage in the order of the round, with how it stands; as many rows are drawn as are seen. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { ReviewItemId } from '../../schema/ids.ts'
import { useObservable } from '../observable.ts'
import { Icon } from '../parts/icon.tsx'
import { draftIn, filters, passes, standingOf, type Filter, type Standing } from '../review-card/draft.ts'
import type { Session } from './session.ts'
import { usePackWords } from './words.ts'

const rowHeight = 56

export function ExcerptList({
  session,
  current,
  filter,
  setFilter,
  show,
}: {
  readonly session: Session
  readonly current: ReviewItemId | null
  readonly filter: Filter
  readonly setFilter: (filter: Filter) => void
  readonly show: (item: ReviewItemId) => void
}) {
  const words = usePackWords()
  const { pack } = session
  const drafts = useObservable(session.drafts)
  const counts = useMemo(
    () =>
      filters.map(
        (each) => pack.excerpts.filter((excerpt) => passes(each, pack, excerpt, draftIn(drafts, excerpt.item))).length,
      ),
    [pack, drafts],
  )
  const rows = useMemo(
    () =>
      pack.excerpts.filter(
        (excerpt) => excerpt.item === current || passes(filter, pack, excerpt, draftIn(drafts, excerpt.item)),
      ),
    [pack, drafts, filter, current],
  )
  const room = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => room.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  const at = rows.findIndex(({ item }) => item === current)
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at)
  }, [at, virtual])

  const walk = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = rows[at + by]
    if (by === 0 || !next) return
    event.preventDefault()
    show(next.item)
  }
  return (
    <nav className="pack-list" aria-label={words.list}>
      <div className="pack-filters" role="group" aria-label={words.filter}>
        {filters
          .filter((each) => pack.kind === 'review' || each === 'all' || each === 'undecided')
          .map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={filter === each}
              className="pack-filter"
              onClick={() => setFilter(each)}
            >
              {words.filters[each]} <span className="tabular">{counts[filters.indexOf(each)]}</span>
            </button>
          ))}
      </div>
      <div className="pack-rows" ref={room}>
        {rows.length === 0 && <p className="pack-none quiet">{words.filterEmpty[filter]}</p>}
        <ol style={{ height: virtual.getTotalSize() }} onKeyDown={walk}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const excerpt = rows[index]!
            const draft = draftIn(drafts, excerpt.item)
            const standing = standingOf(pack, excerpt, draft)
            const isCurrent = excerpt.item === current
            return (
              <li
                key={excerpt.item}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <button
                  type="button"
                  className="pack-row"
                  aria-current={isCurrent || undefined}
                  tabIndex={isCurrent || (at < 0 && index === 0) ? 0 : -1}
                  onClick={() => show(excerpt.item)}
                >
                  <StandingMark standing={standing} />
                  <span className="grow">
                    <span className="pack-row-place tabular">
                      <span className="cut">{excerpt.place}</span>
                      <span className="unseen">
                        {words.standings[standing]}
                        {draft.comment.trim() && `, ${words.withComment}`}
                      </span>
                      {draft.comment.trim() && <Icon name="memo" />}
                    </span>
                    <span className="pack-row-quote cut">{excerpt.quote.slice(0, 120)}</span>
                  </span>
                </button>
              </li>
            )
          })}
        </ol>
      </div>
    </nav>
  )
}

/** A sign of its own for each, so that colour is never the only one. */
function StandingMark({ standing }: { readonly standing: Standing }) {
  return (
    <span className={`pack-mark is-${standing}`} aria-hidden="true">
      {standing === 'agreed' || standing === 'coded' ? <Icon name="check" /> : null}
      {standing === 'disagreed' ? <Icon name="close" /> : null}
      {standing === 'unsure' ? '?' : null}
    </span>
  )
}
