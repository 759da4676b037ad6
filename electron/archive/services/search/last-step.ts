import { sql, type Reader } from '../../db.ts'

/** Counts up with every change of the archive, undo included: what was read before it is true until it does. */
export function lastStep(db: Reader): number {
  return db.get<{ step: number | null }>(sql`SELECT max(step) AS step FROM history_step`)?.step ?? 0
}
