/**
 * Blocks of cells as spreadsheets put them on the clipboard: cells apart by tabs, rows by line ends; a cell
 * that holds either, or begins with a quotation mark, stands in quotation marks with those in it doubled.
 */

export function writeBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(written).join('\t')).join('\n')
}
const written = (cell: string) => (/[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows may differ in length. The line end that programs put behind the last row makes no row. */
export function readBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at)
    row.push(cell.value)
    at = cell.end
    const sign = text[at]
    at += sign === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (sign === '\t') continue
    rows.push(row)
    row = []
    if (sign !== undefined && at === text.length) break
  }
  return rows
}

function plainAt(text: string, start: number): { readonly value: string; readonly end: number } {
  let end = start
  while (end < text.length && !'\t\n\r'.includes(text.charAt(end))) end++
  return { value: text.slice(start, end), end }
}
/** A quotation mark that is never closed is a plain one. */
function quotedAt(text: string, start: number): { readonly value: string; readonly end: number } {
  let end = start + 1
  for (;;) {
    const close = text.indexOf('"', end)
    if (close < 0) return plainAt(text, start)
    if (text[close + 1] === '"') {
      end = close + 2
      continue
    }
    const after = text[close + 1]
    if (after !== undefined && !'\t\n\r'.includes(after)) return plainAt(text, start)
    return { value: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 }
  }
}
