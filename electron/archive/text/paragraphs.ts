/**
 * Paragraphs: the unit of search and of citation, numbered once at import.
 *
 * A line that is not blank is one; where lines are broken by hand at a width, the block between
 * blank lines is. A turn, a page and a given border begin a new one. Whatever is longer than
 * `longest` is cut at the end of a sentence, or else of a word, never inside a character.
 */
import { isGraphemeBorder } from './graphemes.ts'

export interface Stretch {
  readonly start: number
  readonly end: number
}

const longest = 4000

/**
 * `borders`: offsets of lines that must begin a paragraph (turns). `wrapped`: whether lines are broken
 * at a width, where the format knows it (print is). All offsets are UTF-16 units.
 */
export function paragraphsOf(
  text: string,
  borders: readonly number[] = [],
  wrapped = isWrapped(text),
): readonly Stretch[] {
  const starts = new Set(borders)
  const found: Stretch[] = []
  let open: { start: number; end: number } | null = null
  const close = () => {
    if (open) found.push(...cut(text, open.start, open.end))
    open = null
  }
  for (const { start, end } of linesOf(text)) {
    const words = trimmed(text, start, end)
    if (!words) {
      close()
      continue
    }
    const isBorder = starts.has(start) || text[start - 1] === '\f'
    if (open && (!wrapped || isBorder)) close()
    if (open) open = { start: (open as Stretch).start, end: words.end }
    else open = { start: words.start, end: words.end }
  }
  close()
  return found
}

/** Lines end at LF and at form feed, which joins pages. */
function* linesOf(text: string): Generator<Stretch> {
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x0a && unit !== 0x0c) continue
    yield { start, end: at }
    start = at + 1
  }
  yield { start, end: text.length }
}

function trimmed(text: string, start: number, end: number): Stretch | null {
  const line = text.slice(start, end)
  const words = line.trim()
  if (words === '') return null
  const from = start + line.indexOf(words)
  let whole = from
  while (whole > start && !isGraphemeBorder(text, whole)) whole-- // a space that carries an accent is part of the words
  return { start: whole, end: from + words.length }
}

/** Broken by hand at a width: many full lines of a like length, most going on in the next line. */
function isWrapped(text: string): boolean {
  const sample = text.slice(0, 60_000)
  const lines = sample.split('\n').map((line) => line.trimEnd())
  const full = lines.filter((line, n) => line !== '' && (lines[n + 1] ?? '') !== '') // lines with another right below
  if (full.length < 12) return false
  const lengths = full.map((line) => line.length).toSorted((a, b) => a - b)
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0
  if (middle < 40 || middle > 120) return false
  const alike = lengths.filter((length) => Math.abs(length - middle) <= middle * 0.25).length
  const unfinished = full.filter((line) => !/[.!?:;…»”")\]]$/u.test(line)).length
  return alike > full.length * 0.6 && unfinished > full.length * 0.5
}

function* cut(text: string, start: number, end: number): Generator<Stretch> {
  let from = start
  while (end - from > longest) {
    const at = cutWithin(text, from, from + longest)
    const piece = trimmed(text, from, at)
    if (piece) yield piece
    from = at
  }
  const rest = trimmed(text, from, end)
  if (rest) yield rest
}

/** The last sentence end in the second half of `[from, most)`, else the last space, else a character's border. */
function cutWithin(text: string, from: number, most: number): number {
  const half = from + longest / 2
  const window = text.slice(half, most)
  let best = -1
  for (const { index, 0: mark } of window.matchAll(/[.!?…]["»”’)\]]*\s/gu)) best = half + index + mark.length
  if (best < 0) best = window.search(/\s\S*$/u) < 0 ? -1 : half + window.search(/\s\S*$/u) + 1
  let at = best < 0 ? most : best
  while (at > from + 1 && !isGraphemeBorder(text, at)) at--
  return at
}
