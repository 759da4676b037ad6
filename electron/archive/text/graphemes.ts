/** Where a text may be cut: never inside a surrogate pair, an emoji sequence, a letter with its accents. */

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** How far back a stretch must begin to be sure of the border: at a plain character, or this far. */
const lookBack = 256

/** Whether `at` (UTF-16 units) lies between two graphemes of `text`. Both ends do. */
export function isGraphemeBorder(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  if (isPlain(text, at - 1) && isPlain(text, at)) return !(text[at - 1] === '\r' && text[at] === '\n')
  let from = at - 1
  while (from > 0 && at - from < lookBack && !isPlain(text, from)) from--
  if (isLowSurrogate(text, from) && from > 0) from--
  let to = at + 1
  while (to < text.length && to - at < lookBack && !isPlain(text, to)) to++
  const segment = segmenter.segment(text.slice(from, to)).containing(at - from)
  return segment?.index === at - from
}

/** The last place at or before `at` (UTF-16 units) where `text` may be cut. */
export function graphemeBorder(text: string, at: number): number {
  let border = Math.min(at, text.length)
  while (!isGraphemeBorder(text, border)) border--
  return border
}

/** The stretch grown until it cuts no grapheme. */
export function graphemesAround(text: string, start: number, end: number): { start: number; end: number } {
  let until = end
  while (!isGraphemeBorder(text, until)) until++
  return { start: graphemeBorder(text, start), end: until }
}

/** ASCII and the common Cyrillic letters neither join nor are joined, unless a mark follows them. */
function isPlain(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 0x7f || (unit >= 0x04_10 && unit <= 0x04_4f)
}
function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc_00 && unit <= 0xdf_ff
}
