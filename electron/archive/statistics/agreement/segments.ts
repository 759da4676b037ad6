/**
 * Agreement of segments as found, by how much they overlap (METHODS 3.1, MAXQDA's third variant): a segment is
 * agreed upon when the other coder has the same code on a segment of which it shares at least so much.
 *
 * Judged from both sides: a segment of either coder is a decision, so two that match are two agreements. There is
 * no "neither", so chance is one in as many codes as were compared (Brennan and Prediger).
 */
import { figure, noFigure, ratio, type Figure } from './figure.ts'
import { eachOverlap, lengthOf, type Span } from './spans.ts'

export interface Matches {
  /** Segments of the first coder that the second has too, and those of the second that the first has. */
  readonly matchedFirst: number
  readonly matchedSecond: number
  readonly onlyFirst: number
  readonly onlySecond: number
}

/**
 * Segments of one code; each list in order and without overlaps of its own. `share`: 0 to 1, of both together
 * (what they share over what either covers).
 */
export function matchesOf(first: readonly Span[], second: readonly Span[], share: number): Matches {
  const matchedFirst = new Set<Span>()
  const matchedSecond = new Set<Span>()
  eachOverlap(first, second, (one, other, shared) => {
    const covered = lengthOf(one) + lengthOf(other) - shared
    if (shared / covered < share) return
    matchedFirst.add(one)
    matchedSecond.add(other)
  })
  return {
    matchedFirst: matchedFirst.size,
    matchedSecond: matchedSecond.size,
    onlyFirst: first.length - matchedFirst.size,
    onlySecond: second.length - matchedSecond.size,
  }
}

const agreedIn = ({ matchedFirst, matchedSecond }: Matches) => matchedFirst + matchedSecond
const decisionsIn = (found: Matches) => agreedIn(found) + found.onlyFirst + found.onlySecond

/** Decisions agreed upon over all decisions. */
export function segmentAgreement(found: Matches): Figure {
  return ratio(agreedIn(found), decisionsIn(found), 'unused', {
    agreed: agreedIn(found),
    decisions: decisionsIn(found),
  })
}

/** (P_o − 1/codes)/(1 − 1/codes). `codes`: as many as were compared; with one there is no chance to take off. */
export function segmentKappa(found: Matches, codes: number): Figure {
  const { value: observed, inputs } = segmentAgreement(found)
  if (observed === null) return noFigure('unused', inputs)
  if (codes < 2) return noFigure('no-variation', { ...inputs, codes })
  const expected = 1 / codes
  return figure((observed - expected) / (1 - expected), { ...inputs, observed, expected, codes })
}
