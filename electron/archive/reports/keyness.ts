/** Words that some documents have more often, or less, than others (METHODS 4.5, after Rayson and Garside). */
import type { SourceId } from '../../../schema/ids.ts'
import type { QueryOf } from '../../../schema/report-query.ts'
import { keyness as keynessOf, logRatio } from '../statistics/words.ts'
import { celled, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'
import { selectionOf, type Selection } from './selection.ts'
import { countsOf, wordNotes, type CountedWord } from './word-counts.ts'
import { sequencesOf } from './word-sequences.ts'
import { wordRow } from './words.ts'

export function keyness(asking: Asking<QueryOf<'keyness'>>): Draft {
  const { db, study, selection, query, page, patience } = asking
  const others = othersOf(asking)
  const hereWords = sequencesOf(db, study, selection, query, patience)
  const here = countsOf(db, hereWords, query)
  const thereWords = sequencesOf(
    db,
    study,
    others,
    {
      filter: query.against ?? {},
      of: query.against ? query.of : 'documents',
    },
    patience,
  )
  const there = countsOf(db, thereWords, query)
  const elsewhere = new Map(there.counted.map((word) => [word.key, word]))
  const scored = (word: Pick<CountedWord, 'key' | 'shown'>, count: number, other: number) => ({
    ...word,
    count,
    other,
    score: keynessOf(count, here.words, other, there.words),
  })
  const own = new Set(here.counted.map(({ key }) => key))
  const found = [
    ...here.counted.map((word) => scored(word, word.count, elsewhere.get(word.key)?.count ?? 0)),
    ...there.counted.flatMap((word) => (own.has(word.key) ? [] : [scored(word, 0, word.count)])),
  ]
    .filter(({ count, other }) => count + other >= query.least)
    .toSorted((a, b) => Math.abs(b.score ?? 0) - Math.abs(a.score ?? 0) || (a.shown < b.shown ? -1 : 1))
  const shown = paged(found, page.rows)
  const rate = (count: number, of: number): Value => (of === 0 ? { reason: 'no-words' } : (count * 1000) / of)
  const silent: Value = { reason: 'no-words' }
  return {
    columns: [
      ownColumn('occurrences', 'count', true),
      ownColumn('perThousandWords', 'decimal', true),
      ownColumn('otherOccurrences', 'count', true),
      ownColumn('otherPerThousandWords', 'decimal', true),
      ownColumn('keyness', 'decimal'),
      ownColumn('logRatio', 'decimal'),
    ],
    columnsOf: 0,
    rows: shown.map((word) => wordRow(word, !query.byStem)),
    rowsOf: found.length,
    ...celled(
      shown.map(({ count, other, score }) => [
        count,
        rate(count, here.words),
        other,
        rate(other, there.words),
        score ?? silent,
        logRatio(count, here.words, other, there.words) ?? silent,
      ]),
      [here.words, null, there.words, null, null, null],
    ),
    notes: [
      ...wordNotes(
        query,
        { done: hereWords.done + thereWords.done, of: hereWords.of + thereWords.of },
        {
          words: here.words + there.words,
          sources: here.sources + there.sources,
          stopped: here.stopped + there.stopped,
        },
      ),
    ],
  }
}

/** What is compared with: the other filter's documents, or all that the first leaves. */
function othersOf({ db, study, selection, query, closed }: Asking<QueryOf<'keyness'>>): Selection {
  if (query.against) return selectionOf(db, study, query.against)
  const all = selectionOf(db, study, {})
  const isOpen = (source: number) => !closed.has(study.sources[source]?.id ?? ('' as SourceId))
  return { ...all, sources: all.sources.filter((source) => selection.isSourceMeant[source] !== 1 && isOpen(source)) }
}
