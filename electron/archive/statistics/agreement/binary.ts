/** One code, two coders, counts of units (METHODS 3.2). No chance is taken off: see `two-coders.ts` and `alpha.ts`. */
import { ratio, type Figure } from './figure.ts'

/** Units, characters or segments: both coders, only the first, only the second, neither. */
export interface Counts {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

const inputsOf = ({ a, b, c, d }: Counts) => ({ a, b, c, d })

/** (a + d)/n */
export function percentAgreement(counts: Counts): Figure {
  const { a, b, c, d } = counts
  return ratio(a + d, a + b + c + d, 'no-units', inputsOf(counts))
}

/** 2a/(2a + b + c), Dice's coefficient: needs no d, and is what κ tends to as d grows. */
export function positiveAgreement(counts: Counts): Figure {
  const { a, b, c } = counts
  return ratio(2 * a, 2 * a + b + c, 'unused', inputsOf(counts))
}

/** a/(a + b + c), Jaccard's coefficient: of what anybody coded. */
export function codedAgreement(counts: Counts): Figure {
  const { a, b, c } = counts
  return ratio(a, a + b + c, 'unused', inputsOf(counts))
}

/** Holsti: twice the decisions agreed upon, over all decisions of both coders. */
export function holsti(agreed: number, ofFirst: number, ofSecond: number): Figure {
  const inputs = { agreed, ofFirst, ofSecond }
  return ratio(2 * agreed, ofFirst + ofSecond, 'unused', inputs)
}

/** Rows the first coder (with, without), columns the second: what κ is made of. */
export const tableOf = ({ a, b, c, d }: Counts): readonly (readonly number[])[] => [
  [a, b],
  [c, d],
]
