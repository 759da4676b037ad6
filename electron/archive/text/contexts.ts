/** What stands either side of a quote in a list: whole words, '…' where the text goes on beyond them. */

/** At most `reach` UTF-16 units before `at`. */
export function wordsBefore(text: string, at: number, reach: number): string {
  const from = Math.max(0, at - reach)
  const words = text.slice(from, at)
  if (from === 0) return words
  const space = words.search(/\s/u)
  return space < 0 ? '' : `…${words.slice(space)}`
}

/** At most `reach` UTF-16 units from `at` on. */
export function wordsAfter(text: string, at: number, reach: number): string {
  const words = text.slice(at, at + reach)
  if (at + reach >= text.length) return words
  const space = words.search(/\s\S*$/u)
  return space < 0 ? '' : `${words.slice(0, space)} …`
}
