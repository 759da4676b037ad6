/** Finding words that are to be replaced: sign for sign, unlike finding for reading, which forgives. */
import type { HowToFind } from '../find-choices.tsx'
import type { Stretch } from '../sweep.ts'

export interface FindWish extends HowToFind {
  readonly wanted: string
}

/** More than anyone replaces at once; the count says so. */
export const mostReplaced = 100_000

/** Never a part of a written character: `e` is not found in an `é` of two signs, nor a face in a family. */
export function findExactly(text: string, { wanted, matchCase, wholeWords }: FindWish): readonly Stretch[] {
  if (wanted === '') return []
  const literal = wanted.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')
  const letter = String.raw`[\p{L}\p{N}\p{M}_]`
  const pattern = new RegExp(
    String.raw`(?<!\u200D)${wholeWords ? `(?<!${letter})` : ''}${literal}${wholeWords ? `(?!${letter})` : ''}(?![\p{M}\p{EMod}\u200D])`,
    matchCase ? 'gu' : 'giu',
  )
  const found: Stretch[] = []
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length })
    if (found.length >= mostReplaced) break
  }
  return found
}
