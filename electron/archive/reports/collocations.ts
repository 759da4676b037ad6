/**
 * Words that stand near a word more often than by chance (METHODS 4.5).
 *
 * The four cells are made of places in the text: those within so many words of the word, and all
 * others; filled by the other word, or not. A place near two occurrences counts once. A window
 * ends where a turn ends. logDice compares with the occurrences of the word itself.
 */
import type { QueryOf } from '../../../schema/report-query.ts'
import * as statistics from '../statistics/words.ts'
import { tokensOf } from '../text/tokens.ts'
import { celled, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'
import { countsOf, stopped, wordNotes } from './word-counts.ts'
import { sequencesOf, type Sequences } from './word-sequences.ts'
import { wordRow } from './words.ts'

export function collocations({ db, study, selection, query, page, patience }: Asking<QueryOf<'collocations'>>): Draft {
  const sequences = sequencesOf(db, study, selection, query, patience)
  const counts = countsOf(db, sequences, { ...query, withoutStopWords: false })
  const near = nearby(sequences, query)
  const isStopped = stopped(db, sequences.vocabulary, query)
  const keyOf = (form: number) =>
    (query.byStem ? sequences.vocabulary.stems[sequences.vocabulary.stemAt(form)] : sequences.vocabulary.forms[form]) ??
    ''
  const together = new Map<string, number>()
  for (const [form, times] of near.forms)
    if (!isStopped(form)) together.set(keyOf(form), (together.get(keyOf(form)) ?? 0) + times)
  const found = counts.counted
    .flatMap(({ key, shown, count }) => {
      const times = together.get(key) ?? 0
      if (times < query.least) return []
      const pairing = { together: times, first: near.places, second: count, places: counts.words }
      return [
        {
          key,
          shown,
          together: times,
          count,
          expected: (near.places * count) / counts.words,
          logLikelihood: statistics.logLikelihood(pairing),
          mutualInformation: statistics.mutualInformation(pairing),
          t: statistics.tScore(pairing),
          logDice: statistics.logDice({ ...pairing, first: near.occurrences }),
        },
      ]
    })
    .toSorted((a, b) => (b[query.order] ?? 0) - (a[query.order] ?? 0) || (a.shown < b.shown ? -1 : 1))
  const shown = paged(found, page.rows)
  const none: Value = { reason: 'no-uses' }
  return {
    columns: [
      ownColumn('together', 'count', true),
      ownColumn('occurrences', 'count', true),
      ownColumn('expected', 'decimal'),
      ownColumn('logLikelihood', 'decimal'),
      ownColumn('mutualInformation', 'decimal'),
      ownColumn('t', 'decimal'),
      ownColumn('logDice', 'decimal'),
    ],
    columnsOf: 0,
    rows: shown.map((word) => wordRow(word, !query.byStem)),
    rowsOf: found.length,
    ...celled(
      shown.map((word) => [
        word.together,
        word.count,
        word.expected,
        word.logLikelihood,
        word.mutualInformation ?? none,
        word.t ?? none,
        word.logDice ?? none,
      ]),
      [near.occurrences, null, null, null, null, null, null],
    ),
    notes: wordNotes(query, sequences, { ...counts, stopped: 0 }),
  }
}

interface Nearby {
  /** Of the word. */
  readonly occurrences: number
  /** In reach of it, itself left out. */
  readonly places: number
  /** What stands in those places, by form. */
  readonly forms: ReadonlyMap<number, number>
}

function nearby({ rows, vocabulary }: Sequences, query: QueryOf<'collocations'>): Nearby {
  const [wanted] = tokensOf(query.word)
  const forms = new Map<number, number>()
  if (!wanted) return { occurrences: 0, places: 0, forms }
  const isMeant = Uint8Array.from(vocabulary.forms, (form, number) =>
    form !== '' && (query.byStem ? vocabulary.stems[vocabulary.stemAt(number)] === wanted.stem : form === wanted.form)
      ? 1
      : 0,
  )
  const times = new Uint32Array(vocabulary.forms.length)
  let occurrences = 0
  let places = 0
  // Five million words are walked: indices, not iterators, which make an object a word.
  for (const row of rows.values()) {
    let reached = 0 // places before this one are counted
    for (let at = 0; at < row.length; at++) {
      const number = row[at] ?? 0
      if (isMeant[number < 0 ? -number : number] !== 1 || (number < 0 && query.withoutInterviewer)) continue
      occurrences++
      const [from, to] = reachOf(row, at, query)
      for (let place = Math.max(from, reached); place < to; place++) {
        const form = Math.abs(row[place] ?? 0)
        if (isMeant[form] === 1) continue
        places++
        times[form]! += 1
      }
      reached = Math.max(reached, to)
    }
  }
  for (let form = 1; form < times.length; form++) if (times[form] !== 0) forms.set(form, times[form] ?? 0)
  return { occurrences, places, forms }
}

/** The places within the window, up to where the stretch of speech ends. */
function reachOf(row: Int32Array, at: number, { window }: QueryOf<'collocations'>): readonly [number, number] {
  let from = at
  while (from > 0 && at - from < window && row[from - 1] !== 0) from--
  let to = at + 1
  while (to < row.length && to - at <= window && row[to] !== 0) to++
  return [from, to]
}
