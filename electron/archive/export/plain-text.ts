/** The words of one document as they may leave: for the terminal, and whatever reads plain text. */
import type { Input } from '../../../schema/contract.ts'
import type { Sheet } from '../../../schema/report.ts'
import { sql, type Reader } from '../db.ts'
import { textOfSource } from '../services/texts.ts'
import { openSource } from './coded-text.ts'
import { departureOf } from './departure.ts'
import { asItStands, wordsGate } from './gate.ts'

/** Offsets of the archive do not count in it: names and dangerous words are others there. Throws 'document-stays'. */
export function exportText(db: Reader, { source }: Input<'export.text'>): Sheet {
  const { short } = openSource(db, source)
  const { text } = textOfSource(db, source)
  const dangerous =
    db.pluck<number>(
      sql`SELECT count(*) FROM passage WHERE source = ${source} AND sensitivity = 4 AND kind = 'text' AND state <> 'parked'`,
    )[0] ?? 0
  const ledger = departureOf(db)?.ledger
  if (ledger) ledger.dangerous += dangerous
  return {
    fileName: `${short}.txt`,
    mediaType: 'text/plain; charset=utf-8',
    rows: 1,
    withheld: dangerous,
    content: wordsGate(db)(source, asItStands(text), 0, text.length),
  }
}
