/**
 * Indirect identification (METHODS 5.2): how many documents share what would be shown of each. Fewer than three,
 * and whoever knows the field may know who spoke.
 *
 * Documents at level N may be named and are no question here, nor hide others; nor are published ones. Where
 * nothing of a document is shown there is nothing to know it by. Documents are counted in the whole archive, not
 * only among those that leave: one of five advisers is one of five also where she alone is quoted.
 */
import { ArchiveError } from '../../../schema/error.ts'
import type { SourceId } from '../../../schema/ids.ts'
import { fewestAlike, type SmallGroup, type SmallGroups } from '../../../schema/leaving.ts'
import type { QuotationLevel, SourceKind } from '../../../schema/source.ts'
import type { Reader } from '../db.ts'
import { departureOf } from './departure.ts'

/** What would be shown of one document, after its level. */
export interface Shown {
  readonly id: string
  readonly short: string
  readonly level: QuotationLevel
  readonly kind: SourceKind
  /** In the order of the columns; '' where nothing is shown. */
  readonly values: readonly string[]
}
export interface ShownColumn {
  readonly name: string
  readonly isDay: boolean
}

/** A question in a dialog holds no more. */
const mostTold = 50
const published: ReadonlySet<SourceKind> = new Set(['pamphlet', 'report', 'law', 'image'])

const monthOf = (value: string) => value.slice(0, 7)
const isAsked = ({ level, kind, values }: Shown) => level !== 'N' && !published.has(kind) && values.some(Boolean)
const coarser = (columns: readonly ShownColumn[], row: Shown): Shown => ({
  ...row,
  values: row.values.map((value, at) => (columns[at]?.isDay ? monthOf(value) : value)),
})

/** Groups of fewer than three that a document of `leaving` is in, the smallest first. */
export function smallGroupsIn(
  columns: readonly ShownColumn[],
  rows: readonly Shown[],
  leaving: ReadonlySet<string>,
): readonly { readonly group: SmallGroup; readonly ids: readonly string[] }[] {
  const alike = Map.groupBy(rows.filter(isAsked), ({ values }) => JSON.stringify(values))
  return [...alike.values()]
    .filter((group) => group.length < fewestAlike && group.some(({ id }) => leaving.has(id)))
    .map((group) => ({
      ids: group.map(({ id }) => id),
      group: {
        shown: columns.flatMap(({ name }, at) => {
          const value = group[0]?.values[at] ?? ''
          return value === '' ? [] : [{ name, value }]
        }),
        documents: group.map(({ short }) => short),
      },
    }))
    .toSorted((a, b) => a.ids.length - b.ids.length)
}

/** What the question says. */
export function toldOf(
  columns: readonly ShownColumn[],
  rows: readonly Shown[],
  leaving: ReadonlySet<string>,
): SmallGroups {
  const small = smallGroupsIn(columns, rows, leaving)
  return {
    groups: small.slice(0, mostTold).map(({ group }) => group),
    total: small.length,
    canCoarsen: rows.some(
      (row) => isAsked(row) && row.values.some((value, at) => columns[at]?.isDay && value !== monthOf(value)),
    ),
  }
}

/**
 * The rows as they may be shown under the terms of this export: the same, with months, or with nothing known of
 * those in small groups. Throws 'small-groups' where that has to be asked first. A reader that only looks gets
 * them as they are.
 */
export function shownUnderTerms(
  db: Reader,
  columns: readonly ShownColumn[],
  rows: readonly Shown[],
  leaving: ReadonlySet<SourceId | string>,
): readonly Shown[] {
  const departure = departureOf(db)
  if (!departure) return rows
  const { smallGroups: choice } = departure.terms
  const offered = choice === 'coarsen' ? rows.map((row) => (isAsked(row) ? coarser(columns, row) : row)) : rows
  const small = smallGroupsIn(columns, offered, leaving)
  departure.ledger.smallGroups = Math.max(departure.ledger.smallGroups, small.length)
  if (small.length === 0 || choice === 'accept') return offered
  if (choice !== 'leave-out') throw new ArchiveError({ kind: 'small-groups', ...toldOf(columns, offered, leaving) })
  const blank = new Set(small.flatMap(({ ids }) => ids))
  return offered.map((row) => (blank.has(row.id) ? { ...row, values: row.values.map(() => '') } : row))
}
