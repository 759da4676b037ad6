/**
 * What everything is asked of at once: passages, paragraphs, turns, documents, cases, or the
 * neighbourhood of each passage. A frame turns marked passages into marked units and back.
 */
import type { Reach } from '../../../../schema/query-tree.ts'
import { sql, type Reader } from '../../db.ts'
import type { Study } from '../study.ts'
import { placesOf, rankedBy } from './ranks.ts'
import { chosen, countUpTo, holding, nearTo, ranked, type Stretches } from './stretches.ts'

export interface Frame {
  readonly size: number
  /** Units that a marked passage touches. */
  marked(passages: Uint8Array): Uint8Array
  /** Units in which one of these stretches stands: for passages wholly, else at least in part. */
  worded(words: Stretches): Uint8Array
  /** Units of marked documents. */
  inSources(sources: Uint8Array): Uint8Array
  /** Passages that touch a marked unit. */
  lifted(units: Uint8Array): Uint8Array
}

/** Each passage by itself. */
export function passageFrame(study: Study): Frame {
  const { source, ids } = study.passages
  return {
    size: ids.length,
    marked: (passages) => passages,
    worded: (words) => holding(study.passages, words),
    inSources: (sources) => Uint8Array.from(source, (n) => sources[n] ?? 0),
    lifted: (units) => units,
  }
}

export function frameOf(db: Reader, study: Study, reach: Reach): Frame {
  if (reach.unit === 'document' || reach.unit === 'case') return groupFrame(study, groupsOf(db, study, reach.unit))
  if (reach.unit === 'words' || reach.count > 0) return aroundFrame(db, study, reach)
  return placeFrame(study, placesOf(db, study, reach.unit), reach.unit === 'turn' ? study.turns.end : null)
}

/** Paragraphs or turns; one goes on to the next where its end is not known. A rectangle touches none. */
function placeFrame(
  study: Study,
  { from, start }: { readonly from: Int32Array; readonly start: Int32Array },
  ends: Int32Array | null,
): Frame {
  const { passages } = study
  const size = start.length
  const end = new Int32Array(size)
  const owner = new Int32Array(size)
  for (let source = 0; source + 1 < from.length; source++)
    for (let n = from[source] ?? 0; n < (from[source + 1] ?? 0); n++) {
      owner[n] = source
      const next = n + 1 < (from[source + 1] ?? 0) ? (start[n + 1] ?? 0) : (study.sources[source]?.length ?? 0)
      end[n] = ends?.[n] ?? next
    }
  // What stands before the first unit or between two belongs to a paragraph, as in a citation.
  const begins = ends ? start : start.map((at, n) => (from[owner[n] ?? 0] === n ? 0 : at))
  const units: Stretches = { from, start: begins, end }
  const { first, last } = touchedBy(passages, units)
  return {
    size,
    marked: (mask) => {
      // Where rows of marked units begin and end; so long passages cost no more than short ones.
      const steps = new Int32Array(size + 1)
      for (let n = 0; n < first.length; n++)
        if (mask[n] === 1 && (first[n] ?? 0) < (last[n] ?? 0)) {
          steps[first[n] ?? 0]! += 1
          steps[last[n] ?? 0]! -= 1
        }
      let open = 0
      return Uint8Array.from({ length: size }, (_, n) => ((open += steps[n] ?? 0) > 0 ? 1 : 0))
    },
    worded: (words) => nearTo(ranked(units, begins, end), ranked(words, words.start, words.end), -1),
    inSources: (sources) => Uint8Array.from(owner, (n) => sources[n] ?? 0),
    lifted: (marked) => {
      const before = new Int32Array(size + 1)
      for (let n = 0; n < size; n++) before[n + 1] = (before[n] ?? 0) + (marked[n] ?? 0)
      return Uint8Array.from(first, (at, n) => ((before[last[n] ?? 0] ?? 0) > (before[at] ?? 0) ? 1 : 0))
    },
  }
}

