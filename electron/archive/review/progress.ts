/** Rounds with how far they are: answers, decisions, packs that were made, replies that were read. */
import type { RoundId } from '../../../schema/ids.ts'
import { proposalStates, type ProposalState, type ReviewReplyRow, type ReviewRound } from '../../../schema/review.ts'
import { sql, type Reader } from '../db.ts'
import { sentPacks } from './sent.ts'

type RoundRow = Omit<ReviewRound, 'blind' | 'choice' | 'held' | 'proposals' | 'sent' | 'replies'> & {
  readonly blind: 0 | 1
  readonly asked: string
  readonly held: string
}

/** The newest first; of one round, or of all. */
export function roundsOf(db: Reader, round: RoundId | null): readonly ReviewRound[] {
  const rows = db.all<RoundRow>(sql`
    SELECT r.id, r.kind, r.name, r.questions, r.blind, r.unit, r.asked, r.held, r.coder, r.made_at AS madeAt,
           r.closed_at AS closedAt, (SELECT count(*) FROM review_item WHERE round = r.id) AS items,
           (SELECT count(DISTINCT a.item) FROM review_answer a JOIN review_reply y ON y.id = a.reply WHERE y.round = r.id) AS answered
      FROM review_round r WHERE ${round} IS NULL OR r.id = ${round} ORDER BY r.made_at DESC, r.id`)
  const replies = Map.groupBy(
    db.all<
      Omit<ReviewReplyRow, 'via' | 'toQuestions'> & {
        readonly round: RoundId
        readonly hash: string
        readonly said: string
      }
    >(sql`
      SELECT y.round, y.id, y.coder, y.file_hash AS hash, y.saved_at AS savedAt, y.read_at AS readAt,
             y.answers AS said, (SELECT count(*) FROM review_answer WHERE reply = y.id) AS answers
        FROM review_reply y WHERE ${round} IS NULL OR y.round = ${round} ORDER BY y.read_at, y.id`),
    (row) => row.round,
  )
  const proposals = Map.groupBy(
    db.all<{ round: RoundId; state: ProposalState; count: number }>(sql`
      SELECT y.round, p.state, count(*) AS count FROM review_proposal p
        JOIN review_answer a ON a.id = p.answer JOIN review_reply y ON y.id = a.reply
       WHERE ${round} IS NULL OR y.round = ${round} GROUP BY y.round, p.state`),
    (row) => row.round,
  )
  const sent = Map.groupBy(sentPacks(db), (row) => row.round)
  return rows.map(({ blind, asked, held, ...row }) => ({
    ...row,
    blind: blind === 1,
    choice: JSON.parse(asked) as ReviewRound['choice'],
    held: JSON.parse(held) as ReviewRound['held'],
    proposals: {
      ...noProposals,
      ...Object.fromEntries((proposals.get(row.id) ?? []).map(({ state, count }) => [state, count])),
    },
    sent: (sent.get(row.id) ?? []).map(({ to, at, excerpts }) => ({ to, at, excerpts })),
    replies: (replies.get(row.id) ?? []).map(({ id, coder, savedAt, readAt, answers, hash, said }) => ({
      id,
      coder,
      savedAt,
      readAt,
      answers,
      toQuestions: JSON.parse(said) as readonly string[],
      via: hash === '' ? 'window' : 'file',
    })),
  }))
}

const noProposals = Object.fromEntries(proposalStates.map((state) => [state, 0])) as Record<ProposalState, number>
