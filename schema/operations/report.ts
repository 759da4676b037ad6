/** Reports: asked, opened, kept, run again. */
import { z } from 'zod'
import { read } from '../promised.ts'
import { cellPlace, reportPage, reportQuery } from '../report-query.ts'
import type { Opened, ReportTable } from '../report-table.ts'

export const reportOperations = {
  'report.run': read(z.object({ report: reportQuery, page: reportPage.prefault({}) })).gives<ReportTable>(),
  /** What stands behind one number: a filter for `quotation.list`, or another report. */
  'report.passages': read(cellPlace.extend({ report: reportQuery })).gives<Opened>(),
} as const
