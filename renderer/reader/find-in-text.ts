/** Words found in one document, as search folds them: ё is е, soft hyphens and kinds of white space do not matter. */
import type { Stretch } from './sweep.ts'

/** More than anyone steps through; the count says so. */
export const mostFound = 10_000
/** UTF-16 units looked through in one go: a few milliseconds. */
const slice = 100_000
/** What is found may reach so far beyond its slice. */
const longest = 2000

export interface FindOptions {
  readonly matchCase?: boolean
  readonly wholeWords?: boolean
}

/** Where `wanted` stands in `text`, in order. */
export function findInText(text: string, wanted: string, options: FindOptions = {}): readonly Stretch[] {
  const found: Stretch[] = []
  for (const places of findBySlices(text, wanted, options)) found.push(...places)
  return found.slice(0, mostFound)
}

/** The same for a long text, giving the window a chance to draw between slices; null once `signal` is aborted. */
export async function findInLongText(
  text: string,
  wanted: string,
  options: FindOptions,
  signal: AbortSignal,
): Promise<readonly Stretch[] | null> {
  const found: Stretch[] = []
  for (const places of findBySlices(text, wanted, options)) {
    found.push(...places)
    if (found.length >= mostFound) break
    if (text.length > slice) await new Promise((done) => void setTimeout(done))
    if (signal.aborted) return null
  }
  return found.slice(0, mostFound)
}

function* findBySlices(text: string, wanted: string, options: FindOptions): Generator<readonly Stretch[]> {
  const pattern = patternOf(wanted, options)
  if (!pattern) return
  let from = 0
  while (from < text.length) {
    const to = from + slice
    // Two units before, so that a word that began earlier is not taken for a whole one.
    const base = Math.max(0, from - 2)
    const piece = text.slice(base, to + longest)
    const places: Stretch[] = []
    pattern.lastIndex = from - base
    let end = to
    for (let match = pattern.exec(piece); match; match = pattern.exec(piece)) {
      const start = base + match.index
      if (start >= to) break
      end = Math.max(end, start + match[0].length)
      places.push({ start, end: start + match[0].length })
    }
    yield places
    from = end
  }
}

function patternOf(wanted: string, { matchCase = false, wholeWords = false }: FindOptions): RegExp | null {
  const parts = wanted.trim().split(/\s+/u)
  if (parts[0] === '') return null
  const words = parts
    .map((part) => Array.from(part.normalize('NFC'), (sign) => signPattern(sign, matchCase)).join('\u00AD?'))
    .join('\\s+')
  const pattern = wholeWords ? `(?<![\\p{L}\\p{N}\u00AD])${words}(?![\\p{L}\\p{N}\u00AD])` : words
  return new RegExp(pattern, matchCase ? 'gu' : 'giu')
}

function signPattern(sign: string, matchCase: boolean): string {
  if (/[её]/u.test(sign)) return '[её]'
  if (/[ЕЁ]/u.test(sign)) return matchCase ? '[ЕЁ]' : '[её]'
  return sign.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')
}
