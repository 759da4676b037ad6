/**
 * Many coders, as many values on every unit (Fleiss 1971). The coders may be others from unit to unit. With two
 * it is Scott's π, not Cohen's κ.
 */
import { figure, noFigure, type Figure, type NoFigure } from './figure.ts'

/** A row a unit: how many of its values are each category. */
export type Ratings = readonly (readonly number[])[]
/** How many units each row stands for; one where it is not given. */
type Weights = readonly number[] | undefined

interface Summary {
  readonly units: number
  readonly coders: number
  /** Share of all values, a category each. */
  readonly shares: readonly number[]
  readonly observed: number
  readonly expected: number
}

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)

function summaryOf(ratings: Ratings, weights: Weights): Summary | NoFigure {
  const coders = sum(ratings[0] ?? [])
  if (ratings.length === 0) return 'no-units'
  if (coders < 2) return 'nothing-pairable'
  if (ratings.some((row) => sum(row) !== coders)) return 'unequal-coders'
  const units = unitsIn(ratings, weights)
  const shares = (ratings[0] ?? []).map((_, j) => added(ratings, weights, (row) => row[j] ?? 0) / (units * coders))
  if (shares.filter((share) => share > 0).length < 2) return 'no-variation'
  return {
    units,
    coders,
    shares,
    observed: added(ratings, weights, agreementOn) / units,
    expected: sum(shares.map((share) => share ** 2)),
  }
}

const unitsIn = (ratings: Ratings, weights: Weights) => (weights ? sum(weights) : ratings.length)
const added = (ratings: Ratings, weights: Weights, value: (row: readonly number[]) => number) =>
  sum(ratings.map((row, at) => (weights?.[at] ?? 1) * value(row)))

/** Pᵢ: of all pairs of coders, the share that agree on a unit. */
export function agreementOn(row: readonly number[]): number {
  const n = sum(row)
  return (sum(row.map((count) => count ** 2)) - n) / (n * (n - 1))
}

export function fleissKappa(ratings: Ratings, weights?: readonly number[]): Figure {
  const found = summaryOf(ratings, weights)
  if (typeof found === 'string') return noFigure(found, { units: ratings.length })
  const { units, coders, observed, expected } = found
  return figure((observed - expected) / (1 - expected), { units, coders, observed, expected })
}

/** κⱼ: one category against all others. */
export function fleissKappaOf(ratings: Ratings, category: number, weights?: readonly number[]): Figure {
  const found = summaryOf(ratings, weights)
  if (typeof found === 'string') return noFigure(found, { units: ratings.length })
  const { units, coders, shares } = found
  const share = shares[category] ?? 0
  if (share === 0) return noFigure('unused', { units, coders, share })
  const split = added(ratings, weights, (row) => (row[category] ?? 0) * (coders - (row[category] ?? 0)))
  const value = 1 - split / (units * coders * (coders - 1) * share * (1 - share))
  return figure(value, { units, coders, share })
}

/** κ over its standard error if it were 0. */
export function fleissZ(ratings: Ratings, weights?: readonly number[]): Figure {
  const found = summaryOf(ratings, weights)
  const { value: kappa } = fleissKappa(ratings, weights)
  if (typeof found === 'string' || kappa === null)
    return noFigure(typeof found === 'string' ? found : 'no-variation', { units: ratings.length })
  const { units, coders, shares } = found
  const spread = sum(shares.map((share) => share * (1 - share)))
  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)))
  const variance = (2 * (spread ** 2 - skew)) / (units * coders * (coders - 1) * spread ** 2)
  const error = Math.sqrt(variance)
  return figure(kappa / error, { units, coders, kappa, error })
}
