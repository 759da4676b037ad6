/** What citations say of documents, and what is known of them, both as far as their levels let it out. */
import type { Attribute } from '../../../schema/attribute.ts'
import { lettersOf, type CitedSource } from '../../../schema/citation.ts'
import type { AttributeId, SourceId } from '../../../schema/ids.ts'
import type { QuotationLevel } from '../../../schema/source.ts'
import { sql, type Reader } from '../db.ts'
import { attributesOut } from './nouns-out.ts'
import { fieldOut, valueOut } from './gate-register.ts'
import { nameMask } from './name-mask.ts'
import { shownUnderTerms } from './small-groups.ts'
import { standingsIn } from './standing.ts'

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

/** Which documents leave, and what is shown of them: it is asked first where that fits few (`small-groups.ts`). */
export interface ShownOf {
  readonly sources: ReadonlySet<SourceId>
  readonly attributes: boolean
  readonly citation: boolean
}

export function citedSources(db: Reader, shown: ShownOf | null = null): CitedSources {
  const attributes = attributesOut(db)
  const mask = nameMask(db)
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
  const days = new Map(
    db
      .all<{ id: SourceId; day: string }>(sql`SELECT id, collected_on AS day FROM source`)
      .map(({ id, day }) => [id, day]),
  )
  const open = [...standingsIn(db).values()].map(({ id, short, title, kind, level }) => {
    const values = attributes.map(() => '')
    for (const { attribute, value } of known.get(id) ?? []) {
      const at = place.get(attribute)
      if (at !== undefined && values[at] === '') values[at] = mask(valueOut(attributes[at]!, value, level))
    }
    return { id, short, title, kind, level, collectedOn: days.get(id) ?? '', values }
  })
  const sources = underTerms(db, attributes, open, shown).map(
    ({ id, level, title, collectedOn, values, ...source }) => {
      const first = (wanted: readonly string[]) =>
        wanted.map((key) => values[attributes.findIndex((each) => each.key === key)] ?? '').find(Boolean) ?? ''
      return {
        ...source,
        id,
        level,
        title: mask(fieldOut('title', title, level)),
        collectedOn: fieldOut('collectedOn', collectedOn, level),
        role: first(keys.role),
        house: first(keys.house),
        body: first(keys.body),
        year: first(keys.year),
        isPersonal: first(['personal-communication']) === 'true',
        values,
      }
    },
  )
  const letters = lettersOf(sources)
  return { attributes, of: new Map(sources.map((source, at) => [source.id, { ...source, letter: letters[at] ?? 0 }])) }
}

interface Open extends Pick<KnownSource, 'short' | 'title' | 'kind' | 'collectedOn' | 'values'> {
  readonly id: SourceId
  readonly level: QuotationLevel
}

/** Values as they may be shown of documents that leave; what is not shown stays as it is. Throws 'small-groups'. */
function underTerms(
  db: Reader,
  attributes: readonly Attribute[],
  open: readonly Open[],
  shown: ShownOf | null,
): readonly Open[] {
  if (!shown || (!shown.attributes && !shown.citation)) return open
  const inCitation = new Set<string>([...keys.role, ...keys.house])
  const isShown = attributes.map(({ key }) => shown.attributes || inCitation.has(key))
  const rows = shownUnderTerms(
    db,
    attributes.map(({ name, type }) => ({ name, isDay: type === 'date' })),
    open.map((row) => ({ ...row, values: row.values.map((value, at) => (isShown[at] ? value : '')) })),
    shown.sources,
  )
  return open.map((row, n) => ({
    ...row,
    values: row.values.map((value, at) => (isShown[at] ? (rows[n]?.values[at] ?? '') : value)),
  }))
}
