/**
 * A coded document on pages that print: the words at the left, the names of their codes in a margin at the right.
 * Colours are tints with an underline and a number, so that it reads in black and white too.
 */
import type { Code } from '../../../schema/codebook.ts'
import type { CodedParagraph, CodedText, Mark } from './coded-text.ts'
import type { CodedWords } from './coded-words.ts'
import type { CodedPicture, PictureOrWhyNot } from './coded-picture.ts'
import { withHeld } from './picture-notes.ts'
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
  figure { position: relative; width: fit-content; margin: 1rem 0 } figure img { display: block; max-width: 100%; max-height: 85vh } figure svg { position: absolute; inset: 0; width: 100%; height: 100% }
  figure text { font-weight: 600; fill: #1d1b18; stroke: #fff; paint-order: stroke } @media print { figure img { max-height: 20cm } }
  @page { margin: 18mm 16mm } @media print { body { margin: 0; max-width: none; font-size: 11pt } .row { grid-template-columns: 2rem minmax(0, 1fr) 45mm } }`

export function codedPage(
  coded: CodedText,
  words: CodedWords,
  language: 'en' | 'ru',
  picture: PictureOrWhyNot | null,
): string {
  const { short, title, paragraphs, regions, isPicture, legend, dangerous } = coded
  const heading = short === title ? short : `${short} ${title}`
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${picture && 'bytes' in picture ? '; img-src data:' : ''}">
<title>${escaped(heading)}</title><style>${style}</style></head><body>
<h1>${escaped(heading)}</h1>
${dangerous > 0 ? `<p class="note">${escaped(words.dangerous(dangerous))}</p>` : ''}
${paragraphs.map(row).join('\n')}
${picture ? ('stays' in picture ? `<p class="note">${escaped(words.pictureStays[picture.stays])}</p>` : figure(picture, regions)) : ''}
${regions.length > 0 ? `<h2>${escaped(words.regions(isPicture))}</h2>${regions.map((region) => `<div class="row"><span class="number"></span><p>${escaped(words.region(region.page, isPicture))}</p><aside>${margin(region)}</aside></div>`).join('\n')}` : ''}
${legend.length > 0 ? `<h2>${escaped(words.legend)}</h2>` : ''}
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

/** The picture under its rectangles, numbered as in the list below. In pixels: browsers draw no letter of 10,000 units. */
function figure(picture: CodedPicture, regions: CodedText['regions']): string {
  const { format, mediaType, bytes, held } = picture
  const address = `data:${mediaType};base64,${withHeld(format, bytes, held).toString('base64')}`
  const pixels = (thousandths: number) => thousandths / 1000
  const [width, height] = [pixels(picture.width), pixels(picture.height)]
  const letter = Math.max(width, height) / 36
  const drawn = regions.map(({ number, codes, ...at }) => {
    const colour = codes[0]?.colour ?? '#1d1b18'
    const [x, y] = [pixels(at.x), pixels(at.y)]
    const box = `x="${x}" y="${y}" width="${pixels(at.width)}" height="${pixels(at.height)}"`
    const place = `x="${x + letter / 4}" y="${y + letter}" font-size="${letter}"`
    return `<rect ${box} fill="${colour}" fill-opacity=".18" stroke="${colour}" stroke-width="2" vector-effect="non-scaling-stroke"/><text ${place} stroke-width="${letter / 5}">${number}</text>`
  })
  return `<figure><img src="${address}" alt=""><svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">${drawn.join('')}</svg></figure>`
}

const margin = ({ number, codes }: Mark): string =>
  codes.map((code) => `<div>${dot(code)}<sup>${number}</sup> ${escaped(nameOf(code))}</div>`).join('')

const dot = ({ colour }: Pick<Code, 'colour'>) => `<b class="dot" style="background:${colour}"></b>`
