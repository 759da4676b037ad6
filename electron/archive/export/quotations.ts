/** Coded quotations for the thesis, as a table or as a page to print. */
import type { Input } from '../../../schema/contract.ts'
import type { Sheet } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { countParked } from '../reports/coding-filter.ts'
import { quotationsOf } from '../reports/quotations.ts'
import { projectOf } from '../services/project.ts'
import { csvOf } from './csv.ts'
import { letOut, type Leaving } from './gate.ts'
import { quotationsPage } from './quotations-html.ts'
import { nameOf } from './words.ts'

export function exportQuotations(db: Reader, { format, filter }: Input<'export.quotations'>): Sheet {
  const { rows, withheld } = letOut(db, quotationsOf(db, filter))
  const sheet = { rows: rows.length, withheld }
  if (format === 'csv')
    return {
      ...sheet,
      fileName: 'quotations.csv',
      mediaType: 'text/csv; charset=utf-8',
      content: csvOf([header, ...rows.map(cellsOf)]),
    }
  return {
    ...sheet,
    fileName: 'quotations.html',
    mediaType: 'text/html; charset=utf-8',
    content: quotationsPage(projectOf(db).name, rows, { withheld, parked: countParked(db, filter) }),
  }
}

const header = [
  'document',
  'extract id',
  'page',
  'paragraph',
  'speaker',
  'codes',
  'coder',
  'date',
  'starred',
  'quote',
] as const

function cellsOf(row: Leaving): readonly (string | number)[] {
  const { document, extract, page, paragraph, speaker, codes, coder, date, starred, quote } = row
  return [
    document,
    extract,
    page || '',
    paragraph,
    speaker,
    codes.map(nameOf).join('; '),
    coder,
    date,
    starred ? 'yes' : '',
    quote,
  ]
}
