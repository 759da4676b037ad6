import type { Input } from '../../schema/contract.ts'
import type { DoubtfulPassage } from '../../schema/editing.ts'

export type FoundPlace = Input<'passage.placeMany'>['places'][number]

/** Where a passage belongs beyond doubt: its very words between the very words beside them, and only there. */
export function certainPlaceOf({
  passage,
  version,
  candidates,
}: Pick<DoubtfulPassage, 'passage' | 'version' | 'candidates'>): readonly FoundPlace[] {
  const [only, ...others] = candidates.filter(({ likeness }) => likeness === 100)
  return only && others.length === 0 ? [{ passage: passage.id, start: only.start, end: only.end, version }] : []
}
