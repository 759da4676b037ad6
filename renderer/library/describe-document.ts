/** Describing a document: its card comes into sight, with the keyboard on its title. */
import type { SourceId } from '../../schema/ids.ts'
import { Observable } from '../observable.ts'
import { bringIntoSight, focusOn, openSource } from '../workspace.ts'

/** Asked for, until its card is there. */
export const described = new Observable<SourceId | null>(null)

export function describeDocument(source: SourceId): void {
  openSource(source)
  focusOn({ passage: null, code: null })
  bringIntoSight('right')
  described.set(source)
}
