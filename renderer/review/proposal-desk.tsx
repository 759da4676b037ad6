/**
 * What readers propose, in the one manner of lists: the excerpt with the codes of whoever coded first, below it
 * a row for each thing that each reader says. Y accepts, K keeps, T puts aside to discuss, R goes to the reason;
 * Ctrl+click, Shift and Ctrl+A pick several; Enter goes to the document, Space shows more around the excerpt.
 */
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ReviewItemId, ReviewProposalId } from '../../schema/ids.ts'
import type { Decision, ItemFilter, ReviewItem, ReviewRound } from '../../schema/review.ts'
import { useArchive } from '../archive/use-archive.ts'
import { usePages } from '../archive/use-pages.ts'
import { actsOf, keyHint } from '../keys.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { List } from '../parts/list.tsx'
import { RowMenu, type Act } from '../parts/menu.tsx'
import { usePicks } from '../quotations/picks.ts'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { focusOn, openSource } from '../workspace.ts'
import { ExcerptHead } from './excerpt-head.tsx'
import { ExcerptSide } from './excerpt-side.tsx'
import { ProposalFilters } from './proposal-filters.tsx'
import { ProposalLine } from './proposal-line.tsx'
import { useContexts } from './use-contexts.ts'
import { rowsOf, type ProposalRow, type Row } from './proposal-rows.ts'
import { useDecisions, type Wish } from './use-decisions.ts'

const itemsOf = ({ items }: { readonly items: readonly ReviewItem[] }) => items
/** What is said of any excerpt: agreements too. */
const said: ItemFilter = { answered: true }
const stillOpen: ItemFilter = { answered: true, states: ['open'] }
const page = 100

