import type { Language } from '../../../schema/source.ts'

/** Script decides: 'mixed' where both have at least a fifth of the letters; Latin needs English's small words. */
export function languageOf(text: string): Language {
  const sample = text.length > 40_000 ? text.slice(0, 20_000) + text.slice(-20_000) : text
  const { cyrillic, latin, letters } = lettersIn(sample)
  if (letters === 0) return 'other'
  if (cyrillic + latin < letters / 2) return 'other'
  if (Math.min(cyrillic, latin) > (cyrillic + latin) / 5) return 'mixed'
  if (cyrillic > latin) return /[іїєґўђћџљњј]/i.test(sample) && !/[ыэё]/i.test(sample) ? 'other' : 'ru'
  const words = sample.toLowerCase().match(/\b[a-z]+\b/g) ?? []
  const small = words.filter((word) => english.has(word)).length
  return words.length < 20 || small > words.length / 12 ? 'en' : 'other'
}

/** In UTF-16 units. Letters of English and Russian are told by their numbers, which takes half the time. */
function lettersIn(text: string): { readonly cyrillic: number; readonly latin: number; readonly letters: number } {
  let [english, russian, others] = [0, 0, '']
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) {
      const lower = unit | 0x20
      if (lower >= 0x61 && lower <= 0x7a) english++
    } else if ((unit >= 0x410 && unit <= 0x44f) || unit === 0x401 || unit === 0x451) russian++
    else others += text[at]
  }
  const cyrillic = russian + unitsOf(others, /\p{Script=Cyrillic}+/gu)
  const latin = english + unitsOf(others, /\p{Script=Latin}+/gu)
  return { cyrillic, latin, letters: english + russian + unitsOf(others, /\p{L}+/gu) }
}

/** In runs: a string for every letter costs more than all the rest of reading a text. */
const unitsOf = (text: string, runs: RegExp): number =>
  (text.match(runs) ?? []).reduce((units, run) => units + run.length, 0)

const english = new Set([
  'the',
  'and',
  'of',
  'to',
  'in',
  'is',
  'it',
  'that',
  'we',
  'for',
  'they',
  'are',
  'was',
  'with',
  'not',
  'but',
  'you',
  'have',
  'this',
  'from',
  'on',
  'at',
  'who',
  'our',
])
