/** Finding words again that somebody copied: print breaks lines where it likes, so any white space stands for any other. */

export interface Place {
  /** UTF-16 units, `[start, end)`. */
  readonly start: number
  readonly end: number
}

/** Every place where `quote` stands in `text`, from the first; none for a quote of spaces. */
export function placesOf(quote: string, text: string): readonly Place[] {
  const words = quote.split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0) return []
  const literal = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
  const pattern = new RegExp(literal.join(String.raw`\s+`), 'gu')
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
}
