/** Coded quotations as a file of a word processor or of a spreadsheet. */
import type { Input } from '../../../schema/contract.ts'
import { withUsual } from '../../../schema/quotation-export.ts'
import type { Workbook } from '../../../schema/report.ts'
import type { Making } from '../archive.ts'
import type { Reader } from '../db.ts'
import { leafletOf } from './leaflet.ts'
import { quotationTable } from './quotation-table.ts'
import { quotationWords } from './quotation-words.ts'
import { workbookOf } from './workbook.ts'

const openXml = 'application/vnd.openxmlformats-officedocument'

export async function exportQuotationBook(
  db: Reader,
  { format, ...asked }: Input<'export.quotationBook'>,
  making: Making,
): Promise<Workbook> {
  const wishes = withUsual(asked)
  const words = quotationWords(wishes.language)
  const fileName = `${words.fileName}.${format}`
  if (format === 'xlsx') {
    const { columns, rows, withheld, references } = quotationTable(db, wishes)
    return {
      rows: rows.length,
      withheld,
      fileName,
      mediaType: `${openXml}.spreadsheetml.sheet`,
      content: await workbookOf([
        { name: words.title, columns, rows },
        ...(references.length === 0
          ? []
          : [
              {
                name: words.references,
                columns: [{ name: words.references, type: 'text' as const }],
                rows: references.map((reference) => [reference]),
              },
            ]),
      ]),
    }
  }
  const leaflet = leafletOf(db, wishes)
  const { rows, withheld } = leaflet
  if (format === 'docx') {
    // Loaded when it is wanted: the library is large.
    const { quotationsDocx } = await import('./quotations-docx.ts')
    return {
      rows,
      withheld,
      fileName,
      mediaType: `${openXml}.wordprocessingml.document`,
      content: await quotationsDocx(leaflet, making),
    }
  }
  const { quotationsOdt } = await import('./quotations-odt.ts')
  return {
    rows,
    withheld,
    fileName,
    mediaType: 'application/vnd.oasis.opendocument.text',
    content: await quotationsOdt(leaflet, making),
  }
}
