/** What is known of each document, for grouping its passages: its own values, and those of its cases. */
import type { AttributeId, SourceId } from '../../schema/ids.ts'
import type { AttributeTable } from '../../schema/attribute.ts'
import type { TheCase } from '../../schema/case.ts'
import { between } from './passages.ts'

const none: ReadonlyMap<SourceId, string> = new Map()

/** By document; several values stand together. Documents of which nothing is known are left out. */
export function valuesOf(
  attribute: AttributeId,
  table: AttributeTable | undefined,
  cases: readonly TheCase[] | null,
): ReadonlyMap<SourceId, string> {
  const at = table?.columns.indexOf(attribute) ?? -1
  if (!table || at < 0) return none
  const known = table.rows.filter(({ values }) => values[at])
  if (cases === null) return new Map(known.map(({ owner, values }) => [owner as SourceId, values[at] ?? '']))
  return ofCases(cases, new Map(known.map(({ owner, values }) => [owner as string, values[at] ?? ''])))
}

/** The names of the cases of each document. */
export function caseNames(cases: readonly TheCase[]): ReadonlyMap<SourceId, string> {
  return ofCases(cases, new Map(cases.map(({ id, name }) => [id, name])))
}

function ofCases(cases: readonly TheCase[], known: ReadonlyMap<string, string>): ReadonlyMap<SourceId, string> {
  const found = new Map<SourceId, Set<string>>()
  for (const { id, sources } of cases) {
    const value = known.get(id)
    if (value === undefined) continue
    for (const source of sources) found.set(source, (found.get(source) ?? new Set()).add(value))
  }
  return new Map([...found].map(([source, values]) => [source, [...values].toSorted().join(between)]))
}
