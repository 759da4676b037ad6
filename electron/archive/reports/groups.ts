/** Documents in groups: by what every document has (kind, language, quotation level) or by an attribute. */
import type { Reader } from '../db.ts'
import type { Study } from './study.ts'

export interface Group {
  /** null: documents that have no value. */
  readonly value: string | null
  /** Into the study's sources. */
  readonly sources: readonly number[]
}
export interface Groups {
  readonly groups: readonly Group[]
  /** By source; -1 where it is not meant. */
  readonly groupAt: Int32Array
  /** Documents without a value. */
  readonly without: number
}

export function groupsOf(db: Reader, study: Study, sources: readonly number[], key: string): Groups {
  const valueOf = valuesOf(db, study, key)
  const order = valueOf.order
  const members = new Map<string | null, number[]>(order.map((value) => [value, []]))
  for (const source of sources) {
    const value = valueOf.of(source)
    const list = members.get(value)
    if (list) list.push(source)
    else members.set(value, [source])
  }
  const without = members.get(null)?.length ?? 0
  members.delete(null)
  const groups: Group[] = [...members].flatMap(([value, list]) => (list.length > 0 ? [{ value, sources: list }] : []))
  if (without > 0) groups.push({ value: null, sources: sources.filter((source) => valueOf.of(source) === null) })
  const groupAt = new Int32Array(study.sources.length).fill(-1)
  for (const [n, group] of groups.entries()) for (const source of group.sources) groupAt[source] = n
  return { groups, groupAt, without }
}

interface Values {
  /** Values in the order in which they are to stand; others follow as they come. */
  readonly order: readonly string[]
  readonly of: (source: number) => string | null
}

function valuesOf(_: Reader, study: Study, key: string): Values {
  const field = key === 'language' ? 'language' : key === 'level' ? 'level' : 'kind'
  const order = [...new Set(study.sources.map((source) => source[field]))].toSorted()
  return { order, of: (source) => study.sources[source]?.[field] ?? null }
}
