/**
 * Documents by what is known of them: what `actor:ngo` means. What is known of a case holds for each of
 * its documents, so an attribute of cases can have several values for one document.
 */
import type { Attribute, AttributeCondition, Operator } from '../../../schema/attribute.ts'
import { answers } from '../../../schema/attribute-values.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { SourceId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'
import { attributeNamed, listAttributes } from './attributes.ts'

/** Every document's values of one attribute, its cases' included; documents without one are left out. */
export function valuesBySource(db: Reader, attribute: Attribute): ReadonlyMap<SourceId, readonly string[]> {
  const rows = db.all<{ source: SourceId; value: string }>(
    attribute.owner === 'source'
      ? sql`SELECT source, value FROM attribute_value WHERE attribute = ${attribute.id}`
      : sql`SELECT DISTINCT m.source, v.value FROM attribute_value v JOIN case_member m ON m.the_case = v.the_case
             WHERE v.attribute = ${attribute.id} ORDER BY v.value`,
  )
  const values = new Map<SourceId, string[]>()
  for (const { source, value } of rows) {
    const there = values.get(source)
    if (there) there.push(value)
    else values.set(source, [value])
  }
  return values
}

/**
 * Documents of which this is known, by the attribute's key, id or name. '!=' is the rest of '='. Throws
 * 'no-such-attribute'; a value that the type cannot read finds nothing.
 */
export function sourcesWhere(db: Reader, key: string, operator: Operator, value: string): ReadonlySet<SourceId> {
  return sourcesOf(db, { key, operator, values: [value] })
}

export function sourcesOf(db: Reader, { key, operator, values }: AttributeCondition): ReadonlySet<SourceId> {
  const attribute = attributeNamed(listAttributes(db), key)
  if (!attribute) throw new ArchiveError({ kind: 'no-such-attribute', attribute: key })
  const known = valuesBySource(db, attribute)
  const positive = operator === '!=' ? '=' : operator
  const found = new Set<SourceId>()
  for (const source of db.pluck<SourceId>(sql`SELECT id FROM source`)) {
    const has = known.get(source) ?? ['']
    const answered = values.some((wanted) => has.some((one) => answers(attribute, one, positive, wanted)))
    if (answered !== (operator === '!=')) found.add(source)
  }
  return found
}

/** Documents for which all of the conditions hold. */
export function sourcesWhereAll(db: Reader, conditions: readonly AttributeCondition[]): readonly SourceId[] {
  const [first, ...more] = conditions.map((condition) => sourcesOf(db, condition))
  if (!first) return db.pluck<SourceId>(sql`SELECT id FROM source`)
  return [...first].filter((source) => more.every((set) => set.has(source)))
}
