/** Quotations under headings on one page that prints well: no script, nothing fetched, every word escaped. */
import { detailsOf, quoteOf, sourceOf, type Leaflet } from './leaflet.ts'
import type { Group } from './quotation-groups.ts'
import type { QuotationLine } from './quotation-lines.ts'
import { escaped, isDark } from './words.ts'

const style = `
  body { margin: 3rem auto; max-width: 44rem; padding: 0 1rem; font: 17px/1.6 "Source Serif 4", Georgia, serif; color: #1d1b18; background: #fbfaf7 }
  h1 { font-size: 1.6rem; font-weight: 600 } h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid #e2ddd2; padding-bottom: .25rem; break-after: avoid }
  h2 b { margin-right: .35em } h2 b[style] { display: inline-block; min-width: 2.2em; padding: 0 .35em; border-radius: 4px; text-align: center }
  h2 small, p.note, p.original, cite { font: 13px/1.5 Inter, system-ui, sans-serif; color: #5e594f; font-style: normal }
  blockquote { margin: 1.25rem 0; break-inside: avoid; white-space: pre-line } blockquote p { margin: .25rem 0 0 } cite { display: block }
  span.around { color: #5e594f; font-style: italic } cite.source { color: #1d1b18 } li { margin: .25rem 0; padding-left: 2rem; text-indent: -2rem; list-style: none }
  @media print { body { background: none; margin: 0; max-width: none } h2 b[style] { border: 1px solid #1d1b18 } }`

export function quotationsPage(leaflet: Leaflet): string {
  const { title, language, notes, groups, references, words } = leaflet
  const list =
    references.length === 0
      ? ''
      : `<section><h2>${escaped(words.references)}</h2><ul>${references.map((each) => `<li>${escaped(each)}</li>`).join('')}</ul></section>`
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${style}</style></head><body>
<h1>${escaped(title)}</h1>
<p class="note">${escaped(notes.join(' '))}</p>
${groups.map((group) => section(group, leaflet)).join('\n')}
${list}</body></html>
`
}

function section({ key, name, colour, lines }: Group<QuotationLine>, leaflet: Leaflet): string {
  const paint = colour === '' ? '' : ` style="background:${colour};color:${isDark(colour) ? '#fff' : '#000'}"`
  const mark = key === '' ? '' : `<b${paint}>${escaped(key)}</b> `
  return `<section><h2>${mark}${escaped(name)} <small>${lines.length}</small></h2>\n${lines.map((line) => entry(line, leaflet)).join('\n')}</section>`
}

function entry(line: QuotationLine, leaflet: Leaflet): string {
  const { columns, words, language } = leaflet
  const around = (text: string) => (text === '' ? '' : `<span class="around">${escaped(text)}</span>`)
  const note = (text: string) => (text === '' ? '' : `<p class="original">${escaped(text)}</p>`)
  const after = around(line.after)
  const said = [around(line.before), escaped(quoteOf(line, language))].filter(Boolean).join(' ')
  const details = detailsOf(line, leaflet).join(' · ')
  // What goes on with a full stop or a comma has no blank before it.
  return `<blockquote>${said}${after === '' || /^[,.;:!?…)\]]/u.test(line.after) ? after : ` ${after}`}${[
    `<cite class="source">${escaped(sourceOf(line, columns))}</cite>`,
    details === '' ? '' : `<cite>${escaped(details)}</cite>`,
    ...line.originals.map(({ extract, words: original }) => note(`${words.heads.original} ${extract}: ${original}`)),
    columns.has('memo') && line.memo !== '' ? note(`${words.heads.memo}: ${line.memo}`) : '',
  ].join('')}</blockquote>`
}
