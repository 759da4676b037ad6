/** Which coders gave which code to which unit, and what that is in counts and in patterns. */
import type { Counts } from '../../statistics/agreement/binary.ts'
import type { Likeness, Pattern } from '../../statistics/agreement/bootstrap.ts'
import { masiLikeness } from '../../statistics/agreement/masi.ts'
import { bitsIn, type Units } from './units.ts'

/** Of one code: the coders who gave it to a unit, a bit each. Units that nobody gave it to are not in it. */
export type Marks = ReadonlyMap<number, number>

/** What a coder gave to the units [first, last). */
export interface Placed {
  readonly coder: number
  readonly code: number
  readonly first: number
  readonly last: number
  /** Into the study's passages; -1 where it is no coding. */
  readonly passage: number
}

/** `rowsOf`: the rows that a code counts in, itself and those above it where codes are rolled up. */
export function marksBy(
  placed: readonly Placed[],
  rowsOf: (code: number) => readonly number[],
): ReadonlyMap<number, Marks> {
  const byRow = new Map<number, Map<number, number>>()
  for (const { coder, code, first, last } of placed) {
    for (const row of rowsOf(code)) {
      let marks = byRow.get(row)
      if (!marks) byRow.set(row, (marks = new Map()))
      for (let unit = first; unit < last; unit++) marks.set(unit, (marks.get(unit) ?? 0) | (1 << coder))
    }
  }
  return byRow
}

const none: Marks = new Map()

/** How units were coded with one code: so many coders of so many. The same numbers serve counts and α. */
export interface Tally {
  /** `with` of `of` coders gave it: how many units. */
  readonly groups: readonly {
    readonly with: number
    readonly of: number
    readonly mask: number
    readonly units: number
  }[]
}

/** What the units weigh by who worked on them: what nobody coded is the rest of it. */
export function weightsByPresence({ weight, present }: Units): ReadonlyMap<number, number> {
  const weights = new Map<number, number>()
  for (const [unit, mask] of present.entries()) weights.set(mask, (weights.get(mask) ?? 0) + (weight[unit] ?? 0))
  return weights
}

export function tallyOf(units: Units, weights: ReadonlyMap<number, number>, marks: Marks = none): Tally {
  const groups = new Map<string, { with: number; of: number; mask: number; units: number }>()
  const add = (mask: number, present: number, weight: number) => {
    const key = `${mask} ${present}`
    const group = groups.get(key)
    if (group) group.units += weight
    else groups.set(key, { with: bitsIn(mask), of: bitsIn(present), mask, units: weight })
  }
  const left = new Map(weights)
  for (const [unit, mask] of marks) {
    const present = units.present[unit] ?? 0
    const weight = units.weight[unit] ?? 0
    add(mask, present, weight)
    left.set(present, (left.get(present) ?? 0) - weight)
  }
  for (const [present, weight] of left) if (weight > 0) add(0, present, weight)
  return { groups: [...groups.values()] }
}

/** Of two coders. */
export function countsOf({ groups }: Tally): Counts {
  const counts = { a: 0, b: 0, c: 0, d: 0 }
  for (const { mask, units } of groups) counts[mask === 3 ? 'a' : mask === 1 ? 'b' : mask === 2 ? 'c' : 'd'] += units
  return counts
}

/** Of more: all of those who worked on the unit, some of them, none. */
export function sharedBy({ groups }: Tally): { readonly all: number; readonly some: number; readonly none: number } {
  const shared = { all: 0, some: 0, none: 0 }
  for (const group of groups)
    shared[group.with === 0 ? 'none' : group.with === group.of ? 'all' : 'some'] += group.units
  return shared
}

/** Values 0, without the code, and 1, with it. */
export const patternsOf = ({ groups }: Tally): readonly Pattern[] =>
  groups.map(({ with: yes, of, units }) => ({
    units,
    values: [
      { value: 0, times: of - yes },
      { value: 1, times: yes },
    ].filter(({ times }) => times > 0),
  }))

export interface SetPatterns {
  readonly patterns: readonly Pattern[]
  readonly likenesses: readonly Likeness[]
  /** Units on which all who worked on it gave the same codes; with some code, and with none. */
  readonly same: { readonly coded: number; readonly empty: number }
  readonly units: number
  readonly sets: number
}

/** All codes at once: the value of a unit is the set of codes that a coder gave it. */
export function setPatterns(
  units: Units,
  weights: ReadonlyMap<number, number>,
  byCode: ReadonlyMap<number, Marks>,
  coders: number,
): SetPatterns {
  const codesOf = new Map<number, number[][]>()
  for (const [code, marks] of byCode)
    for (const [unit, mask] of marks) {
      let lists = codesOf.get(unit)
      if (!lists) codesOf.set(unit, (lists = Array.from({ length: coders }, () => [])))
      for (let coder = 0; coder < coders; coder++) if (mask & (1 << coder)) lists[coder]?.push(code)
    }
  const sets: ReadonlySet<number>[] = [new Set()]
  const known = new Map([['', 0]])
  const setOf = (codes: readonly number[]) => {
    const sorted = codes.toSorted((a, b) => a - b)
    const key = sorted.join()
    let at = known.get(key)
    if (at === undefined) {
      known.set(key, (at = sets.length))
      sets.push(new Set(sorted))
    }
    return at
  }
  const patterns = new Map<string, { units: number; values: { value: number; times: number }[] }>()
  const same = { coded: 0, empty: 0 }
  let all = 0
  const add = (values: readonly number[], weight: number) => {
    all += weight
    if (new Set(values).size === 1) same[values[0] === 0 ? 'empty' : 'coded'] += weight
    const key = values.toSorted((a, b) => a - b).join()
    const pattern = patterns.get(key)
    if (pattern) pattern.units += weight
    else {
      const times = Map.groupBy(values, (value) => value)
      patterns.set(key, {
        units: weight,
        values: [...times].map(([value, list]) => ({ value, times: list.length })),
      })
    }
  }
  const left = new Map(weights)
  for (const [unit, lists] of codesOf) {
    const present = units.present[unit] ?? 0
    const weight = units.weight[unit] ?? 0
    add(
      lists.flatMap((codes, coder) => (present & (1 << coder) ? [setOf(codes)] : [])),
      weight,
    )
    left.set(present, (left.get(present) ?? 0) - weight)
  }
  for (const [present, weight] of left)
    if (weight > 0)
      add(
        Array.from({ length: bitsIn(present) }, () => 0),
        weight,
      )
  return { patterns: [...patterns.values()], likenesses: likenessesOf(sets), same, units: all, sets: sets.length }
}

/** Only sets that share a code are alike at all: they are found by their codes. */
function likenessesOf(sets: readonly ReadonlySet<number>[]): readonly Likeness[] {
  const byCode = new Map<number, number[]>()
  const found: Likeness[] = []
  for (const [other, set] of sets.entries()) {
    const met = new Set<number>()
    for (const code of set) {
      let before = byCode.get(code)
      if (!before) byCode.set(code, (before = []))
      for (const one of before) met.add(one)
      before.push(other)
    }
    for (const one of met) found.push({ one, other, likeness: masiLikeness(sets[one] ?? new Set(), set) })
  }
  return found
}
