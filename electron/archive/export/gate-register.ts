/**
 * The gate for what is known of documents and cases. Attributes can identify people as surely as names.
 *
 * For sharing, each row gives what its quotation level lets out (METHODS 5.3): N everything; O nothing that
 * names a person; T types, and months instead of days; P and S the id alone; X nothing, the row neither.
 * Each attribute says from which level its values may leave. A working copy of the researcher's own holds
 * everything but what is closed (X); that it was made stands in the audit log under its name.
 */
import type { Attribute, SourceField } from '../../../schema/attribute.ts'
import type { QuotationLevel, SourceKind } from '../../../schema/source.ts'
import type { SourceId } from '../../../schema/ids.ts'
import type { Reader } from '../db.ts'
import { attributesOut } from './nouns-out.ts'
import { nameMask, type NameMask } from './name-mask.ts'
import { shownUnderTerms } from './small-groups.ts'
import { noteDown, standingsIn } from './standing.ts'

/** A row of the table before the gate. */
export interface Known {
  readonly id: string
  readonly name: string
  readonly level: QuotationLevel
  /** Of a document; a case has none. */
  readonly kind: SourceKind | null
  readonly fields: Readonly<Partial<Record<SourceField, string>>>
  /** In the order of the attributes. */
  readonly values: readonly string[]
}

const openness: Readonly<Record<QuotationLevel, number>> = { X: -1, S: 0, P: 0, T: 1, O: 2, N: 3 }
const fieldFrom: Readonly<Record<SourceField, QuotationLevel>> = {
  title: 'N',
  citation: 'N',
  place: 'O',
  collectedOn: 'T',
  kind: 'T',
  language: 'T',
  quotationLevel: 'P',
}
/** A month instead of a day, where the level lets out no more. */
const coarse = (value: string, reach: number) => (reach === openness.T ? value.slice(0, 7) : value)

/** What is known of a document or case as its level lets it out: '' where it does not. */
export function valueOut(
  { leavesFrom, type }: Pick<Attribute, 'leavesFrom' | 'type'>,
  value: string,
  level: QuotationLevel,
): string {
  const reach = openness[level]
  if (reach < openness[leavesFrom]) return ''
  return type === 'date' ? coarse(value, reach) : value
}

/** The same of what every document has of itself. */
export function fieldOut(field: SourceField, value: string, level: QuotationLevel): string {
  const reach = openness[level]
  if (reach < openness[fieldFrom[field]]) return ''
  return field === 'collectedOn' ? coarse(value, reach) : value
}

/** Whether a case of documents at these levels may be called by its name. */
export const mayNameCase = (levels: readonly QuotationLevel[]): boolean =>
  levels.length > 0 && levels.every((level) => openness[level] >= nameOfCaseFrom)

/** Cases are named by organisation; less open ones by their number. */
const nameOfCaseFrom = openness.O

/** `leaving`: the rows that are asked for, where the others are only counted. */
export function registerGate(
  db: Reader,
  purpose: 'sharing' | 'own',
  rows: readonly Known[],
  leaving: ReadonlySet<string> = new Set(rows.map(({ id }) => id)),
): { readonly rows: readonly Known[]; readonly withheld: number } {
  const open = rows.filter(({ level }) => level !== 'X').map((row) => masked(row, nameMask(db)))
  const withheld = rows.length - open.length
  const standings = standingsIn(db)
  noteDown(
    db,
    rows.flatMap(({ id }) => (leaving.has(id) ? (standings.get(id as SourceId) ?? []) : [])),
  )
  if (purpose === 'own') return { rows: open, withheld }
  const isCases = open.some(({ kind }) => kind === null)
  const attributes = attributesOut(db).filter(({ owner }) => (owner === 'case') === isCases)
  const out = open.map((row, at): Known => {
    const reach = openness[row.level]
    const fields = Object.fromEntries(
      (Object.entries(row.fields) as [SourceField, string][])
        .filter(([field]) => reach >= openness[fieldFrom[field]])
        .map(([field, value]) => [field, fieldOut(field, value, row.level)]),
    )
    return {
      ...row,
      name: isCases && reach < nameOfCaseFrom ? String(at + 1) : row.name,
      fields,
      values: row.values.map((value, column) => {
        const attribute = attributes[column]
        return attribute ? valueOut(attribute, value, row.level) : ''
      }),
    }
  })
  return { withheld, rows: anonymous(db, out, attributes, leaving) }
}

/** Names of the open name table replaced in all that is known; a choice of level or kind is no text. */
const masked = (row: Known, mask: NameMask): Known => ({
  ...row,
  name: mask(row.name),
  values: row.values.map((value) => mask(value)),
  fields: Object.fromEntries(
    (Object.entries(row.fields) as [SourceField, string][]).map(([field, value]) => [
      field,
      ['title', 'place', 'citation'].includes(field) ? mask(value) : value,
    ]),
  ),
})

/** What every document has of itself and may be known by, beside its attributes. */
const telling = ['place', 'collectedOn'] as const satisfies readonly SourceField[]

/** The rows under the terms of this export where few share what is shown of them. Throws 'small-groups'. */
function anonymous(
  db: Reader,
  rows: readonly Known[],
  attributes: readonly Attribute[],
  leaving: ReadonlySet<string>,
): readonly Known[] {
  const columns = [
    ...telling.map((field) => ({ name: field, isDay: field === 'collectedOn' })),
    ...attributes.map(({ name, type }) => ({ name, isDay: type === 'date' })),
  ]
  const shown = shownUnderTerms(
    db,
    columns,
    rows.map(({ id, name, level, kind, fields, values }) => ({
      id,
      short: name,
      level,
      kind: kind ?? 'transcript',
      values: [...telling.map((field) => fields[field] ?? ''), ...values],
    })),
    leaving,
  )
  return rows.map((row, at) => {
    const values = shown[at]?.values ?? []
    const fields: Partial<Record<SourceField, string>> = { ...row.fields }
    for (const [n, field] of telling.entries()) if (fields[field] !== undefined) fields[field] = values[n] ?? ''
    return { ...row, fields, values: values.slice(telling.length) }
  })
}
