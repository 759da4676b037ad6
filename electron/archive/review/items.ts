/** The items of a round with all that was said of them, a page at a time. */
import type { Input, Output } from '../../../schema/contract.ts'
import type { CodeId, CoderId, PassageId, ReviewItemId, RoundId, SourceId } from '../../../schema/ids.ts'
import type {
  FrozenCoding,
  ItemFilter,
  ReviewAnswer,
  ReviewItem,
  ReviewMessage,
  ReviewProposal,
} from '../../../schema/review.ts'
import { readAs } from '../../../schema/printed-lines.ts'
import { sql, type Reader } from '../db.ts'
import { placesIn } from '../reports/places.ts'
import { answersIn, messagesIn, proposalsIn } from './answers.ts'
import { roundOf } from './rounds.ts'
import { standingsNow, type StandingNow } from './standing.ts'

/** UTF-16 units shown either side of a quote, as in any list of quotations. */
const around = 160

export interface ItemRow {
  readonly id: ReviewItemId
  readonly number: number
  readonly source: SourceId
  readonly document: string
  readonly passage: PassageId | ''
  readonly textVersion: number
  readonly start: number
  readonly end: number
  readonly place: string
  readonly quote: string
  readonly codings: readonly FrozenCoding[]
  readonly hash: string
  readonly stratum: string
  readonly note: string
}

/** In the order of the round. */
export function itemRows(db: Reader, round: RoundId): readonly ItemRow[] {
  return db
    .all<Omit<ItemRow, 'codings' | 'document'> & { codings: string; short: string | null }>(sql`
      SELECT i.id, i.number, i.source, s.short, i.passage, i.text_version AS textVersion, i.start, i."end", i.place, i.quote,
             i.codings, i.hash, i.stratum, i.note
        FROM review_item i LEFT JOIN source s ON s.id = i.source WHERE i.round = ${round} ORDER BY i.number`)
    .map(({ codings, short, ...row }) => ({
      ...row,
      document: short ?? row.place.split(':')[0] ?? '',
      codings: JSON.parse(codings) as readonly FrozenCoding[],
    }))
}

interface Said {
  readonly answers: ReadonlyMap<ReviewItemId, readonly ReviewAnswer[]>
  readonly proposals: ReadonlyMap<ReviewItemId, readonly ReviewProposal[]>
  readonly threads: ReadonlyMap<ReviewItemId, readonly ReviewMessage[]>
}

/** Rows that the filter lets through. What is asked of proposals must hold of one and the same. */
function filtered(db: Reader, rows: readonly ItemRow[], filter: ItemFilter, { answers, proposals }: Said) {
  const isMeant = proposalTest(filter)
  const asksProposals = Boolean(filter.advisors ?? filter.verdicts ?? filter.states)
  const codes = filter.codes && new Set(filter.codes)
  const now = filter.changed === undefined ? null : standingsNow(db, rows)
  return rows.filter((row) => {
    if (filter.answered !== undefined && answers.has(row.id) !== filter.answered) return false
    if (now && ((now.get(row)?.standing ?? 'gone') !== 'same') !== filter.changed) return false
    const own = proposals.get(row.id) ?? []
    const speaksOf = ({ code }: { readonly code: CodeId | null }) => code !== null && codes?.has(code) === true
    if (codes && !row.codings.some(speaksOf) && !own.some(speaksOf)) return false
    return !asksProposals || own.some((one) => isMeant(one))
  })
}

const proposalTest =
  ({ advisors, verdicts, states }: ItemFilter) =>
  (one: ReviewProposal) =>
    (advisors?.includes(one.coder) ?? true) &&
    (verdicts?.includes(one.verdict) ?? true) &&
    (states?.includes(one.state) ?? true)

/** Throws 'review-no-round'. */
export function itemsOf(db: Reader, { round, filter, offset, limit }: Input<'review.items'>): Output<'review.items'> {
  roundOf(db, round)
  const said = saidIn(db, round)
  const rows = filtered(db, itemRows(db, round), filter, said)
  const page = rows.slice(offset, offset + limit)
  const now = standingsNow(db, page)
  const placesOf = placesIn(db)
  return {
    total: rows.length,
    items: page.map((row): ReviewItem => {
      const { hash: _, textVersion: __, passage, ...item } = row
      const { standing, at, quote, codes } = now.get(row) as StandingNow
      const places = at ? placesOf(row.source) : null
      const beside = places && at ? places.around(at, around) : null
      return {
        ...item,
        passage: passage === '' || standing === 'gone' ? null : passage,
        quote: places && at ? readAs(row.quote, places.markedAt(row.quote, at.start)) : row.quote,
        before: beside?.before ?? '',
        after: beside?.after ?? '',
        speaker: places && at ? places.speakerAt(at.start) : '',
        standing,
        quoteNow: quote === row.quote ? '' : quote,
        codesNow: codes,
        answers: said.answers.get(row.id) ?? [],
        proposals: said.proposals.get(row.id) ?? [],
        thread: said.threads.get(row.id) ?? [],
      }
    }),
  }
}

export function idsOf(db: Reader, { round, filter }: Input<'review.ids'>): Output<'review.ids'> {
  roundOf(db, round)
  const said = saidIn(db, round)
  const rows = filtered(db, itemRows(db, round), filter, said)
  const isMeant = proposalTest(filter)
  return {
    items: rows.map(({ id }) => id),
    proposals: rows.flatMap(({ id }) => (said.proposals.get(id) ?? []).filter(isMeant).map((one) => one.id)),
  }
}

const saidIn = (db: Reader, round: RoundId): Said => ({
  answers: answersIn(db, round),
  proposals: proposalsIn(db, round),
  threads: messagesIn(db, round),
})

/** Who has answered about anything in the round. */
export const advisorsOf = (db: Reader, round: RoundId): readonly CoderId[] =>
  db.pluck(sql`SELECT DISTINCT coder FROM review_reply WHERE round = ${round}`)
