/** Rounds: made of what was chosen, listed with how far they are, closed by a sign-off. */
import { createHash, randomBytes } from 'node:crypto'
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CoderId, ReviewItemId, RoundId, SourceId } from '../../../schema/ids.ts'
import type { PackCode } from '../../../schema/review-pack.ts'
import type { FrozenCode, ReviewCount, ReviewRound, SampleSize, WholeRound } from '../../../schema/review.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { placesIn } from '../reports/places.ts'
import { studyOf } from '../reports/study.ts'
import { codebookOf } from '../services/codebook.ts'
import { textOfSource } from '../services/texts.ts'
import { candidatesOf, type AskedFor, type Candidate } from './candidates.ts'
import { chosenOf, type Chosen } from './criteria.ts'
import { roundsOf } from './progress.ts'
import { sampleSizes } from './sample-size.ts'

/** A pack holds no more, and nobody reads as many. */
const mostItems = 100_000

/** What is asked for, in one form: a round of review asks about passages, one of coding never does. */
function askedFor({ kind, unit, choice }: Input<'review.count'>, blind = false): AskedFor {
  return { unit: kind === 'review' ? 'passage' : unit === 'passage' ? 'turn' : unit, blind, choice }
}

export function countRound(db: Reader, input: Input<'review.count'>): ReviewCount {
  const candidates = candidatesOf(db, askedFor(input))
  const { items, strata } = chosenOf(db, candidates, input.choice)
  const codes = new Set(candidates.open.flatMap(({ codings }) => codings.map(({ code }) => code)))
  const met = new Set(items.flatMap(({ codings }) => codings.map(({ code }) => code)))
  const sizes = sampleSizes(candidates.study, 0.8, 0.05)
  return {
    chosen: items.length,
    of: candidates.open.length,
    documents: new Set(items.map(({ source }) => source)).size,
    strata,
    held: candidates.held,
    codes: { used: codes.size, met: met.size },
    recommended: sizes.length === 0 ? null : Math.max(...sizes.map(({ units }) => units)),
  }
}

export const sizesFor = (db: Reader, { alpha, level }: Input<'review.sampleSize'>): readonly SampleSize[] =>
  sampleSizes(studyOf(db), alpha, level)

/** Throws 'review-empty' where there is nothing to ask about, 'name-taken'. */
export function createRound(db: Writer, coder: CoderId, input: Input<'review.create'>): ReviewRound {
  const asked = askedFor(input, input.blind)
  const candidates = candidatesOf(db, asked)
  const chosen = chosenOf(db, candidates, input.choice)
  if (chosen.items.length === 0) throw new ArchiveError({ kind: 'review-empty' })
  if (chosen.items.length > mostItems)
    throw new ArchiveError({ kind: 'too-many-hits', count: chosen.items.length, limit: mostItems })
  const id = newId<RoundId>()
  db.run(sql`
    INSERT INTO review_round (id, kind, name, questions, blind, unit, asked, held, codebook, secret, coder, made_at)
    VALUES (${id}, ${input.kind}, ${freeName(db, input.name, null)}, ${input.questions.trim()},
            ${Number(input.blind || input.kind === 'coding')}, ${asked.unit}, ${JSON.stringify(input.choice)},
            ${JSON.stringify(candidates.held)}, ${JSON.stringify(frozenCodebook(db))}, ${JSON.stringify(newReplyKeys())}, ${coder}, ${now()})`)
  insertItems(db, id, chosen, (one) => (one.passageAt < 0 ? '' : candidates.study.passages.ids[one.passageAt]!))
  return roundOf(db, id)
}

function insertItems(db: Writer, round: RoundId, chosen: Chosen, passageOf: (one: Candidate) => string): void {
  const placesOf = placesIn(db)
  for (const [at, one] of chosen.items.entries()) {
    const { source, start, end } = one
    const { text, version } = textOfSource(db, source)
    const quote = text.slice(start, end)
    const codings = one.codings.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    db.run(sql`
      INSERT INTO review_item (id, round, number, source, passage, text_version, start, "end", place, quote, codings, hash, stratum)
      VALUES (${newId<ReviewItemId>()}, ${round}, ${at + 1}, ${source}, ${passageOf(one)}, ${version}, ${start}, ${end},
              ${placesOf(source).extractAt(start)}, ${quote}, ${JSON.stringify(codings)},
              ${hashOf({ source, version, start, end, quote, codes: codings.map(({ code }) => code) })}, ${chosen.stratumOf(one)})`)
  }
}

/** SHA-256, hex, of what was asked: a reply that names another was not given to this. */
function hashOf(asked: {
  readonly source: SourceId
  readonly version: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly codes: readonly string[]
}): string {
  const { source, version, start, end, quote, codes } = asked
  const frozen = [source, version, start, end, quote, [...new Set(codes)].toSorted()]
  return createHash('sha256').update(JSON.stringify(frozen)).digest('hex')
}

