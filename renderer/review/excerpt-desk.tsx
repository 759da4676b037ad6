/** The excerpts of a round: what was frozen, what each reader put, and before it is sent a note for each. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReviewItemId } from '../../schema/ids.ts'
import type { ReviewItem, ReviewRound } from '../../schema/review.ts'
import { useArchive, useCommand } from '../archive/use-archive.ts'
import { usePages } from '../archive/use-pages.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { actsOf, keyHint } from '../keys.ts'
import { Button } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { List } from '../parts/list.tsx'
import { notify } from '../parts/notices.tsx'
import { usePicks } from '../quotations/picks.ts'
import { useExplain, useWords } from '../words.ts'
import { focusOn, openSource } from '../workspace.ts'
import { ChosenCodes } from './chosen-codes.tsx'
import { ExcerptHead } from './excerpt-head.tsx'
import { useContexts } from './use-contexts.ts'
import { ExcerptNote } from './excerpt-note.tsx'

const itemsOf = ({ items }: { readonly items: readonly ReviewItem[] }) => items
const page = 100

interface Row {
  readonly key: string
  readonly item: ReviewItem | undefined
}

export function ExcerptDesk({
  round,
  canAct,
  isFresh,
}: {
  readonly round: ReviewRound
  readonly canAct: boolean
  /** Nobody has it yet: excerpts may still be left out. */
  readonly isFresh: boolean
}) {
  const words = useWords()
  const say = words.review
  const explain = useExplain()
  const turn = useTurn()
  const { cache } = useArchive()
  const leaveOut = useCommand('review.leaveOut')
  const pages = usePages('review.items', { round: round.id }, itemsOf, page)
  const contexts = useContexts(pages.rows)
  const every = useCallback(async () => {
    const answer = await cache.ask('review.ids', { round: round.id })
    return answer.ok ? answer.value.items : []
  }, [cache, round.id])
  const picks = usePicks<ReviewItemId>(every)
  const [current, setCurrent] = useState<string | null>(null)
  const [wide, setWide] = useState<ReadonlySet<string>>(new Set())
  const box = useRef<HTMLDivElement>(null)
  const rows = pages.rows.map((item, at): Row => ({ key: item?.id ?? `waiting ${at}`, item }))
  const inHand = rows.find(({ key }) => key === current)?.item ?? rows[0]?.item ?? null
  const { keepOnly } = picks
  const { total } = pages
  const hasPicks = picks.picked.size > 0
  useEffect(() => {
    // What went out of the list is not picked any more.
    if (total !== null && hasPicks) void every().then(keepOnly)
  }, [every, hasPicks, keepOnly, total])

  const goTo = (item: ReviewItem) => {
    openSource(item.source, item)
    focusOn({ passage: item.passage, code: null })
  }
  async function drop(item: ReviewItem): Promise<void> {
    const items = picks.picked.has(item.id) ? [...picks.picked] : [item.id]
    if ((await leaveOut({ round: round.id, items })) === undefined) return
    picks.none()
    notify({
      words: say.leftOut(items.length),
      act: { label: words.common.undo, do: () => void turn('history.undo') },
    })
  }

  return (
    <div className="review-desk" ref={box}>
      <section className="passages" aria-label={say.excerptList}>
        <div className={`passages-head${hasPicks ? ' passages-picked' : ''}`}>
          <span className="quiet tabular" aria-live="polite">
            {hasPicks ? say.pickedExcerpts(picks.picked.size) : say.excerpts(round.items)}
          </span>
          <span className="grow" />
          {canAct && isFresh && inHand && (
            <Button look="quiet" icon="trash" onPress={() => void drop(inHand)} aria-keyshortcuts={keyHint('remove')}>
              {say.leaveOut}
            </Button>
          )}
        </div>
        <FaultLine
          words={leaveOut.fault && explain(leaveOut.fault)}
          onDismiss={leaveOut.forget}
          dismiss={words.pieces.dismiss}
        />
        <List<Row>
          label={say.excerptList}
          rows={rows}
          keyOf={({ key }) => key}
          rowHeight={96}
          picked={picks.picked as ReadonlySet<string>}
          keepsPlace
          onScrollTo={pages.need}
          onCurrent={({ key, item }, isRange) => {
            setCurrent(key)
            if (item && !isRange) picks.anchorAt(item.id)
          }}
          onPick={({ item }, how) => item && (how === 'toggle' ? picks.toggle : picks.upTo)(item.id)}
          onPickAll={picks.all}
          onKey={(event, row) => {
            const acts = actsOf(event.nativeEvent, false)
            if (event.key === 'Escape' && hasPicks) picks.none()
            else if (!row?.item) return false
            else if (acts.includes('open')) goTo(row.item)
            else if (acts.includes('tick'))
              setWide((now) => {
                const next = new Set(now)
                if (!next.delete(row.key)) next.add(row.key)
                return next
              })
            else if (acts.includes('remove') && canAct && isFresh) void drop(row.item)
            else return false
            return true
          }}
          render={({ key, item }) =>
            item ? (
              <ExcerptHead
                item={item}
                context={item.passage ? contexts.get(item.passage) : undefined}
                isWide={wide.has(key)}
                onGo={() => goTo(item)}
              >
                <ChosenCodes item={item} />
              </ExcerptHead>
            ) : (
              <div className="review-waiting" aria-busy="true" />
            )
          }
        />
      </section>
      {inHand && (
        <ExcerptNote
          key={inHand.id}
          round={round}
          item={inHand}
          canNote={canAct && isFresh}
          canAct={canAct}
          onGo={() => goTo(inHand)}
        />
      )}
    </div>
  )
}
