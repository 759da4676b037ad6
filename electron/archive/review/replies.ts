/** Replies that come back as files: looked at first, then taken. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId, CoderId, ReviewReplyId, RoundId } from '../../../schema/ids.ts'
import { questionsOf, type ReplyItem, type ReviewReply } from '../../../schema/review-pack.ts'
import {
  itemStandings,
  proposalVerdicts,
  type ReplyPreview,
  type TakenReply,
  type WholeRound,
} from '../../../schema/review.ts'
import { readHeader } from '../../../schema/sealed.ts'
import type { Work } from '../archive.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { createCoder } from '../services/coders.ts'
import { insertAnswer, saidIn, settle } from './answering.ts'
import { itemRows, type ItemRow } from './items.ts'
import { replyKeysOf } from './outgoing.ts'
import { readReplyFile } from './pack-file.ts'
import { roundOf, wholeRound } from './rounds.ts'
import { standingsNow } from './standing.ts'

interface OpenedReply {
  readonly round: WholeRound
  readonly reply: ReviewReply
  readonly fileHash: string
  /** What is about items of the round as they were given out, with codes that were asked about or offered. */
  readonly about: readonly { readonly row: ItemRow; readonly said: ReplyItem }[]
  readonly foreign: number
}

/** Throws what is wrong with the file; a reply of another archive is 'sealed-other-round'. */
async function opened(db: Reader, given: Input<'review.readReply'>): Promise<OpenedReply> {
  const file = new Uint8Array(await bytesOf(given))
  const header = await readHeader(file)
  const id = header.ok ? header.value.round : ('' as RoundId)
  const isHere = db.get(sql`SELECT 1 FROM review_round WHERE id = ${id}`) !== undefined
  if (header.ok && header.value.what === 'reply' && !isHere) throw new ArchiveError({ kind: 'sealed-other-round' })
  const read = await readReplyFile(file, isHere ? replyKeysOf(db, id) : noKeys, id)
  if (!read.ok) throw new ArchiveError(read.fault)
  const round = wholeRound(db, id)
  const rows = new Map(itemRows(db, id).map((row) => [row.id, row]))
  const isOffered = offeredIn(round)
  const codeHere = codesOf(round)
  const about = read.value.items.flatMap((said) => {
    const row = rows.get(said.item)
    return row && row.hash === said.hash ? [{ row, said: onlyOffered(inCodesOfHere(said, codeHere), isOffered) }] : []
  })
  return {
    round,
    reply: read.value,
    fileHash: createHash('sha256').update(file).digest('hex'),
    about,
    foreign: read.value.items.length - about.length,
  }
}

/** Bytes: no reply has more. A file that is larger is read as an empty one, and refused as such. */
const largest = 64_000_000

/** Throws 'file-missing', 'file-unreadable'. */
async function bytesOf(given: Input<'review.readReply'>): Promise<Uint8Array> {
  if ('bytes' in given) return given.bytes
  try {
    const { size } = await stat(given.path)
    return size > largest ? new Uint8Array() : await readFile(given.path)
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new ArchiveError({ kind: isGone ? 'file-missing' : 'file-unreadable', name: basename(given.path) })
  }
}

const noKeys = { salt: '', rounds: 0, check: '', reply: '', sign: '' }

/** Codes that an advisor could put: those of the frozen codebook that are no headings. */
export function offeredIn({ codebook }: Pick<WholeRound, 'codebook'>): (code: CodeId) => boolean {
  const codes = new Set(codebook.filter(({ codable }) => codable).map(({ id }) => id))
  return (code) => codes.has(code)
}

/** What a code that a reply names is here: of a round that came with another archive it may have had another id. */
function codesOf({ codebook }: Pick<WholeRound, 'codebook'>): (code: CodeId) => CodeId {
  const here = new Map(codebook.flatMap(({ id, formerIds = [] }) => formerIds.map((former) => [former, id])))
  return (code) => here.get(code) ?? code
}

const inCodesOfHere = (said: ReplyItem, codeHere: (code: CodeId) => CodeId): ReplyItem => ({
  ...said,
  verdicts: Object.fromEntries(
    Object.entries(said.verdicts).map(([code, verdict]) => [codeHere(code as CodeId), verdict]),
  ),
  suggested: said.suggested.map(codeHere),
  chosen: said.chosen && said.chosen.map(codeHere),
})

/** A reply that was tampered with by whoever holds the passphrase may name anything. */
const onlyOffered = (said: ReplyItem, isOffered: (code: CodeId) => boolean): ReplyItem => ({
  ...said,
  suggested: said.suggested.filter(isOffered),
  chosen: said.chosen && [...new Set(said.chosen.filter(isOffered))],
})

