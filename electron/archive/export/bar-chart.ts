/** A bar chart as SVG: bars from zero, labelled at their ends. */
import { graphemeBorder } from '../text/graphemes.ts'
import { escaped } from './words.ts'

export interface Bar {
  readonly label: string
  readonly colour: string
  /** 1 for a code below a family. */
  readonly indent: number
  readonly value: number
}

/** Pixels. */
const row = 20
const labels = 260
const room = 420
const top = 56

export function barChart({
  title,
  unit,
  note,
  bars,
}: {
  title: string
  unit: string
  note: string
  bars: readonly Bar[]
}): string {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const width = labels + room + 80
  const height = top + bars.length * row + 48
  const marks = bars.map(({ label, colour, indent, value }, n) => {
    const y = top + n * row
    const length = Math.round((value / most) * room * 10) / 10
    const name = label.length > 38 - indent * 2 ? `${label.slice(0, graphemeBorder(label, 36 - indent * 2))}…` : label
    return `<g role="listitem" aria-label="${escaped(`${label}: ${value} ${unit}`)}">
    <text x="${16 + indent * 14}" y="${y + 14}"${indent === 0 ? ' font-weight="600"' : ''}>${escaped(name)}</text>
    <rect x="${labels}" y="${y + 4}" width="${length}" height="12" fill="${colour}" stroke="#808080" stroke-width="${value > 0 ? 0.5 : 0}"/>
    <text x="${labels + length + 6}" y="${y + 14}" class="n">${value}</text></g>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="list" aria-label="${escaped(title)}">
  <title>${escaped(title)}</title>
  <style>text { font: 12px Inter, system-ui, sans-serif; fill: #1d1b18 } .n, .note { fill: #5e594f } .head { font-size: 15px; font-weight: 600 } .paper { fill: #fbfaf7 }</style>
  <rect class="paper" width="${width}" height="${height}"/>
  <text x="16" y="28" class="head">${escaped(title)}</text>
  <line x1="${labels}" y1="${top}" x2="${labels}" y2="${top + bars.length * row}" stroke="#808080" stroke-width="1"/>
  ${marks.join('\n  ')}
  <text x="16" y="${height - 18}" class="note">${escaped(`In ${unit}. ${note}`)}</text>
</svg>
`
}
