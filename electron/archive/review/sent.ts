/** Which packs were sent: as the log has it, which every way out writes into. */
import type { RoundId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'

export interface SentPack {
  readonly round: RoundId
  readonly to: string
  /** ISO time. */
  readonly at: string
  readonly file: string
  readonly excerpts: number
  /** JSON: the ids of the documents whose words were in it. */
  readonly documents: string
}

/**
 * The latest first. A pack whose save was called off is none: the next line of the log about its file says so.
 * Other acts may stand between the two, since a person may take their time over where to put a file.
 */
export function sentPacks(db: Reader): readonly SentPack[] {
  return db.all<SentPack>(sql`
    WITH out AS (
      SELECT seq, act, at, facts, lead(act) OVER (PARTITION BY facts ->> '$.file' ORDER BY seq) AS next
        FROM audit WHERE act IN ('export.reviewPack', 'export.unsaved'))
    SELECT facts ->> '$.sent.round' AS round, facts ->> '$.sent.to' AS "to", at, facts ->> '$.file' AS file,
           facts ->> '$.rows' AS excerpts, facts -> '$.sent.documents' AS documents
      FROM out WHERE act = 'export.reviewPack' AND next IS NOT 'export.unsaved' ORDER BY seq DESC`)
}
