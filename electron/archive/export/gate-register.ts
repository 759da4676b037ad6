/**
 * The gate for what is known of documents and cases. Attributes can identify people as surely as names.
 *
 * For sharing, each row gives what its quotation level lets out (METHODS 5.3): N everything; O nothing that
 * names a person; T types, and months instead of days; P and S the id alone; X nothing, the row neither.
 * Each attribute says from which level its values may leave. A working copy of the researcher's own holds
 * everything but what is closed (X); that it was made stands in the audit log under its name.
 */
import type { Attribute, SourceField } from '../../../schema/attribute.ts'
import type { QuotationLevel } from '../../../schema/source.ts'
import type { Reader } from '../db.ts'
import { listAttributes } from '../services/attributes.ts'

/** A row of the table before the gate. */
export interface Known {
  readonly id: string
  readonly name: string
  readonly level: QuotationLevel
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

export function registerGate(
  db: Reader,
  purpose: 'sharing' | 'own',
  rows: readonly Known[],
): { readonly rows: readonly Known[]; readonly withheld: number } {
  const open = rows.filter(({ level }) => level !== 'X')
  const withheld = rows.length - open.length
  if (purpose === 'own') return { rows: open, withheld }
  const isCases = open.some(({ fields }) => Object.keys(fields).length === 0)
  const attributes = listAttributes(db).filter(({ owner }) => (owner === 'case') === isCases)
  return {
    withheld,
    rows: open.map((row, at) => {
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
    }),
  }
}
