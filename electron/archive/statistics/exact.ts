/**
 * Exact tests of contingency tables with fixed margins (Fisher; Freeman and Halton for larger ones).
 *
 * p is the probability of all tables that are as improbable as the one observed, or more. Tables are not
 * walked one by one: the columns are split in two halves, and what each half can be is put together by the
 * rows that the left one leaves. Where even that is too much, tables are drawn with a fixed seed.
 */
import jStat from 'jstat'
import { marginsOf, pressed, type Table } from './chi-square.ts'
import { dice, type Dice } from './dice.ts'
import { countFrom } from './falling.ts'

export interface ExactTest {
  readonly p: number
  readonly how: 'fisher' | 'enumerated' | 'drawn'
  /** Tables drawn; 0 where all were counted. */
  readonly draws: number
}

/** Two tables are equally probable where the computer's last digits differ. */
const tolerance = 1e-7
const usualDraws = 10_000

/**
 * `steps` bounds the counting, `draws` what follows when that was not enough (0: null instead).
 * Null for a table with one row or one column.
 */
export function exactTest(table: Table, steps = 20_000_000, draws = usualDraws): ExactTest | null {
  const full = pressed(table)
  const { rows, columns } = marginsOf(full)
  if (rows.length < 2 || columns.length < 2) return null
  const p = enumerated(full, steps)
  if (p !== null) return { p, how: rows.length === 2 && columns.length === 2 ? 'fisher' : 'enumerated', draws: 0 }
  return draws === 0 ? null : { p: drawn(full, draws), how: 'drawn', draws }
}

/** ad/bc, or null where one of b and c is nothing. */
export function oddsRatio([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: Table): number | null {
  return b * c === 0 ? null : (a * d) / (b * c)
}

/** ln n! */
const factorials: number[] = [0, 0]
function logFactorial(n: number): number {
  return (factorials[n] ??= jStat.gammaln(n + 1))
}
const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0)
const logFactorials = (list: readonly number[]) => total(list.map((one) => logFactorial(one)))

class TooMany extends Error {}

/** A half of the columns: what is left of the rows → Σ ln x! of every way to get there. */
function enumerated(table: Table, steps: number): number | null {
  // The fewer rows, the fewer states between the halves.
  const turned = table.length <= (table[0]?.length ?? 0) ? table : transposed(table)
  const { rows, columns, n } = marginsOf(turned)
  const middle = Math.ceil(columns.length / 2)
  // The largest columns last: what is left of the rows bounds them.
  const inOrder = columns.toSorted((a, b) => a - b)
  const budget = { steps }
  const observed = logFactorials(turned.flat())
  const constant = logFactorials(rows) + logFactorials(columns) - logFactorial(n)
  try {
    const left = new Map<string, { readonly rows: readonly number[]; readonly sums: number[] }>()
    fill(inOrder.slice(0, middle), rows, 0, budget, (remaining, sum) => {
      const key = remaining.join()
      const known = left.get(key)
      if (known) known.sums.push(sum)
      else left.set(key, { rows: remaining, sums: [sum] })
    })
    let p = 0
    for (const { rows: remaining, sums } of left.values()) {
      const right: number[] = []
      fill(inOrder.slice(middle), remaining, 0, budget, (_, sum) => void right.push(sum))
      right.sort((a, b) => b - a)
      const upTo = [0]
      for (const sum of right) upTo.push((upTo.at(-1) ?? 0) + Math.exp(constant - sum - observed))
      for (const sum of sums) {
        // Improbable tables have large sums: all on the right that reach what is missing.
        const count = countFrom(right, observed - sum - tolerance)
        p += (upTo[count] ?? 0) * Math.exp(observed - sum)
      }
    }
    return Math.min(1, p)
  } catch (error) {
    if (error instanceof TooMany) return null
    throw error
  }
}

/** All ways to fill the columns from what is left of the rows. */
function fill(
  columns: readonly number[],
  rows: readonly number[],
  sum: number,
  budget: { steps: number },
  found: (remaining: readonly number[], sum: number) => void,
): void {
  const [column, ...others] = columns
  if (column === undefined) {
    found(rows, sum)
    return
  }
  if (others.length === 0 && column === total(rows)) {
    if (--budget.steps < 0) throw new TooMany()
    found([], sum + logFactorials(rows)) // the last column takes what is left
    return
  }
  const remaining = [...rows]
  const below = rows.map((_, r) => total(rows.slice(r + 1)))
  const put = (row: number, left: number, sofar: number): void => {
    if (--budget.steps < 0) throw new TooMany()
    if (row === rows.length) {
      fill(others, [...remaining], sofar, budget, found)
      return
    }
    const there = rows[row] ?? 0
    for (let x = Math.max(0, left - (below[row] ?? 0)); x <= Math.min(there, left); x++) {
      remaining[row] = there - x
      put(row + 1, left - x, sofar + logFactorial(x))
    }
    remaining[row] = there
  }
  put(0, column, sum)
}

/** Patefield's tables by shuffling: each unit of the rows is dealt to a column. */
function drawn(table: Table, draws: number): number {
  const { rows, columns } = marginsOf(table)
  const observed = logFactorials(table.flat())
  const deck = columns.flatMap((count, column) => Array.from({ length: count }, () => column))
  const random: Dice = dice(1)
  let improbable = 0
  for (let draw = 0; draw < draws; draw++) {
    let at = 0
    let sum = 0
    for (const row of rows) {
      const dealt = columns.map(() => 0)
      for (let n = 0; n < row; n++, at++) {
        const other = at + Math.floor(random() * (deck.length - at))
        const card = deck[other] ?? 0
        deck[other] = deck[at] ?? 0
        deck[at] = card
        dealt[card]! += 1
      }
      sum += logFactorials(dealt)
    }
    if (sum >= observed - tolerance) improbable++
  }
  // The table observed is one of them: p is never 0.
  return (improbable + 1) / (draws + 1)
}

const transposed = (table: Table): Table => (table[0] ?? []).map((_, c) => table.map((row) => row[c] ?? 0))
