/** The glossary as a table: an entry a row, a term a cell, as `glossary.import` reads it. */
import type { Sheet } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { listGlossary } from '../services/glossary.ts'
import { csvOf } from './csv.ts'
import { nameMask } from './name-mask.ts'

export function exportGlossary(db: Reader): Sheet {
  const entries = listGlossary(db)
  const mask = nameMask(db)
  const widest = Math.max(2, ...entries.map(({ terms }) => terms.length))
  const cells = (terms: readonly string[]) => Array.from({ length: widest }, (_, at) => mask(terms[at] ?? ''))
  return {
    fileName: 'glossary.csv',
    mediaType: 'text/csv; charset=utf-8',
    content: csvOf(entries.map(({ terms }) => cells(terms))),
    rows: entries.length,
    withheld: 0,
  }
}
