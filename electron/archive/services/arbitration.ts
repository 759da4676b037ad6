/**
 * Arbitration: which of several coders' codings holds, which falls, and why. What falls is superseded and keeps its
 * place in the record; what holds is everybody's from then on. Deciding anew replaces the decision.
 */
import type { Arbitrated } from '../../../schema/agreement.ts'
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId, CoderId, CodingId } from '../../../schema/ids.ts'
import { sql, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { codeOf, updateCode } from './codebook.ts'

/** Throws 'review-reason-needed', 'no-such-coding'. The same decision twice changes nothing but its reason. */
export function arbitrate(
  db: Writer,
  coder: CoderId,
  { uphold, supersede, reason, excludeFrom }: Input<'agreement.arbitrate'>,
): Arbitrated {
  const why = reason.trim()
  if (why === '') throw new ArchiveError({ kind: 'review-reason-needed' })
  const falls = supersede.filter((coding) => !uphold.includes(coding))
  decide(db, coder, uphold, 'holds', why)
  decide(db, coder, falls, 'falls', why)
  return {
    upheld: uphold.length,
    superseded: falls.length,
    excludedFrom: excludeFrom === null ? null : excludeWith(db, excludeFrom, why),
  }
}

function decide(
  db: Writer,
  coder: CoderId,
  codings: readonly CodingId[],
  verdict: 'holds' | 'falls',
  reason: string,
): void {
  const state = verdict === 'holds' ? 'live' : 'superseded'
  for (const coding of codings) {
    if (!db.get(sql`SELECT 1 FROM coding WHERE id = ${coding}`))
      throw new ArchiveError({ kind: 'no-such-coding', coding })
    db.run(sql`UPDATE coding SET state = ${state} WHERE id = ${coding} AND state <> ${state}`)
    db.run(sql`
      INSERT INTO arbitration (id, coding, verdict, reason, coder, at)
      VALUES (${newId()}, ${coding}, ${verdict}, ${reason}, ${coder}, ${now()})
      ON CONFLICT (coding) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason, coder = excluded.coder, at = excluded.at
       WHERE verdict <> excluded.verdict OR reason <> excluded.reason`)
  }
}

/** The reason as one more line of when not to use the code; once is enough. */
function excludeWith(db: Writer, code: CodeId, reason: string): CodeId {
  const { exclude } = codeOf(db, code)
  const lines = exclude.split('\n').map((line) => line.trim())
  if (!lines.includes(reason))
    updateCode(db, { code, exclude: exclude.trim() === '' ? reason : `${exclude.trimEnd()}\n${reason}` })
  return code
}
