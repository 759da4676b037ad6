/** What may stand behind `name:` in a query, for completion and for the nearest of a value that nothing has. */
import { responsibles, stances } from '../../../../schema/coding.ts'
import { filterCalled, type FilterName } from '../../../../schema/query-names.ts'
import { speakerRoles } from '../../../../schema/search.ts'
import { languages, sourceKinds } from '../../../../schema/source.ts'
import { sql, type Reader } from '../../db.ts'
import { attributeNamed, listAttributes } from '../../services/attributes.ts'
import { guideOf } from '../../services/guide-questions.ts'
import type { Study } from '../study.ts'

const most = 5000

/** A value as a query writes it, and what else it is known by: '' or the name of a question, the title of a document. */
export interface KnownValue {
  readonly value: string
  readonly also: string
}

export function valuesOf(db: Reader, study: Study, name: string): readonly KnownValue[] {
  const filter = filterCalled(name)
  if (filter === 'question') return guideOf(db).map(({ number, name: also }) => ({ value: number, also }))
  if (filter === 'document') return study.sources.map(({ short, title }) => ({ value: short, also: title }))
  return plainValues(db, study, name, filter).map((value) => ({ value, also: '' }))
}

function plainValues(
  db: Reader,
  study: Study,
  name: string,
  filter: Exclude<FilterName, 'question' | 'document'> | null,
): readonly string[] {
  switch (filter) {
    case 'kind':
      return sourceKinds
    case 'language':
      return languages
    case 'role':
      return speakerRoles
    case 'stance':
      return stances
    case 'blames':
      return responsibles
    case 'weight':
      return ['1', '2', '3']
    case 'star':
      return ['yes', 'no']
    case 'coder':
      return study.coders.map((coder) => coder.name)
    case 'speaker':
      return db.pluck<string>(sql`SELECT DISTINCT label FROM speaker ORDER BY label LIMIT ${most}`)
    case 'case':
      return db.pluck<string>(sql`SELECT name FROM the_case ORDER BY name LIMIT ${most}`)
    case 'date':
      return [...new Set(study.sources.map(({ collectedOn }) => collectedOn).filter((day) => day !== ''))].toSorted()
    case null: {
      const attribute = attributeNamed(listAttributes(db), name)
      if (!attribute) return []
      if (attribute.type === 'boolean') return ['yes', 'no']
      const used = db.pluck<string>(
        sql`SELECT DISTINCT value FROM attribute_value WHERE attribute = ${attribute.id} ORDER BY value LIMIT ${most}`,
      )
      return [...new Set([...attribute.choices, ...used])]
    }
  }
}
