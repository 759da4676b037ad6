/** The reports there are, by what one wants to know, and the question each of them begins with. */
import { reportQuery, type ReportName, type ReportQuery } from '../../schema/report-query.ts'
import type { CodingFilter } from '../../schema/report.ts'
import { Observable } from '../observable.ts'

export const catalogue = [
  { group: 'often', reports: ['code-frequency', 'code-by-source', 'coverage', 'timeline'] },
  { group: 'who', reports: ['code-by-attribute', 'code-by-question', 'facets'] },
  { group: 'together', reports: ['cooccurrence', 'similarity'] },
  { group: 'words', reports: ['words', 'keyness', 'kwic', 'collocations'] },
  { group: 'gaps', reports: ['never-used'] },
  { group: 'trust', reports: ['agreement'] },
] as const satisfies readonly { readonly group: string; readonly reports: readonly ReportName[] }[]

/** A report as it is first asked: the defaults are those of METHODS part 4. */
export function freshQuery(name: ReportName, filter: CodingFilter): ReportQuery {
  return reportQuery.parse(name === 'kwic' || name === 'collocations' ? { name, filter, word: '' } : { name, filter })
}

/** What the view asks: kept while the window is open. */
export const askedReport = new Observable<ReportQuery>(freshQuery('code-frequency', {}))
