/**
 * What stands behind a count of an agreement: the passages with the code in those units; the units themselves where
 * nobody coded, or where what was given is no live coding.
 */
import type { Input, Output } from '../../../../schema/contract.ts'
import type { CodeId } from '../../../../schema/ids.ts'
import type { QueryOf } from '../../../../schema/report-query.ts'
import type { AgreementMeasure, Opened } from '../../../../schema/report-table.ts'
import type { CodingFilter } from '../../../../schema/report.ts'
import type { Reader } from '../../db.ts'
import { ofCode, ofPassages } from '../narrowed.ts'
import { placesIn } from '../places.ts'
import { countQuotations } from '../quotations.ts'
import { selectionOf } from '../selection.ts'
import { studyOf, type Study } from '../study.ts'
import { rowsBy } from './agreement.ts'
import { comparisonOf, type Comparison } from './comparison.ts'
import { marksBy, type Marks } from './marks.ts'
import { bitsIn } from './units.ts'

type Query = QueryOf<'agreement'>
interface Place {
  readonly row: string | null
  readonly column: string | null
}
/** A unit counts in so many cells: of pooled codes, one a code. */
interface Met {
  readonly unit: number
  /** Into the study's codes; -1 of the sets. */
  readonly code: number
}

/** Characters of a unit's words in a list. */
const mostQuoted = 600

export function openAgreement(db: Reader, query: Query, place: Place): Opened {
  const study = studyOf(db)
  const comparison = comparisonOf(db, study, selectionOf(db, study, query.filter), query)
  if (query.round !== null) return { kind: 'units', units: metIn(study, comparison, query, place).length }
  if (isUncoded(place.column)) return { kind: 'units', units: metIn(study, comparison, query, place).length }
  const filter = passagesMeant(db, study, comparison, query, place)
  const passages = countQuotations(db, filter)
  // What was superseded since is in no list of passages: then the units tell it.
  if (passages === 0 && query.units !== 'segments')
    return { kind: 'units', units: metIn(study, comparison, query, place).length }
  return { kind: 'passages', filter, passages }
}

const isUncoded = (column: string | null) => column === 'neither' || column === 'byNone'

function passagesMeant(
  db: Reader,
  study: Study,
  comparison: Comparison,
  query: Query,
  { row, column }: Place,
): CodingFilter {
  const coders = comparison.coders.map(({ id }) => id)
  const isCode = row !== null && row !== 'pooled' && row !== 'sets'
  const narrowed: CodingFilter = {
    ...(isCode ? ofCode(db, query.filter, row as CodeId, query.rolledUp) : query.filter),
    coders,
  }
  if (column === null || column === 'units') {
    const all = new Set(comparison.placed.map(({ passage }) => passage))
    return ofPassages(narrowed, idsOf(study, all))
  }
  const met = query.units === 'segments' ? null : metIn(study, comparison, query, { row, column })
  const meant = new Set(met?.map(({ unit, code }) => `${unit} ${code}`))
  const rowsOf = rowsBy(study, query)
  const wanted = isCode ? study.codeAt.get(row as CodeId) : undefined
  const passages = new Set<number>()
  for (const { code, first, last, passage } of comparison.placed) {
    if (passage < 0) continue
    const rows = isCode ? rowsOf(code).filter((one) => one === wanted) : [row === 'sets' ? -1 : code]
    for (let unit = first; unit < last; unit++)
      if (rows.some((one) => meant.has(`${unit} ${one}`))) passages.add(passage)
  }
  if (query.units === 'segments')
    for (const passage of segmentsMeant(comparison, query, column, wanted === undefined ? null : rowsOf, wanted ?? -1))
      passages.add(passage)
  const place = placeOfCoder(column)
  return ofPassages(
    place === null ? narrowed : { ...narrowed, coders: coders.slice(place, place + 1) },
    idsOf(study, passages),
  )
}

const placeOfCoder = (column: string): number | null =>
  column === 'onlyFirst' ? 0 : column === 'onlySecond' ? 1 : null

const idsOf = (study: Study, passages: ReadonlySet<number>) =>
  [...passages].toSorted((a, b) => a - b).flatMap((n) => study.passages.ids[n] ?? [])

/** Segments with a twin in another coder's, or without: by the share that they have of what either covers. */
function segmentsMeant(
  { given }: Comparison,
  { overlap }: Query,
  column: string,
  rowsOf: ((code: number) => readonly number[]) | null,
  row: number,
): ReadonlySet<number> {
  const own = rowsOf ? given.filter(({ code }) => rowsOf(code).includes(row)) : given
  const groups = Map.groupBy(own, ({ source, code }) => `${source} ${rowsOf ? row : code}`)
  const found = new Set<number>()
  for (const list of groups.values()) {
    const sorted = list.toSorted((a, b) => a.start - b.start || a.end - b.end)
    const matched = new Set<number>()
    for (const [n, one] of sorted.entries())
      for (let m = n + 1; m < sorted.length && (sorted[m]?.start ?? 0) < one.end; m++) {
        const other = sorted[m]
        if (!other || other.coder === one.coder) continue
        const shared = Math.min(one.end, other.end) - other.start
        const covered = Math.max(one.end, other.end) - one.start
        if (shared / covered >= overlap / 100) matched.add(n).add(m)
      }
    for (const [n, { passage, coder }] of sorted.entries()) {
      const isMatched = matched.has(n)
      const place = placeOfCoder(column)
      if (column === 'both' ? isMatched : !isMatched && (place === null || place === coder)) found.add(passage)
    }
  }
  return found
}

