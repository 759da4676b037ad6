/** What people decided about interviews: which turn asks which question, and what became of a question. */
import type { CoderId, GuideQuestionId, SourceId } from '../../../../schema/ids.ts'
import type { Verdict } from '../../../../schema/guide.ts'
import { sql, type Reader } from '../../db.ts'
import type { IncomingTurn } from '../incoming.ts'
import { coderOf, type DocumentTarget, type Union } from './union.ts'

export interface ArrivingDecision {
  readonly turn: number
  readonly kind: NonNullable<IncomingTurn['decided']>['kind']
  readonly question: GuideQuestionId | null
  readonly coder: CoderId
  readonly at: string
}

/** Of documents that are here; what somebody decided here stays. New documents must be written before they count. */
export function newDecisions(db: Reader, union: Union): readonly ArrivingDecision[] {
  return [...union.documents.values()].flatMap((target) => decisionsFor(db, union, target))
}

function decisionsFor(db: Reader, union: Union, target: DocumentTarget): readonly ArrivingDecision[] {
  const decided = (target.prepared.document.structure?.turns ?? []).filter((turn) => turn.decided)
  if (decided.length === 0) return []
  const turns = new Map(
    db
      .all<{ id: number; start: number; kind: string | null; question: string | null }>(sql`
        SELECT t.id, t.words_start AS start, q.kind, q.question FROM turn t LEFT JOIN turn_question q ON q.turn = t.id
         WHERE t.source = ${target.id}`)
      .map((turn) => [turn.start, turn]),
  )
  return decided.flatMap(({ wordsStart, decided: decision }): readonly ArrivingDecision[] => {
    const turn = turns.get(target.texts.areSame ? wordsStart : target.texts.map.afterInsert(wordsStart))
    if (!turn || !decision) return []
    const question = decision.question === null ? null : (union.questions.get(decision.question)?.id ?? null)
    if ((decision.kind === 'asks') !== (question !== null)) return []
    if (turn.kind !== null) {
      if (turn.kind !== decision.kind || turn.question !== question)
        union.clashes.push({ kind: 'turn', on: target.short, stays: turn.kind, leaves: decision.kind })
      return []
    }
    const { kind, coder, at } = decision
    return [{ turn: turn.id, kind, question, coder: coderOf(union, coder), at }]
  })
}

export interface ArrivingVerdict {
  readonly source: SourceId
  readonly question: GuideQuestionId
  readonly verdict: Verdict
  readonly note: string
  readonly coder: CoderId
  readonly at: string
}

export function newVerdicts(db: Reader, union: Union): readonly ArrivingVerdict[] {
  const here = new Map(
    db
      .all<{ source: string; question: string; verdict: Verdict }>(
        sql`SELECT source, question, verdict FROM guide_verdict`,
      )
      .map(({ source, question, verdict }) => [`${source} ${question}`, verdict]),
  )
  return (union.project.verdicts ?? []).flatMap(({ document, question: ref, verdict, note, coder, at }) => {
    const target = union.documents.get(document)
    const question = union.questions.get(ref)?.id
    if (!target || question === undefined) return []
    const stays = here.get(`${target.id} ${question}`)
    if (stays === undefined) return [{ source: target.id, question, verdict, note, coder: coderOf(union, coder), at }]
    if (stays !== verdict) union.clashes.push({ kind: 'verdict', on: target.short, stays, leaves: verdict })
    return []
  })
}
