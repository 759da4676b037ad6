/**
 * Decisions on what advisors propose. Accepting a disagreement sets the coding aside as superseded; accepting a
 * suggestion adds the code as the coding of whoever accepts. Everything else leaves the codings alone. A decision
 * can be made anew: what the one before did is taken back first, as far as it still stands.
 */
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type {
  CodeId,
  CoderId,
  CodingId,
  PassageId,
  ReviewItemId,
  ReviewProposalId,
  RoundId,
} from '../../../schema/ids.ts'
import type {
  Decided,
  Decision,
  FrozenCoding,
  ProposalState,
  ProposalVerdict,
  ReviewMessage,
} from '../../../schema/review.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { codeOf, updateCode } from '../services/codebook.ts'
import { versionToApply } from '../services/codings.ts'
import { openRound } from './rounds.ts'

interface Effect {
  readonly superseded?: readonly CodingId[]
  readonly added?: readonly CodingId[]
}

interface Row {
  readonly id: ReviewProposalId
  readonly code: CodeId | ''
  readonly verdict: ProposalVerdict
  readonly state: ProposalState
  readonly reason: string
  readonly effect: string
  readonly round: RoundId
  readonly place: string
  readonly passage: PassageId | ''
  readonly codings: string
}

const stateOf: Readonly<Record<Decision, ProposalState>> = {
  accept: 'accepted',
  keep: 'kept',
  discuss: 'discussed',
  reopen: 'open',
}

/**
 * Decides on all of them in one step; those that were agreed or replaced are passed over. Where one alone cannot be
 * accepted any more, 'review-outdated' is thrown; among several it stays open and is counted.
 */
export function decide(db: Writer, coder: CoderId, input: Input<'review.decide'>): Decided {
  const { proposals, decision, exclude } = input
  const reason = input.reason.trim()
  if (exclude !== null && reason === '') throw new ArchiveError({ kind: 'review-reason-needed' })
  const rows = rowsOf(db, proposals)
  for (const round of new Set(rows.map((row) => row.round))) openRound(db, round)
  const at = now()
  let decided = 0
  let superseded = 0
  let added = 0
  let outdated = 0
  for (const row of rows) {
    if (row.state === 'agreed' || row.state === 'replaced') continue
    const state = stateOf[decision]
    if (state === row.state && state !== 'open' && reason === row.reason) continue
    let effect = JSON.parse(row.effect) as Effect
    if (state !== row.state) {
      takeBack(db, effect)
      const made = decision === 'accept' ? accept(db, coder, row) : {}
      if (made === null) {
        if (rows.length === 1) throw new ArchiveError({ kind: 'review-outdated', place: row.place })
        outdated++
        continue
      }
      effect = made
    }
    superseded += effect.superseded?.length ?? 0
    added += effect.added?.length ?? 0
    decided++
    const isOpen = state === 'open'
    db.run(sql`
      UPDATE review_proposal SET state = ${state}, decided_by = ${isOpen ? null : coder}, decided_at = ${isOpen ? null : at},
             reason = ${isOpen ? '' : reason}, effect = ${JSON.stringify(effect)} WHERE id = ${row.id}`)
  }
  if (exclude !== null) addRule(db, exclude, reason)
  return { decided, superseded, added, outdated }
}

