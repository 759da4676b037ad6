/** What reading side by side shows, and how the window's address says it: Back goes through what was read. */
import type { CodeId } from '../../schema/ids.ts'

/** What groups are made of; an attribute by its id. */
export type GroupBy =
  | 'document'
  | 'kind'
  | 'speaker'
  | 'case'
  | 'coder'
  | 'time'
  | 'stance'
  | 'responsible'
  | 'weight'
  | 'question'
  | `attribute ${string}`

const groupBys: ReadonlySet<string> = new Set([
  'document',
  'kind',
  'speaker',
  'case',
  'coder',
  'time',
  'stance',
  'responsible',
  'weight',
  'question',
])

export type Beside =
  | { readonly kind: 'code'; readonly code: CodeId }
  /** The code itself in both columns, each with one group of it; '' where nothing is said. */
  | { readonly kind: 'groups'; readonly by: GroupBy; readonly left: string | null; readonly right: string | null }

export interface Reading {
  readonly code: CodeId | null
  readonly beside: Beside | null
  /** Headings within a column. */
  readonly group: GroupBy | null
}

export function readingIn(asked: string): Reading {
  const parts = new URLSearchParams(asked)
  const code = parts.get('code') as CodeId | null
  const other = parts.get('with') as CodeId | null
  const by = groupByIn(parts.get('by'))
  const beside: Beside | null = other
    ? { kind: 'code', code: other }
    : by && { kind: 'groups', by, left: parts.get('left'), right: parts.get('right') }
  return { code, beside: code ? beside : null, group: groupByIn(parts.get('group')) }
}

/** The same without codes that are not there any more: merged ones leave the other alone. */
export function settled(reading: Reading, isThere: (code: CodeId) => boolean): Reading {
  const { code, beside } = reading
  const other = beside?.kind === 'code' && isThere(beside.code) ? beside.code : null
  if (code && isThere(code)) return beside?.kind === 'code' && !other ? { ...reading, beside: null } : reading
  return { ...reading, code: other, beside: null }
}

export function askedBy({ code, beside, group }: Reading): string {
  const parts = new URLSearchParams()
  if (code) parts.set('code', code)
  if (beside?.kind === 'code') parts.set('with', beside.code)
  if (beside?.kind === 'groups') {
    parts.set('by', beside.by)
    if (beside.left !== null) parts.set('left', beside.left)
    if (beside.right !== null) parts.set('right', beside.right)
  }
  if (group) parts.set('group', group)
  return parts.toString()
}

function groupByIn(found: string | null): GroupBy | null {
  return found !== null && (groupBys.has(found) || found.startsWith('attribute ')) ? (found as GroupBy) : null
}
