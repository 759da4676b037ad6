/** Documents against documents, by the codes they have (METHODS 4.3). Only the page asked for is worked out. */
import type { QueryOf } from '../../../schema/report-query.ts'
import type { ReportColumn } from '../../../schema/report-table.ts'
import * as likeness from '../statistics/likeness.ts'
import { sourceRows } from './coverage.ts'
import { celled, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'
import { lineagesOf } from './selection.ts'

const coefficientOf = {
  jaccard: likeness.jaccard,
  dice: likeness.dice,
  matching: likeness.simpleMatching,
  russell: likeness.russellRao,
  zeta: likeness.zeta,
} as const

export function similarity({ study, selection, query, page }: Asking<QueryOf<'similarity'>>): Draft {
  const { coefficient, rolledUp } = query
  const codes = selection.codes.filter((n) => rolledUp || study.codes[n]?.codable === true)
  const placeOf = new Int32Array(study.codes.length).fill(-1)
  for (const [place, n] of codes.entries()) placeOf[n] = place
  const rowOf = new Int32Array(study.sources.length).fill(-1)
  for (const [row, n] of selection.sources.entries()) rowOf[n] = row
  const counts = new Float64Array(selection.sources.length * codes.length)
  const lineages = rolledUp ? lineagesOf(study) : study.codes.map((_, n) => [n])
  for (const n of selection.codings) {
    const row = rowOf[study.passages.source[study.codings.passage[n] ?? 0] ?? 0] ?? -1
    for (const code of lineages[study.codings.code[n] ?? 0] ?? []) {
      const place = placeOf[code] ?? -1
      if (row >= 0 && place >= 0) counts[row * codes.length + place]! += 1
    }
  }
  const distances = coefficient === 'euclid' ? standardisedCounts(counts, selection.sources.length, codes.length) : null
  const distinct = selection.sources.map((_, row) => {
    let have = 0
    for (let place = 0; place < codes.length; place++) if ((counts[row * codes.length + place] ?? 0) > 0) have++
    return have
  })
  const value = (a: number, b: number): Value => {
    if (a === b) return { reason: 'itself' }
    if (codes.length === 0) return { reason: 'no-codes' }
    if (coefficient === 'euclid') {
      if (!distances) return { reason: 'no-spread' }
      let sum = 0
      for (let place = 0; place < codes.length; place++)
        sum += ((distances[a * codes.length + place] ?? 0) - (distances[b * codes.length + place] ?? 0)) ** 2
      return Math.sqrt(sum)
    }
    let both = 0
    for (let place = 0; place < codes.length; place++)
      if ((counts[a * codes.length + place] ?? 0) > 0 && (counts[b * codes.length + place] ?? 0) > 0) both++
    const [first, second] = [(distinct[a] ?? 0) - both, (distinct[b] ?? 0) - both]
    return (
      coefficientOf[coefficient]({ both, first, second, neither: codes.length - both - first - second }) ?? {
        reason: 'no-uses',
      }
    )
  }
  const shown = paged(selection.sources, page.columns)
  const rows = paged(selection.sources, page.rows)
  const [measure, type] =
    coefficient === 'euclid' ? (['distance', 'decimal'] as const) : (['similarity', 'share'] as const)
  return {
    columns: [
      ownColumn('codes', 'count', true),
      ...sourceRows(study, shown).map(({ key, stands, label }, n): ReportColumn => ({
        key,
        measure,
        type,
        stands,
        label,
        base: distinct[page.columns.from + n] ?? 0,
        opens: true,
      })),
    ],
    columnsOf: selection.sources.length,
    rows: sourceRows(study, rows),
    rowsOf: selection.sources.length,
    ...celled(
      rows.map((_, r) => [
        distinct[page.rows.from + r] ?? 0,
        ...shown.map((__, c) => value(page.rows.from + r, page.columns.from + c)),
      ]),
      null,
    ),
    notes: [],
  }
}

/** Each code's counts as z-scores over the documents; codes that do not vary add nothing. Null where none does. */
function standardisedCounts(counts: Float64Array, rows: number, places: number): Float64Array | null {
  const scores = new Float64Array(counts.length)
  let varies = false
  for (let place = 0; place < places; place++) {
    const list = likeness.standardised(Array.from({ length: rows }, (_, row) => counts[row * places + place] ?? 0))
    if (!list) continue
    varies = true
    for (const [row, score] of list.entries()) scores[row * places + place] = score
  }
  return varies ? scores : null
}