/** The units that a cell counts, in order. */
function metIn(study: Study, comparison: Comparison, query: Query, { row, column }: Place): readonly Met[] {
  const rowsOf = rowsBy(study, query)
  const isAllCodes = row === 'pooled' || row === 'sets' || row === null
  const byRow = marksBy(comparison.placed, isAllCodes ? (code) => [code] : rowsOf)
  const measure = (column ?? 'units') as AgreementMeasure
  if (row === 'sets') return setsMet(comparison, byRow, measure)
  const rows = isAllCodes ? [...byRow.keys()].toSorted((a, b) => a - b) : [study.codeAt.get(row as CodeId) ?? -1]
  const { present } = comparison.units
  const isCounted = countedBy[measure]
  const met: Met[] = []
  for (let unit = 0; unit < present.length; unit++)
    for (const code of rows)
      if (isCounted?.(byRow.get(code)?.get(unit) ?? 0, present[unit] ?? 0) ?? true) met.push({ unit, code })
  return met
}

/** Which masks a cell counts, where it is a count of its own; all units behind any other. */
const countedBy: Readonly<Partial<Record<AgreementMeasure, (mask: number, present: number) => boolean>>> = {
  both: (mask) => mask === 3,
  onlyFirst: (mask) => mask === 1,
  onlySecond: (mask) => mask === 2,
  neither: (mask) => mask === 0,
  byNone: (mask) => mask === 0,
  byAll: (mask, present) => mask !== 0 && bitsIn(mask) === bitsIn(present),
  bySome: (mask, present) => mask !== 0 && bitsIn(mask) < bitsIn(present),
}

/** Units on which everybody gave the same codes, or none. */
function setsMet(
  { units, coders }: Comparison,
  byCode: ReadonlyMap<number, Marks>,
  measure: AgreementMeasure,
): readonly Met[] {
  const codesOf = new Map<number, string[]>()
  for (const [code, marks] of byCode)
    for (const [unit, mask] of marks) {
      let lists = codesOf.get(unit)
      if (!lists) codesOf.set(unit, (lists = coders.map(() => '')))
      for (const [coder] of coders.entries()) if (mask & (1 << coder)) lists[coder] += ` ${code}`
    }
  return [...units.present.keys()].flatMap((unit) => {
    const lists = codesOf.get(unit)
    if (measure === 'neither' || measure === 'byNone') return lists ? [] : [{ unit, code: -1 }]
    if (measure === 'units') return [{ unit, code: -1 }]
    const there = lists?.filter((_, coder) => (units.present[unit] ?? 0) & (1 << coder)) ?? []
    return there.length > 0 && new Set(there).size === 1 ? [{ unit, code: -1 }] : []
  })
}

/** The units behind a cell, a page of them, each with what everybody gave it. */
export function unitsBehind(
  db: Reader,
  { report, row, column, offset, limit }: Input<'agreement.units'>,
): Output<'agreement.units'> {
  const none = { total: 0, coders: [], units: [] }
  if (report.name !== 'agreement') return none
  const study = studyOf(db)
  const comparison = comparisonOf(db, study, selectionOf(db, study, report.filter), report)
  const met = metIn(study, comparison, report, { row, column })
  const shown = met.slice(offset, offset + limit)
  const { units, coders, placed } = comparison
  const wanted = new Set(shown.map(({ unit }) => unit))
  const given = new Map<number, Set<number>[]>()
  for (const { coder, code, first, last } of placed)
    for (let unit = first; unit < last; unit++) {
      if (!wanted.has(unit)) continue
      let lists = given.get(unit)
      if (!lists) given.set(unit, (lists = coders.map(() => new Set())))
      lists[coder]?.add(code)
    }
  const placesOf = placesIn(db)
  return {
    total: met.length,
    coders: coders.map(({ name }) => name),
    units: shown.flatMap(({ unit }) => {
      const source = study.sources[units.source[unit] ?? -1]?.id
      if (source === undefined) return []
      const places = placesOf(source)
      const [start, end] = [units.start[unit] ?? 0, units.end[unit] ?? 0]
      const words = places.text.slice(start, end)
      return [
        {
          source,
          start,
          end,
          place: places.extractAt(start),
          speaker: places.speakerAt(start),
          quote: words.length > mostQuoted ? `${words.slice(0, mostQuoted)}…` : words,
          given: coders.map((_, coder) =>
            (units.present[unit] ?? 0) & (1 << coder)
              ? [...(given.get(unit)?.[coder] ?? [])].toSorted((a, b) => a - b).flatMap((n) => study.codes[n]?.id ?? [])
              : null,
          ),
        },
      ]
    }),
  }
}
