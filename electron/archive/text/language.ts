import type { Language } from '../../../schema/source.ts'

/** Script decides: 'mixed' where both have at least a fifth of the letters; Latin needs English's small words. */
export function languageOf(text: string): Language {
  const sample = text.length > 40_000 ? text.slice(0, 20_000) + text.slice(-20_000) : text
  const cyrillic = unitsOf(sample, /\p{Script=Cyrillic}+/gu)
  const latin = unitsOf(sample, /\p{Script=Latin}+/gu)
  const letters = unitsOf(sample, /\p{L}+/gu)
  if (letters === 0) return 'other'
  if (cyrillic + latin < letters / 2) return 'other'
  if (Math.min(cyrillic, latin) > (cyrillic + latin) / 5) return 'mixed'
  if (cyrillic > latin) return /[іїєґўђћџљњј]/i.test(sample) && !/[ыэё]/i.test(sample) ? 'other' : 'ru'
  const words = sample.toLowerCase().match(/\b[a-z]+\b/g) ?? []
  const small = words.filter((word) => english.has(word)).length
  return words.length < 20 || small > words.length / 12 ? 'en' : 'other'
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
