/** How published examples are written down. */
import type { Figure } from '../../../electron/archive/statistics/agreement/figure.ts'

/** As a page prints it; the reason where there is no value. */
export const digits = ({ value, reason }: Figure, places: number): string =>
  value?.toFixed(places) ?? reason ?? 'nothing'

/** Two coders' values of 0 and 1 side by side, as a table (value 0 first). */
export function columnsOf(first: string, second: string): readonly (readonly number[])[] {
  const table = [
    [0, 0],
    [0, 0],
  ]
  for (const [at, value] of first.split('').entries()) table[Number(value)]![Number(second[at])]! += 1
  return table
}

/** `aa bb ab`: a unit a word, a value a letter; `·` and `*` are missing. */
export const unitsOf = (written: string): readonly (readonly (string | null)[])[] =>
  written.split(' ').map((unit) => unit.split('').map((value) => ('·*'.includes(value) ? null : value)))

/** A line a coder, a value a column. */
export function unitsDown(...coders: readonly string[]): readonly (readonly (number | null)[])[] {
  const lines = coders.map((line) => line.split(' '))
  return (lines[0] ?? []).map((_, at) =>
    lines.map((line) => ('·*'.includes(line[at] ?? '*') ? null : Number(line[at]))),
  )
}