/** Units do not overlap, so those that a stretch touches stand in one row: [first, last). */
function touchedBy(list: Stretches, units: Stretches): { readonly first: Int32Array; readonly last: Int32Array } {
  const first = new Int32Array(list.start.length)
  const last = new Int32Array(list.start.length)
  for (let source = 0; source + 1 < list.from.length; source++) {
    const from = units.from[source] ?? 0
    const to = units.from[source + 1] ?? 0
    for (let n = list.from[source] ?? 0; n < (list.from[source + 1] ?? 0); n++) {
      const start = list.start[n] ?? -1
      if (start < 0) continue
      first[n] = countUpTo(units.end, from, to, start)
      last[n] = Math.max(first[n] ?? 0, countUpTo(units.start, from, to, (list.end[n] ?? 0) - 1))
    }
  }
  return { first, last }
}

/** Documents or cases: `groups[source]` are those that it belongs to. */
function groupFrame(study: Study, { of, size }: Groups): Frame {
  const { source, ids } = study.passages
  const inSources = (sources: Uint8Array) => {
    const found = new Uint8Array(size)
    for (const [n, groups] of of.entries()) if (sources[n] === 1) for (const group of groups) found[group] = 1
    return found
  }
  const sourcesOf = (each: (mark: (source: number) => void) => void) => {
    const sources = new Uint8Array(of.length)
    each((n) => (sources[n] = 1))
    return sources
  }
  return {
    size,
    inSources,
    marked: (mask) =>
      inSources(
        sourcesOf((mark) => {
          for (let n = 0; n < ids.length; n++) if (mask[n] === 1) mark(source[n] ?? 0)
        }),
      ),
    worded: (words) =>
      inSources(
        sourcesOf((mark) => {
          for (let n = 0; n + 1 < words.from.length; n++) if (words.from[n] !== words.from[n + 1]) mark(n)
        }),
      ),
    lifted: (units) => {
      const isIn = of.map((groups) => groups.some((group) => units[group] === 1))
      return Uint8Array.from(source, (n) => (isIn[n] ? 1 : 0))
    },
  }
}

export interface Groups {
  readonly of: readonly (readonly number[])[]
  readonly size: number
}

/** A document that belongs to no case is one by itself. */
export function groupsOf(db: Reader, study: Study, unit: 'document' | 'case'): Groups {
  if (unit === 'document') return { of: study.sources.map((_, n) => [n]), size: study.sources.length }
  const of: number[][] = study.sources.map(() => [])
  const cases = new Map<string, number>()
  for (const { source, the_case } of db.all<{ source: string; the_case: string }>(
    sql`SELECT source, the_case FROM case_member ORDER BY the_case`,
  )) {
    if (!cases.has(the_case)) cases.set(the_case, cases.size)
    of[study.sourceAt.get(source as never) ?? -1]?.push(cases.get(the_case) ?? 0)
  }
  let size = cases.size
  for (const groups of of) if (groups.length === 0) groups.push(size++)
  return { of, size }
}

/** A passage with so many words, paragraphs or turns either side. A rectangle has no neighbourhood. */
function aroundFrame(db: Reader, study: Study, { unit, count }: Reach): Frame {
  const { passages } = study
  const near = (those: Stretches): Uint8Array => {
    const isNeeded = (source: number) =>
      passages.from[source] !== passages.from[source + 1] && those.from[source] !== those.from[source + 1]
    return nearTo(rankedBy(db, study, passages, unit, isNeeded), rankedBy(db, study, those, unit, isNeeded), count)
  }
  return {
    size: passages.ids.length,
    marked: (mask) => near(chosen(passages, mask)),
    worded: near,
    inSources: (sources) =>
      Uint8Array.from(passages.source, (n, at) => ((passages.start[at] ?? -1) < 0 ? 0 : (sources[n] ?? 0))),
    lifted: (units) => units.map((one, n) => ((passages.start[n] ?? -1) < 0 ? 0 : one)),
  }
}
