/** The text as it is drawn: a line for every paragraph, also where the file has none. */
import type { SourceText } from '../../schema/source.ts'

const isSpace = (sign: string | undefined) => sign !== undefined && /\s/u.test(sign)

/**
 * The stored text with a line end in place of the space between two paragraphs that stand in one line: a
 * transcript pasted without line breaks was cut into paragraphs at import, and a form feed joins pages. One
 * unit for one unit, so every offset stays what it is. Words are always taken from the stored text.
 */
export function linedText({ text, paragraphs }: Pick<SourceText, 'text' | 'paragraphs'>): string {
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