/** Throws 'review-no-proposal'. In the order given. */
function rowsOf(db: Reader, proposals: readonly ReviewProposalId[]): readonly Row[] {
  const ids = [...new Set(proposals)]
  const rows = new Map(
    db
      .all<Row>(sql`
        SELECT p.id, p.code, p.verdict, p.state, p.reason, p.effect, i.round, i.place, i.passage, i.codings
          FROM review_proposal p JOIN review_answer a ON a.id = p.answer JOIN review_item i ON i.id = a.item
         WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
      .map((row) => [row.id, row]),
  )
  return ids.map((id) => {
    const row = rows.get(id)
    if (!row) throw new ArchiveError({ kind: 'review-no-proposal' })
    return row
  })
}

/** What accepting does; null where what was spoken of is not there any more. */
function accept(db: Writer, coder: CoderId, row: Row): Effect | null {
  if (row.verdict === 'disagree') {
    const spokenOf = (JSON.parse(row.codings) as readonly FrozenCoding[]).filter(({ code }) => code === row.code)
    const superseded = spokenOf.filter(
      ({ id, code }) =>
        db.run(sql`UPDATE coding SET state = 'superseded' WHERE id = ${id} AND code = ${code} AND state = 'live'`) > 0,
    )
    return superseded.length === 0 && !isSuperseded(db, spokenOf)
      ? null
      : { superseded: superseded.map(({ id }) => id) }
  }
  if (row.verdict === 'suggest') {
    const passage = db.get(sql`SELECT 1 FROM passage WHERE id = ${row.passage} AND state <> 'parked'`)
    const code = db.get(sql`SELECT 1 FROM code WHERE id = ${row.code} AND codable = 1`)
    return passage === undefined || code === undefined
      ? null
      : { added: addCoding(db, coder, row.passage, row.code as CodeId) }
  }
  return {}
}

/** Another advisor said the same, and was followed. */
const isSuperseded = (db: Reader, codings: readonly FrozenCoding[]): boolean =>
  codings.some(
    ({ id, code }) =>
      db.get(sql`SELECT 1 FROM coding WHERE id = ${id} AND code = ${code} AND state = 'superseded'`) !== undefined,
  )

/** None where anybody's live coding of that code stands there already. */
function addCoding(db: Writer, coder: CoderId, passage: string, code: CodeId): readonly CodingId[] {
  if (db.get(sql`SELECT 1 FROM coding WHERE passage = ${passage} AND code = ${code} AND state = 'live'`)) return []
  const version = versionToApply(db, code)
  db.run(sql`
    INSERT INTO coding (id, passage, code, coder, created_at, code_version)
    VALUES (${newId<CodingId>()}, ${passage}, ${code}, ${coder}, ${now()}, ${version})
    ON CONFLICT (passage, code, coder) DO UPDATE SET state = 'live' WHERE state <> 'live'`)
  return db.pluck<CodingId>(
    sql`SELECT id FROM coding WHERE passage = ${passage} AND code = ${code} AND coder = ${coder}`,
  )
}

/** What an acceptance superseded lives again, what it added is set aside: as far as nobody changed it since. */
function takeBack(db: Writer, { superseded = [], added = [] }: Effect): void {
  for (const id of superseded) db.run(sql`UPDATE coding SET state = 'live' WHERE id = ${id} AND state = 'superseded'`)
  for (const id of added) db.run(sql`UPDATE coding SET state = 'superseded' WHERE id = ${id} AND state = 'live'`)
}

/** Adds a reason to when a code is not to be used, as a line of its own; said twice it stands once. */
export function addRule(db: Writer, code: CodeId, rule: string): null {
  const words = rule.trim().replace(/\s*\n\s*/gu, ' ')
  if (words === '') throw new ArchiveError({ kind: 'review-reason-needed' })
  const { exclude } = codeOf(db, code)
  if (!exclude.split('\n').includes(words))
    updateCode(db, { code, exclude: exclude === '' ? words : `${exclude}\n${words}` })
  return null
}

/** Throws 'review-no-item', 'memo-empty'. */
export function say(db: Writer, coder: CoderId, { item, text }: Input<'review.say'>): ReviewMessage {
  const words = text.trim().toWellFormed()
  if (words === '') throw new ArchiveError({ kind: 'memo-empty' })
  const round = roundOfItem(db, item)
  openRound(db, round)
  const message: ReviewMessage = { id: newId(), coder, at: now(), text: words }
  db.run(sql`
    INSERT INTO review_thread (id, item, coder, at, text) VALUES (${message.id}, ${item}, ${coder}, ${message.at}, ${words})`)
  return message
}

export function roundOfItem(db: Reader, item: ReviewItemId): RoundId {
  const round = db.pluck<RoundId>(sql`SELECT round FROM review_item WHERE id = ${item}`)[0]
  if (round === undefined) throw new ArchiveError({ kind: 'review-no-item' })
  return round
}
