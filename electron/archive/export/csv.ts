/**
 * A table for spreadsheets: UTF-8 with a byte-order mark, or Cyrillic turns to rubbish there; rows end in CRLF, and a
 * cell with a comma, a quotation mark or a line end of either kind stands in quotation marks (RFC 4180). A cell that a
 * spreadsheet would run as a formula gets an apostrophe before it.
 */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\u{FEFF}${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`

/** What begins a formula in one spreadsheet or another, full-width signs as well (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** Of most cells one look says that they stand as they are. */
const mayBeOther = new RegExp(`${formula.source}|[",\\r\\n]`)

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  if (!mayBeOther.test(value)) return value
  const cell = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
