/** What stands behind a number of a report: a filter that lists its passages. */
import type { Input } from '../../../schema/contract.ts'
import type { CodeId, SourceId } from '../../../schema/ids.ts'
import type { Opened } from '../../../schema/report-table.ts'
import type { CodingFilter } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { ofCode, ofSources } from './narrowed.ts'
import { countQuotations } from './quotations.ts'

export function openCell(db: Reader, { report, row, column }: Input<'report.passages'>): Opened {
  if (report.name !== 'code-frequency' && report.name !== 'code-by-source') return { kind: 'nothing' }
  const inRow = row === null ? report.filter : ofCode(db, report.filter, row as CodeId, report.rolledUp)
  const isTotal = report.name === 'code-frequency' || column === null || column === report.measure
  return passages(db, isTotal ? inRow : ofSources(inRow, [column as SourceId]))
}

function passages(db: Reader, filter: CodingFilter): Opened {
  return { kind: 'passages', filter, passages: countQuotations(db, filter) }
}
