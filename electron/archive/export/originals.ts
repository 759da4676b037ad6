/** What a quoted translation says in the original: the paragraphs that a person has paired with those quoted. */
import type { SourceId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'
import type { Places } from '../reports/places.ts'
import type { MarkedText } from './gate.ts'
import type { KnownSource } from './cited-sources.ts'

export interface Original {
  /** `R05:12`: the paragraph of the original. */
  readonly extract: string
  readonly words: string
}

interface Pair {
  readonly source: SourceId
  readonly label: string
  readonly start: number
  readonly end: number
  /** Of the translation's paragraph. */
  readonly from: number
  readonly to: number
}

/** The original's own level says whether its words leave. */
export function originalsOf(
  db: Reader,
  placesOf: (source: SourceId) => Places,
  gate: (source: SourceId, text: MarkedText, start: number, end: number) => string,
): (
  quoted: { readonly source: SourceId; readonly start: number; readonly end: number },
  cited: ReadonlyMap<SourceId, KnownSource>,
) => readonly Original[] {
  const pairs = Map.groupBy(
    db.all<Pair & { readonly translation: SourceId }>(sql`
      SELECT t.source AS translation, f.source, f.label, f.start, f."end", t.start AS "from", t."end" AS "to"
        FROM paragraph_link l JOIN paragraph f ON f.id = l."from" JOIN paragraph t ON t.id = l."to" ORDER BY t.source, t.start`),
    ({ translation }) => translation,
  )
  return (quoted, cited) => {
    const found = pairs.get(quoted.source) ?? []
    const originals: Original[] = []
    for (let at = firstEndingAfter(found, quoted.start); at < found.length; at++) {
      const { source, label, start, end, from } = found[at]!
      if (from >= quoted.end) break
      const short = cited.get(source)?.short
      const places = short === undefined ? null : placesOf(source)
      // Whose words they are the id says.
      const words = places ? gate(source, places, places.wordsFrom(start), end).trim() : ''
      if (words !== '') originals.push({ extract: `${short}:${label}`, words })
    }
    return originals
  }
}

function firstEndingAfter(pairs: readonly Pair[], at: number): number {
  let low = 0
  let high = pairs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pairs[middle]?.to ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
