/** A drawing as an SVG file: on white, with its own type and patterns, every area with its number for a screen reader. */
import { letter, type Drawing, type Mark, type Pattern } from './chart.ts'

/** The strokes of a pattern in a square of eight, in the colour of the area. */
export const patternStrokes: Readonly<Record<Exclude<Pattern, 'plain' | 'empty'>, string>> = {
  rising: 'M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4',
  falling: 'M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4',
  dots: 'M1.5,2 h1 M5.5,6 h1',
  level: 'M0,2 h8 M0,6 h8',
  upright: 'M2,0 v8 M6,0 v8',
  crossed: 'M0,0 l8,8 M0,8 l8,-8',
}

/** The name that an area's fill has among the definitions of its picture. */
export const fillName = (colour: string, pattern: Pattern) => `${pattern}-${colour.slice(1)}`

/** Fills other than plain that a drawing needs, each once. */
export function fillsOf({ marks }: Drawing): readonly { readonly colour: string; readonly pattern: Pattern }[] {
  const seen = new Map<string, { readonly colour: string; readonly pattern: Pattern }>()
  for (const mark of marks)
    if (mark.kind === 'area' && mark.pattern !== 'plain')
      seen.set(fillName(mark.colour, mark.pattern), { colour: mark.colour, pattern: mark.pattern })
  return [...seen.values()]
}

export function svgOf(drawing: Drawing, footer: readonly string[]): string {
  const { width, title, marks } = drawing
  const lines = footer.flatMap((line) => wrapped(line, Math.floor((width - 32) / letter)))
  const height = drawing.height + lines.length * 16
  const notes = lines.map(
    (line, n) => `<text class="quiet" x="16" y="${drawing.height + n * 16 + 4}">${escaped(line)}</text>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
  <title>${escaped(title)}</title>
  <style>text{font:12px Inter,system-ui,sans-serif;fill:#1d1b18}.title{font-size:15px;font-weight:600}.strong{font-weight:600}.value{font-variant-numeric:tabular-nums}.quiet{fill:#5e594f}</style>
  <defs>${fillsOf(drawing).map(definition).join('')}</defs>
  <rect width="${width}" height="${height}" fill="#ffffff"/>
  ${[...marks.map(written), ...notes].join('\n  ')}
</svg>
`
}

function definition({ colour, pattern }: { readonly colour: string; readonly pattern: Pattern }): string {
  const strokes =
    pattern === 'plain' || pattern === 'empty'
      ? ''
      : `<path d="${patternStrokes[pattern]}" stroke="${colour}" stroke-width="1.6" fill="none"/>`
  return `<pattern id="${fillName(colour, pattern)}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#ffffff"/>${strokes}</pattern>`
}

function written(mark: Mark): string {
  switch (mark.kind) {
    case 'line':
      return `<line x1="${at(mark.x1)}" y1="${at(mark.y1)}" x2="${at(mark.x2)}" y2="${at(mark.y2)}" stroke="${mark.look === 'zero' ? '#5e594f' : '#e2ddd2'}"/>`
    case 'text':
      return `<text class="${mark.look}" x="${at(mark.x)}" y="${at(mark.y)}" text-anchor="${mark.anchor}">${mark.whole === mark.text ? '' : `<title>${escaped(mark.whole)}</title>`}${escaped(mark.text)}</text>`
    case 'area': {
      const fill = mark.pattern === 'plain' ? mark.colour : `url(#${fillName(mark.colour, mark.pattern)})`
      return `<rect x="${at(mark.x)}" y="${at(mark.y)}" width="${at(mark.width)}" height="${at(mark.height)}" fill="${fill}" stroke="#3a362f" stroke-width="${mark.width > 0 && mark.height > 0 ? 0.75 : 0}"><title>${escaped(mark.says)}</title></rect>`
    }
  }
}

/** Lines of at most so many characters, broken at blanks where there are any: nothing in a picture wraps by itself. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = []
  let left = text.toWellFormed()
  while (left.length > most) {
    const blank = left.lastIndexOf(' ', most)
    const end = blank > most / 2 ? blank : most
    lines.push(left.slice(0, end))
    left = left.slice(end).trimStart()
  }
  return [...lines, left]
}

const at = (value: number) => Math.round(value * 100) / 100

/** XML 1.0 has no other control characters than tab and line ends, and no halves of surrogate pairs. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- leaving control characters out is the point
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}
