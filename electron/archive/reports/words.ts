/** The commonest words of some documents, or of what is coded (METHODS 4.5). */
import type { QueryOf } from '../../../schema/report-query.ts'
import { celled, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'
import { countsOf, wordNotes, type CountedWord } from './word-counts.ts'
import { sequencesOf } from './word-sequences.ts'

export function words({ db, study, selection, query, page, patience }: Asking<QueryOf<'words'>>): Draft {
  const sequences = sequencesOf(db, study, selection, query, patience)
  const counts = countsOf(db, sequences, query)
  const found = counts.counted
    .filter(({ count }) => count >= query.least)
    .toSorted((a, b) => b.count - a.count || (a.shown < b.shown ? -1 : 1))
  const shown = paged(found, page.rows)
  const rate = (count: number): Value => (counts.words === 0 ? { reason: 'no-words' } : (count * 1000) / counts.words)
  return {
    columns: [
      ownColumn('occurrences', 'count', true),
      ownColumn('sources', 'count', true),
      ownColumn('perThousandWords', 'decimal', true),
    ],
    columnsOf: 0,
    rows: shown.map((word) => wordRow(word, !query.byStem)),
    rowsOf: found.length,
    ...celled(
      shown.map(({ count, sources }) => [count, sources, rate(count)]),
      [counts.words, counts.sources, null],
    ),
    notes: wordNotes(query, sequences, counts),
  }
}

export function wordRow({ key, shown }: Pick<CountedWord, 'key' | 'shown'>, exact: boolean) {
  return { key, stands: { kind: 'word', word: shown, exact }, label: shown, depth: 0 } as const
}
