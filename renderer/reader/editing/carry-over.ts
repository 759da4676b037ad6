import { presentableDiff } from '@codemirror/merge'
import { ChangeSet } from '@codemirror/state'

/**
 * Changes made to `before`, as changes to `now`, which somebody else has made of it meanwhile. Where both
 * changed the same words, both are there afterwards, for the person to choose from.
 */
export function carriedOver(before: string, now: string, mine: ChangeSet): ChangeSet {
  const theirs = ChangeSet.of(
    presentableDiff(before, now, { timeout: 500 }).map(({ fromA, toA, fromB, toB }) => ({
      from: fromA,
      to: toA,
      insert: now.slice(fromB, toB),
    })),
    before.length,
    '\n',
  )
  return mine.map(theirs)
}
