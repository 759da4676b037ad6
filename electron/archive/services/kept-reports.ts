/** Reports kept with their numbers. What they held stays as it was; the archive goes on. */
import { ArchiveError } from '../../../schema/error.ts'
import type { CoderId, KeptReportId } from '../../../schema/ids.ts'
import { reportQuery } from '../../../schema/report-query.ts'
import type { KeptReport, ReportTable } from '../../../schema/report-table.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'
import { namesIn } from './report-names.ts'

interface Row {
  readonly id: KeptReportId
  readonly title: string
  readonly coder: CoderId
  readonly at: string
  readonly fingerprint: string
  readonly query: string
}
/** What is compared later. */
export type KeptAnswer = Pick<ReportTable, 'columns' | 'rows' | 'cells' | 'totals'> & {
  readonly counts: ReportTable['stamp']['counts']
}

function brief(
  db: Reader,
  { query: written, at, fingerprint, answer, ...row }: Row & { readonly answer: string },
): KeptReport {
  // Options that came later have their defaults.
  const query = reportQuery.parse(JSON.parse(written))
  const counts = JSON.parse(answer) as KeptAnswer['counts']
  return { ...row, stamp: { query, names: namesIn(db, query), at, fingerprint, counts } }
}

/** The newest first. */
export function listKept(db: Reader): readonly KeptReport[] {
  return db
    .all<Row & { answer: string }>(sql`
      SELECT id, title, coder, at, fingerprint, query, json_extract(answer, '$.counts') AS answer
        FROM kept_report ORDER BY at DESC, id`)
    .map((row) => brief(db, row))
}

/** Throws 'no-such-report'. */
export function keptOf(db: Reader, report: KeptReportId): { readonly kept: KeptReport; readonly answer: KeptAnswer } {
  const row = db.get<Row & { answer: string }>(
    sql`SELECT id, title, coder, at, fingerprint, query, answer FROM kept_report WHERE id = ${report}`,
  )
  if (!row) throw new ArchiveError({ kind: 'no-such-report', report })
  const answer = JSON.parse(row.answer) as KeptAnswer
  return { kept: brief(db, { ...row, answer: JSON.stringify(answer.counts) }), answer }
}

export function insertKept(db: Writer, coder: CoderId, title: string, table: ReportTable): KeptReport {
  const { columns, rows, cells, totals, stamp } = table
  const id = newId<KeptReportId>()
  const answer: KeptAnswer = { columns, rows, cells, totals, counts: stamp.counts }
  db.run(sql`
    INSERT INTO kept_report (id, title, coder, at, fingerprint, query, answer)
    VALUES (${id}, ${title}, ${coder}, ${stamp.at}, ${stamp.fingerprint}, ${JSON.stringify(stamp.query)}, ${JSON.stringify(answer)})`)
  return { id, title, coder, stamp }
}

export function renameKept(db: Writer, report: KeptReportId, title: string): KeptReport {
  const { kept } = keptOf(db, report)
  if (title !== kept.title) db.run(sql`UPDATE kept_report SET title = ${title} WHERE id = ${report}`)
  return { ...kept, title }
}

export function forgetKept(db: Writer, report: KeptReportId): null {
  keptOf(db, report)
  db.run(sql`DELETE FROM kept_report WHERE id = ${report}`)
  return null
}
