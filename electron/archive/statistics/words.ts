/** Statistics of words: what is typical of some texts against others, and what stands together (METHODS 4.5). */

/** Occurrences of two words: together, of each, and how many places there are in all. */
export interface Pairing {
  readonly together: number
  readonly first: number
  readonly second: number
  readonly places: number
}

/** Zero cells add nothing. */
const part = (observed: number, expected: number) => (observed > 0 ? observed * Math.log(observed / expected) : 0)

/**
 * Keyness of a word that stands `here` times among `words` and `there` times among `otherWords` (Rayson and
 * Garside): G² = 2(a ln(a/E₁) + b ln(b/E₂)), signed by where it is the more frequent. ±3.84 ↔ .05, ±6.63 ↔ .01.
 * Null where one of the sides has no words.
 */
export function keyness(here: number, words: number, there: number, otherWords: number): number | null {
  if (words <= 0 || otherWords <= 0) return null
  const rate = (here + there) / (words + otherWords)
  const value = 2 * (part(here, words * rate) + part(there, otherWords * rate))
  return here / words >= there / otherWords ? value : -value
}

/** log₂ of the ratio of the two frequencies: 1 is twice as often. Half an occurrence stands in for none (Hardie). */
export function logRatio(here: number, words: number, there: number, otherWords: number): number | null {
  if (words <= 0 || otherWords <= 0 || here + there === 0) return null
  return Math.log2((here || 0.5) / words / ((there || 0.5) / otherWords))
}

/** The four cells: both, the first without the second, the second without the first, neither. */
function cellsOf({ together, first, second, places }: Pairing): readonly [number, number, number, number] {
  return [together, first - together, second - together, places - first - second + together]
}

/** Dunning's G² over the four cells. */
export function logLikelihood(pairing: Pairing): number {
  const { first, second, places } = pairing
  const [a, b, c, d] = cellsOf(pairing)
  const expected = (row: number, column: number) => (row * column) / places
  return (
    2 *
    (part(a, expected(first, second)) +
      part(b, expected(first, places - second)) +
      part(c, expected(places - first, second)) +
      part(d, expected(places - first, places - second)))
  )
}

/** Pearson's χ² of the four cells. */
export function pairChiSquare(pairing: Pairing): number {
  const { first, second, places } = pairing
  const [a, b, c, d] = cellsOf(pairing)
  return (places * (a * d - b * c) ** 2) / (first * (places - first) * second * (places - second))
}

/** log₂(n·N/(n₁n₂)), pointwise */
export function mutualInformation({ together, first, second, places }: Pairing): number | null {
  return together > 0 ? Math.log2((together * places) / (first * second)) : null
}

/** (n − n₁n₂/N)/√n */
export function tScore({ together, first, second, places }: Pairing): number | null {
  return together > 0 ? (together - (first * second) / places) / Math.sqrt(together) : null
}

/** 14 + log₂(2n/(n₁+n₂)) */
export function logDice({ together, first, second }: Pairing): number | null {
  return together > 0 ? 14 + Math.log2((2 * together) / (first + second)) : null
}
