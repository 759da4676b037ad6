/** Reports: asked, opened, kept, run again; and the words that reports about words leave out. */
import { z } from 'zod'
import { keptReportId } from '../ids.ts'
import { exported, nothing, read, work, workbook, write } from '../promised.ts'
import { cellPlace, reportPage, reportQuery } from '../report-query.ts'
import type { Comparison, KeptReport, Opened, ReportTable } from '../report-table.ts'
import { reportLanguages } from '../report-words.ts'
import type { Sheet, Workbook } from '../report.ts'
import type { StopWords } from '../stop-words.ts'

const leaving = { report: reportQuery, language: z.enum(reportLanguages).default('en') }
const key = z.string().max(400).nullable().default(null)
const words = z.array(z.string().max(100)).max(5000)

export const reportOperations = {
  /** Reports about words may answer with a note `incomplete`: ask again until it is gone. */
  'report.run': read(z.object({ report: reportQuery, page: reportPage.prefault({}) })).gives<ReportTable>(),
  /** What stands behind one number: a filter for `quotation.list`, or another report. */
  'report.passages': read(cellPlace.extend({ report: reportQuery })).gives<Opened>(),
  /** Keeps the whole answer beside its question; waits until all words are counted. */
  'report.keep': work(
    z.object({ report: reportQuery, title: z.string().max(300).default('') }),
    'Keep report',
  ).gives<KeptReport>(),
  /** The newest first. */
  'report.kept': read(nothing).gives<readonly KeptReport[]>(),
  /** Asks a kept report again and lists the numbers that are others now. */
  'report.again': read(z.object({ kept: keptReportId })).gives<Comparison>(),
  'report.rename': write(
    z.object({ kept: keptReportId, title: z.string().trim().min(1).max(300) }),
    'Rename report',
  ).gives<KeptReport>(),
  'report.forget': write(z.object({ kept: keptReportId }), 'Delete report').gives<null>(),

  'stopWord.list': read(nothing).gives<StopWords>(),
  'stopWord.change': write(
    z.object({ add: words.default([]), remove: words.default([]) }),
    'Change stop words',
  ).gives<StopWords>(),

  /** html: the table on a page of its own. svg: the chart of one column, of one row, or what the report suggests. Throws 'no-chart' where it is only read. */
  'export.report': exported(
    z.object({ ...leaving, format: z.enum(['csv', 'html', 'svg']), row: key, column: key }),
  ).gives<Sheet>(),
  'export.reportBook': workbook(z.object(leaving)).gives<Workbook>(),
} as const
