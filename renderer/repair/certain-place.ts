import type { DoubtfulPassage } from '../../schema/editing.ts'
import type { PassageId } from '../../schema/ids.ts'

/** Where a passage belongs beyond doubt: its very words between the very words beside them, and only there. */
export function certainPlaceOf({ passage, candidates }: Pick<DoubtfulPassage, 'passage' | 'candidates'>): readonly {
  readonly passage: PassageId
  readonly start: number
  readonly end: number
}[] {
  const [only, ...others] = candidates.filter(({ likeness }) => likeness === 100)
  return only && others.length === 0 ? [{ passage: passage.id, start: only.start, end: only.end }] : []
}
