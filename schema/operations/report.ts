/** Reports: asked, opened, kept, run again. */
import { z } from 'zod'
import { exported, read, workbook } from '../promised.ts'
import { cellPlace, reportPage, reportQuery } from '../report-query.ts'
import type { Opened, ReportTable } from '../report-table.ts'
import { reportLanguages } from '../report-words.ts'
import type { Sheet, Workbook } from '../report.ts'

const leaving = { report: reportQuery, language: z.enum(reportLanguages).default('en') }
const key = z.string().max(400).nullable().default(null)

export const reportOperations = {
  'report.run': read(z.object({ report: reportQuery, page: reportPage.prefault({}) })).gives<ReportTable>(),
  /** What stands behind one number: a filter for `quotation.list`, or another report. */
  'report.passages': read(cellPlace.extend({ report: reportQuery })).gives<Opened>(),
  /** svg: the chart of one column, of one row, or what the report suggests. Throws 'no-chart' where it is only read. */
  'export.report': exported(
    z.object({ ...leaving, format: z.enum(['csv', 'svg']), row: key, column: key }),
  ).gives<Sheet>(),
  'export.reportBook': workbook(z.object(leaving)).gives<Workbook>(),
} as const
