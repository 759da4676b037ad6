/** Which passages are about to be exported, and how the person last wished it: kept while the window is open. */
import {
  usualColumns,
  type QuotationColumn,
  type QuotationFormat,
  type QuotationGroup,
} from '../../schema/quotation-export.ts'
import type { CodingFilter } from '../../schema/report.ts'
import { Observable } from '../observable.ts'

/** Null: the sheet is closed. */
export const exportWish = new Observable<CodingFilter | null>(null)

export interface Manner {
  readonly format: QuotationFormat
  readonly by: QuotationGroup | 'none'
  readonly context: number
  readonly columns: readonly QuotationColumn[]
}
export const manner = new Observable<Manner>({ format: 'docx', by: 'code', context: 0, columns: usualColumns })
