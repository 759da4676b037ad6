/**
 * The codebook as rows: the tree as it is folded, sorted and filtered.
 *
 * A filter never hides where a code stands: what is above a code that fits stays, quieter. While one
 * filters nothing is folded.
 */
import type { Code, CodeCount } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import type { Codes } from './use-codebook.ts'

export const sorts = ['guide', 'name', 'count'] as const
export type Sort = (typeof sorts)[number]

export interface TreeRow {
  readonly code: Code
  /** From 1. */
  readonly level: number
  /** Null: nothing below it. */
  readonly isOpen: boolean | null
  /** Its place among the siblings shown, from 1, and how many there are. */
  readonly at: number
  readonly of: number
  /** Shown only because something below it fits. */
  readonly isContext: boolean
}

export interface Wish {
  readonly folded: ReadonlySet<CodeId>
  readonly sort: Sort
  readonly counts: ReadonlyMap<CodeId, CodeCount>
  /** The codes that fit; null where nothing is filtered. */
  readonly fits: ReadonlySet<CodeId> | null
}

export function rowsOf(codes: Codes, { folded, sort, counts, fits }: Wish): readonly TreeRow[] {
  const shown = fits && withAncestors(codes, fits)
  const order = orderBy(sort, counts)
  const rows: TreeRow[] = []
  const walk = (parent: CodeId | null, level: number): void => {
    const all = codes.childrenOf.get(parent) ?? []
    const siblings = shown ? all.filter(({ id }) => shown.has(id)) : all
    const sorted = order ? siblings.toSorted(order) : siblings
    for (const [index, code] of sorted.entries()) {
      const below = codes.childrenOf.get(code.id) ?? []
      const hasRows = shown ? below.some(({ id }) => shown.has(id)) : below.length > 0
      const isOpen = hasRows ? shown !== null || !folded.has(code.id) : null
      const isContext = fits !== null && !fits.has(code.id)
      rows.push({ code, level, isOpen, at: index + 1, of: sorted.length, isContext })
      if (isOpen) walk(code.id, level + 1)
    }
  }
  walk(null, 1)
  return rows
}

function orderBy(sort: Sort, counts: Wish['counts']): ((a: Code, b: Code) => number) | null {
  if (sort === 'guide') return null
  const byName = (a: Code, b: Code) => a.name.localeCompare(b.name, undefined, { numeric: true })
  if (sort === 'name') return byName
  const total = ({ id }: Code) => counts.get(id)?.total ?? 0
  return (a, b) => total(b) - total(a) || byName(a, b)
}

function withAncestors(codes: Codes, fits: ReadonlySet<CodeId>): ReadonlySet<CodeId> {
  const shown = new Set<CodeId>()
  for (const id of fits)
    for (let at: CodeId | null | undefined = id; at && !shown.has(at); at = codes.byId.get(at)?.parent) shown.add(at)
  return shown
}

/** Everything below these rows goes along with them: those that a person has in hand. */
export function topmostOf(codes: Codes, ids: ReadonlySet<CodeId>): readonly Code[] {
  return codes.all.filter((code) => {
    if (!ids.has(code.id)) return false
    for (let above = code.parent; above; above = codes.byId.get(above)?.parent ?? null) if (ids.has(above)) return false
    return true
  })
}
