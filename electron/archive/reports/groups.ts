/**
 * Documents in groups: by what every document has (kind, language, quotation level), by case, or by an
 * attribute. A document of several cases can be in several groups.
 */
import { compareValues } from '../../../schema/attribute-values.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { SourceId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'
import { valuesBySource } from '../services/attribute-filter.ts'
import { attributeNamed, listAttributes } from '../services/attributes.ts'
import type { Study } from './study.ts'

export interface Group {
  /** null: documents that have no value. */
  readonly value: string | null
  readonly label: string
  /** Into the study's sources. */
  readonly sources: readonly number[]
}
export interface Groups {
  readonly groups: readonly Group[]
  /** By source; none where it is not meant. */
  readonly groupsOf: readonly (readonly number[])[]
  /** Documents without a value, and with more than one. */
  readonly without: number
  readonly withSeveral: number
}

const nowhere: readonly number[] = []

/** `key`: 'kind', 'language', 'level', 'case', or an attribute's id or key. Throws 'no-such-attribute'. */
export function groupsBy(db: Reader, study: Study, sources: readonly number[], key: string): Groups {
  const { valuesOf, compare, label } = valuesBy(db, study, key)
  const members = new Map<string, number[]>()
  const silent: number[] = []
  let withSeveral = 0
  for (const source of sources) {
    const values = valuesOf(source)
    if (values.length === 0) silent.push(source)
    if (values.length > 1) withSeveral++
    for (const value of values) {
      const list = members.get(value)
      if (list) list.push(source)
      else members.set(value, [source])
    }
  }
  const groups: Group[] = [...members]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([value, list]) => ({ value, label: label(value), sources: list }))
  if (silent.length > 0) groups.push({ value: null, label: '', sources: silent })
  const groupsOf: (readonly number[])[] = study.sources.map(() => nowhere)
  for (const [n, group] of groups.entries())
    for (const source of group.sources) groupsOf[source] = [...(groupsOf[source] ?? nowhere), n]
  return { groups, groupsOf, without: silent.length, withSeveral }
}

interface Values {
  readonly valuesOf: (source: number) => readonly string[]
  readonly compare: (a: string, b: string) => number
  readonly label: (value: string) => string
}

const itself = (value: string) => value
const alphabetical = new Intl.Collator('und', { numeric: true }).compare

function valuesBy(db: Reader, study: Study, key: string): Values {
  if (key === 'kind' || key === 'language' || key === 'level')
    return { valuesOf: (n) => [study.sources[n]?.[key] ?? ''], compare: alphabetical, label: itself }
  const idOf = (n: number) => study.sources[n]?.id ?? ('' as SourceId)
  if (key === 'case') {
    const rows = db.all<{ source: SourceId; id: string; name: string }>(
      sql`SELECT m.source, t.id, t.name FROM case_member m JOIN the_case t ON t.id = m.the_case`,
    )
    const names = new Map(rows.map(({ id, name }) => [id, name]))
    const cases = Map.groupBy(rows, ({ source }) => source)
    const label = (id: string) => names.get(id) ?? ''
    return {
      valuesOf: (n) => (cases.get(idOf(n)) ?? []).map(({ id }) => id),
      compare: (a, b) => alphabetical(label(a), label(b)),
      label,
    }
  }
  const attribute = attributeNamed(listAttributes(db), key)
  if (!attribute) throw new ArchiveError({ kind: 'no-such-attribute', attribute: key })
  const values = valuesBySource(db, attribute)
  return {
    valuesOf: (n) => values.get(idOf(n)) ?? [],
    compare: (a, b) => compareValues(attribute, a, b),
    label: itself,
  }
}

/** How a group is called in the keys of an answer; a value can be any text, 'none' too. */
export const groupKey = ({ value }: Group) => (value === null ? 'none' : `=${value}`)
