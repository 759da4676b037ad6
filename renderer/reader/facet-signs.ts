/** How a coding is meant, in as few signs as fit beside its code; the words of it are said and stand in the title. */
import type { Coding } from '../../schema/coding.ts'
import type { Sensitivity } from '../../schema/passage.ts'
import type { Words } from '../words/shape.ts'

type Facets = Pick<Coding, 'weight' | 'stance' | 'holdsResponsible'>

const stanceSigns = { credits: '+', blames: '−', neutral: '=' } as const

/** '••', '••• −', '→'; '' where a coding is a plain mention. Of several codings of a code everything that one of them says. */
export function facetSigns(codings: readonly Facets[]): string {
  const weight = Math.max(1, ...codings.map((coding) => coding.weight))
  const stances = [...new Set(codings.flatMap(({ stance }) => (stance ? stanceSigns[stance] : [])))]
  const isAccusing = codings.some(({ holdsResponsible }) => holdsResponsible !== null)
  return [weight > 1 ? '•'.repeat(weight) : '', ...stances, isAccusing ? '→' : ''].filter(Boolean).join(' ')
}

/** The same in words; '' for a plain mention. */
export function facetWords(words: Words, coding: Facets): string {
  return facetSigns([coding]) === '' ? '' : words.reader.described(coding)
}

/** Shown in lists and margins for what needs care; the number is the level. */
export function sensitivitySign(sensitivity: Sensitivity): string {
  return sensitivity === 4 ? '⊘' : sensitivity === 3 ? '◐' : ''
}
