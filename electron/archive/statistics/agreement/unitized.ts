/**
 * The u-α family (Krippendorff, Mathet, Bouvry and Widlöcher 2016): uα judges borders and codes, |uα only what
 * is relevant at all, cuα codes where both coded, (k)uα one code given that something was coded.
 *
 * A coder's codes exclude each other here. Interview coding overlaps, so a code is judged by itself, with
 * one value, where that does not hold. Intersections are lengths, found by walking sorted lists.
 */
import { figure, noFigure, type Figure } from './figure.ts'
import { eachOverlap, gapsOf, lengthOf, type Span } from './spans.ts'

/** `value`: which code, from 0. */
export interface Valued extends Span {
  readonly value: number
}

/** A list a coder, in order and without overlaps of its own. `length`: of the continuum. */
export interface Unitizing {
  readonly coders: readonly (readonly Valued[])[]
  readonly values: number
  readonly length: number
}

/** Observed and expected coincidences, in units of length. The last value, ∅, is "not coded". */
interface Coincidences {
  readonly m: number
  readonly all: number
  /** ℓ_ck */
  readonly observed: readonly (readonly number[])[]
  /** ℓ_c */
  readonly totals: readonly number[]
  /** S_c */
  readonly own: readonly number[]
  /** T_c, without ∅. */
  readonly met: readonly number[]
}

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)

function coincidencesOf({ coders, values, length }: Unitizing): Coincidences {
  const m = coders.length
  const nothing = values
  const tiled = coders.map((units) => [
    ...units,
    ...gapsOf(units, length).map((gap): Valued => ({ ...gap, value: nothing })),
  ])
  for (const tiles of tiled) tiles.sort((one, other) => one.start - other.start)
  const observed = Array.from({ length: values + 1 }, () => Array.from({ length: values + 1 }, () => 0))
  const met = Array.from({ length: values }, () => 0)
  for (const [i, ones] of tiled.entries())
    for (const [j, others] of tiled.entries()) {
      if (i === j) continue
      const coded = new Map<Valued, number>()
      eachOverlap(ones, others, (one, other, shared) => {
        const row = observed[one.value] ?? []
        row[other.value] = (row[other.value] ?? 0) + shared / (m - 1)
        if (one.value !== nothing && other.value !== nothing) coded.set(one, (coded.get(one) ?? 0) + shared)
      })
      for (const [{ value }, shared] of coded) met[value] = (met[value] ?? 0) + shared ** 2 / (m - 1)
    }
  const own = Array.from({ length: values + 1 }, () => 0)
  for (const tile of tiled.flat())
    own[tile.value] = (own[tile.value] ?? 0) + (tile.value === nothing ? lengthOf(tile) : lengthOf(tile) ** 2)
  return { m, all: m * length, observed, totals: observed.map(sum), own, met }
}

/** e_ck */
function expectedOf({ all, totals, own }: Coincidences, one: number, other: number): number {
  const pairs = (totals[one] ?? 0) * (totals[other] ?? 0) - (one === other ? (own[one] ?? 0) : 0)
  return (all * pairs) / (all ** 2 - sum(own))
}

const diagonal = (matrix: readonly (readonly number[])[]) => sum(matrix.map((row, at) => row[at] ?? 0))

/** Borders and codes. */
export function uAlpha(study: Unitizing): Figure {
  const refused = refusalOf(study)
  if (refused) return refused
  const found = coincidencesOf(study)
  const alike = diagonal(found.observed)
  const byChance = sum(found.totals.map((_, at) => expectedOf(found, at, at)))
  return overChance(found.all, alike, byChance, study)
}

/** What is relevant, whatever it was coded as. */
export function relevanceAlpha(study: Unitizing): Figure {
  const refused = refusalOf(study)
  if (refused) return refused
  const found = coincidencesOf(study)
  const nothing = study.values
  const total = found.totals[nothing] ?? 0
  const alike = found.observed[nothing]?.[nothing] ?? 0
  const row = sum(found.totals.map((_, at) => expectedOf(found, nothing, at)))
  const chance = row - expectedOf(found, nothing, nothing)
  if (chance <= 0) return noFigure('no-variation', { length: study.length })
  return figure(1 - (total - alike) / chance, { length: study.length, total, alike, chance })
}

interface Coded {
  readonly all: number
  /** Too little was coded by two to say what chance would do. */
  readonly isTooLittle: boolean
  readonly totals: readonly number[]
  readonly expected: (one: number, other: number) => number
}

/** Only what both of a pair coded. */
function codedOf({ totals, observed, met }: Coincidences, values: number): Coded {
  const within = totals.slice(0, values).map((total, at) => total - (observed[at]?.[values] ?? 0))
  const all = sum(within)
  const chance = all - (all === 0 ? 0 : sum(met) / all)
  return {
    all,
    isTooLittle: chance <= all * 1e-9,
    totals: within,
    expected: (one, other) =>
      ((within[one] ?? 0) * (within[other] ?? 0) - (one === other ? (met[one] ?? 0) : 0)) / chance,
  }
}

/** Codes where both coded; `inputs.coverage`: the share of the continuum that this rests on. */
export function codedAlpha(study: Unitizing): Figure {
  const refused = refusalOf(study)
  if (refused) return refused
  const found = coincidencesOf(study)
  const coded = codedOf(found, study.values)
  const coverage = coded.all / found.all
  if (coded.isTooLittle) return noFigure('nothing-pairable', { coverage })
  const byChance = sum(coded.totals.map((_, at) => coded.expected(at, at)))
  const alike = diagonal(found.observed.slice(0, study.values))
  // Lengths are sums of fractions: one value everywhere leaves a last digit, not a zero.
  if (coded.totals.filter((total) => total > 0).length < 2) return noFigure('no-variation', { coverage })
  return figure(1 - (coded.all - alike) / (coded.all - byChance), { coverage, all: coded.all, alike, byChance })
}

/** One code against the others, given coding. */
export function codedAlphaOf(study: Unitizing, value: number): Figure {
  const refused = refusalOf(study)
  if (refused) return refused
  const found = coincidencesOf(study)
  const coded = codedOf(found, study.values)
  const total = coded.totals[value] ?? 0
  if (total === 0 || coded.isTooLittle) return noFigure('nothing-pairable')
  if (coded.totals.filter((one) => one > 0).length < 2) return noFigure('no-variation')
  const alike = found.observed[value]?.[value] ?? 0
  const row = sum(coded.totals.map((_, at) => coded.expected(at, value)))
  const chance = row - coded.expected(value, value)
  return figure(1 - ((row / total) * (total - alike)) / chance, { total, alike, row, chance })
}

function refusalOf({ coders, length }: Unitizing): Figure | null {
  if (length === 0 || coders.length < 2) return noFigure('no-units')
  if (coders.every((units) => units.length === 0)) return noFigure('unused', { length })
  if (coders.some(overlaps)) return noFigure('codes-overlap', { length })
  return null
}

const overlaps = (units: readonly Valued[]) => units.some((unit, at) => unit.start < (units[at - 1]?.end ?? 0))

/** 1 − what disagrees over what would by chance. */
function overChance(all: number, alike: number, byChance: number, { length }: Unitizing): Figure {
  if (all - byChance <= 0) return noFigure('no-variation', { length })
  return figure(1 - (all - alike) / (all - byChance), { length, all, alike, byChance })
}
