/** Rounds of review into rows, when passages and codings are in. */
import type { CoderId, ReviewItemId } from '../../../../schema/ids.ts'
import { insertRows, sql, type Writer } from '../../db.ts'
import { settle } from '../../review/answering.ts'
import type { IncomingProposal } from '../incoming-review.ts'
import { countReview, newReview, type ArrivingReview } from './rounds.ts'
import type { Union } from './union.ts'

export function writeRounds(db: Writer, union: Union): void {
  const arriving = newReview(db, union)
  for (const round of arriving.rounds)
    db.run(sql`
      INSERT INTO review_round (id, kind, name, questions, blind, unit, asked, held, codebook, secret, coder, made_at, closed_at)
      VALUES (${round.ref}, ${round.kind}, ${round.name}, ${round.questions.trim()}, ${Number(round.blind)}, ${round.unit},
              ${round.asked}, ${round.held}, ${round.codebook}, ${round.keys}, ${round.coder}, ${round.madeAt}, ${round.closedAt})`)
  insertRows(
    db,
    'INSERT INTO review_item (id, round, number, source, passage, text_version, start, "end", place, quote, codings, hash, stratum, note)',
    arriving.items.map((item) => [
      item.ref,
      item.round,
      item.number,
      item.document,
      item.passage ?? '',
      item.text,
      item.start,
      item.end,
      item.place,
      item.quote,
      JSON.stringify(item.codings),
      item.hash,
      item.stratum,
      item.note,
    ]),
  )
  insertRows(
    db,
    'INSERT INTO review_reply (id, round, coder, file_hash, started_at, saved_at, read_at, answers)',
    arriving.replies.map(({ ref, round, coder, fileHash, startedAt, savedAt, readAt, toQuestions }) => [
      ref,
      round,
      coder,
      fileHash,
      startedAt,
      savedAt,
      readAt,
      JSON.stringify(toQuestions),
    ]),
  )
  for (const { reply, said } of arriving.toQuestions)
    db.run(sql`UPDATE review_reply SET answers = ${JSON.stringify(said)} WHERE id = ${reply}`)
  insertRows(
    db,
    'INSERT INTO review_answer (id, reply, item, chosen, comment, at)',
    arriving.answers.map(({ ref, reply, item, chosen, comment, at }) => [
      ref,
      reply,
      item,
      chosen && JSON.stringify(chosen),
      comment.trim(),
      at,
    ]),
  )
  insertRows(
    db,
    'INSERT INTO review_proposal (id, answer, code, verdict, state, decided_by, decided_at, reason, effect)',
    arriving.proposals.map((said) => [
      said.ref,
      said.answer,
      said.code ?? '',
      said.verdict,
      said.state,
      said.decided?.by ?? null,
      said.decided?.at ?? null,
      said.reason,
      JSON.stringify(applied(db, union, arriving, said)),
    ]),
  )
  for (const said of arriving.decided)
    db.run(sql`
      UPDATE review_proposal SET state = ${said.state}, decided_by = ${said.decided?.by ?? null}, decided_at = ${said.decided?.at ?? null},
             reason = ${said.reason}, effect = ${JSON.stringify(applied(db, union, arriving, said))} WHERE id = ${said.ref}`)
  insertRows(
    db,
    'INSERT INTO review_thread (id, item, coder, at, text)',
    arriving.messages.map(({ ref, item, coder, at, text }) => [ref, item, coder, at, text]),
  )
  for (const { ref, coding, verdict, reason, coder, at } of arriving.arbitrations) {
    if (arriving.aside.has(coding)) setAside(db, coding)
    else if (verdict === 'holds') db.run(sql`UPDATE coding SET state = 'live' WHERE id = ${coding} AND state <> 'live'`)
    db.run(sql`
      INSERT INTO arbitration (id, coding, verdict, reason, coder, at)
      VALUES (${ref}, ${coding}, ${verdict}, ${reason}, ${coder}, ${at})`)
  }
  for (const { coder, item } of arriving.unsettled) settle(db, coder as CoderId, item as ReviewItemId)
  countReview(union, arriving)
}

/** What an acceptance did there is done here; what another decision here did is not its doing. */
function applied(
  db: Writer,
  union: Union,
  { aside }: Pick<ArrivingReview, 'aside'>,
  { state, effect }: IncomingProposal,
): Partial<typeof effect> {
  const superseded = effect.superseded.filter((coding) => !union.setAside.has(coding))
  if (state === 'accepted') for (const coding of superseded) if (aside.has(coding)) setAside(db, coding)
  return {
    ...(superseded.length > 0 ? { superseded } : {}),
    ...(effect.added.length > 0 ? { added: effect.added } : {}),
  }
}

function setAside(db: Writer, coding: string): void {
  db.run(sql`UPDATE coding SET state = 'superseded' WHERE id = ${coding} AND state = 'live'`)
}
