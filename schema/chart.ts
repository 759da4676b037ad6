/**
 * Charts as data: what is to be shown, and where every mark of it stands. The window draws the marks and an
 * export writes them, so both are the same picture. Pure; lengths are pixels of a picture as wide as asked.
 *
 * Honest by construction: every length begins at zero, every mark has its number beside it, the unit and what
 * the numbers rest on stand under the title. Colour is never the only sign: names stand beside bars, parts of a
 * bar differ by pattern, and all of it reads when printed in black.
 */

/** What a mark stands for in the table; null where it is a total. */
export interface ChartKey {
  readonly row: string | null
  readonly column: string | null
}
export interface Bar extends ChartKey {
  readonly label: string
  /** '#RRGGBB'. */
  readonly colour: string
  /** Steps to the right, for a code below its family. */
  readonly indent: number
  readonly value: number
  /** The number as it is printed. */
  readonly words: string
}
export interface StackedBar {
  readonly label: string
  readonly row: string | null
  readonly indent: number
  /** One for each series. */
  readonly parts: readonly { readonly column: string | null; readonly value: number; readonly words: string }[]
  readonly words: string
}
interface Headed {
  readonly title: string
  /** What the numbers are, and on how many documents and codings they rest. */
  readonly unit: string
}
export type ChartSpec = Headed &
  (
    | { readonly kind: 'bars'; readonly bars: readonly Bar[] }
    | { readonly kind: 'stacked'; readonly series: readonly string[]; readonly bars: readonly StackedBar[] }
    /** Upright, in the order of time. */
    | { readonly kind: 'columns'; readonly bars: readonly Bar[] }
  )

/** How an area is filled: plain in its colour, or with one of the patterns. */
export type Pattern = 'plain' | 'rising' | 'dots' | 'falling' | 'level' | 'upright' | 'crossed' | 'empty'
export const patterns: readonly Pattern[] = [
  'plain',
  'rising',
  'dots',
  'falling',
  'level',
  'upright',
  'crossed',
  'empty',
]

export type Mark =
  | {
      readonly kind: 'area'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly colour: string
      readonly pattern: Pattern
      readonly key: ChartKey | null
      /** Name and number, for those who do not see it. */
      readonly says: string
    }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      /** The whole of it, where it is cut. */
      readonly whole: string
      readonly look: 'title' | 'name' | 'strong' | 'value' | 'quiet'
      readonly anchor: 'start' | 'middle' | 'end'
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly look: 'zero' | 'faint'
    }

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly marks: readonly Mark[]
}

/** Colours of series, told apart by colour-blind readers (METHODS 1.3, Tol's muted scheme). */
const seriesColours = ['#332288', '#DDCC77', '#44AA99', '#CC6677', '#117733', '#88CCEE', '#882255', '#FFFFFF']
export const mostSeries = patterns.length

const rowHeight = 22
const barHeight = 13
const edge = 16
const head = 58
/** Pixels of an average letter at 12 pixels; names are cut by it, since nothing here can measure type. */
export const letter = 6.6

export function drawChart(spec: ChartSpec, width: number): Drawing {
  const marks: Mark[] = [
    text(edge, 24, cut(spec.title, width - 2 * edge, 7.8), 'title', 'start', spec.title),
    text(edge, 42, cut(spec.unit, width - 2 * edge), 'quiet', 'start', spec.unit),
  ]
  const height =
    spec.kind === 'bars'
      ? drawBars(spec.bars, width, marks)
      : spec.kind === 'stacked'
        ? drawStacked(spec.series, spec.bars, width, marks)
        : drawColumns(spec.bars, width, marks)
  return { width, height, title: spec.title, marks }
}

function drawBars(bars: readonly Bar[], width: number, marks: Mark[]): number {
  const names = nameRoom(
    bars.map(({ label, indent }) => label.length + indent * 2),
    width,
  )
  const numbers = 14 + Math.max(0, ...bars.map(({ words }) => words.length)) * letter
  const least = Math.min(0, ...bars.map(({ value }) => value))
  const most = Math.max(0, ...bars.map(({ value }) => value))
  // Where some go to the left of zero, their numbers need room there too.
  const from = names + (least < 0 ? numbers : 0)
  const room = Math.max(40, width - from - numbers - edge)
  const scale = most === least ? 0 : room / (most - least)
  const zero = from - least * scale
  for (const [n, { label, indent, value, words, colour, row, column }] of bars.entries()) {
    const y = head + n * rowHeight
    const length = Math.abs(value) * scale
    const x = value < 0 ? zero - length : zero
    const left = edge + indent * 12
    marks.push(
      text(left, y + 15, cut(label, names - left - 8), indent === 0 ? 'strong' : 'name', 'start', label),
      {
        kind: 'area',
        x,
        y: y + (rowHeight - barHeight) / 2,
        width: length,
        height: barHeight,
        colour,
        pattern: 'plain',
        key: { row, column },
        says: `${label}: ${words}`,
      },
      value < 0 ? text(x - 6, y + 15, words, 'value', 'end') : text(x + length + 6, y + 15, words, 'value', 'start'),
    )
  }
  const bottom = head + bars.length * rowHeight
  marks.push({ kind: 'line', x1: zero, y1: head - 2, x2: zero, y2: bottom + 2, look: 'zero' })
  return bottom + edge
}

