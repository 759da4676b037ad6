/** The passages one by one: the list, the text, what is decided on it; and the reply that comes of it. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReviewItemId } from '../../schema/ids.ts'
import type { PackExcerpt } from '../../schema/review-pack.ts'
import { useObservable } from '../observable.ts'
import { ExcerptText } from '../review-card/excerpt-text.tsx'
import { draftIn, isDecided, passes, type Filter } from '../review-card/draft.ts'
import { Decisions } from './decisions.tsx'
import { DeskHead } from './desk-head.tsx'
import { ExcerptList } from './excerpt-list.tsx'
import { packKeys } from './keys.ts'
import { PackButton } from './pack-button.tsx'
import type { Session } from './session.ts'
import { TheEnd } from './the-end.tsx'
import { useKeysOf } from './use-keys.ts'
import { useReply } from './use-reply.ts'
import { usePackWords } from './words.ts'

export function Desk({ session, leave }: { readonly session: Session; readonly leave: () => void }) {
  const words = usePackWords()
  const { pack } = session
  const drafts = useObservable(session.drafts)
  const current = useObservable(session.item)
  const [filter, setFilter] = useState<Filter>('all')
  const [isAtEnd, setAtEnd] = useState(false)
  const [isListOpen, setListOpen] = useState(false)
  const reply = useReply(session)
  const excerpt = pack.excerpts.find(({ item }) => item === current) ?? pack.excerpts[0]

  const done = useMemo(
    () => pack.excerpts.filter((each) => isDecided(pack, each, draftIn(drafts, each.item))).length,
    [pack, drafts],
  )

  const show = (item: ReviewItemId) => {
    setAtEnd(false)
    setListOpen(false)
    session.item.set(item)
  }
  /** The next passage of the filter, as it stands before what was just decided counts; after the last comes the end. */
  const go = (by: 1 | -1) => {
    if (!excerpt) return
    if (isAtEnd) return by < 0 ? setAtEnd(false) : undefined
    const { excerpts } = pack
    let at = excerpts.indexOf(excerpt) + by
    while (at >= 0 && at < excerpts.length && !passes(filter, pack, excerpts[at]!, session.draft(excerpts[at]!.item)))
      at += by
    const found = excerpts[at]
    if (found) show(found.item)
    else if (by > 0) setAtEnd(true)
  }

  useKeysOf((act, event) => {
    if (act === 'next') go(1)
    else if (act === 'previous') go(-1)
    else if (act === 'overview') leave()
    else if (act === 'save') void reply.save()
    else return false
    event.preventDefault()
    return true
  })

  return (
    <div className="pack-desk" data-list={isListOpen || undefined}>
      <DeskHead
        session={session}
        done={done}
        reply={reply}
        leave={leave}
        toggleList={() => setListOpen((is) => !is)}
        isListOpen={isListOpen}
      />
      <ExcerptList
        session={session}
        current={isAtEnd ? null : (excerpt?.item ?? null)}
        filter={filter}
        setFilter={setFilter}
        show={show}
      />
      {isAtEnd || !excerpt ? (
        <TheEnd
          session={session}
          left={pack.excerpts.length - done}
          reply={reply}
          back={() => setAtEnd(false)}
          toOpen={() => {
            setFilter('undecided')
            const open = pack.excerpts.find((each) => !isDecided(pack, each, session.draft(each.item)))
            if (open) show(open.item)
          }}
        />
      ) : (
        <Card key={excerpt.item} session={session} excerpt={excerpt} go={go} />
      )}
      <p className="unseen" role="status">
        {excerpt && !isAtEnd
          ? `${words.passageOf(pack.excerpts.indexOf(excerpt) + 1, pack.excerpts.length)}. ${words.decided(done, pack.excerpts.length)}.`
          : ''}
      </p>
    </div>
  )
}

function Card({
  session,
  excerpt,
  go,
}: {
  readonly session: Session
  readonly excerpt: PackExcerpt
  readonly go: (by: 1 | -1) => void
}) {
  const words = usePackWords()
  const { excerpts } = session.pack
  const card = useRef<HTMLElement>(null)
  const number = excerpts.indexOf(excerpt) + 1
  const known = excerpt.document.split(', ').slice(1).join(', ') // 'R07, NGO': what the researcher lets be known of it
  useEffect(() => {
    card.current?.focus({ preventScroll: true })
    const quote = card.current?.querySelector('.excerpt-quote')
    // One that fills the window is read from its beginning.
    const isTall = (quote?.getBoundingClientRect().height ?? 0) > innerHeight / 2
    quote?.scrollIntoView({ block: isTall ? 'start' : 'center' })
  }, [])
  return (
    <main className="pack-card" ref={card} tabIndex={-1} aria-label={words.passageOf(number, excerpts.length)}>
      <div className="pack-text" tabIndex={0} role="region" aria-label={excerpt.place}>
        <div className="pack-column">
          <header className="pack-place">
            <h2 className="tabular">{excerpt.place}</h2>
            {known && <span>{known}</span>}
            <span className="quiet tabular">{words.passageOf(number, excerpts.length)}</span>
          </header>
          <ExcerptText excerpt={excerpt} />
        </div>
      </div>
      <Decisions session={session} excerpt={excerpt} goOn={() => go(1)} />
      <nav className="pack-nav">
        <PackButton icon="left" chord={packKeys.previous.key} disabled={number === 1} onClick={() => go(-1)}>
          {words.previous}
        </PackButton>
        <PackButton chord={packKeys.next.key} onClick={() => go(1)}>
          {words.next}
        </PackButton>
      </nav>
    </main>
  )
}
