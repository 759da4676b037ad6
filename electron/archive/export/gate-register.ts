/**
 * The gate for what is known of documents and cases. Attributes can identify people as surely as names.
 *
 * For sharing, each row gives what its quotation level lets out (METHODS 5.3): N everything; O nothing that
 * names a person; T types, and months instead of days; P and S the id alone; X nothing, the row neither.
 * Each attribute says from which level its values may leave. A working copy of the researcher's own holds
 * everything but what is closed (X); that it was made stands in the audit log under its name.
 */
import type { SourceField } from '../../../schema/attribute.ts'
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
      const lets = (from: QuotationLevel) => reach >= openness[from]
      const coarse = (value: string) => (reach === openness.T ? value.slice(0, 7) : value)
      const fields = Object.fromEntries(
        (Object.entries(row.fields) as [SourceField, string][])
          .filter(([field]) => lets(fieldFrom[field]))
          .map(([field, value]) => [field, field === 'collectedOn' ? coarse(value) : value]),
      )
      return {
        ...row,
        name: isCases && reach < nameOfCaseFrom ? String(at + 1) : row.name,
        fields,
        values: row.values.map((value, column) => {
          const attribute = attributes[column]
          if (!attribute || !lets(attribute.leavesFrom)) return ''
          return attribute.type === 'date' ? coarse(value) : value
        }),
      }
    }),
  }
}
