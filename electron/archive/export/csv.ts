import { stringify } from 'csv-stringify/sync'

/**
 * A table for spreadsheets: UTF-8 with a byte-order mark, or Cyrillic turns to rubbish there; lines
 * end in CRLF (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows as (string | number)[][], { bom: true, record_delimiter: '\r\n', escape_formulas: true })
}
