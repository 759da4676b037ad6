/** Which passages the repair desk shows: kept while the window is open, and set by what leads to it. */
import type { SourceId } from '../../schema/ids.ts'
import { Observable } from '../observable.ts'
import { go } from '../workspace.ts'

/** The document whose passages are looked at; null: those of all documents. */
export const doubtfulOf = new Observable<SourceId | null>(null)

export function showDoubtful(source: SourceId | null): void {
  doubtfulOf.set(source)
  go({ view: 'repair' })
}
