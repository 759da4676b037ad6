/** How things are counted and what every pane calls alike, in English. */
import { fieldWords } from '../../schema/field-words.ts'
import { grammarOf } from './numbers.ts'

export const say = grammarOf('en-GB', ['KB', 'MB'])
export const documents = (n: number) => say.count(n, { one: '# document', other: '# documents' })
export const files = (n: number) => say.count(n, { one: '# file', other: '# files' })
export const codesOf = (n: number) => say.count(n, { one: '# code', other: '# codes' })
export const codings = (n: number) => say.count(n, { one: '# coding', other: '# codings' })

export const facets = {
  weight: 'Weight',
  weights: { 1: 'Mention', 2: 'Developed', 3: 'Key quote' },
  stance: 'Stance',
  noStance: 'No stance',
  stances: fieldWords.en.stances,
  holdsResponsible: 'Holds responsible',
  nobodyNamed: 'No one named',
  responsibles: fieldWords.en.responsibles,
}
