/** Coded quotations for the thesis: as text to read, or as a table for spreadsheets. */
import type { Input } from '../../../schema/contract.ts'
import { withUsual } from '../../../schema/quotation-export.ts'
import type { Sheet } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { csvOf } from './csv.ts'
import { leafletOf } from './leaflet.ts'
import { quotationsPage } from './quotations-html.ts'
import { quotationsMarkdown } from './quotations-md.ts'
import { quotationTable } from './quotation-table.ts'
import { quotationWords } from './quotation-words.ts'

export function exportQuotations(db: Reader, { format, ...asked }: Input<'export.quotations'>): Sheet {
  const wishes = withUsual(asked)
  const fileName = `${quotationWords(wishes.language).fileName}.${format}`
  if (format === 'csv') {
    const { columns, rows, withheld } = quotationTable(db, wishes)
    return {
      rows: rows.length,
      withheld,
      fileName,
      mediaType: 'text/csv; charset=utf-8',
      content: csvOf([
        columns.map(({ name }) => name),
        ...rows.map((row) => row.map((cell) => (cell === true ? quotationWords(wishes.language).yes : cell || ''))),
      ]),
    }
  }
  const leaflet = leafletOf(db, wishes)
  return {
    rows: leaflet.rows,
    withheld: leaflet.withheld,
    fileName,
    mediaType: format === 'md' ? 'text/markdown; charset=utf-8' : 'text/html; charset=utf-8',
    content: format === 'md' ? quotationsMarkdown(leaflet) : quotationsPage(leaflet),
  }
}
