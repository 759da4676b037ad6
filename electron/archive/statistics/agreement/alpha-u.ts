/**
 * α_U: boundaries and codes both judged, one code at a time, so that different codes may lie over each other
 * (Krippendorff 1995, with the expected disagreement of 2004, whose sign the 1995 page has wrong).
 *
 * Each coder tiles a continuum of length L into units of the code and gaps. Two units that intersect are as
 * far apart as their borders, squared; a unit within the other's gap as its own length, squared.
 */
import { figure, noFigure, type Figure } from './figure.ts'
import { eachOverlap, gapsOf, lengthOf, type Span } from './spans.ts'
import { countFrom } from '../falling.ts'

/** Of one code: a list a coder, each in order and without overlaps of its own. */
export type Tilings = readonly (readonly Span[])[]

export interface Disagreement {
  readonly observed: number
  readonly expected: number
}

/** D_o and D_e of one code; null where no coder used it or there is nothing to compare. */
export function disagreementOf(coders: Tilings, length: number): Disagreement | null {
  const m = coders.length
  if (m < 2 || length === 0 || coders.every((units) => units.length === 0)) return null
  const gaps = coders.map((units) => gapsOf(units, length))
  let apart = 0
  for (const [i, units] of coders.entries())
    for (const [j, others] of coders.entries())
      if (i < j) {
        apart += betweenUnits(units, others)
        apart += insideGaps(units, gaps[j] ?? []) + insideGaps(others, gaps[i] ?? [])
      }
  return {
    observed: (2 * apart) / (m * (m - 1) * length ** 2),
    expected: expectedOf(coders.flat().map(lengthOf), gaps.flat().map(lengthOf), m, length),
  }
}

function betweenUnits(units: readonly Span[], others: readonly Span[]): number {
  let apart = 0
  eachOverlap(units, others, (one, other) => {
    apart += (one.start - other.start) ** 2 + (one.end - other.end) ** 2
  })
  return apart
}

/** ℓ² of every unit that lies whole within a gap. */
function insideGaps(units: readonly Span[], gaps: readonly Span[]): number {
  let apart = 0
  eachOverlap(units, gaps, (unit, _, shared) => {
    if (shared === lengthOf(unit)) apart += shared ** 2
  })
  return apart
}

/** `units`, `gaps`: lengths through all coders. Gaps that hold a unit come from one sorted list. */
function expectedOf(units: readonly number[], gaps: readonly number[], m: number, length: number): number {
  const sorted = gaps.toSorted((a, b) => b - a)
  const upTo = [0]
  for (const gap of sorted) upTo.push((upTo.at(-1) ?? 0) + gap)
  let chance = 0
  let own = 0
  for (const unit of units) {
    const holding = countFrom(sorted, unit)
    const room = (upTo[holding] ?? 0) - holding * (unit - 1)
    chance += ((units.length - 1) / 3) * (2 * unit ** 3 - 3 * unit ** 2 + unit) + unit ** 2 * room
    own += unit * (unit - 1)
  }
  const all = m * length
  return ((2 / length) * chance) / (all * (all - 1) - own)
}

/** `length`: of the continuum, in the measure of the spans. */
export function alphaU(coders: Tilings, length: number): Figure {
  if (length === 0) return noFigure('no-units')
  const found = disagreementOf(coders, length)
  if (!found || found.expected === 0) return noFigure('unused', { length })
  return figure(1 - found.observed / found.expected, { length, ...found })
}

/** All codes together: their disagreements are added before they are compared. */
export function alphaUOfAll(codes: readonly Tilings[], length: number): Figure {
  if (length === 0) return noFigure('no-units')
  const found = codes.map((coders) => disagreementOf(coders, length)).filter((one) => one !== null)
  const observed = found.reduce((total, one) => total + one.observed, 0)
  const expected = found.reduce((total, one) => total + one.expected, 0)
  if (expected === 0) return noFigure('unused', { length })
  return figure(1 - observed / expected, { length, observed, expected, codes: found.length })
}
