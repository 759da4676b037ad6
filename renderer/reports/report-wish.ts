/** Which number of the report is open: kept while the window is open, and set by panes that lead to passages. */
import type { CodeId, RoundId } from '../../schema/ids.ts'
import { reportQuery, type CellPlace, type ReportName } from '../../schema/report-query.ts'
import { Observable } from '../observable.ts'
import { go } from '../workspace.ts'
import { askedReport, freshQuery } from './catalogue.ts'

/** The number whose passages stand below the report; null: all that the report is about. */
export const openedPlace = new Observable<CellPlace | null>(null)

export function showQuotationsOf(code: CodeId): void {
  askedReport.set(freshQuery('code-frequency', {}))
  openedPlace.set({ row: code, column: null })
  go({ view: 'reports' })
}

/** Another report about what the last one was about. */
export function showReport(name: ReportName): void {
  askedReport.set(freshQuery(name, askedReport.value.filter))
  openedPlace.set(null)
  go({ view: 'reports' })
}

/** How far the readers of a round agree with its first coder. */
export function showAgreementOf(round: RoundId): void {
  askedReport.set(reportQuery.parse({ name: 'agreement', round }))
  openedPlace.set(null)
  go({ view: 'reports' })
}
