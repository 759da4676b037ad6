/** What a person says became of a question in an interview, against what the rule of the grid says. */
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CoderId } from '../../../schema/ids.ts'
import { sql, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { questionAt } from './guide-questions.ts'

/** Saying the same twice changes nothing. Throws 'no-such-source', 'no-such-question'. */
export function overrule(
  db: Writer,
  coder: CoderId,
  { source, question, verdict, note }: Input<'guide.overrule'>,
): null {
  questionAt(db, question)
  if (!db.get(sql`SELECT 1 FROM source WHERE id = ${source}`))
    throw new ArchiveError({ kind: 'no-such-source', source })
  if (verdict === null) {
    db.run(sql`DELETE FROM guide_verdict WHERE source = ${source} AND question = ${question}`)
    return null
  }
  const text = note.trim()
  const before = db.get<{ verdict: string; note: string }>(
    sql`SELECT verdict, note FROM guide_verdict WHERE source = ${source} AND question = ${question}`,
  )
  if (!before)
    db.run(sql`
      INSERT INTO guide_verdict (id, source, question, verdict, note, coder, at)
      VALUES (${newId()}, ${source}, ${question}, ${verdict}, ${text}, ${coder}, ${now()})`)
  else if (before.verdict !== verdict || before.note !== text)
    db.run(sql`
      UPDATE guide_verdict SET verdict = ${verdict}, note = ${text}, coder = ${coder}, at = ${now()}
       WHERE source = ${source} AND question = ${question}`)
  return null
}
