/**
 * Codings against rows and columns of any kind: counters for every cell, for everything together in
 * every column, and for every row over all columns.
 */
import type { Measure } from '../../../schema/report.ts'
import type { CellAt, ReportNote } from '../../../schema/report-table.ts'
import { lineagesOf, type Selection } from './selection.ts'
import type { Study } from './study.ts'
import { Tallies } from './tallies.ts'

export interface Axes {
  readonly rows: number
  readonly columns: number
  /** The rows that a coding counts in, by its place and its document's. */
  readonly rowsOf: (coding: number, source: number) => readonly number[]
  /** Its columns; where there are none it counts in no total either. */
  readonly columnsOf: (coding: number, source: number) => readonly number[]
}

export class Crossed {
  /** The row of everything, behind the others; the column of everything likewise. */
  readonly all: number
  readonly total: number
  readonly #tallies: Tallies
  readonly #width: number

  constructor(study: Study, { codings }: Selection, { rows, columns, rowsOf, columnsOf }: Axes) {
    this.all = rows
    this.total = columns
    this.#width = columns + 1
    this.#tallies = new Tallies(study, (rows + 1) * this.#width)
    for (const n of codings) {
      const passage = study.codings.passage[n] ?? 0
      const source = study.passages.source[passage] ?? 0
      const columnsHere = columnsOf(n, source)
      const rowsHere = rowsOf(n, source)
      if (columnsHere.length === 0 || rowsHere.length === 0) continue
      for (const row of rowsHere) this.#enter(row, columnsHere, passage)
      this.#enter(this.all, columnsHere, passage)
    }
  }

  /** Whether one person alone speaks in what was counted there. Where nobody has a turn (a report, a law) nobody does. */
  isAlone(row: number, column: number): boolean {
    return this.value('speakers', row, column) === 1
  }

  value(measure: Measure, row: number, column: number): number {
    return this.#tallies.value(measure, row * this.#width + column)
  }

  #enter(row: number, columns: readonly number[], passage: number): void {
    for (const column of columns) this.#tallies.add(row * this.#width + column, passage)
    this.#tallies.add(row * this.#width + this.total, passage)
  }
}

/** Codes as rows: the code of a coding, with all above it where they are rolled up. */
export function codeAxis(study: Study, rolledUp: boolean): Pick<Axes, 'rows' | 'rowsOf'> {
  const lineages = rolledUp ? lineagesOf(study) : study.codes.map((_, n) => [n])
  return { rows: study.codes.length, rowsOf: (coding) => lineages[study.codings.code[coding] ?? 0] ?? [] }
}

/** Documents or speakers fewer than these may be recognised by whoever knows the field (METHODS 5.2). */
export const fewest = 3

/**
 * Which of the numbers shown rest on one speaker, and how many of the whole table do. `rows` and `columns` are
 * places in `crossed`, all of them and those shown, in the order of the answer; totals stand at its ends.
 */
export function aloneIn(
  crossed: Crossed,
  all: { readonly rows: readonly number[]; readonly columns: number },
  shown: { readonly rows: readonly number[]; readonly columns: readonly number[] },
): { readonly alone: readonly CellAt[]; readonly notes: readonly ReportNote[] } {
  let cells = 0
  for (const row of all.rows)
    for (let column = 0; column < all.columns; column++) if (crossed.isAlone(row, column)) cells++
  const inRow = (place: number, row: number | null) =>
    shown.columns.flatMap((at, column) => (crossed.isAlone(place, at) ? [{ row, column }] : []))
  return {
    alone: [...shown.rows.flatMap((place, row) => inRow(place, row)), ...inRow(crossed.all, null)],
    notes: cells > 0 ? [{ kind: 'alone', cells }] : [],
  }
}
