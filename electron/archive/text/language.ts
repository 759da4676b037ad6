import type { Language } from '../../../schema/source.ts'

/** Script decides: 'mixed' where both have at least a fifth of the letters; Latin needs English's small words. */
export function languageOf(text: string): Language {
  const sample = text.length > 40_000 ? text.slice(0, 20_000) + text.slice(-20_000) : text
  const cyrillic = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return 'other'
  if (cyrillic + latin < letters / 2) return 'other'
  if (Math.min(cyrillic, latin) > (cyrillic + latin) / 5) return 'mixed'
  if (cyrillic > latin) return /[іїєґўђћџљњј]/i.test(sample) && !/[ыэё]/i.test(sample) ? 'other' : 'ru'
  const words = sample.toLowerCase().match(/\b[a-z]+\b/g) ?? []
  const small = words.filter((word) => english.has(word)).length
  return words.length < 20 || small > words.length / 12 ? 'en' : 'other'
}

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
