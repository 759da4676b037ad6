/**
 * Codings against rows and columns of any kind: counters for every cell, for everything together in
 * every column, and for every row over all columns.
 */
import type { Measure } from '../../../schema/report.ts'
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
