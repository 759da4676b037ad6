/**
 * Where codes may go in the tree: by the pointer over a row, or one step by keyboard.
 *
 * The upper quarter of a row means before it, the lower after it, the middle into it. After the last of
 * its siblings the pointer's distance from the left chooses how far out the codes land. A place counts
 * among the new siblings without the codes that move, as the archive counts it.
 */
import type { Code } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import { topmostOf, type TreeRow } from './tree-rows.ts'
import type { Codes } from './use-codebook.ts'

export interface Place {
  readonly parent: CodeId | null
  readonly position: number
}

export interface DropPlace extends Place {
  /** The row at which it is shown: a line at its edge, or the row itself. */
  readonly row: number
  readonly edge: 'before' | 'after' | 'into'
  /** Of the codes once they are there. */
  readonly level: number
}

export interface Pointing {
  /** The row under the pointer, and how far down in it, 0 to 1. */
  readonly row: number
  readonly down: number
  /** The level that the pointer's distance from the left stands for. */
  readonly level: number
}

/** Null: nothing may go there. `canOrder` is false where rows are not shown in their own order. */
export function placeAt(
  codes: Codes,
  rows: readonly TreeRow[],
  moving: ReadonlySet<CodeId>,
  { row: at, down, level }: Pointing,
  canOrder: boolean,
): DropPlace | null {
  const row = rows[at]
  if (!row) return null
  const found = candidate(codes, rows, at, row, canOrder ? down : 0.5, level)
  for (let above = found.parent; above; above = codes.byId.get(above)?.parent ?? null)
    if (moving.has(above)) return null
  const before = found.before
  const siblings = codes.childrenOf.get(found.parent) ?? []
  const until =
    before === null
      ? siblings
      : siblings.slice(
          0,
          siblings.findIndex(({ id }) => id === before),
        )
  const position = until.filter(({ id }) => !moving.has(id)).length
  return { parent: found.parent, position, row: at, edge: found.edge, level: found.level }
}

interface Candidate {
  readonly parent: CodeId | null
  /** The sibling that it comes before; null: the end. */
  readonly before: CodeId | null
  readonly edge: DropPlace['edge']
  readonly level: number
}

function candidate(
  codes: Codes,
  rows: readonly TreeRow[],
  at: number,
  { code, level, isOpen }: TreeRow,
  down: number,
  wished: number,
): Candidate {
  if (down < 0.25) return { parent: code.parent, before: code.id, edge: 'before', level }
  if (down <= 0.75) return { parent: code.id, before: null, edge: 'into', level: level + 1 }
  if (isOpen) {
    const first = codes.childrenOf.get(code.id)?.[0]
    return { parent: code.id, before: first?.id ?? null, edge: 'after', level: level + 1 }
  }
  let sibling: Code = code
  let depth = level
  const lowest = rows[at + 1]?.level ?? 1
  while (depth > lowest && depth > wished) {
    const above = sibling.parent ? codes.byId.get(sibling.parent) : undefined
    if (!above) break
    sibling = above
    depth--
  }
  return { parent: sibling.parent, before: nextOf(codes, sibling), edge: 'after', level: depth }
}

function nextOf(codes: Codes, code: Code): CodeId | null {
  const siblings = codes.childrenOf.get(code.parent) ?? []
  return siblings[siblings.findIndex(({ id }) => id === code.id) + 1]?.id ?? null
}

export type Step = 'up' | 'down' | 'in' | 'out'

/** One step by keyboard; null where there is no further place. In: below the sibling above. Out: after the parent. */
export function stepOf(codes: Codes, ids: ReadonlySet<CodeId>, step: Step): Place | null {
  const moving = topmostOf(codes, ids)
  const [first] = moving
  const last = moving.at(-1)
  if (!first || !last) return null
  const rest = (parent: CodeId | null) => (codes.childrenOf.get(parent) ?? []).filter(({ id }) => !ids.has(id))
  const siblings = codes.childrenOf.get(first.parent) ?? []
  const index = siblings.findIndex(({ id }) => id === first.id)
  const position = siblings.slice(0, index).filter(({ id }) => !ids.has(id)).length
  switch (step) {
    case 'up':
      return position > 0 ? { parent: first.parent, position: position - 1 } : null
    case 'down':
      return position < rest(first.parent).length ? { parent: first.parent, position: position + 1 } : null
    case 'in': {
      const above = rest(first.parent)[position - 1]
      return above ? { parent: above.id, position: rest(above.id).length } : null
    }
    case 'out': {
      const parent = first.parent ? codes.byId.get(first.parent) : undefined
      if (!parent) return null
      const around = rest(parent.parent)
      return { parent: parent.parent, position: around.findIndex(({ id }) => id === parent.id) + 1 }
    }
  }
}
