/**
 * Many coders, as many values on every unit (Fleiss 1971). The coders may be others from unit to unit. With two
 * it is Scott's π, not Cohen's κ.
 */
import { figure, noFigure, type Figure, type NoFigure } from './figure.ts'

/** A row a unit: how many of its values are each category. */
export type Ratings = readonly (readonly number[])[]

interface Summary {
  readonly units: number
  readonly coders: number
  /** Share of all values, a category each. */
  readonly shares: readonly number[]
  readonly observed: number
  readonly expected: number
}

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)

function summaryOf(ratings: Ratings): Summary | NoFigure {
  const coders = sum(ratings[0] ?? [])
  if (ratings.length === 0) return 'no-units'
  if (coders < 2) return 'nothing-pairable'
  if (ratings.some((row) => sum(row) !== coders)) return 'unequal-coders'
  const units = ratings.length
  const shares = (ratings[0] ?? []).map((_, j) => sum(ratings.map((row) => row[j] ?? 0)) / (units * coders))
  if (shares.filter((share) => share > 0).length < 2) return 'no-variation'
  return {
    units,
    coders,
    shares,
    observed: sum(ratings.map((row) => agreementOn(row))) / units,
    expected: sum(shares.map((share) => share ** 2)),
  }
}

/** Pᵢ: of all pairs of coders, the share that agree on a unit. */
export function agreementOn(row: readonly number[]): number {
  const n = sum(row)
  return (sum(row.map((count) => count ** 2)) - n) / (n * (n - 1))
}

export function fleissKappa(ratings: Ratings): Figure {
  const found = summaryOf(ratings)
  if (typeof found === 'string') return noFigure(found, { units: ratings.length })
  const { units, coders, observed, expected } = found
  return figure((observed - expected) / (1 - expected), { units, coders, observed, expected })
}

/** κⱼ: one category against all others. */
export function fleissKappaOf(ratings: Ratings, category: number): Figure {
  const found = summaryOf(ratings)
  if (typeof found === 'string') return noFigure(found, { units: ratings.length })
  const { units, coders, shares } = found
  const share = shares[category] ?? 0
  if (share === 0) return noFigure('unused', { units, coders, share })
  const split = sum(ratings.map((row) => (row[category] ?? 0) * (coders - (row[category] ?? 0))))
  const value = 1 - split / (units * coders * (coders - 1) * share * (1 - share))
  return figure(value, { units, coders, share })
}

/** κ over its standard error if it were 0. */
export function fleissZ(ratings: Ratings): Figure {
  const found = summaryOf(ratings)
  const { value: kappa } = fleissKappa(ratings)
  if (typeof found === 'string' || kappa === null)
    return noFigure(typeof found === 'string' ? found : 'no-variation', { units: ratings.length })
  const { units, coders, shares } = found
  const spread = sum(shares.map((share) => share * (1 - share)))
  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)))
  const variance = (2 * (spread ** 2 - skew)) / (units * coders * (coders - 1) * spread ** 2)
  const error = Math.sqrt(variance)
  return figure(kappa / error, { units, coders, kappa, error })
}