const frozenCodebook = (db: Reader): readonly PackCode[] =>
  codebookOf(db).map((code) => ({
    id: code.id,
    parent: code.parent,
    key: code.shortcut,
    name: code.name,
    definition: code.definition,
    include: code.include,
    exclude: code.exclude,
    example: code.example,
    colour: code.colour,
    codable: code.codable,
  }))

/** What replies of this round are sealed with; it travels inside the sealed pack. */
export function newReplyKeys() {
  const key = (bytes: number) => randomBytes(bytes).toString('base64')
  return { salt: key(16), rounds: 600_000, check: key(32), reply: key(32), sign: key(32) }
}

export const listRounds = (db: Reader): readonly ReviewRound[] => roundsOf(db, null)

/** Throws 'review-no-round'. */
export function roundOf(db: Reader, round: RoundId): ReviewRound {
  const [found] = roundsOf(db, round)
  if (!found) throw new ArchiveError({ kind: 'review-no-round' })
  return found
}

export function wholeRound(db: Reader, round: RoundId): WholeRound {
  const codebook = db.pluck<string>(sql`SELECT codebook FROM review_round WHERE id = ${round}`)[0] ?? '[]'
  return { ...roundOf(db, round), codebook: JSON.parse(codebook) as readonly FrozenCode[] }
}

function freeName(db: Reader, name: string, itself: RoundId | null): string {
  const wanted = name.normalize('NFC').trim()
  if (wanted === '') throw new ArchiveError({ kind: 'name-empty' })
  if (db.get(sql`SELECT 1 FROM review_round WHERE name = ${wanted} AND id IS NOT ${itself}`))
    throw new ArchiveError({ kind: 'name-taken', name: wanted })
  return wanted
}

/** Throws 'review-no-round', 'review-closed'. */
export function openRound(db: Reader, round: RoundId): { readonly name: string; readonly kind: ReviewRound['kind'] } {
  const found = db.get<{ name: string; kind: ReviewRound['kind']; closedAt: string }>(
    sql`SELECT name, kind, closed_at AS closedAt FROM review_round WHERE id = ${round}`,
  )
  if (!found) throw new ArchiveError({ kind: 'review-no-round' })
  if (found.closedAt !== '') throw new ArchiveError({ kind: 'review-closed', name: found.name })
  return found
}

/** Name and questions may change as long as it is open. */
export function renameRound(db: Writer, { round, name, questions }: Input<'review.rename'>): ReviewRound {
  openRound(db, round)
  if (name !== undefined) db.run(sql`UPDATE review_round SET name = ${freeName(db, name, round)} WHERE id = ${round}`)
  if (questions !== undefined) db.run(sql`UPDATE review_round SET questions = ${questions.trim()} WHERE id = ${round}`)
  return roundOf(db, round)
}

/** What to say about an excerpt to the advisor. Throws 'review-under-way' once somebody has it. */
export function noteItem(db: Writer, { item, note }: Input<'review.note'>): null {
  const round = db.pluck<RoundId>(sql`SELECT round FROM review_item WHERE id = ${item}`)[0]
  if (round === undefined) throw new ArchiveError({ kind: 'review-no-item' })
  refuseUnderWay(db, round)
  db.run(sql`UPDATE review_item SET note = ${note.trim()} WHERE id = ${item} AND note <> ${note.trim()}`)
  return null
}

/** Takes excerpts out of a round that nobody has seen. One of them at least stays. */
export function leaveOut(db: Writer, { round, items }: Input<'review.leaveOut'>): ReviewRound {
  refuseUnderWay(db, round)
  db.run(sql`
    DELETE FROM review_item WHERE round = ${round} AND id IN (SELECT value FROM json_each(${JSON.stringify(items)}))`)
  if (db.get(sql`SELECT 1 FROM review_item WHERE round = ${round}`) === undefined)
    throw new ArchiveError({ kind: 'review-empty' })
  return roundOf(db, round)
}

function refuseUnderWay(db: Reader, round: RoundId): void {
  const { name } = openRound(db, round)
  const { replies, sent } = roundOf(db, round)
  if (replies.length > 0 || sent.length > 0) throw new ArchiveError({ kind: 'review-under-way', name })
}

/** The sign-off: nothing in it changes any more until it is opened again. */
export function closeRound(db: Writer, round: RoundId): ReviewRound {
  openRound(db, round)
  db.run(sql`UPDATE review_round SET closed_at = ${now()} WHERE id = ${round}`)
  return roundOf(db, round)
}

export function reopenRound(db: Writer, round: RoundId): ReviewRound {
  db.run(sql`UPDATE review_round SET closed_at = '' WHERE id = ${round} AND closed_at <> ''`)
  return roundOf(db, round)
}

/** With all that was answered and decided; codings stay as the decisions left them. */
export function deleteRound(db: Writer, round: RoundId): null {
  if (db.run(sql`DELETE FROM review_round WHERE id = ${round}`) === 0)
    throw new ArchiveError({ kind: 'review-no-round' })
  return null
}
