import type { Stretch } from './sweep.ts'

/** More than anyone steps through; the count says so. */
export const mostFound = 10_000

/** Where `wanted` stands in `text`: capitals, ё and е, and runs of spaces and line ends do not matter. */
export function findInText(text: string, wanted: string): readonly Stretch[] {
  const parts = wanted.trim().split(/\s+/u)
  if (parts[0] === '') return []
  const pattern = new RegExp(
    parts
      .map((part) =>
        Array.from(part.normalize('NFC'), (sign) =>
          /[её]/iu.test(sign) ? '[её]' : sign.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'),
        ).join('\u00AD?'),
      )
      .join('\\s+'),
    'giu',
  )
  const found: Stretch[] = []
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length })
    if (found.length >= mostFound) break
  }
  return found
}