function drawStacked(series: readonly string[], bars: readonly StackedBar[], width: number, marks: Mark[]): number {
  const names = nameRoom(
    bars.map(({ label, indent }) => label.length + indent * 2),
    width,
  )
  const numbers = 14 + Math.max(0, ...bars.map(({ words }) => words.length)) * letter
  const room = Math.max(40, width - names - numbers - edge)
  const sums = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0))
  const most = Math.max(0, ...sums)
  const scale = most === 0 ? 0 : room / most
  let x = edge
  let y = head
  for (const [n, name] of series.entries()) {
    const wide = 22 + Math.min(name.length, 28) * letter + 14
    if (x + wide > width - edge && x > edge) {
      x = edge
      y += 20
    }
    marks.push(swatch(x, y, n, name), text(x + 18, y + 10, cut(name, 28 * letter), 'name', 'start', name))
    x += wide
  }
  const top = y + 26
  for (const [n, { label, row, indent, parts, words }] of bars.entries()) {
    const at = top + n * rowHeight
    const left = edge + indent * 12
    marks.push(text(left, at + 15, cut(label, names - left - 8), indent === 0 ? 'strong' : 'name', 'start', label))
    let from = names
    for (const [part, { column, value, words: number }] of parts.entries()) {
      const length = value * scale
      if (length > 0)
        marks.push({
          kind: 'area',
          x: from,
          y: at + (rowHeight - barHeight) / 2,
          width: length,
          height: barHeight,
          colour: seriesColours[part % seriesColours.length] ?? '#808080',
          pattern: patterns[part % patterns.length] ?? 'plain',
          key: { row, column },
          says: `${label}, ${series[part] ?? ''}: ${number}`,
        })
      from += length
    }
    marks.push(text(from + 6, at + 15, words, 'value', 'start'))
  }
  const bottom = top + bars.length * rowHeight
  marks.push({ kind: 'line', x1: names, y1: top - 2, x2: names, y2: bottom + 2, look: 'zero' })
  return bottom + edge
}

function drawColumns(bars: readonly Bar[], width: number, marks: Mark[]): number {
  const high = 180
  const top = head + 16
  const base = top + high
  const each = Math.min(48, (width - 2 * edge) / Math.max(1, bars.length))
  const most = Math.max(0, ...bars.map(({ value }) => value))
  const scale = most === 0 ? 0 : high / most
  // Names and numbers stand where there is room for them; all of them are in the table beside it.
  const every = Math.max(1, Math.ceil((Math.max(0, ...bars.map(({ label }) => label.length)) * letter + 8) / each))
  const numberEvery = Math.max(
    1,
    Math.ceil((Math.max(0, ...bars.map(({ words }) => words.length)) * letter + 4) / each),
  )
  for (const [n, { label, value, words, colour, row, column }] of bars.entries()) {
    const x = edge + n * each
    const length = value * scale
    marks.push({
      kind: 'area',
      x: x + Math.min(2, each * 0.1),
      y: base - length,
      width: Math.max(0.5, each - 2 * Math.min(2, each * 0.1)),
      height: length,
      colour,
      pattern: 'plain',
      key: { row, column },
      says: `${label}: ${words}`,
    })
    if (value > 0 && n % numberEvery === 0) marks.push(text(x + each / 2, base - length - 4, words, 'value', 'middle'))
    if (n % every === 0) marks.push(text(x, base + 16, label, 'name', 'start'))
  }
  marks.push({ kind: 'line', x1: edge, y1: base, x2: edge + each * bars.length, y2: base, look: 'zero' })
  return base + 32
}

function swatch(x: number, y: number, n: number, name: string): Mark {
  return {
    kind: 'area',
    x,
    y,
    width: 12,
    height: 12,
    colour: seriesColours[n % seriesColours.length] ?? '#808080',
    pattern: patterns[n % patterns.length] ?? 'plain',
    key: null,
    says: name,
  }
}

/** Room for names: as much as they need, at most two fifths. */
const nameRoom = (lengths: readonly number[], width: number) =>
  Math.min(Math.round(width * 0.42), edge + 12 + Math.max(4, ...lengths) * letter)

function text(
  x: number,
  y: number,
  words: string,
  look: Extract<Mark, { kind: 'text' }>['look'],
  anchor: 'start' | 'middle' | 'end',
  whole = words,
): Mark {
  return { kind: 'text', x, y, text: words, whole, look, anchor }
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** As much of a name as fits, with a sign that it goes on; never a part of a character. */
function cut(words: string, room: number, size = letter): string {
  const most = Math.max(1, Math.floor(room / size))
  if (words.length <= most) return words
  let kept = ''
  for (const { segment } of graphemes.segment(words)) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
