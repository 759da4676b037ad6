/** All codes together: their counts added, every code on every unit a decision. */
import type { Pattern } from '../../statistics/agreement/bootstrap.ts'
import type { Marks, Tally } from './marks.ts'
import { bitsIn, type Units } from './units.ts'

export function pooledTally(tallies: readonly Tally[]): Tally {
  const groups = new Map<string, Tally['groups'][number]>()
  for (const group of tallies.flatMap(({ groups: own }) => own)) {
    const key = `${group.mask} ${group.of}`
    const known = groups.get(key)
    groups.set(key, known ? { ...known, units: known.units + group.units } : group)
  }
  return { groups: [...groups.values()] }
}

/**
 * Units as patterns of all their decisions: a unit is drawn with all its codes, for they are not independent. Units
 * that add the same to both disagreements are one pattern.
 */
export function pooledPatterns(
  units: Units,
  weights: ReadonlyMap<number, number>,
  byCode: ReadonlyMap<number, Marks>,
): readonly Pattern[] {
  const sums = new Map<number, { given: number; apart: number }>()
  for (const marks of byCode.values())
    for (const [unit, mask] of marks) {
      const of = bitsIn(units.present[unit] ?? 0)
      const yes = bitsIn(mask)
      let sum = sums.get(unit)
      if (!sum) sums.set(unit, (sum = { given: 0, apart: 0 }))
      sum.given += yes
      sum.apart += (2 * yes * (of - yes)) / (of - 1)
    }
  const patterns = new Map<string, { units: number; of: number; given: number; apart: number }>()
  const add = (of: number, given: number, apart: number, weight: number) => {
    const key = `${of} ${given} ${apart.toFixed(9)}`
    const pattern = patterns.get(key)
    if (pattern) pattern.units += weight
    else patterns.set(key, { units: weight, of, given, apart })
  }
  const left = new Map(weights)
  for (const [unit, { given, apart }] of sums) {
    const present = units.present[unit] ?? 0
    const weight = units.weight[unit] ?? 0
    add(bitsIn(present), given, apart, weight)
    left.set(present, (left.get(present) ?? 0) - weight)
  }
  for (const [present, weight] of left) if (weight > 0) add(bitsIn(present), 0, 0, weight)
  return [...patterns.values()].map(({ units: count, of, given, apart }) => ({
    units: count,
    apart,
    values: [
      { value: 0, times: of * byCode.size - given },
      { value: 1, times: given },
    ].filter(({ times }) => times > 0),
  }))
}
