/** How items of a round stand to the archive of now: what was asked about may have changed since. */
import type { CodeId, CodingId, PassageId, SourceId } from '../../../schema/ids.ts'
import type { FrozenCoding, ItemStanding } from '../../../schema/review.ts'
import { sql, type Reader } from '../db.ts'
import { textOfSource } from '../services/texts.ts'
import { placesOf } from '../text/places-of.ts'

export interface AskedItem {
  readonly source: SourceId
  /** '' of a unit. */
  readonly passage: PassageId | ''
  readonly textVersion: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly codings: readonly FrozenCoding[]
}

export interface StandingNow {
  readonly standing: ItemStanding
  /** Where it is now, UTF-16 units; null where it has no place any more. */
  readonly at: { readonly start: number; readonly end: number } | null
  readonly quote: string
  /** Codes of the live codings on the passage, each once; of a unit those that were frozen. */
  readonly codes: readonly CodeId[]
}

/** Answers for many items of many documents; reads each passage once, of all that are named. */
export function standingsNow<Item extends AskedItem>(
  db: Reader,
  items: readonly Item[],
): ReadonlyMap<Item, StandingNow> {
  const ids = JSON.stringify(items.map(({ passage }) => passage).filter((id) => id !== ''))
  const passages = new Map(
    db
      .all<{ id: PassageId; state: string; start: number; end: number; quote: string }>(sql`
        SELECT id, state, start, "end", quote FROM passage WHERE id IN (SELECT value FROM json_each(${ids}))`)
      .map((row) => [row.id, row]),
  )
  const codings = Map.groupBy(
    db.all<{ id: CodingId; passage: PassageId; code: CodeId }>(sql`
      SELECT id, passage, code FROM coding WHERE state = 'live' AND passage IN (SELECT value FROM json_each(${ids})) ORDER BY created_at, id`),
    ({ passage }) => passage,
  )
  const sources = new Map(
    db
      .all<{ id: SourceId; version: number }>(sql`SELECT id, text_version AS version FROM source`)
      .map(({ id, version }) => [id, version]),
  )
  const standing = (item: Item): StandingNow => {
    const frozen = [...new Set(item.codings.map(({ code }) => code))]
    const gone = { at: null, quote: '', codes: [] }
    const version = sources.get(item.source)
    if (version === undefined) return { standing: 'gone', ...gone }
    if (item.passage === '') return unitNow(db, item, version, frozen)
    const passage = passages.get(item.passage)
    if (!passage) return { standing: 'gone', ...gone }
    const live = codings.get(item.passage) ?? []
    const codes = [...new Set(live.map(({ code }) => code))]
    if (passage.state === 'parked') return { standing: 'parked', at: null, quote: passage.quote, codes }
    const { start, end, quote } = passage
    const isSame = item.codings.every((one) => live.some(({ id, code }) => id === one.id && code === one.code))
    const kind = quote !== item.quote ? 'edited' : isSame ? 'same' : 'recoded'
    return { standing: kind, at: { start, end }, quote, codes }
  }
  return new Map(items.map((item) => [item, standing(item)]))
}

/** A unit has no passage that edits bring along: it is found by its words, where they stand only once. */
function unitNow(db: Reader, item: AskedItem, version: number, codes: readonly CodeId[]): StandingNow {
  const { start, end, quote } = item
  if (version === item.textVersion) return { standing: 'same', at: { start, end }, quote, codes }
  const { text } = textOfSource(db, item.source)
  if (text.slice(start, end) === quote) return { standing: 'same', at: { start, end }, quote, codes }
  const [place, ...more] = placesOf(quote, text)
  return place && more.length === 0 && text.slice(place.start, place.end) === quote
    ? { standing: 'same', at: place, quote, codes }
    : { standing: 'edited', at: null, quote: '', codes }
}
