/** How a report's numbers and names are printed, on the screen and in files alike. */
import type { Cell, CellType, ReportColumn, ReportRow, Stand } from './report-table.ts'
import type { ReportWords } from './report-words.ts'

interface Printer {
  readonly count: Intl.NumberFormat
  readonly share: Intl.NumberFormat
  readonly decimal: Intl.NumberFormat
}
const printers = new Map<string, Printer>()

/** Made once for a language: making a formatter is slow. */
function printerOf(locale: string): Printer {
  const known = printers.get(locale)
  if (known) return known
  const made: Printer = {
    count: new Intl.NumberFormat(locale),
    share: new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 0, maximumFractionDigits: 1 }),
    // Three decimals on the screen (METHODS 3.7); full precision in files with typed cells.
    decimal: new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }),
  }
  printers.set(locale, made)
  return made
}

/** '—' where it is undefined. */
export function printedCell(cell: Cell, type: CellType, { locale }: ReportWords): string {
  if (cell === null) return '—'
  if (typeof cell === 'string' || type === 'text') return String(cell)
  return printerOf(locale)[type].format(cell)
}

/** What a row or column stands for, in words; data where it is data. */
export function standName(stands: Stand, label: string, words: ReportWords): string {
  switch (stands.kind) {
    case 'group':
      if (stands.value === null) return words.noValue
      if (stands.attribute === 'kind') return words.kinds[stands.value] ?? label
      if (stands.attribute === 'language') return words.languages[stands.value] ?? label
      return label
    case 'facet':
      return stands.value === null ? words.otherwise : (words.facets[stands.value] ?? label)
    case 'period':
      return stands.from === null ? words.undated : label
    case 'question':
      return stands.question === null ? words.otherwise : label
    case 'every-code':
      return words.agreement.everyCode[stands.how]
    case 'code':
    case 'source':
    case 'word':
    case 'place':
      return label
  }
}

export const rowName = ({ stands, label }: ReportRow, words: ReportWords): string => standName(stands, label, words)

export function columnName({ stands, label, measure }: ReportColumn, words: ReportWords): string {
  if (stands) return standName(stands, label, words)
  if (label !== '' && (measure === 'onlyFirst' || measure === 'onlySecond')) return words.agreement.only(label)
  return label || words.measures[measure].name
}
