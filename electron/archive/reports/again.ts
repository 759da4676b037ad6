/** A report run again: which numbers are others now. */
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { KeptReportId } from '../../../schema/ids.ts'
import { reportPage, type ReportPage } from '../../../schema/report-query.ts'
import type { Cell, Comparison, Difference, KeptReport, ReportTable } from '../../../schema/report-table.ts'
import type { Work } from '../archive.ts'
import type { Reader } from '../db.ts'
import { insertKept, keptOf, type KeptAnswer } from '../services/kept-reports.ts'
import { runReport } from './run-report.ts'

/** A table of more numbers than this is no finding to keep. */
const mostCells = 100_000
const mostListed = 1000
/** Everything: what is kept is the whole answer. */
const whole: ReportPage = reportPage.parse({ rows: { count: 10_000 }, columns: { count: 10_000 } })

/** Milliseconds at a time, on the connection that writes. */
const slice = 20

/** Throws 'report-too-large' beyond 100,000 numbers. */
export async function keepReport(work: Work, { report, title }: Input<'report.keep'>): Promise<KeptReport> {
  let table = runReport(work.reader, { report, page: whole }, slice)
  for (let part = missingIn(table); part !== undefined; part = missingIn(table)) {
    if (work.isCancelled) throw new ArchiveError({ kind: 'cancelled' })
    work.progress({ done: part.done, total: part.of, name: title })
    await work.pause()
    table = runReport(work.reader, { report, page: whole }, slice)
  }
  const answer = bearable(table)
  const kept = work.batch((db) => insertKept(db, work.coder, title.trim() || report.name, answer))
  work.subject(kept.title)
  return kept
}

/** Documents whose words are still to be counted. */
const missingIn = ({ notes }: ReportTable) => notes.find((note) => note.kind === 'incomplete')

function bearable(table: ReportTable): ReportTable {
  const cells = table.shown.rows.of * table.columns.length
  if (cells > mostCells || table.shown.rows.of > table.rows.length)
    throw new ArchiveError({ kind: 'report-too-large', cells, most: mostCells })
  return table
}

/** Throws 'no-such-report', and 'report-incomplete' while words are being counted: ask again. */
export function runAgain(db: Reader, id: KeptReportId): Comparison {
  const { kept, answer } = keptOf(db, id)
  const now = bearable(runReport(db, { report: kept.stamp.query, page: whole }))
  if (missingIn(now)) throw new ArchiveError({ kind: 'report-incomplete' })
  const differences = differencesOf(answer, now)
  return {
    before: kept.stamp,
    after: now.stamp,
    isSame: kept.stamp.fingerprint === now.stamp.fingerprint,
    differences: differences.slice(0, mostListed),
    compared: now.cells.reduce((sum, row) => sum + row.length, now.totals?.length ?? 0),
    more: Math.max(0, differences.length - mostListed),
  }
}

type Compared = Pick<KeptAnswer, 'columns' | 'rows' | 'cells' | 'totals'>

/** By the keys of rows and columns, wherever they stand now. */
export function differencesOf(before: Compared, after: Compared): readonly Difference[] {
  const old = placed(before)
  const fresh = placed(after)
  const differences: Difference[] = []
  for (const [key, { value, ...place }] of fresh) {
    const was = old.get(key)
    if (!was) differences.push({ ...place, before: null, after: value, state: 'new' })
    else if (!isAlike(was.value, value))
      differences.push({ ...place, before: was.value, after: value, state: 'changed' })
  }
  for (const [key, { value, ...place }] of old)
    if (!fresh.has(key)) differences.push({ ...place, before: value, after: null, state: 'gone' })
  return differences
}

/** The last digit of a decimal depends on the order of adding up. */
const isAlike = (a: Cell, b: Cell) =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)))

type Placed = Omit<Difference, 'before' | 'after' | 'state'> & { readonly value: Cell }

function placed({ columns, rows, cells, totals }: Compared): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>()
  const put = (row: string | null, rowLabel: string, values: readonly Cell[]) => {
    for (const [n, { key, label, measure }] of columns.entries())
      found.set(JSON.stringify([row, key]), {
        row,
        rowLabel,
        column: key,
        columnLabel: label,
        measure,
        value: values[n] ?? null,
      })
  }
  for (const [n, { key, label }] of rows.entries()) put(key, label, cells[n] ?? [])
  if (totals) put(null, '', totals)
  return found
}
