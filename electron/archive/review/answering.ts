/**
 * An advisor's answers on their way in, from a file or from the queue in the window: what she said becomes
 * proposals, which change nothing before somebody decides on them.
 *
 * Of several answers of one advisor about one item the newest counts, by the time that it claims; what the older
 * ones propose is 'replaced' unless it was decided on. What was decided on and is only said again is 'replaced' too.
 * So replies end in the same state in whichever order they come, and however often.
 */
import type {
  CodeId,
  CoderId,
  ReviewAnswerId,
  ReviewItemId,
  ReviewProposalId,
  ReviewReplyId,
} from '../../../schema/ids.ts'
import type { ReplyItem } from '../../../schema/review-pack.ts'
import type { FrozenCoding, ProposalVerdict } from '../../../schema/review.ts'
import { sql, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'

export interface Said {
  readonly code: CodeId | ''
  readonly verdict: ProposalVerdict
}

export type Answer = Pick<ReplyItem, 'verdicts' | 'suggested' | 'chosen' | 'comment'>

/**
 * What an answer says of the codes that were asked about, each thing once. Where codes were put before the first
 * coder's were seen, they speak where no verdict does: what both put is agreed to, the rest is proposed.
 */
export function saidIn(answer: Answer, asked: readonly FrozenCoding[], isReview: boolean): readonly Said[] {
  if (!isReview) return answer.comment.trim() === '' ? [] : [{ code: '', verdict: 'comment' }]
  const codes = [...new Set(asked.map(({ code }) => code))]
  const { chosen } = answer
  const verdicts = codes.flatMap((code): readonly Said[] => {
    const said = Object.hasOwn(answer.verdicts, code) ? answer.verdicts[code] : undefined
    if (said) return [{ code, verdict: said }]
    return chosen === null ? [] : [{ code, verdict: chosen.includes(code) ? 'agree' : 'disagree' }]
  })
  const suggested = new Set([...answer.suggested, ...(chosen ?? [])].filter((code) => !codes.includes(code)))
  return [
    ...verdicts,
    ...[...suggested].map((code): Said => ({ code, verdict: 'suggest' })),
    ...(answer.comment.trim() === '' ? [] : [{ code: '' as const, verdict: 'comment' as const }]),
  ]
}

export interface NewAnswer {
  readonly reply: ReviewReplyId
  readonly item: ReviewItemId
  readonly answer: Answer
  readonly at: string
  readonly said: readonly Said[]
}

export function insertAnswer(db: Writer, { reply, item, answer, at, said }: NewAnswer): ReviewAnswerId {
  const id = newId<ReviewAnswerId>()
  const chosen = answer.chosen === null ? null : JSON.stringify(answer.chosen)
  db.run(sql`
    INSERT INTO review_answer (id, reply, item, chosen, comment, at)
    VALUES (${id}, ${reply}, ${item}, ${chosen}, ${answer.comment.trim()}, ${at})`)
  insertProposals(db, id, said)
  return id
}

export function insertProposals(db: Writer, answer: ReviewAnswerId, said: readonly Said[]): void {
  for (const { code, verdict } of said)
    db.run(sql`
      INSERT INTO review_proposal (id, answer, code, verdict, state)
      VALUES (${newId<ReviewProposalId>()}, ${answer}, ${code}, ${verdict}, ${verdict === 'agree' ? 'agreed' : 'open'})
      ON CONFLICT (answer, code, verdict) DO NOTHING`)
}

interface Row {
  readonly id: ReviewProposalId
  readonly answer: ReviewAnswerId
  readonly code: string
  readonly verdict: ProposalVerdict
  readonly state: string
  readonly comment: string
}

const isUndecided = ({ state }: Pick<Row, 'state'>) => state === 'open' || state === 'agreed' || state === 'replaced'

/** Says of every proposal of this advisor about this item whether it still counts. */
export function settle(db: Writer, coder: CoderId, item: ReviewItemId): void {
  const rows = db.all<Row>(sql`
    SELECT p.id, p.answer, p.code, p.verdict, p.state, a.comment FROM review_answer a
      JOIN review_reply y ON y.id = a.reply LEFT JOIN review_proposal p ON p.answer = a.id
     WHERE a.item = ${item} AND y.coder = ${coder} ORDER BY a.at DESC, y.file_hash DESC, a.id`)
  const newest = db.pluck<ReviewAnswerId>(sql`
    SELECT a.id FROM review_answer a JOIN review_reply y ON y.id = a.reply
     WHERE a.item = ${item} AND y.coder = ${coder} ORDER BY a.at DESC, y.file_hash DESC, a.id LIMIT 1`)[0]
  const key = ({ code, verdict, comment }: Row) => `${verdict} ${code}${verdict === 'comment' ? ` ${comment}` : ''}`
  const decided = new Set(rows.filter((row) => row.id && !isUndecided(row)).map(key))
  for (const row of rows) {
    if (!row.id || !isUndecided(row)) continue
    const counts = row.answer === newest && !decided.has(key(row))
    const state = counts ? (row.verdict === 'agree' ? 'agreed' : 'open') : 'replaced'
    if (state !== row.state) db.run(sql`UPDATE review_proposal SET state = ${state} WHERE id = ${row.id}`)
  }
}
