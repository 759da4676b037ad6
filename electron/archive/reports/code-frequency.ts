/**
 * How often each code was used: codings, documents, distinct speakers, distinct characters, and
 * codings for 1,000 words of the documents asked about (METHODS 4.6). Codes never used stay, with zeros.
 */
import type { QueryOf } from '../../../schema/report-query.ts'
import { measures } from '../../../schema/report.ts'
import { celled, codeRows, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'
import { lineagesOf } from './selection.ts'
import { Tallies } from './tallies.ts'
import { countWords } from './word-totals.ts'

export function codeFrequency({ db, study, selection, query, page }: Asking<QueryOf<'code-frequency'>>): Draft {
  const { length } = study.codes
  const tallies = new Tallies(study, length + 1)
  const lineages = lineagesOf(study)
  const { codings } = study
  for (const n of selection.codings) {
    const passage = codings.passage[n] ?? 0
    const code = codings.code[n] ?? 0
    tallies.add(length, passage)
    if (query.rolledUp) for (const above of lineages[code] ?? []) tallies.add(above, passage)
    else tallies.add(code, passage)
  }
  const words = countWords(db, study, selection.sources)
  const valuesOf = (at: number): readonly Value[] => {
    const counts = tallies.counts(at)
    return [
      ...measures.map((measure) => counts[measure]),
      words === 0 ? { reason: 'no-words' } : (counts.codings * 1000) / words,
    ]
  }
  return {
    columns: [
      ...measures.map((measure) => ownColumn(measure, 'count', true)),
      ownColumn('perThousandWords', 'decimal', true),
    ],
    columnsOf: 0,
    rows: codeRows(study, paged(selection.codes, page.rows), query.rolledUp),
    rowsOf: selection.codes.length,
    ...celled(paged(selection.codes, page.rows).map(valuesOf), valuesOf(length)),
    notes: [],
  }
}
