/** A round in figures: who said what, what became of it, what it changed. */
import type { Input } from '../../../schema/contract.ts'
import type { CodeId, CoderId, CodingId, ReviewItemId, RoundId } from '../../../schema/ids.ts'
import {
  itemStandings,
  proposalVerdicts,
  type AdvisorFigures,
  type CodeFigures,
  type ItemStanding,
  type ProposalState,
  type ProposalVerdict,
  type ReviewChange,
  type ReviewPackage,
  type ReviewSummary,
} from '../../../schema/review.ts'
import { sql, type Reader } from '../db.ts'
import { codebookOf } from '../services/codebook.ts'
import { itemRows, type ItemRow } from './items.ts'
import { wholeRound } from './rounds.ts'
import { sentPacks } from './sent.ts'
import { standingsNow } from './standing.ts'

interface Said {
  readonly item: ReviewItemId
  readonly coder: CoderId
  readonly code: CodeId | ''
  readonly verdict: ProposalVerdict
  readonly state: ProposalState
  readonly decidedBy: CoderId
  readonly decidedAt: string
  readonly reason: string
  readonly effect: string
}

/** `rows`: the items that count; all of them, or those of documents that may leave. */
export function summaryOf(
  db: Reader,
  { round: id }: Input<'review.summary'>,
  rows: readonly ItemRow[] = itemRows(db, id),
): ReviewSummary {
  const round = wholeRound(db, id)
  const counted = new Set(rows.map((row) => row.id))
  const said = saidIn(db, id).filter(({ item }) => counted.has(item))
  const standings = zeros<ItemStanding>(itemStandings)
  for (const { standing } of standingsNow(db, rows).values()) standings[standing]++
  return {
    round,
    answered: answeredAmong(db, id, counted),
    documents: new Set(rows.map(({ source }) => source)).size,
    strata: [...Map.groupBy(rows, ({ stratum }) => stratum)]
      .map(([name, items]) => ({ name, items: items.length }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    advisors: advisorsOf(db, id, counted, said),
    codes: codesOf(db, round.codebook, rows, said),
    changes: changesOf(db, rows, said),
    standings,
  }
}

const answeredAmong = (db: Reader, round: RoundId, items: ReadonlySet<ReviewItemId>): number =>
  db
    .pluck<ReviewItemId>(sql`
      SELECT DISTINCT a.item FROM review_answer a JOIN review_reply y ON y.id = a.reply WHERE y.round = ${round}`)
    .filter((item) => items.has(item)).length

/** All that was said and counts, and all that was decided on. */
const saidIn = (db: Reader, round: RoundId): readonly Said[] =>
  db.all<Said>(sql`
    SELECT a.item, y.coder, p.code, p.verdict, p.state, p.decided_by AS decidedBy, p.decided_at AS decidedAt, p.reason, p.effect
      FROM review_proposal p JOIN review_answer a ON a.id = p.answer JOIN review_reply y ON y.id = a.reply
     WHERE y.round = ${round} AND p.state <> 'replaced' ORDER BY a.at, y.file_hash, p.verdict, p.code`)

const zeros = <Key extends string>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>

function advisorsOf(
  db: Reader,
  round: RoundId,
  items: ReadonlySet<ReviewItemId>,
  said: readonly Said[],
): readonly AdvisorFigures[] {
  const answers = db.all<{ coder: CoderId; answers: number }>(sql`
    SELECT y.coder, count(DISTINCT a.item) AS answers FROM review_reply y
      LEFT JOIN review_answer a ON a.reply = y.id AND a.item IN (SELECT value FROM json_each(${JSON.stringify([...items])}))
     WHERE y.round = ${round} GROUP BY y.coder ORDER BY min(y.read_at), y.coder`)
  return answers.map(({ coder, answers: count }) => {
    const verdicts = zeros<ProposalVerdict>(proposalVerdicts)
    for (const one of said) if (one.coder === coder) verdicts[one.verdict]++
    return { coder, answers: count, verdicts }
  })
}

/** In the order of the frozen codebook; codes that nobody asked or spoke of are left out. */
function codesOf(
  db: Reader,
  codebook: ReviewSummary['round']['codebook'],
  rows: readonly ItemRow[],
  said: readonly Said[],
): readonly CodeFigures[] {
  const now = new Map(codebookOf(db).map((code) => [code.id, code]))
  const items = new Map<CodeId, number>()
  for (const { codings } of rows)
    for (const code of new Set(codings.map((one) => one.code))) items.set(code, (items.get(code) ?? 0) + 1)
  const of = Map.groupBy(said, ({ code }) => code)
  return codebook.flatMap((code): readonly CodeFigures[] => {
    const own = of.get(code.id) ?? []
    const asked = items.get(code.id) ?? 0
    if (own.length === 0 && asked === 0) return []
    const count = (verdict: ProposalVerdict) => own.filter((one) => one.verdict === verdict).length
    const became = (state: ProposalState) =>
      own.filter((one) => one.state === state && (one.verdict === 'disagree' || one.verdict === 'suggest')).length
    const is = now.get(code.id)
    return [
      {
        code: code.id,
        name: `${code.key} ${code.name}`.trim(),
        items: asked,
        agree: count('agree'),
        disagree: count('disagree'),
        unsure: count('unsure'),
        suggest: count('suggest'),
        accepted: became('accepted'),
        kept: became('kept'),
        discussed: became('discussed'),
        open: became('open'),
        isReworded:
          !is || is.definition !== code.definition || is.include !== code.include || is.exclude !== code.exclude,
      },
    ]
  })
}

/** What acceptances did, in the order of the round. */
function changesOf(db: Reader, rows: readonly ItemRow[], said: readonly Said[]): readonly ReviewChange[] {
  const accepted = Map.groupBy(
    said.filter(({ state }) => state === 'accepted'),
    ({ item }) => item,
  )
  const codeOf = new Map(
    db.all<{ id: CodingId; code: CodeId }>(sql`SELECT id, code FROM coding`).map(({ id, code }) => [id, code]),
  )
  return rows.flatMap((row) =>
    (accepted.get(row.id) ?? []).flatMap(({ coder, code, effect, decidedBy, decidedAt, reason }) => {
      const { superseded = [], added = [] } = JSON.parse(effect) as Partial<
        Record<'superseded' | 'added', readonly CodingId[]>
      >
      const changed = (kind: ReviewChange['kind'], id: CodingId): ReviewChange => ({
        item: row.id,
        place: row.place,
        kind,
        decidedBy,
        decidedAt,
        reason,
        code: code === '' ? (codeOf.get(id) ?? ('' as CodeId)) : code,
        advisor: coder,
      })
      return [...superseded.map((id) => changed('superseded', id)), ...added.map((id) => changed('added', id))]
    }),
  )
}

/** Packs that were made, from the audit log, which no undo takes back. */
export function packagesOf(db: Reader, { source }: Input<'review.packages'>): readonly ReviewPackage[] {
  const shorts = new Map(
    db
      .all<{ id: string; short: string }>(sql`SELECT id, short FROM source ORDER BY number`)
      .map((one) => [one.id, one.short]),
  )
  const names = new Map(
    db.all<{ id: string; name: string }>(sql`SELECT id, name FROM review_round`).map(({ id, name }) => [id, name]),
  )
  return sentPacks(db)
    .map((row) => ({ ...row, documents: JSON.parse(row.documents) as readonly string[] }))
    .filter(({ documents }) => source === undefined || documents.includes(source))
    .map(({ documents, round, ...row }) => ({
      ...row,
      round: names.has(round) ? round : null,
      name: names.get(round) ?? '',
      documents: documents.flatMap((id) => shorts.get(id) ?? []),
    }))
}
