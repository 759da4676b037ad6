/** The text as it is drawn: a line for every paragraph, also where the file has none. */
import { joinedLines } from '../../schema/printed-lines.ts'
import type { SourceText } from '../../schema/source.ts'
import type { Stretch } from './sweep.ts'

const isSpace = (sign: string | undefined) => sign !== undefined && /\s/u.test(sign)

/**
 * The stored text with a line end in place of the space between two paragraphs that stand in one line (a
 * transcript pasted without line breaks was cut into paragraphs at import, and a form feed joins pages), and the
 * other way round where a printed line goes on: pages keep their lines, reading is better without. One unit for
 * one unit, so every offset stays what it is. Words are always taken from the stored text.
 */
export function linedText({ text, paragraphs, pages }: Pick<SourceText, 'text' | 'paragraphs' | 'pages'>): string {
  return pages.length === 0 ? inLines(text, paragraphs) : flowing(inLines(text, paragraphs), [...pages, ...paragraphs])
}

/**
 * The words of a stretch as they are read: printed lines that go on are one, pages stand apart. Only the paragraphs
 * that it touches are looked at, so that it costs the same in a leaflet and in a book.
 */
export function wordsAsRead(
  { text, paragraphs, pages }: Pick<SourceText, 'text' | 'paragraphs' | 'pages'>,
  { start, end }: Stretch,
): string {
  if (pages.length === 0) return text.slice(start, end)
  const touched = paragraphs.filter((each) => each.start < end && each.end > start)
  const from = Math.min(start, touched[0]?.start ?? start)
  const parts = [...pages, ...touched].flatMap((each) => (each.start > from ? { start: each.start - from } : []))
  const read = flowing(text.slice(from, Math.max(end, touched.at(-1)?.end ?? end)), parts)
  const words = read.slice(start - from, end - from)
  // Half a divided word keeps its hyphen.
  const last = words.endsWith(nothing) ? (text[end - 1] ?? '') : ''
  return words.replaceAll(nothing, '').replaceAll('\f', '\n') + last
}

/** Takes no room, so that a word that was divided at its hyphen stands together. */
const nothing = '\u200b'

/** `parts`: pages and paragraphs, whose numbers stand beside their first lines. */
function flowing(text: string, parts: readonly { readonly start: number }[]): string {
  const starts = [...new Set(parts.map(({ start }) => start))].toSorted((one, other) => one - other)
  const pieces: string[] = []
  let from = 0
  for (const { at, join } of joinedLines(text, starts)) {
    const isDropped = join === 'line-hyphen'
    pieces.push(text.slice(from, isDropped ? at - 1 : at), isDropped ? nothing : '', join === 'blank' ? ' ' : nothing)
    from = at + 1
  }
  return pieces.join('') + text.slice(from)
}

function inLines(text: string, paragraphs: SourceText['paragraphs']): string {
  const pieces: string[] = []
  let from = 0
  for (const { start } of paragraphs) {
    if (start === 0 || text[start - 1] === '\n' || !isSpace(text[start - 1])) continue
    let at = start - 1
    while (at > from && text[at] !== '\n' && isSpace(text[at])) at--
    if (at === 0 || isSpace(text[at])) continue // the indent of a line of its own
    pieces.push(text.slice(from, start - 1), '\n')
    from = start
  }
  return from === 0 ? text : pieces.join('') + text.slice(from)
}
