/**
 * What agreement is counted in (METHODS 3.1), and which documents count: those that at least two of the coders have
 * worked on. A coder has worked on a document when she has a coding in it, or was asked to count all the same.
 */
import type { AgreementUnits } from '../../../../schema/agreement.ts'
import type { CoderId } from '../../../../schema/ids.ts'
import type { Reader } from '../../db.ts'
import { unitsOf } from '../../review/units.ts'
import type { Study } from '../study.ts'
import type { Given } from './given.ts'

export interface Units {
  /** Into the study's sources; units of a source lie together, in the order of the text. */
  readonly source: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  /** What it counts: 1, or its characters. */
  readonly weight: Float64Array
  /** Which coders worked on it, a bit each. */
  readonly present: Int32Array
  /** Units of source n are [from[n], from[n + 1]). */
  readonly from: Int32Array
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** A bit a coder of those who worked on each source, with whatever code. */
export function presenceIn(
  study: Study,
  coders: readonly CoderId[],
  given: readonly Given[],
  everywhere: boolean,
): Int32Array {
  const present = new Int32Array(study.sources.length)
  const places = study.coders.map(({ id }) => coders.indexOf(id))
  for (const [n, passage] of study.codings.passage.entries()) {
    const place = places[study.codings.coder[n] ?? -1] ?? -1
    if (place >= 0) present[study.passages.source[passage] ?? 0]! |= 1 << place
  }
  for (const { source, coder } of given) present[source]! |= 1 << coder
  if (everywhere) for (const [n, mask] of present.entries()) if (mask !== 0) present[n] = 2 ** coders.length - 1
  return present
}

export const bitsIn = (mask: number): number => {
  let bits = 0
  for (let left = mask; left !== 0; left &= left - 1) bits++
  return bits
}

/** Units of these sources; characters are cut where anything given begins or ends, so that each piece is alike. */
export function unitsIn(
  db: Reader,
  study: Study,
  sources: readonly number[],
  present: Int32Array,
  kind: AgreementUnits,
  withInterviewers: boolean,
  given: readonly Given[],
): Units {
  const bySource = kind === 'characters' ? bordersBySource(given) : null
  const rows: (Stretch & { readonly source: number })[] = []
  const from = new Int32Array(study.sources.length + 1)
  const meant = new Set(sources)
  for (const source of study.sources.keys()) {
    if (meant.has(source)) {
      const stretches = stretchesOf(db, study, source, kind, withInterviewers)
      const cut = bySource ? cutAt(stretches, bySource.get(source) ?? []) : stretches
      for (const { start, end } of cut) rows.push({ source, start, end })
    }
    from[source + 1] = rows.length
  }
  return {
    source: Int32Array.from(rows, (row) => row.source),
    start: Int32Array.from(rows, (row) => row.start),
    end: Int32Array.from(rows, (row) => row.end),
    weight: Float64Array.from(rows, ({ start, end }) => (kind === 'characters' ? end - start : 1)),
    present: Int32Array.from(rows, (row) => present[row.source] ?? 0),
    from,
  }
}

/** Units of one document, in order and apart from each other. */
export function stretchesOf(
  db: Reader,
  study: Study,
  source: number,
  kind: AgreementUnits,
  withInterviewers: boolean,
): readonly Stretch[] {
  const { id } = study.sources[source] ?? {}
  if (id === undefined) return []
  if (kind === 'answer') return answersIn(study, source)
  if (kind === 'characters' || kind === 'segments') return spokenIn(study, source, withInterviewers)
  return unitsOf(db, id, kind, withInterviewers)
}

interface OpenAnswer {
  start: number
  end: number
}

/** What is said between two questions; a document without turns has none. */
function answersIn(study: Study, source: number): readonly Stretch[] {
  const { from, wordsStart, end, speaker, isInterviewer } = study.turns
  const answers: OpenAnswer[] = []
  let open: OpenAnswer | null = null
  for (let turn = from[source] ?? 0; turn < (from[source + 1] ?? 0); turn++) {
    const [first, last] = [wordsStart[turn] ?? 0, end[turn] ?? 0]
    if (isInterviewer[speaker[turn] ?? 0] === 1) open = null
    else if (last > first) {
      if (open) open.end = last
      else answers.push((open = { start: first, end: last }))
    }
  }
  return answers
}

/** The words of everybody who counts, or the whole text where there are no turns. */
export function spokenIn(study: Study, source: number, withInterviewers: boolean): readonly Stretch[] {
  const { from, wordsStart, end, speaker, isInterviewer } = study.turns
  const [first, last] = [from[source] ?? 0, from[source + 1] ?? 0]
  const length = study.sources[source]?.length ?? 0
  if (first === last || withInterviewers) return length === 0 ? [] : [{ start: 0, end: length }]
  const said: Stretch[] = []
  for (let turn = first; turn < last; turn++) {
    const stretch = { start: wordsStart[turn] ?? 0, end: end[turn] ?? 0 }
    if (isInterviewer[speaker[turn] ?? 0] === 0 && stretch.end > stretch.start) said.push(stretch)
  }
  return said
}

function bordersBySource(given: readonly Given[]): ReadonlyMap<number, readonly number[]> {
  const borders = new Map<number, Set<number>>()
  for (const { source, start, end } of given) {
    const own = borders.get(source) ?? new Set()
    own.add(start).add(end)
    borders.set(source, own)
  }
  return new Map([...borders].map(([source, own]) => [source, [...own].toSorted((a, b) => a - b)]))
}

/** `borders` in order. */
function cutAt(stretches: readonly Stretch[], borders: readonly number[]): readonly Stretch[] {
  let next = 0
  return stretches.flatMap(({ start, end }) => {
    while (next < borders.length && (borders[next] ?? 0) <= start) next++
    const pieces: Stretch[] = []
    let at = start
    for (; next < borders.length && (borders[next] ?? 0) < end; next++) {
      pieces.push({ start: at, end: borders[next] ?? 0 })
      at = borders[next] ?? 0
    }
    pieces.push({ start: at, end })
    return pieces
  })
}

/** Units that share a character with a stretch of their source, [first, last). */
export function unitsOn(units: Units, source: number, start: number, end: number): readonly [number, number] {
  const first = firstAfter(units.end, units.from[source] ?? 0, units.from[source + 1] ?? 0, start)
  let last = first
  while (last < (units.from[source + 1] ?? 0) && (units.start[last] ?? 0) < end) last++
  return [first, last]
}

/** The first of [from, to) whose end lies behind `at`. */
function firstAfter(ends: Int32Array, from: number, to: number, at: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
