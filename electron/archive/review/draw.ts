/** Drawing by chance, again and again the same; and how much to draw. Pure functions. */
import { createHash } from 'node:crypto'

export interface Stratum<T> {
  readonly name: string
  readonly of: readonly T[]
}

/**
 * So many percent of every stratum, each rounded up to at least one, whole units. The order of drawing is that of
 * SHA-256 over the seed and the unit's key: what is drawn does not depend on the order in which units are given,
 * nor on what is in other strata.
 */
export function drawShare<T>(
  strata: readonly Stratum<T>[],
  percent: number,
  seed: string,
  keyOf: (unit: T) => string,
): readonly Stratum<T>[] {
  return strata.map(({ name, of }) => {
    const wanted = Math.min(of.length, Math.ceil((of.length * percent) / 100 - 1e-9))
    const byChance = of
      .map((unit) => ({ unit, rank: rankOf(seed, keyOf(unit)) }))
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    return { name, of: byChance.slice(0, wanted).map(({ unit }) => unit) }
  })
}

const rankOf = (seed: string, key: string): string =>
  createHash('sha256')
    .update(JSON.stringify([seed, key]))
    .digest('hex')

/** Of the normal distribution, one-sided, as the published tables have it: 1.282, 1.645, 2.326, 2.576. */
const z = { 0.1: 1.281_552, 0.05: 1.644_854, 0.01: 2.326_348, 0.005: 2.575_829 } as const
export type SampleLevel = keyof typeof z

/**
 * Units that two coders should code so that an alpha of `alpha` is told from a smaller one (Krippendorff 2011 after
 * Bloch and Kraemer): N = 2 z² ((1 + α)(3 − α) / (4 (1 − α) p (1 − p)) − α), p the share of the rarest code, (0, 1).
 */
export function unitsFor(alpha: number, share: number, level: SampleLevel): number {
  const wanted = ((1 + alpha) * (3 - alpha)) / (4 * (1 - alpha) * share * (1 - share)) - alpha
  return Math.ceil(2 * z[level] ** 2 * wanted - 1e-9)
}
