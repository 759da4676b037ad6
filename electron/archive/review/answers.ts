/** What advisors said in a round, by item: answers, the proposals in them, and what was talked about. */
import type { CodeId, CoderId, ReviewItemId, RoundId } from '../../../schema/ids.ts'
import type { ReviewAnswer, ReviewMessage, ReviewProposal } from '../../../schema/review.ts'
import { sql, type Reader } from '../db.ts'

type Of<T> = ReadonlyMap<ReviewItemId, readonly T[]>

function byItem<T extends { readonly item: ReviewItemId }>(rows: readonly T[]): Of<Omit<T, 'item'>> {
  const map = new Map<ReviewItemId, Omit<T, 'item'>[]>()
  for (const { item, ...row } of rows) {
    const there = map.get(item)
    if (there) there.push(row)
    else map.set(item, [row])
  }
  return map
}

/** The oldest first. */
export function answersIn(db: Reader, round: RoundId): Of<ReviewAnswer> {
  const rows = db.all<
    Omit<ReviewAnswer, 'via' | 'chosen' | 'isNewest'> & { item: ReviewItemId; hash: string; chosen: string | null }
  >(sql`
    SELECT a.item, a.id, y.coder, y.file_hash AS hash, a.chosen, a.comment, a.at
      FROM review_answer a JOIN review_reply y ON y.id = a.reply WHERE y.round = ${round} ORDER BY a.at, y.file_hash, a.id`)
  const newest = new Map<string, string>()
  for (const { item, coder, id } of rows) newest.set(`${item} ${coder}`, id)
  return byItem(
    rows.map(({ hash, chosen, ...row }) => ({
      ...row,
      via: hash === '' ? ('window' as const) : ('file' as const),
      chosen: chosen === null ? null : (JSON.parse(chosen) as CodeId[]),
      isNewest: newest.get(`${row.item} ${row.coder}`) === row.id,
    })),
  )
}

/** In the order of the answers, within one of the verdicts. */
export function proposalsIn(db: Reader, round: RoundId): Of<ReviewProposal> {
  return byItem(
    db
      .all<Omit<ReviewProposal, 'code'> & { item: ReviewItemId; code: CodeId | '' }>(sql`
        SELECT a.item, p.id, p.answer, y.coder, p.code, p.verdict, p.state, p.decided_by AS decidedBy, p.decided_at AS decidedAt, p.reason
          FROM review_proposal p JOIN review_answer a ON a.id = p.answer JOIN review_reply y ON y.id = a.reply
         WHERE y.round = ${round} ORDER BY a.at, y.file_hash, p.verdict, p.code`)
      .map(({ code, ...row }) => ({ ...row, code: code === '' ? null : code })),
  )
}

/** The oldest first. */
export const messagesIn = (db: Reader, round: RoundId): Of<ReviewMessage> =>
  byItem(
    db.all<ReviewMessage & { item: ReviewItemId; coder: CoderId }>(sql`
      SELECT t.item, t.id, t.coder, t.at, t.text FROM review_thread t JOIN review_item i ON i.id = t.item
       WHERE i.round = ${round} ORDER BY t.at, t.id`),
  )
