/** A report's table on one page that prints well and pastes into a text: no script, nothing fetched, every word escaped. */
import { columnName, printedCell, rowName } from '../../../schema/report-cells.ts'
import type { ReportTable } from '../../../schema/report-table.ts'
import type { ReportWords } from '../../../schema/report-words.ts'
import { escaped } from './words.ts'

const style = `
  body { margin: 3rem auto; max-width: 72rem; padding: 0 1rem; font: 14px/1.5 Inter, system-ui, sans-serif; color: #1d1b18; background: #fbfaf7 }
  h1 { font-size: 1.5rem; font-weight: 600 } .wide { overflow-x: auto }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums } th, td { padding: .25rem .75rem; border-bottom: 1px solid #e2ddd2; text-align: right }
  thead th, tfoot th, tfoot td { border-bottom: 1px solid #1d1b18; font-weight: 600; vertical-align: bottom } th:first-child { text-align: left }
  tbody th { font-weight: 400 } td.text { text-align: left } footer { margin-top: 1.5rem; font-size: 12px; color: #5e594f } footer p { margin: .25rem 0 }
  @media print { body { background: none; margin: 0; max-width: none } tr { break-inside: avoid } thead { display: table-header-group } }`

/** `stamp`: a line each, a name ('' for none) and what it says. Undefined cells are '—' with the reason in their title. */
export function reportPage(
  table: ReportTable,
  words: ReportWords,
  stamp: readonly (readonly [name: string, said: string])[],
): string {
  const { query, columns, rows, cells, totals, gaps } = table
  const reasons = new Map(gaps.map(({ row, column, reason }) => [`${row ?? ''} ${column}`, words.gaps[reason]]))
  const line = (values: readonly (string | number | null)[], row: number | null) =>
    columns
      .map(({ type }, at) => {
        const reason = reasons.get(`${row ?? ''} ${at}`)
        const look = type === 'text' ? ' class="text"' : ''
        const why = reason === undefined ? '' : ` title="${escaped(reason)}"`
        return `<td${look}${why}>${escaped(printedCell(values[at] ?? null, type, words))}</td>`
      })
      .join('')
  const { question } = words.reports[query.name]
  return `<!doctype html>
<html lang="${words.locale.slice(0, 2)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(question)}</title><style>${style}</style></head><body>
<h1>${escaped(question)}</h1>
<div class="wide"><table>
<thead><tr><th scope="col">${escaped(words.heads[query.name])}</th>${columns.map((column) => `<th scope="col">${escaped(columnName(column, words))}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row, n) => `<tr><th scope="row"${row.depth > 0 ? ` style="padding-left:${0.75 + row.depth}rem"` : ''}>${escaped(rowName(row, words))}</th>${line(cells[n] ?? [], n)}</tr>`).join('\n')}
</tbody>
${totals ? `<tfoot><tr><th scope="row">${escaped(words.total)}</th>${line(totals, null)}</tr></tfoot>\n` : ''}</table></div>
<footer>
${stamp.map(([name, said]) => `<p>${escaped(name === '' ? said : `${name}: ${said}`)}</p>`).join('\n')}
</footer></body></html>
`
}
