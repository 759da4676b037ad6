/** What is counted in a file that leaves, as its notice and the history call it: one rule for both. */
import type { AnySheet } from '../../schema/report.ts'
import type { Words } from '../words/shape.ts'

/** '12 quotations' of words that are read, '12 rows' of what is sorted. `act`: the operation by which it left. */
export function countedIn(words: Words, act: string, file: string, n: number): string {
  const { counted } = words.leaving
  switch (act) {
    case 'export.quotations':
    case 'export.quotationBook':
      return /\.(?:csv|xlsx)$/.test(file) ? counted.rows(n) : counted.quotations(n)
    case 'export.copy':
      return counted.quotations(n)
    case 'export.document':
      return counted.passages(n)
    case 'export.codebook':
      return counted.codes(n)
    case 'export.refiProject':
      return counted.documents(n)
    case 'export.reviewPack':
    case 'export.reviewSummary':
      return counted.excerpts(n)
    default:
      return counted.rows(n)
  }
}

/** What is said of a file that stands `at` that place now. */
export function savedAs(
  words: Words,
  act: string,
  at: string,
  { fileName, rows, withheld }: Pick<AnySheet, 'fileName' | 'rows' | 'withheld'>,
): string {
  return words.reports.saved(at, countedIn(words, act, fileName, rows), withheld)
}
