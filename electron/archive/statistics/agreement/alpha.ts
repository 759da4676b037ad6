/**
 * Krippendorff's α: any number of coders, missing values, any distance (METHODS 3.5).
 *
 * Units with fewer than two values say nothing and are dropped. No variation is undefined, never 1; below 0
 * is real (coders who disagree systematically) and is not clipped.
 */
import { figure, noFigure, type Figure } from './figure.ts'

/** δ² of two values. Zero for equal ones. */
export type Distance<Value> = (one: Value, other: Value) => number

export const nominal: Distance<unknown> = (one, other) => (one === other ? 0 : 1)
export const interval: Distance<number> = (one, other) => (one - other) ** 2
export const ratioScale: Distance<number> = (one, other) =>
  one + other === 0 ? 0 : ((one - other) / (one + other)) ** 2

/** Ranks have no distance of their own: it depends on how often those between are used. */
export function ordinal(uses: ReadonlyMap<number, number>): Distance<number> {
  return (one, other) => {
    if (one === other) return 0
    const [low, high] = one < other ? [one, other] : [other, one]
    let between = 0
    for (const [value, times] of uses) if (value >= low && value <= high) between += times
    return (between - ((uses.get(low) ?? 0) + (uses.get(high) ?? 0)) / 2) ** 2
  }
}

/** A row a unit, an entry a coder; null: not coded by that one. */
export type Units<Value> = readonly (readonly (Value | null)[])[]

/** How often each value stands on units that can be compared. */
export function usesOf<Value>(units: Units<Value>): ReadonlyMap<Value, number> {
  const uses = new Map<Value, number>()
  for (const values of comparable(units)) for (const value of values) uses.set(value, (uses.get(value) ?? 0) + 1)
  return uses
}

function comparable<Value>(units: Units<Value>): readonly (readonly Value[])[] {
  return units.map((unit) => unit.filter((value) => value !== null)).filter(({ length }) => length > 1)
}

/** Values are told apart as keys of a map: numbers, strings, or shared objects. */
export function krippendorffAlpha<Value>(units: Units<Value>, distance: Distance<Value>): Figure {
  if (units.length === 0) return noFigure('no-units')
  const rows = comparable(units)
  const uses = usesOf(units)
  const n = rows.reduce((total, { length }) => total + length, 0)
  if (n === 0) return noFigure('nothing-pairable')
  if (uses.size < 2) return noFigure('no-variation', { n, units: rows.length })
  let apart = 0
  for (const row of rows) {
    let within = 0
    for (const [at, one] of row.entries())
      for (const other of row.slice(at + 1)) within += distance(one, other) + distance(other, one)
    apart += within / (row.length - 1)
  }
  let byChance = 0
  for (const [one, ofOne] of uses)
    for (const [other, ofOther] of uses) byChance += ofOne * ofOther * distance(one, other)
  const observed = apart / n
  const expected = byChance / (n * (n - 1))
  return figure(1 - observed / expected, { n, units: rows.length, observed, expected })
}

/** α of ranks. */
export const ordinalAlpha = (units: Units<number>): Figure => krippendorffAlpha(units, ordinal(usesOf(units)))
