/**
 * Two coders, one value a unit: κ and its relatives (METHODS 3.3).
 *
 * A table has a row a value of the first coder and a column a value of the second. They differ in what they
 * take for chance: Cohen the coders' own margins, Scott both margins pooled, Bennett each value alike,
 * Gwet how evenly values are used at all.
 */
import { figure, noFigure, type Figure } from './figure.ts'

export type Confusion = readonly (readonly number[])[]

interface Shares {
  readonly n: number
  /** Shares of n. */
  readonly cells: readonly (readonly number[])[]
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly observed: number
}

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
const over = <T>(list: readonly T[], value: (one: T, at: number) => number) => sum(list.map(value))

function sharesOf(table: Confusion): Shares | null {
  const n = over(table, sum)
  if (n === 0) return null
  const cells = table.map((row) => row.map((count) => count / n))
  return {
    n,
    cells,
    rows: cells.map(sum),
    columns: table.map((_, at) => over(cells, (row) => row[at] ?? 0)),
    observed: over(cells, (row, at) => row[at] ?? 0),
  }
}

/** Whether more than one value occurs at all. */
const varies = ({ rows, columns }: Shares) => rows.filter((row, at) => row + (columns[at] ?? 0) > 0).length > 1

const expectedByMargins = ({ rows, columns }: Shares) => over(rows, (row, at) => row * (columns[at] ?? 0))

function corrected(table: Confusion, expectedOf: (shares: Shares) => number): Figure {
  const shares = sharesOf(table)
  if (!shares) return noFigure('no-units')
  const { n, observed } = shares
  if (!varies(shares)) return noFigure('no-variation', { n, observed })
  const expected = expectedOf(shares)
  return figure((observed - expected) / (1 - expected), { n, observed, expected })
}

/** Cohen 1960. One coder constant gives exactly 0; one value in both coders is undefined. */
export const cohenKappa = (table: Confusion): Figure => corrected(table, expectedByMargins)

/** The largest κ that these margins allow. */
export const largestKappa = (table: Confusion): Figure => {
  const shares = sharesOf(table)
  if (!shares) return noFigure('no-units')
  const { n, rows, columns } = shares
  if (!varies(shares)) return noFigure('no-variation', { n })
  const most = over(rows, (row, at) => Math.min(row, columns[at] ?? 0))
  const expected = expectedByMargins(shares)
  return figure((most - expected) / (1 - expected), { n, most, expected })
}

/** Scott 1955: one margin for both coders. */
export const scottPi = (table: Confusion): Figure =>
  corrected(table, ({ rows, columns }) => over(rows, (row, at) => ((row + (columns[at] ?? 0)) / 2) ** 2))

/** Bennett, Alpert and Goldstein 1954; κₙ of Brennan and Prediger 1981: every one of q values is as likely. */
export const bennettS = (table: Confusion): Figure => corrected(table, () => 1 / table.length)

/** Gwet 2008. */
export const gwetAc1 = (table: Confusion): Figure =>
  corrected(table, ({ rows, columns }) => {
    const used = rows.map((row, at) => (row + (columns[at] ?? 0)) / 2)
    return over(used, (share) => share * (1 - share)) / (table.length - 1)
  })

/** Large-sample standard error of κ (Fleiss, Cohen and Everitt 1969). */
export function kappaError(table: Confusion): Figure {
  const shares = sharesOf(table)
  const { value: kappa, reason } = cohenKappa(table)
  if (!shares || kappa === null) return noFigure(reason ?? 'no-units')
  const { n, cells, rows, columns } = shares
  const expected = expectedByMargins(shares)
  let spread = 0
  for (const [i, row] of cells.entries())
    for (const [j, share] of row.entries())
      spread +=
        i === j
          ? share * (1 - ((rows[i] ?? 0) + (columns[i] ?? 0)) * (1 - kappa)) ** 2
          : share * (1 - kappa) ** 2 * ((columns[i] ?? 0) + (rows[j] ?? 0)) ** 2
  const variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2)
  return figure(Math.sqrt(Math.max(0, variance)), { n, kappa, expected })
}

/** Standard error if κ were 0: for the test of that, and for nothing else. */
export function kappaErrorAtZero(table: Confusion): Figure {
  const shares = sharesOf(table)
  if (!shares) return noFigure('no-units')
  if (!varies(shares)) return noFigure('no-variation', { n: shares.n })
  const { n, rows, columns } = shares
  const expected = expectedByMargins(shares)
  const both = over(rows, (row, at) => row * (columns[at] ?? 0) * (row + (columns[at] ?? 0)))
  const variance = (expected + expected ** 2 - both) / (n * (1 - expected) ** 2)
  return figure(Math.sqrt(Math.max(0, variance)), { n, expected })
}
