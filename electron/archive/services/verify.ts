/** Whether the archive is whole: the file, the audit log, and every quote where its passage says. */
import type { SourceId } from '../../../schema/ids.ts'
import type { Verification } from '../../../schema/project.ts'
import { firstBrokenLine } from '../audit.ts'
import { sql, type Reader } from '../db.ts'
import { countRegions } from './regions.ts'
import { textOfSource } from './texts.ts'

/** Holds every quote against its text, and asks whether file and audit log are whole. Reads the whole archive. */
export function verifyPassages(db: Reader): Verification {
  const complaint = db.pluck<string>(sql`PRAGMA quick_check(1)`)[0] ?? 'ok'
  const brokenLine = firstBrokenLine(db)
  const regions = countRegions(db)
  const sums = { placed: regions.placed, changed: 0, parked: 0, lost: regions.lost }
  const inDoubt: { source: SourceId; changed: number; parked: number; lost: number }[] = []
  for (const source of db.pluck<SourceId>(sql`SELECT DISTINCT source FROM passage`)) {
    const { text } = textOfSource(db, source)
    const here = { placed: 0, changed: 0, parked: 0, lost: 0 }
    const passages = db.all<{ start: number; end: number; quote: string; state: 'placed' | 'changed' | 'parked' }>(sql`
      SELECT start, "end", quote, state FROM passage WHERE source = ${source} AND (kind = 'text' OR state <> 'placed')`)
    for (const { start, end, quote, state } of passages)
      if (state === 'parked') here.parked++
      else if (text.slice(start, end) === quote) here[state]++
      else here.lost++
    const { placed, ...doubts } = here
    sums.placed += placed
    sums.changed += doubts.changed
    sums.parked += doubts.parked
    sums.lost += doubts.lost
    if (doubts.changed + doubts.parked + doubts.lost > 0) inDoubt.push({ source, ...doubts })
  }
  return {
    damage: complaint !== 'ok' ? complaint : brokenLine === null ? '' : `audit log, line ${brokenLine}`,
    passages: sums.placed + sums.changed + sums.parked + sums.lost,
    ...sums,
    sources: inDoubt,
  }
}
