/** What the reports view shows: kept while the window is open, and set by panes that lead to it. */
import type { CodeId } from '../../schema/ids.ts'
import { Observable } from '../observable.ts'
import { go } from '../workspace.ts'

/** The code whose passages stand below the report; null: all. */
export const quotedCode = new Observable<CodeId | null>(null)

export function showQuotationsOf(code: CodeId): void {
  quotedCode.set(code)
  go({ view: 'reports' })
}