export function ProposalDesk({ round, canAct }: { readonly round: ReviewRound; readonly canAct: boolean }) {
  const words = useWords()
  const say = words.review
  const explain = useExplain()
  const { cache } = useArchive()
  const { open } = round.proposals
  const [chosen, setFilter] = useState<ItemFilter | null>(null)
  // What is open comes first, and the list stays about that when nothing is open any more.
  const [hadOpen, setHadOpen] = useState(open > 0)
  if (!hadOpen && open > 0) setHadOpen(true)
  const filter = chosen ?? (hadOpen ? stillOpen : said)
  const pages = usePages('review.items', { round: round.id, filter }, itemsOf, page)
  const { rows, at } = useMemo(() => rowsOf(pages.rows), [pages.rows])
  const contexts = useContexts(pages.rows)
  const every = useCallback(async () => {
    const answer = await cache.ask('review.ids', { round: round.id, filter })
    return answer.ok ? answer.value.proposals : []
  }, [cache, round.id, filter])
  const picks = usePicks<ReviewProposalId>(every)
  const [current, setCurrent] = useState<string | null>(null)
  const [wide, setWide] = useState<ReadonlySet<ReviewItemId>>(new Set())
  const decisions = useDecisions()
  /** What is being written as the reason of one decision. */
  const [wish, setWish] = useState<{ readonly of: ReviewProposalId; readonly wish: Wish } | null>(null)
  const reason = useRef<HTMLTextAreaElement | null>(null)
  const box = useRef<HTMLDivElement>(null)

  const { keepOnly } = picks
  const hasPicks = picks.picked.size > 0
  useEffect(() => {
    // What went out of the list is not picked any more.
    if (hasPicks) void every().then(keepOnly)
  }, [every, hasPicks, keepOnly, pages.rows])

  const row = rows.find((each): each is ProposalRow => each.key === current && each.kind === 'proposal')
  const first = rows.find((each): each is ProposalRow => each.kind === 'proposal')
  const inHand = row ?? first ?? null

  /** What an act means: the picked ones where this one is among them, else this one. */
  const these = (id: ReviewProposalId): readonly ReviewProposalId[] => (picks.picked.has(id) ? [...picks.picked] : [id])
  async function decide(ids: readonly ReviewProposalId[], decision: Decision): Promise<void> {
    const isMeant = ids.length === 1 && wish !== null && wish.of === ids[0]
    if (!(await decisions.decide(ids, decision, isMeant ? wish.wish : undefined))) return
    picks.none()
    setWish(null)
  }
  const goTo = (item: ReviewItem) => {
    openSource(item.source, item)
    focusOn({ passage: item.passage, code: null })
  }
  const widen = (item: ReviewItem) =>
    setWide((now) => {
      const next = new Set(now)
      if (!next.delete(item.id)) next.add(item.id)
      return next
    })
  const actsOn = (ids: readonly ReviewProposalId[], { review }: Words): readonly Act[] =>
    canAct && ids.length > 0
      ? [
          {
            id: 'accept',
            label: review.accept,
            icon: 'check',
            hint: keyHint('acceptProposal'),
            do: () => void decide(ids, 'accept'),
          },
          { id: 'keep', label: review.keep, hint: keyHint('keepProposal'), do: () => void decide(ids, 'keep') },
          {
            id: 'discuss',
            label: review.discuss,
            hint: keyHint('discussProposal'),
            do: () => void decide(ids, 'discuss'),
          },
          { id: 'reopen', label: review.reopen, do: () => void decide(ids, 'reopen') },
        ]
      : []
  const menuOf = ({ item, proposal }: ProposalRow): readonly Act[] => [
    ...actsOn(these(proposal.id), words),
    ...(canAct
      ? [{ id: 'reason', label: say.giveReason, hint: keyHint('giveReason'), do: () => toReason(proposal.id) }]
      : []),
    { id: 'go', label: say.openPlace, hint: keyHint('open'), apart: true, do: () => goTo(item) },
    {
      id: 'wide',
      label: wide.has(item.id) ? say.narrower : say.wider,
      hint: keyHint('tick'),
      do: () => widen(item),
    },
  ]
  function toReason(id: ReviewProposalId): void {
    setCurrent(id)
    // The field belongs to the row in hand, which is drawn first.
    requestAnimationFrame(() => reason.current?.focus())
  }
  function toList(): void {
    box.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  }
  useOffer({
    of: ({ review }) => review.tabs.proposals,
    acts: (each) =>
      inHand ? actsOn(these(inHand.proposal.id), each).map((act) => ({ ...act, id: `review proposal ${act.id}` })) : [],
  })

  function onKey(event: KeyboardEvent, on: Row | undefined): boolean {
    if (event.key === 'Escape') {
      picks.none()
      return hasPicks
    }
    if (on?.kind !== 'proposal') return false
    const { id } = on.proposal
    if (event.key === ' ' && (event.ctrlKey || event.metaKey)) {
      picks.toggle(id)
      return true
    }
    const acts = actsOf(event.nativeEvent, false)
    if (acts.includes('open')) goTo(on.item)
    else if (acts.includes('tick')) widen(on.item)
    else if (!canAct) return false
    else if (acts.includes('acceptProposal')) void decide(these(id), 'accept')
    else if (acts.includes('keepProposal')) void decide(these(id), 'keep')
    else if (acts.includes('discussProposal')) void decide(these(id), 'discuss')
    else if (acts.includes('giveReason')) toReason(id)
    else return false
    return true
  }

  return (
    <div className="review-desk" ref={box}>
      <section className="passages" aria-label={say.list}>
        {hasPicks ? (
          <div className="passages-head passages-picked" role="group" aria-label={say.actsOnPicked}>
            <strong className="cut tabular" aria-live="polite">
              {say.picked(picks.picked.size)}
            </strong>
            <span className="grow" />
            {actsOn([...picks.picked], words).map(({ id, label, do: act }) => (
              <Button key={id} look="quiet" onPress={act}>
                {label}
              </Button>
            ))}
            <Button look="quiet" onPress={picks.none} aria-keyshortcuts={keyHint('leave')}>
              {say.clearPicks}
            </Button>
          </div>
        ) : (
          <ProposalFilters round={round} filter={filter} onChange={setFilter} total={pages.total} />
        )}
        <FaultLine
          words={decisions.fault && explain(decisions.fault)}
          onDismiss={decisions.forget}
          dismiss={words.pieces.dismiss}
        />
        {pages.total === 0 ? (
          <div className="passages-empty">
            <NothingShown
              hasReplies={round.replies.length > 0}
              isDecided={filter === stillOpen}
              onAll={() => setFilter(said)}
            />
          </div>
        ) : (
          <List<Row>
            label={say.list}
            rows={rows}
            keyOf={({ key }) => key}
            rowHeight={72}
            className="review-list"
            picked={picks.picked as ReadonlySet<string>}
            isHeading={({ kind }) => kind !== 'proposal'}
            keepsPlace
            onScrollTo={(from, to) => pages.need(at[from] ?? 0, at[to] ?? 0)}
            onCurrent={(on, isRange) => {
              setCurrent(on.key)
              if (on.kind === 'proposal' && !isRange) picks.anchorAt(on.proposal.id)
            }}
            onPick={(on, how) => {
              if (on.kind === 'proposal') (how === 'toggle' ? picks.toggle : picks.upTo)(on.proposal.id)
            }}
            onPickAll={picks.all}
            onKey={onKey}
            render={(on) =>
              on.kind === 'waiting' ? (
                <div className="review-waiting" aria-busy="true" />
              ) : on.kind === 'excerpt' ? (
                <ExcerptHead
                  item={on.item}
                  context={on.item.passage ? contexts.get(on.item.passage) : undefined}
                  isWide={wide.has(on.item.id)}
                  onGo={() => goTo(on.item)}
                />
              ) : (
                <ProposalLine
                  row={on}
                  onGo={() => goTo(on.item)}
                  menu={<RowMenu label={say.actsOf(on.item.place)} acts={() => menuOf(on)} />}
                />
              )
            }
          />
        )}
      </section>
      <ExcerptSide
        round={round}
        item={inHand?.item ?? null}
        proposal={inHand?.proposal ?? null}
        canAct={canAct}
        wish={wish && wish.of === inHand?.proposal.id ? wish.wish : null}
        onWish={(next) => inHand && setWish({ of: inHand.proposal.id, wish: next })}
        onDecide={(decision) => inHand && void decide([inHand.proposal.id], decision).then(toList)}
        reasonField={reason}
        onGo={goTo}
        onLeave={toList}
      />
    </div>
  )
}

function NothingShown({
  hasReplies,
  isDecided,
  onAll,
}: {
  readonly hasReplies: boolean
  /** Everything that was open is decided. */
  readonly isDecided: boolean
  readonly onAll: () => void
}) {
  const { review: say } = useWords()
  if (!hasReplies)
    return (
      <Empty icon="review" title={say.noProposals}>
        {say.noProposalsText}
      </Empty>
    )
  return (
    <Empty
      {...(isDecided ? { icon: 'check' as const } : {})}
      title={isDecided ? say.allDecided : say.noMatch}
      act={<Button onPress={onAll}>{say.showAll}</Button>}
    />
  )
}
