/**
 * How sure α is (METHODS 3.5): units drawn with replacement again and again, with a seed, and α of each draw.
 *
 * Units that were coded alike are one pattern. Drawing units is drawing how often each pattern comes up, so a draw
 * costs patterns, not units. Observed and expected disagreement are both made anew in every draw.
 */
import { dice } from '../dice.ts'
import { figure, noFigure, type Figure } from './figure.ts'
import { drawMultinomial } from './multinomial.ts'

/** Units coded alike: how many, and how often each value stands on one of them. Values by number, from 0. */
export interface Pattern {
  readonly units: number
  readonly values: readonly { readonly value: number; readonly times: number }[]
  /**
   * What one unit adds to n·D_o, where its values are of several decisions (all codes pooled) and so not to be
   * compared with each other.
   */
  readonly apart?: number
}

/** Likeness of two different values, above 0; pairs that are not here share nothing. Each pair once. */
export interface Likeness {
  readonly one: number
  readonly other: number
  readonly likeness: number
}

export interface Drawn {
  /** Of α, 2.5 % of the draws lie below the first and above the second. */
  readonly low: number
  readonly high: number
  /** Share of the draws below .667. */
  readonly belowTentative: number
  /** Draws in which α was defined, of all. */
  readonly defined: number
  readonly draws: number
}

/** Krippendorff: below it not even tentative conclusions. */
export const tentative = 0.667
export const usualDraws = 2000

interface Prepared {
  readonly units: Float64Array
  readonly width: number
  /** Pattern n holds values [from[n], from[n + 1]) of `value`, `times`. */
  readonly from: Int32Array
  readonly value: Int32Array
  readonly times: Float64Array
  /** What one unit of the pattern adds to n·D_o. */
  readonly apart: Float64Array
  readonly size: Float64Array
  readonly likenesses: readonly Likeness[]
}

function prepared(patterns: readonly Pattern[], likenesses: readonly Likeness[]): Prepared {
  const alike = new Map(likenesses.map(({ one, other, likeness }) => [pairOf(one, other), likeness]))
  const from = new Int32Array(patterns.length + 1)
  const value: number[] = []
  const times: number[] = []
  const apart = new Float64Array(patterns.length)
  const size = new Float64Array(patterns.length)
  let width = 0
  for (const [n, { values, apart: given }] of patterns.entries()) {
    const coders = values.reduce((sum, one) => sum + one.times, 0)
    let within = 0
    for (const [at, one] of values.entries()) {
      width = Math.max(width, one.value + 1)
      for (const other of values.slice(at + 1))
        within += 2 * one.times * other.times * (1 - (alike.get(pairOf(one.value, other.value)) ?? 0))
    }
    // A unit with fewer than two values says nothing.
    if (coders > 1) {
      for (const one of values) {
        value.push(one.value)
        times.push(one.times)
      }
      apart[n] = given ?? within / (coders - 1)
      size[n] = coders
    }
    from[n + 1] = value.length
  }
  const units = Float64Array.from(patterns, (pattern) => pattern.units)
  return {
    units,
    width,
    from,
    value: Int32Array.from(value),
    times: Float64Array.from(times),
    apart,
    size,
    likenesses,
  }
}

const pairOf = (one: number, other: number) => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** D_o and D_e of so many units of each pattern; null without variation. `uses` is scratch. */
function disagreement(
  { width, from, value, times, apart, size, likenesses }: Prepared,
  units: Float64Array,
  uses: Float64Array,
): { readonly n: number; readonly observed: number; readonly expected: number } | null {
  uses.fill(0)
  let n = 0
  let observed = 0
  for (let pattern = 0; pattern < units.length; pattern++) {
    const count = units[pattern] ?? 0
    if (count === 0) continue
    n += count * (size[pattern] ?? 0)
    observed += count * (apart[pattern] ?? 0)
    for (let at = from[pattern] ?? 0; at < (from[pattern + 1] ?? 0); at++) {
      const which = value[at] ?? 0
      uses[which] = (uses[which] ?? 0) + count * (times[at] ?? 0)
    }
  }
  let together = 0
  let most = 0
  for (let which = 0; which < width; which++) {
    const used = uses[which] ?? 0
    together += used * used
    most = Math.max(most, used)
  }
  if (n < 2 || most === n) return null
  let alike = 0
  for (const { one, other, likeness } of likenesses) alike += (uses[one] ?? 0) * (uses[other] ?? 0) * likeness
  return { n, observed: observed / n, expected: (n * n - together - 2 * alike) / (n * (n - 1)) }
}

/** α of patterns: the same as `krippendorffAlpha` of their units. */
export function alphaOfPatterns(patterns: readonly Pattern[], likenesses: readonly Likeness[] = []): Figure {
  if (patterns.every(({ units }) => units === 0)) return noFigure('no-units')
  const ready = prepared(patterns, likenesses)
  const found = disagreement(ready, ready.units, new Float64Array(ready.width))
  if (found) return figure(1 - found.observed / found.expected, { ...found })
  return noFigure(ready.value.length === 0 ? 'nothing-pairable' : 'no-variation', { units: sumOf(ready.units) })
}

const sumOf = (list: Float64Array) => list.reduce((sum, one) => sum + one, 0)

/** Null where α is undefined in every draw. */
export function bootstrapAlpha(
  patterns: readonly Pattern[],
  { seed, draws = usualDraws }: { readonly seed: number; readonly draws?: number },
  likenesses: readonly Likeness[] = [],
): Drawn | null {
  const ready = prepared(patterns, likenesses)
  const n = sumOf(ready.units)
  if (n === 0) return null
  const shares = Array.from(ready.units, (count) => count / n)
  const random = dice(seed)
  const drawn = new Float64Array(shares.length)
  const uses = new Float64Array(ready.width)
  const alphas: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    drawMultinomial(n, shares, random, drawn)
    const found = disagreement(ready, drawn, uses)
    if (found) alphas.push(1 - found.observed / found.expected)
  }
  if (alphas.length === 0) return null
  alphas.sort((a, b) => a - b)
  return {
    low: quantile(alphas, 0.025),
    high: quantile(alphas, 0.975),
    belowTentative: alphas.filter((alpha) => alpha < tentative).length / alphas.length,
    defined: alphas.length,
    draws,
  }
}

/** Of a rising list, by the straight line between neighbours (Hyndman and Fan's seventh). */
function quantile(rising: readonly number[], share: number): number {
  const place = (rising.length - 1) * share
  const below = rising[Math.floor(place)] ?? 0
  const above = rising[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}
