/**
 * Which turn asks which question: decisions that people made, and offers for the rest.
 *
 * Offers are worked out from the wordings when they are asked for and never stored. Only a person's
 * decision is: it is undone like everything else, goes along when the text is edited
 * (`editing/structure.ts`), and outlives a change of the wordings.
 */
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { AnswerStretch, GuideQuestion, GuideTurn, TurnRole } from '../../../schema/guide.ts'
import type { CoderId, GuideQuestionId, SourceId, SpeakerId } from '../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { answersOf, inForceAfter, type SpokenTurn } from '../guide/answers.ts'
import { TurnMatcher } from '../guide/match-turns.ts'
import { guideOf, questionAt } from './guide-questions.ts'

interface TurnRow {
  readonly turn: number
  readonly source: SourceId
  readonly speaker: SpeakerId
  readonly wordsStart: number
  readonly end: number
  readonly isAsking: 0 | 1
  readonly kind: TurnRole['kind'] | null
  readonly question: GuideQuestionId | null
  readonly coder: CoderId | null
}

/** A turn as the interview goes: `asking` is what the interviewer's turn does. */
export interface ReadTurn extends SpokenTurn {
  readonly turn: number
  readonly speaker: SpeakerId
  readonly decidedBy: CoderId | null
}
export interface ReadInterview {
  readonly source: SourceId
  readonly turns: readonly ReadTurn[]
}

/** One matcher a guide: it keeps the turns it has seen, so a thousand interviews are read once. */
let matcher: { readonly guide: string; readonly of: TurnMatcher } | null = null
function matcherOf(guide: readonly GuideQuestion[]): TurnMatcher {
  const key = JSON.stringify(guide.map(({ id, wordings }) => [id, wordings]))
  if (matcher?.guide !== key) {
    matcher = { guide: key, of: new TurnMatcher(guide) }
    offers.clear()
  }
  return matcher.of
}

/** What open turns of a text were offered as, by content, version and place; only for the guide of `matcher`. */
const offers = new Map<string, TurnRole>()

/** Interviews with their turns in order, all or these; transcripts without an interviewer are left out. */
export function interviewsOf(db: Reader, sources?: readonly SourceId[]): readonly ReadInterview[] {
  const matching = matcherOf(guideOf(db))
  const wanted = sources ? JSON.stringify(sources) : null
  const rows = db.all<TurnRow>(sql`
    SELECT t.id AS turn, t.source, t.speaker, t.words_start AS wordsStart, t."end", p.is_interviewer AS isAsking,
           q.kind, q.question, q.coder
      FROM turn t JOIN speaker p ON p.id = t.speaker LEFT JOIN turn_question q ON q.turn = t.id
     WHERE ${wanted} IS NULL OR t.source IN (SELECT value FROM json_each(${wanted}))
     ORDER BY t.source, t.start, t.id`)
  const texts = new Map(
    db
      .all<{ id: SourceId; key: string }>(sql`SELECT id, content || ' ' || text_version AS key FROM source`)
      .map(({ id, key }) => [id, key]),
  )
  const interviews: ReadInterview[] = []
  for (const [source, turns] of Map.groupBy(rows, (row) => row.source)) {
    if (!turns.some(({ isAsking }) => isAsking)) continue
    let text: string | null = null
    let isBegun = false
    const read = turns.map((row): ReadTurn => {
      const spoken = { turn: row.turn, speaker: row.speaker, start: row.wordsStart, end: row.end }
      if (!row.isAsking) return { ...spoken, decidedBy: null, asking: null }
      let role = roleIn(row)
      if (!role) {
        const key = `${texts.get(source)} ${row.wordsStart} ${row.end} ${isBegun}`
        role = offers.get(key) ?? null
        if (!role) {
          text ??= textOf(db, source)
          role = matching.offer(text.slice(row.wordsStart, row.end), isBegun)
          if (offers.size > 500_000) offers.clear()
          offers.set(key, role)
        }
      }
      isBegun ||= role.kind === 'asks'
      return { ...spoken, decidedBy: row.coder, asking: { role, isConfirmed: row.coder !== null } }
    })
    interviews.push({ source, turns: read })
  }
  return interviews
}

function roleIn({ kind, question }: TurnRow): TurnRole | null {
  if (kind === null) return null
  return kind === 'asks' && question !== null ? { kind, question } : { kind: kind === 'none' ? 'none' : 'follows' }
}

