/**
 * Which characters of the stored text each piece of a page's text layer is. Both come from the same file by
 * the same library, so as a rule the pieces joined, with line ends between them, are the stored text; then
 * the alignment is exact. Where another version or another font made other pieces, those whose words are
 * still found in their order keep their place, and the rest has none: a wrong place is never given.
 */
export interface Aligned {
  /** Where each piece begins, in units of the page's text; null: its words are not there. */
  readonly starts: readonly (number | null)[]
  /** True where nothing but line ends lies between the pieces and nothing is left over. */
  readonly isExact: boolean
}

/** How far on a piece may be looked for, and from how many characters on it is worth looking. */
const farthest = 4000
const fewest = 4

/** C0 and C1 controls but tab, LF and form feed: the archive keeps U+FFFD for each (text/normalize.ts). */
// oxlint-disable-next-line no-control-regex -- finding control characters is the point
const controls = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g

export function align(stored: string, pieces: readonly string[]): Aligned {
  let at = 0
  let isExact = true
  const starts = pieces.map((piece) => {
    const words = piece.toWellFormed().replace(controls, '\uFFFD')
    let here = at
    // Line ends belong to no piece; a piece of nothing but a line end is empty.
    while (words !== '' && stored[here] === '\n' && !stored.startsWith(words, here)) here++
    if (stored.startsWith(words, here)) {
      at = here + words.length
      return here
    }
    isExact = false
    if (words.trim().length < fewest) return null
    const found = stored.slice(here, here + farthest + words.length).indexOf(words)
    if (found < 0) return null
    at = here + found + words.length
    return here + found
  })
  while (stored[at] === '\n') at++
  return { starts, isExact: isExact && at === stored.length }
}
