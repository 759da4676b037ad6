/** What citations say of documents, and what is known of them, both as far as their levels let it out. */
import type { Attribute } from '../../../schema/attribute.ts'
import { lettersOf, type CitedSource } from '../../../schema/citation.ts'
import type { AttributeId, SourceId } from '../../../schema/ids.ts'
import type { QuotationLevel, SourceKind } from '../../../schema/source.ts'
import { sql, type Reader } from '../db.ts'
import { listAttributes } from '../services/attributes.ts'
import { fieldOut, valueOut } from './gate-register.ts'

export interface KnownSource extends CitedSource {
  /** In the order of `attributes`; '' where nothing is known or nothing leaves. */
  readonly values: readonly string[]
}
export interface CitedSources {
  readonly attributes: readonly Attribute[]
  readonly of: ReadonlyMap<SourceId, KnownSource>
}

/** Keys of the usual attributes that citations are made of. */
const keys = { role: ['post', 'role-group'], house: ['organisation', 'actor'], body: ['body'], year: ['year'] } as const

export function citedSources(db: Reader): CitedSources {
  const attributes = listAttributes(db)
  const place = new Map(attributes.map(({ id }, at) => [id, at]))
  const known = Map.groupBy(
    // A document's own value counts before that of its cases.
    db.all<{ source: SourceId; attribute: AttributeId; value: string }>(sql`
      SELECT source, attribute, value, 0 AS inherited FROM attribute_value WHERE source IS NOT NULL
      UNION ALL
      SELECT m.source, v.attribute, v.value, 1 FROM case_member m JOIN attribute_value v ON v.the_case = m.the_case
      ORDER BY inherited, value`),
    ({ source }) => source,
  )
  const sources = db
    .all<{ id: SourceId; short: string; title: string; kind: SourceKind; level: QuotationLevel; collectedOn: string }>(
      sql`SELECT id, short, title, kind, quotation_level AS level, collected_on AS collectedOn FROM source ORDER BY number`,
    )
    .map(({ id, level, title, collectedOn, ...source }) => {
      const values = attributes.map(() => '')
      for (const { attribute, value } of known.get(id) ?? []) {
        const at = place.get(attribute)
        if (at !== undefined && values[at] === '') values[at] = valueOut(attributes[at]!, value, level)
      }
      const first = (wanted: readonly string[]) =>
        wanted.map((key) => values[attributes.findIndex((each) => each.key === key)] ?? '').find(Boolean) ?? ''
      return {
        ...source,
        id,
        level,
        title: fieldOut('title', title, level),
        collectedOn: fieldOut('collectedOn', collectedOn, level),
        role: first(keys.role),
        house: first(keys.house),
        body: first(keys.body),
        year: first(keys.year),
        isPersonal: first(['personal-communication']) === 'true',
        values,
      }
    })
  const letters = lettersOf(sources)
  return { attributes, of: new Map(sources.map((source, at) => [source.id, { ...source, letter: letters[at] ?? 0 }])) }
}
