/** The queue inside the app: the same cards as in a pack, answered by the person at the screen. */
import type { Input, Output } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId, CoderId, ReviewAnswerId, ReviewItemId, ReviewReplyId, RoundId } from '../../../schema/ids.ts'
import { questionsOf, type Verdict } from '../../../schema/review-pack.ts'
import type { ReviewCard } from '../../../schema/review.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { insertAnswer, insertProposals, saidIn, settle } from './answering.ts'
import { cardsIn, cardWords, type PlacedRow } from './cards.ts'
import { itemRows } from './items.ts'
import { openRound, roundOf, wholeRound } from './rounds.ts'
import { offeredIn } from './replies.ts'
import { standingsNow } from './standing.ts'

/** Items whose words still stand as they were asked about, in the order of the round. */
export function cardsOf(
  db: Reader,
  coder: CoderId | '',
  { round, offset, limit, language }: Input<'review.cards'>,
): Output<'review.cards'> {
  const { kind } = roundOf(db, round)
  const rows = itemRows(db, round)
  const standings = standingsNow(db, rows)
  const placed = rows.flatMap((row): readonly PlacedRow[] => {
    const { at, standing } = standings.get(row)!
    return at && standing !== 'edited' ? [{ row, at }] : []
  })
  const card = cardsIn(db, cardWords[language], kind === 'review')
  const mine = coder === '' ? new Map<ReviewItemId, ReviewCard['mine']>() : answersOf(db, round, coder)
  return {
    total: placed.length,
    cards: placed
      .slice(offset, offset + limit)
      .map((one) => ({ excerpt: card(one), mine: mine.get(one.row.id) ?? null })),
  }
}

/** What this coder has said in the window. */
function answersOf(db: Reader, round: RoundId, coder: CoderId): ReadonlyMap<ReviewItemId, ReviewCard['mine']> {
  const rows = db.all<{
    item: ReviewItemId
    chosen: string | null
    comment: string
    said: string
  }>(sql`
    SELECT a.item, a.chosen, a.comment,
           (SELECT json_group_array(json_array(p.verdict, p.code)) FROM review_proposal p WHERE p.answer = a.id) AS said
      FROM review_answer a JOIN review_reply y ON y.id = a.reply
     WHERE y.round = ${round} AND y.coder = ${coder} AND y.file_hash = ''`)
  return new Map(
    rows.map(({ item, chosen, comment, said }) => {
      const all = JSON.parse(said) as readonly [string, CodeId][]
      const verdicts: Record<CodeId, Verdict> = {}
      for (const [verdict, code] of all)
        if (verdict === 'agree' || verdict === 'disagree' || verdict === 'unsure') verdicts[code] = verdict
      return [
        item,
        {
          verdicts,
          suggested: all.flatMap(([verdict, code]) => (verdict === 'suggest' ? [code] : [])),
          chosen: chosen === null ? null : (JSON.parse(chosen) as CodeId[]),
          comment,
        },
      ]
    }),
  )
}

/**
 * What the person at the screen says of an item, whole: it takes the place of what she said before, but for what
 * was decided on. Saying nothing takes it back. Throws 'review-closed', 'review-no-item', 'review-code-not-asked'.
 */
export function giveVerdict(db: Writer, coder: CoderId, input: Input<'review.verdict'>): null {
  const { round: id, item, verdicts, suggested, chosen, comment } = input
  const round = openRound(db, id)
  const row = itemRows(db, id).find((one) => one.id === item)
  if (!row) throw new ArchiveError({ kind: 'review-no-item' })
  const isOffered = offeredIn(wholeRound(db, id))
  const unknown = [...suggested, ...(chosen ?? [])].find((code) => !isOffered(code))
  if (unknown !== undefined) throw new ArchiveError({ kind: 'review-code-not-asked', code: unknown })
  const answer = { verdicts, suggested, chosen: chosen && [...new Set(chosen)], comment: comment.toWellFormed() }
  const said = saidIn(answer, row.codings, round.kind === 'review')
  const reply = replyHere(db, id, coder)
  const there = db.pluck<ReviewAnswerId>(sql`SELECT id FROM review_answer WHERE reply = ${reply} AND item = ${item}`)[0]
  const at = now()
  const isEmpty = said.length === 0 && answer.chosen === null
  if (there === undefined) {
    if (!isEmpty) insertAnswer(db, { reply, item, answer, at, said })
  } else {
    db.run(sql`
      DELETE FROM review_proposal WHERE answer = ${there} AND state IN ('agreed', 'open', 'replaced')`)
    const isDecided = db.get(sql`SELECT 1 FROM review_proposal WHERE answer = ${there}`) !== undefined
    if (isEmpty && !isDecided) db.run(sql`DELETE FROM review_answer WHERE id = ${there}`)
    else {
      db.run(sql`
        UPDATE review_answer SET chosen = ${answer.chosen === null ? null : JSON.stringify(answer.chosen)},
               comment = ${answer.comment.trim()}, at = ${at} WHERE id = ${there}`)
      insertProposals(db, there, said)
    }
  }
  settle(db, coder, item)
  return null
}

/** An answer to a question of the round, by its place; '' takes it back. Throws 'review-closed', 'input-malformed'. */
export function answerQuestion(
  db: Writer,
  coder: CoderId,
  { round: id, question, answer }: Input<'review.toQuestion'>,
): null {
  openRound(db, id)
  const count = questionsOf(wholeRound(db, id).questions).length
  if (question >= count)
    throw new ArchiveError({ kind: 'input-malformed', operation: 'review.toQuestion', detail: 'no such question' })
  const reply = replyHere(db, id, coder)
  const [before = '[]'] = db.pluck<string>(sql`SELECT answers FROM review_reply WHERE id = ${reply}`)
  const said = JSON.parse(before) as readonly string[]
  const answers = Array.from(
    { length: count },
    (_, at) => (at === question ? answer.toWellFormed().trim() : said[at]) ?? '',
  )
  const kept = answers.slice(0, answers.findLastIndex((text) => text !== '') + 1)
  db.run(sql`UPDATE review_reply SET answers = ${JSON.stringify(kept)}, saved_at = ${now()} WHERE id = ${reply}`)
  return null
}

/** The reply that a coder gives in the window: one a round. */
function replyHere(db: Writer, round: RoundId, coder: CoderId): ReviewReplyId {
  const there = db.pluck<ReviewReplyId>(
    sql`SELECT id FROM review_reply WHERE round = ${round} AND coder = ${coder} AND file_hash = ''`,
  )[0]
  if (there !== undefined) return there
  const id = newId<ReviewReplyId>()
  const at = now()
  db.run(sql`
    INSERT INTO review_reply (id, round, coder, file_hash, started_at, saved_at, read_at)
    VALUES (${id}, ${round}, ${coder}, '', ${at}, ${at}, ${at})`)
  return id
}
