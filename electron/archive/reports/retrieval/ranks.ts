/** What distance between stretches is counted in: words, paragraphs, turns, documents. */
import type { SourceId } from '../../../../schema/ids.ts'
import type { ReachUnit } from '../../../../schema/query-tree.ts'
import type { Reader } from '../../db.ts'
import { textOfSource } from '../../services/texts.ts'
import { tokensOf } from '../../text/tokens.ts'
import { paragraphsOf } from '../paragraphs.ts'
import type { Study } from '../study.ts'
import { countUpTo, ranked, type Ranked, type Stretches } from './stretches.ts'

/** How far two stretches may be apart. */
export interface Distance {
  readonly unit: ReachUnit
  readonly most: number
}

/** The words of a text begin here. Kept for the texts in use. */
const keptBy = new WeakMap<Reader, Map<string, Int32Array>>()
const mostKept = 500

function wordStarts(db: Reader, source: SourceId): Int32Array {
  const { text, version } = textOfSource(db, source)
  let kept = keptBy.get(db)
  if (!kept) keptBy.set(db, (kept = new Map()))
  const key = `${source} ${version}`
  let starts = kept.get(key)
  if (!starts) {
    starts = Int32Array.from(new Set(tokensOf(text).map(({ start }) => start)))
    kept.set(key, starts)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  }
  return starts
}

/**
 * Words: those that begin before a stretch, and before its end; what is between two is then counted in
 * words that begin there. Paragraphs and turns: the one it begins in, and the one it ends in.
 * `isNeeded`: sources in which both sides have something, for words are read from the text.
 */
export function rankedBy(
  db: Reader,
  study: Study,
  list: Stretches,
  unit: ReachUnit,
  isNeeded: (source: number) => boolean,
): Ranked {
  const lo = new Int32Array(list.start.length)
  const hi = new Int32Array(list.start.length)
  if (unit === 'document' || unit === 'case') return ranked(list, lo, hi)
  const places = unit === 'words' ? null : placesOf(db, study, unit)
  for (let source = 0; source + 1 < list.from.length; source++) {
    const first = list.from[source] ?? 0
    const last = list.from[source + 1] ?? 0
    if (first === last || !isNeeded(source)) continue
    const id = study.sources[source]?.id
    const starts = places ? places.start : id ? wordStarts(db, id) : new Int32Array()
    const from = places ? (places.from[source] ?? 0) : 0
    const to = places ? (places.from[source + 1] ?? 0) : starts.length
    for (let n = first; n < last; n++) {
      const start = list.start[n] ?? 0
      const end = list.end[n] ?? 0
      lo[n] = places ? Math.max(from + 1, countUpTo(starts, from, to, start)) : countUpTo(starts, from, to, start - 1)
      hi[n] = Math.max(places ? from + 1 : 0, countUpTo(starts, from, to, end - 1))
    }
  }
  return ranked(list, lo, hi)
}

export function placesOf(
  db: Reader,
  study: Study,
  unit: 'paragraph' | 'turn',
): { from: Int32Array; start: Int32Array } {
  if (unit === 'turn') return study.turns
  return paragraphsOf(
    db,
    study.sources.map(({ number }) => number),
  )
}
