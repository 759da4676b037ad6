/**
 * A coded document on pages that print: the words at the left, the names of their codes in a margin at the right.
 * Colours are tints with an underline and a number, so that it reads in black and white too.
 */
import type { Code } from '../../../schema/codebook.ts'
import type { CodedParagraph, CodedText, Mark } from './coded-text.ts'
import type { CodedWords } from './coded-words.ts'
import { escaped, nameOf } from './words.ts'

const style = `
  body { margin: 2.5rem auto; max-width: 62rem; padding: 0 1rem; font: 16px/1.6 "Source Serif 4", Georgia, serif; color: #1d1b18; background: #fff }
  h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; break-after: avoid }
  .note, aside, .number, dd, dt { font-family: Inter, system-ui, sans-serif; font-size: 12px; line-height: 1.45 } .note, .number { color: #5e594f }
  .row { display: grid; grid-template-columns: 2.6rem minmax(0, 1fr) 15rem; gap: 0 1rem; break-inside: avoid-page; margin-bottom: .4rem }
  .row p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere } .row aside { border-left: 1px solid #cfc9bd; padding-left: .75rem }
  mark { color: inherit; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; -webkit-print-color-adjust: exact; print-color-adjust: exact }
  mark.several { text-decoration-style: double } sup { font: 10px Inter, system-ui, sans-serif } aside div { margin-bottom: .15rem }
  b.dot { display: inline-block; width: .65em; height: .65em; border: 1px solid #1d1b18; margin-right: .4em; -webkit-print-color-adjust: exact; print-color-adjust: exact }
  dl { display: grid; grid-template-columns: minmax(0, 18rem) minmax(0, 1fr); gap: .25rem 1rem } dd { margin: 0 }
  @page { margin: 18mm 16mm } @media print { body { margin: 0; max-width: none; font-size: 11pt } .row { grid-template-columns: 2rem minmax(0, 1fr) 45mm } }`

export function codedPage(coded: CodedText, words: CodedWords, language: 'en' | 'ru'): string {
  const { short, title, paragraphs, regions, isPicture, legend, dangerous } = coded
  const heading = short === title ? short : `${short} ${title}`
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(heading)}</title><style>${style}</style></head><body>
<h1>${escaped(heading)}</h1>
${dangerous > 0 ? `<p class="note">${escaped(words.dangerous(dangerous))}</p>` : ''}
${paragraphs.map(row).join('\n')}
${regions.length > 0 ? `<h2>${escaped(words.regions(isPicture))}</h2>${regions.map((region) => `<div class="row"><span class="number"></span><p>${escaped(words.region(region.page, isPicture))}</p><aside>${margin(region)}</aside></div>`).join('\n')}` : ''}
<h2>${escaped(words.legend)}</h2>
<dl>${legend.map((code) => `<dt>${dot(code)}${escaped(nameOf(code))} (${code.passages})</dt><dd>${escaped(code.definition)}</dd>`).join('\n')}</dl>
</body></html>
`
}

const row = ({ label, stretches, marks }: CodedParagraph): string =>
  `<div class="row"><span class="number">${escaped(label)}</span><p>${stretches
    .map(({ words, codes, ends }) => {
      const [first] = codes
      const shown = first
        ? `<mark${codes.length > 1 ? ' class="several"' : ''} style="background:${first.colour}33;text-decoration-color:${first.colour}">${escaped(words)}</mark>`
        : escaped(words)
      return shown + (ends.length > 0 ? `<sup>${ends.join(', ')}</sup>` : '')
    })
    .join('')}</p><aside>${marks.map(margin).join('')}</aside></div>`

const margin = ({ number, codes }: Mark): string =>
  codes.map((code) => `<div>${dot(code)}<sup>${number}</sup> ${escaped(nameOf(code))}</div>`).join('')

const dot = ({ colour }: Pick<Code, 'colour'>) => `<b class="dot" style="background:${colour}"></b>`
