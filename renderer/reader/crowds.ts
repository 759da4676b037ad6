/** Where so many passages overlap that there is room for their keys only. */
import type { PassageId } from '../../schema/ids.ts'
import type { CodedWords } from '../../schema/passage.ts'

/** More codings than this over one place are a crowd. */
export const mostAtOnce = 10

/** Those of `passages` that begin where, with them, more than ten codings lie over the text. */
export function crowdedAmong(passages: readonly CodedWords[]): ReadonlySet<PassageId> {
  const crowded = new Set<PassageId>()
  let open: CodedWords[] = []
  for (const passage of passages.toSorted((a, b) => a.start - b.start)) {
    open = open.filter(({ end }) => end > passage.start)
    open.push(passage)
    const depth = open.reduce((sum, { codings }) => sum + codings.length, 0)
    if (depth > mostAtOnce) for (const each of open) crowded.add(each.id)
  }
  return crowded
}
