/**
 * Codes against columns of any kind: counters for every code (with what is below it, or alone), for
 * everything together, in every column and over all columns.
 */
import type { Measure } from '../../../schema/report.ts'
import { lineagesOf, type Selection } from './selection.ts'
import type { Study } from './study.ts'
import { Tallies } from './tallies.ts'

export class Crossed {
  /** The row of everything, behind the codes; the column of everything, behind the others. */
  readonly all: number
  readonly total: number
  readonly #tallies: Tallies
  readonly #width: number

  /** `columnOf` gives the column of a coding, or -1: then it counts in no column and in no total. */
  constructor(
    study: Study,
    { codings }: Selection,
    columns: number,
    rolledUp: boolean,
    columnOf: (coding: number, source: number) => number,
  ) {
    this.all = study.codes.length
    this.total = columns
    this.#width = columns + 1
    this.#tallies = new Tallies(study, (this.all + 1) * this.#width)
    const lineages = rolledUp ? lineagesOf(study) : study.codes.map((_, n) => [n])
    for (const n of codings) {
      const passage = study.codings.passage[n] ?? 0
      const column = columnOf(n, study.passages.source[passage] ?? 0)
      if (column < 0) continue
      for (const row of lineages[study.codings.code[n] ?? 0] ?? []) this.#enter(row, column, passage)
      this.#enter(this.all, column, passage)
    }
  }

  value(measure: Measure, row: number, column: number): number {
    return this.#tallies.value(measure, row * this.#width + column)
  }

  #enter(row: number, column: number, passage: number): void {
    this.#tallies.add(row * this.#width + column, passage)
    this.#tallies.add(row * this.#width + this.total, passage)
  }
}
