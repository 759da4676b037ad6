/** Quotations by code on one page that prints well: no script, nothing fetched, every word escaped. */
import type { Code } from '../../../schema/codebook.ts'
import type { Leaving } from './gate.ts'
import { escaped, isDark, nameOf } from './words.ts'

const style = `
  body { margin: 3rem auto; max-width: 44rem; padding: 0 1rem; font: 17px/1.6 "Source Serif 4", Georgia, serif; color: #1d1b18; background: #fbfaf7 }
  h1 { font-size: 1.6rem; font-weight: 600 } h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid #e2ddd2; padding-bottom: .25rem; break-after: avoid }
  h2 b { display: inline-block; min-width: 2.2em; padding: 0 .35em; border-radius: 4px; text-align: center }
  h2 small, p.note, cite { font: 13px/1.5 Inter, system-ui, sans-serif; color: #5e594f; font-style: normal }
  blockquote { margin: 1rem 0; break-inside: avoid; white-space: pre-line } cite { display: block }
  @media print { body { background: none; margin: 0 } }`

/** `withheld` and `parked`: how many are not here, because of consent and because their words are gone. */
export function quotationsPage(
  project: string,
  rows: readonly Leaving[],
  { withheld, parked }: { readonly withheld: number; readonly parked: number },
): string {
  const groups = new Map<string, { code: Code; rows: Leaving[] }>()
  for (const row of rows)
    for (const code of row.codes) {
      const group = groups.get(code.id)
      if (group) group.rows.push(row)
      else groups.set(code.id, { code, rows: [row] })
    }
  const inOrder = [...groups.values()].toSorted(
    (a, b) =>
      order(a.code) - order(b.code) ||
      a.code.shortcut.localeCompare(b.code.shortcut) ||
      a.code.name.localeCompare(b.code.name),
  )
  const kept = withheld === 0 ? '' : ` ${withheld} kept back by their documents’ quotation level.`
  const gone = parked === 0 ? '' : ` ${parked} left out: their words are no longer in the text.`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(project)}: quotations</title><style>${style}</style></head><body>
<h1>${escaped(project)}</h1>
<p class="note">${rows.length} quotations, ${groups.size} codes, ${new Date().toISOString().slice(0, 10)}.${kept}${gone}</p>
${inOrder.map(section).join('\n')}
</body></html>
`
}

/** The emergent family '0' comes last, as in the codebook. */
const order = ({ shortcut }: Code): number =>
  shortcut.startsWith('0') ? 10 : shortcut === '' ? 11 : Number(shortcut[0])

function section({ code, rows }: { code: Code; rows: readonly Leaving[] }): string {
  const ink = isDark(code.colour) ? '#fff' : '#000'
  const key =
    code.shortcut === '' ? '' : `<b style="background:${code.colour};color:${ink}">${escaped(code.shortcut)}</b> `
  return `<section><h2>${key}${escaped(code.name)} <small>${rows.length}</small></h2>\n${rows.map(entry).join('\n')}</section>`
}

function entry({ quote, extract, document, page, speaker, codes, coder, date, starred }: Leaving): string {
  const place = [
    extract,
    document === extract.split(':')[0] ? '' : document,
    page > 0 ? `p. ${page}` : '',
    speaker,
    codes.map(nameOf).join(', '),
    coder,
    date,
  ]
  return `<blockquote>${starred ? '★ ' : ''}${escaped(quote)}<cite>${escaped(place.filter(Boolean).join(' · '))}</cite></blockquote>`
}