/** Answers to the questions that there are; those after the last one that says something are left off. */
function toQuestions(reply: ReviewReply, { questions }: WholeRound): readonly string[] {
  const answers = reply.answers.slice(0, questionsOf(questions).length).map((text) => text.trim())
  return answers.slice(0, answers.findLastIndex((text) => text !== '') + 1)
}

/** Writes nothing. */
export async function readReply(work: Work, given: Input<'review.readReply'>): Promise<ReplyPreview> {
  const db = work.reader
  const { round, reply, fileHash, about, foreign } = await opened(db, given)
  const name = reply.advisor.normalize('NFC').trim()
  const coder = db.pluck<CoderId>(sql`SELECT id FROM coder WHERE name = ${name}`)[0] ?? null
  const standings = standingsNow(
    db,
    about.map(({ row }) => row),
  )
  const counted = Object.fromEntries(itemStandings.map((one) => [one, 0])) as Record<
    (typeof itemStandings)[number],
    number
  >
  const verdicts = Object.fromEntries(proposalVerdicts.map((one) => [one, 0])) as Record<
    (typeof proposalVerdicts)[number],
    number
  >
  const changes: ReplyPreview['changes'][number][] = []
  for (const { row, said } of about) {
    const { standing, quote } = standings.get(row)!
    counted[standing]++
    for (const { verdict } of saidIn(said, row.codings, round.kind === 'review')) verdicts[verdict]++
    if (standing !== 'same' && changes.length < 100)
      changes.push({
        item: row.id,
        place: row.place,
        standing,
        quote: row.quote,
        quoteNow: quote === row.quote ? '' : quote,
      })
  }
  return {
    round: round.id,
    name: round.name,
    isClosed: round.closedAt !== '',
    advisor: name,
    coder,
    savedAt: reply.savedAt,
    isTaken: takenBefore(db, round.id, fileHash) !== null,
    isOlder:
      db.get(
        sql`SELECT 1 FROM review_reply WHERE round = ${round.id} AND coder = ${coder} AND saved_at > ${isoOf(reply.savedAt)}`,
      ) !== undefined,
    answers: about.length,
    standings: counted,
    foreign,
    verdicts,
    toQuestions: toQuestions(reply, round),
    changes,
  }
}

/**
 * Takes what a reply says as proposals, under the advisor's name or another that is given. The same file again
 * changes nothing. Throws 'review-closed'.
 */
export async function takeReply(work: Work, { advisor, ...given }: Input<'review.takeReply'>): Promise<TakenReply> {
  const read = await opened(work.reader, given)
  const taken = work.batch((db) => take(db, read, advisor ?? read.reply.advisor))
  if (taken.isNew) work.subject(`${read.round.name}: ${(advisor ?? read.reply.advisor).trim()}`)
  return taken
}

function take(db: Writer, { round, reply, fileHash, about }: OpenedReply, advisor: string): TakenReply {
  const before = takenBefore(db, round.id, fileHash)
  if (before) return { round: round.id, coder: before, answers: 0, open: openOf(db, round.id, before), isNew: false }
  if (roundOf(db, round.id).closedAt !== '') throw new ArchiveError({ kind: 'review-closed', name: round.name })
  const coder = createCoder(db, advisor).id
  const id = newId<ReviewReplyId>()
  db.run(sql`
    INSERT INTO review_reply (id, round, coder, file_hash, started_at, saved_at, read_at, answers)
    VALUES (${id}, ${round.id}, ${coder}, ${fileHash}, ${isoOf(reply.startedAt)}, ${isoOf(reply.savedAt)}, ${now()},
            ${JSON.stringify(toQuestions(reply, round))})`)
  for (const { row, said } of about) {
    insertAnswer(db, {
      reply: id,
      item: row.id,
      answer: said,
      at: isoOf(said.at),
      said: saidIn(said, row.codings, round.kind === 'review'),
    })
    settle(db, coder, row.id)
  }
  return { round: round.id, coder, answers: about.length, open: openOf(db, round.id, coder), isNew: true }
}

function takenBefore(db: Reader, round: RoundId, fileHash: string): CoderId | null {
  return (
    db.pluck<CoderId>(sql`SELECT coder FROM review_reply WHERE round = ${round} AND file_hash = ${fileHash}`)[0] ?? null
  )
}

const openOf = (db: Reader, round: RoundId, coder: CoderId): number =>
  db.pluck<number>(sql`
    SELECT count(*) FROM review_proposal p JOIN review_answer a ON a.id = p.answer JOIN review_reply y ON y.id = a.reply
     WHERE y.round = ${round} AND y.coder = ${coder} AND p.state = 'open'`)[0] ?? 0

/** Times are compared as text: one form for all. */
const isoOf = (time: string): string => new Date(time).toISOString()