export function textOf(db: Reader, source: SourceId): string {
  return (
    db.pluck<string>(sql`
      SELECT x.text FROM source s JOIN source_text x ON x.content = s.content AND x.version = s.text_version WHERE s.id = ${source}`)[0] ??
    ''
  )
}

/** Interviewers' turns of a document. None where nobody is marked as the interviewer. */
export function guideTurns(db: Reader, source: SourceId): readonly GuideTurn[] {
  const [interview] = interviewsOf(db, [source])
  if (!interview) return []
  const text = textOf(db, source)
  const matching = matcherOf(guideOf(db))
  const { turns } = interview
  const inForce = inForceAfter(turns)
  return turns.flatMap(({ turn, start, end, speaker, asking, decidedBy }, n): readonly GuideTurn[] => {
    if (!asking) return []
    const next = turns.findIndex((other, at) => at > n && other.asking !== null)
    const replies = turns.slice(n + 1, next < 0 ? undefined : next)
    const words = text.slice(start, end)
    return [
      {
        turn,
        start,
        end,
        speaker,
        words,
        role: asking.role,
        decidedBy,
        question: inForce[n]?.question ?? null,
        likest: matching.likest(words).slice(0, 3),
        answerLength: replies.reduce((sum, reply) => sum + reply.end - reply.start, 0),
        answer: replies[0] ? text.slice(replies[0].start, Math.min(replies[0].end, replies[0].start + 240)) : '',
      },
    ]
  })
}

/**
 * Which stretches answer which question, by document: what search, reports and the reader stand on.
 * Documents without an answer have no entry.
 */
export function questionOf(db: Reader, sources?: readonly SourceId[]): ReadonlyMap<SourceId, readonly AnswerStretch[]> {
  const found = new Map<SourceId, readonly AnswerStretch[]>()
  for (const { source, turns } of interviewsOf(db, sources)) {
    const stretches = answersOf(turns)
    if (stretches.length > 0) found.set(source, stretches)
  }
  return found
}

/** Answers how many turns have another decision now. Throws 'no-such-turn', 'turn-of-no-interviewer', 'no-such-question'. */
export function decideTurns(db: Writer, coder: CoderId, { turns }: Input<'guide.decide'>): number {
  let changed = 0
  for (const { turn, role } of turns) changed += Number(decide(db, coder, turn, role))
  return changed
}

/** Every turn that nobody decided about becomes what it is offered as. Answers how many. */
export function confirmAll(db: Writer, coder: CoderId, { sources }: Input<'guide.confirmAll'>): number {
  let confirmed = 0
  for (const { turns } of interviewsOf(db, sources))
    for (const { turn, asking, decidedBy } of turns)
      if (asking && decidedBy === null) confirmed += Number(decide(db, coder, turn, asking.role))
  return confirmed
}

/** Answers how many were decided. */
export function forgetTurns(db: Writer, { turns }: Input<'guide.forget'>): number {
  return db.run(sql`DELETE FROM turn_question WHERE turn IN (SELECT value FROM json_each(${JSON.stringify(turns)}))`)
}

function decide(db: Writer, coder: CoderId, turn: number, role: TurnRole): boolean {
  const found = db.get<{ asks: 0 | 1; kind: string | null; question: string | null }>(sql`
    SELECT p.is_interviewer AS asks, q.kind, q.question
      FROM turn t JOIN speaker p ON p.id = t.speaker LEFT JOIN turn_question q ON q.turn = t.id WHERE t.id = ${turn}`)
  if (!found) throw new ArchiveError({ kind: 'no-such-turn' })
  if (!found.asks) throw new ArchiveError({ kind: 'turn-of-no-interviewer' })
  const question = role.kind === 'asks' ? questionAt(db, role.question).id : null
  if (found.kind === role.kind && found.question === question) return false
  if (found.kind === null)
    db.run(sql`
      INSERT INTO turn_question (id, turn, kind, question, coder, at)
      VALUES (${newId()}, ${turn}, ${role.kind}, ${question}, ${coder}, ${now()})`)
  else
    db.run(sql`
      UPDATE turn_question SET kind = ${role.kind}, question = ${question}, coder = ${coder}, at = ${now()} WHERE turn = ${turn}`)
  return true
}
