/** The passage that is being placed by hand: one goes to its document, selects words there, and says "here". */
import type { DoubtfulPassage } from '../../schema/editing.ts'
import { isText } from '../../schema/passage.ts'
import { Observable } from '../observable.ts'
import { focusOn, openSource } from '../workspace.ts'

export const placing = new Observable<DoubtfulPassage | null>(null)

export function placeByHand(doubtful: DoubtfulPassage): void {
  const { passage } = doubtful
  if (!isText(passage)) return
  placing.set(doubtful)
  openSource(passage.source, { start: passage.start, end: passage.start })
  focusOn({ passage: null, code: null })
}
