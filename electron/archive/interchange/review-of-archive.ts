/** Rounds of review of an archive, with all that was answered and decided, for another archive to take in. */
import { sql, type Reader } from '../db.ts'
import type {
  IncomingAnswer,
  IncomingItem,
  IncomingMessage,
  IncomingProposal,
  IncomingReply,
  IncomingReview,
  IncomingRound,
} from './incoming-review.ts'

export function reviewIn(db: Reader): IncomingReview {
  const items = itemsIn(db)
  const replies = repliesIn(db)
  const messages = Map.groupBy(
    db.all<IncomingMessage & { round: string }>(sql`
      SELECT i.round, t.id AS ref, t.item, t.coder, t.at, t.text FROM review_thread t JOIN review_item i ON i.id = t.item
       ORDER BY t.at, t.id`),
    ({ round }) => round,
  )
  return {
    rounds: db
      .all<Omit<IncomingRound, 'blind' | 'items' | 'replies' | 'messages'> & { blind: 0 | 1 }>(sql`
        SELECT id AS ref, kind, name, questions, blind, unit, asked, held, codebook, secret AS keys, coder, made_at AS madeAt,
               closed_at AS closedAt FROM review_round ORDER BY made_at, id`)
      .map((round) => ({
        ...round,
        blind: round.blind === 1,
        items: items.get(round.ref) ?? [],
        replies: replies.get(round.ref) ?? [],
        messages: (messages.get(round.ref) ?? []).map(messageOf),
      })),
    arbitrations: db.all(sql`SELECT id AS ref, coding, verdict, reason, coder, at FROM arbitration ORDER BY at, id`),
  }
}

function messageOf(row: IncomingMessage & { readonly round: string }): IncomingMessage {
  const { ref, item, coder, at, text } = row
  return { ref, item, coder, at, text }
}

function itemsIn(db: Reader): ReadonlyMap<string, readonly IncomingItem[]> {
  const textAt = textsIn(db)
  type Row = Omit<IncomingItem, 'passage' | 'text' | 'codings'> & {
    round: string
    passage: string
    version: number
    codings: string
  }
  const rows = db.all<Row>(sql`
    SELECT round, id AS ref, number, source AS document, passage, text_version AS version, start, "end", place, quote, codings,
           hash, stratum, note FROM review_item ORDER BY round, number`)
  const items = Map.groupBy(rows, ({ round }) => round)
  return new Map(
    [...items].map(([round, own]) => [
      round,
      own.map((row) => {
        const { round: _, version, passage, codings, ...item } = row
        return {
          ...item,
          passage: passage === '' ? null : passage,
          text: textAt(item.document, version),
          codings: JSON.parse(codings) as IncomingItem['codings'],
        }
      }),
    ]),
  )
}

/** The place of a version among the texts of a document: those it had before, then the one of now. */
function textsIn(db: Reader): (source: string, version: number) => number | null {
  const versions = Map.groupBy(
    db.all<{ source: string; version: number }>(sql`
      SELECT v.source, v.version FROM source_version v JOIN source s ON s.id = v.source WHERE v.version <> s.text_version
       ORDER BY v.source, v.number`),
    ({ source }) => source,
  )
  const now = new Map(
    db
      .all<{ id: string; version: number }>(sql`SELECT id, text_version AS version FROM source`)
      .map(({ id, version }) => [id, version]),
  )
  return (source, version) => {
    const earlier = versions.get(source) ?? []
    if (now.get(source) === version) return earlier.length
    const at = earlier.findIndex((one) => one.version === version)
    return at === -1 ? null : at
  }
}

function repliesIn(db: Reader): ReadonlyMap<string, readonly IncomingReply[]> {
  const proposals = Map.groupBy(proposalRows(db), ({ answer }) => answer)
  const answers = Map.groupBy(
    db.all<Omit<IncomingAnswer, 'chosen' | 'proposals'> & { reply: string; chosen: string | null }>(sql`
      SELECT a.reply, a.id AS ref, a.item, a.chosen, a.comment, a.at FROM review_answer a
        JOIN review_item i ON i.id = a.item ORDER BY a.reply, i.number`),
    ({ reply }) => reply,
  )
  const rows = db.all<Omit<IncomingReply, 'toQuestions' | 'answers'> & { round: string; said: string }>(sql`
    SELECT round, id AS ref, coder, file_hash AS fileHash, started_at AS startedAt, saved_at AS savedAt, read_at AS readAt,
           answers AS said FROM review_reply ORDER BY round, read_at, id`)
  const replies = Map.groupBy(rows, ({ round }) => round)
  return new Map(
    [...replies].map(([round, own]) => [
      round,
      own.map((row) => {
        const { round: _, said, ...reply } = row
        return {
          ...reply,
          toQuestions: JSON.parse(said) as readonly string[],
          answers: (answers.get(reply.ref) ?? []).map((one) => {
            const { reply: __, chosen, ...answer } = one
            return {
              ...answer,
              chosen: chosen === null ? null : (JSON.parse(chosen) as readonly string[]),
              proposals: (proposals.get(answer.ref) ?? []).map(proposalOf),
            }
          }),
        }
      }),
    ]),
  )
}

function proposalOf(row: IncomingProposal & { readonly answer: string }): IncomingProposal {
  const { answer: _, ...proposal } = row
  return proposal
}

function proposalRows(db: Reader): readonly (IncomingProposal & { readonly answer: string })[] {
  type Row = Omit<IncomingProposal, 'code' | 'decided' | 'effect'> & {
    answer: string
    code: string
    decidedBy: string | null
    decidedAt: string | null
    effect: string
  }
  return db
    .all<Row>(sql`
      SELECT answer, id AS ref, code, verdict, state, decided_by AS decidedBy, decided_at AS decidedAt, reason, effect
        FROM review_proposal ORDER BY answer, verdict, code`)
    .map(({ code, decidedBy, decidedAt, effect, ...row }) => ({
      ...row,
      code: code === '' ? null : code,
      decided: decidedAt === null ? null : { by: decidedBy, at: decidedAt },
      effect: { superseded: [], added: [], ...(JSON.parse(effect) as Partial<IncomingProposal['effect']>) },
    }))
}
