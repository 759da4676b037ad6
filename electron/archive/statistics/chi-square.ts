/**
 * Contingency tables: chi-square, its effect sizes, and which cells carry it (METHODS 4.2).
 *
 * A table is a list of rows of counts, all of one length. Rows and columns that are empty say nothing
 * and are left out; a table with fewer than two of either has no statistic (null).
 */
import jStat from 'jstat'

export type Table = readonly (readonly number[])[]

export interface ChiSquare {
  readonly value: number
  /** (rows − 1)(columns − 1) */
  readonly degrees: number
  /** Of the chi-square distribution; not to be trusted where `isBorne` is false. */
  readonly p: number
  readonly smallestExpected: number
  /** Share of the cells with an expected count below 5. */
  readonly belowFive: number
  /** Cochran: no expected count below 1, at most a fifth of them below 5. */
  readonly isBorne: boolean
}

export interface Margins {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly n: number
}

export function marginsOf(table: Table): Margins {
  const rows = table.map((row) => sum(row))
  const columns = (table[0] ?? []).map((_, c) => sum(table.map((row) => row[c] ?? 0)))
  return { rows, columns, n: sum(rows) }
}

/** Without the rows and columns that have nothing. */
export function pressed(table: Table): Table {
  const { rows, columns } = marginsOf(table)
  return table.filter((_, r) => rows[r] !== 0).map((row) => row.filter((_, c) => columns[c] !== 0))
}

/** χ² = Σ(O − E)²/E with E = row · column / n, without a correction for continuity. */
export function chiSquare(table: Table): ChiSquare | null {
  const full = pressed(table)
  const { rows, columns, n } = marginsOf(full)
  if (rows.length < 2 || columns.length < 2) return null
  const degrees = (rows.length - 1) * (columns.length - 1)
  const expected = rows.map((row) => columns.map((column) => (row * column) / n))
  const value = sum(
    full.flatMap((row, r) =>
      row.map((observed, c) => (observed - (expected[r]?.[c] ?? 0)) ** 2 / (expected[r]?.[c] ?? 1)),
    ),
  )
  const all = expected.flat()
  const smallestExpected = Math.min(...all)
  const belowFive = all.filter((one) => one < 5).length / all.length
  return {
    value,
    degrees,
    p: 1 - jStat.chisquare.cdf(value, degrees),
    smallestExpected,
    belowFive,
    isBorne: smallestExpected >= 1 && belowFive <= 0.2,
  }
}

export interface Association {
  /** √(χ² / (n (min(r, c) − 1))) */
  readonly cramersV: number
  /** The same without the bias of small samples (Bergsma 2013). */
  readonly correctedV: number
  /** √(χ² / (n √((r − 1)(c − 1)))) */
  readonly tschuprowsT: number
  /** Pearson's √(χ² / (χ² + n)) */
  readonly contingency: number
}

export function association(table: Table): Association | null {
  const full = pressed(table)
  const test = chiSquare(full)
  if (!test) return null
  const { rows, columns, n } = marginsOf(full)
  const [r, c] = [rows.length, columns.length]
  const phi = test.value / n
  const corrected = Math.max(0, phi - test.degrees / (n - 1))
  const less = (count: number) => count - (count - 1) ** 2 / (n - 1)
  return {
    cramersV: Math.sqrt(phi / (Math.min(r, c) - 1)),
    correctedV: n > 1 && Math.min(less(r), less(c)) > 1 ? Math.sqrt(corrected / (Math.min(less(r), less(c)) - 1)) : 0,
    tschuprowsT: Math.sqrt(phi / Math.sqrt((r - 1) * (c - 1))),
    contingency: Math.sqrt(test.value / (test.value + n)),
  }
}

/**
 * (O − E) / √(E (1 − row/n)(1 − column/n)): beyond ±2 a cell carries the story. In the shape of the
 * table; null in rows and columns that hold nothing or everything.
 */
export function adjustedResiduals(table: Table): readonly (readonly (number | null)[])[] {
  const { rows, columns, n } = marginsOf(table)
  return table.map((row, r) =>
    row.map((observed, c) => {
      const [inRow, inColumn] = [rows[r] ?? 0, columns[c] ?? 0]
      const expected = n === 0 ? 0 : (inRow * inColumn) / n
      const spread = expected * (1 - inRow / n) * (1 - inColumn / n)
      return spread > 0 ? (observed - expected) / Math.sqrt(spread) : null
    }),
  )
}

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
