/**
 * Where passages that come in stand here. On the same text they stand where they stood; on another one
 * they go along as with an edit, or their words are looked for. One that finds no place is parked, with
 * its words and everything that hangs on it. Nothing is written: what was found is answered.
 */
import type { Coding } from '../../../../schema/coding.ts'
import type { CodeId, CoderId, PassageId, SourceId } from '../../../../schema/ids.ts'
import { smallestRegion, type PassageState, type Region, type Sensitivity } from '../../../../schema/passage.ts'
import { sql, type Reader } from '../../db.ts'
import { isGraphemeBorder } from '../../text/graphemes.ts'
import { wholeCharacters } from '../../text/map-edit.ts'
import { surroundingsOf } from '../../services/passages.ts'
import type { IncomingPassage } from '../incoming.ts'
import type { DocumentTarget, Texts } from './union.ts'

export interface TextPlace {
  readonly kind: 'text'
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly was: string
  readonly state: PassageState
}
export interface RegionPlace extends Readonly<Region> {
  readonly kind: 'region'
  readonly state: PassageState
}
export type Landing = TextPlace | RegionPlace

/** An exact find is worth at least this much (`text/find-again.ts`). */
const exact = 70

/** `pages`: width and height by number. Null: a place of no words, which nothing can be kept on. */
export function landingOf(
  passage: IncomingPassage,
  { texts }: DocumentTarget,
  pages: ReadonlyMap<number, { readonly width: number; readonly height: number }>,
): Landing | null {
  const { place } = passage
  if (place.kind === 'text') return place.end > place.start ? landedWords(passage, place, texts) : null
  const { page, x, y, width, height } = place
  const region = { kind: 'region', page, x, y, width, height } as const
  const size = pages.get(page)
  const fits = size !== undefined && x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height
  const isLarge = width >= smallestRegion && height >= smallestRegion
  return { ...region, state: fits && isLarge && passage.state !== 'parked' ? (passage.state ?? 'placed') : 'parked' }
}

function landedWords(
  passage: IncomingPassage,
  { start, end }: { readonly start: number; readonly end: number },
  texts: Texts,
): TextPlace {
  const { ours, theirs } = texts
  const quote = passage.quote ?? theirs.slice(start, end)
  const around = {
    prefix: passage.prefix ?? surroundingsOf(theirs, start, end).prefix,
    suffix: passage.suffix ?? surroundingsOf(theirs, start, end).suffix,
  }
  const was = passage.was ?? ''
  const at = (from: number, to: number, state: 'placed' | 'changed', earlier: string): TextPlace => {
    const words = ours.slice(from, to)
    return { kind: 'text', start: from, end: to, quote: words, ...surroundingsOf(ours, from, to), was: earlier, state }
  }
  const parked = (): TextPlace => ({
    kind: 'text',
    start: Math.max(0, start),
    end,
    quote,
    ...around,
    was,
    state: 'parked',
  })
  if (passage.state === 'parked') return parked()
  const state = passage.state ?? 'placed'
  const isWhole = start >= 0 && end <= ours.length && isGraphemeBorder(ours, start) && isGraphemeBorder(ours, end)
  if (texts.areSame && isWhole && ours.slice(start, end) === quote && quote.trim() !== '')
    return at(start, end, state, was)
  const mapped = start >= 0 && end <= theirs.length ? texts.map.range(start, end) : null
  const whole = mapped && wholeCharacters(ours, mapped)
  if (whole && ours.slice(whole.start, whole.end) === quote && quote.trim() !== '')
    return at(whole.start, whole.end, state, was)
  // Offsets that cut a character in two are moved outwards: the words are those that are meant.
  if (whole && texts.areSame && passage.quote === undefined && ours.slice(whole.start, whole.end).trim() !== '')
    return at(whole.start, whole.end, state, was)
  if (quote.trim() !== '') {
    const [best] = texts.finder.find({ quote, ...around, near: whole?.start ?? Math.max(0, start) })
    if (best && best.likeness >= exact) return at(best.start, best.end, state, was)
  }
  if (!whole || ours.slice(whole.start, whole.end).trim() === '') return parked()
  return at(whole.start, whole.end, 'changed', was === '' ? quote : was)
}

export interface KnownCoding extends Pick<Coding, 'weight' | 'stance' | 'holdsResponsible'> {
  readonly id: string
  readonly code: CodeId
  readonly coder: CoderId
  readonly state: 'live' | 'superseded'
}
export interface KnownPassage {
  readonly id: PassageId
  readonly starred: boolean
  readonly sensitivity: Sensitivity
  /** By code and coder. */
  readonly codings: Map<string, KnownCoding>
}
export const codingKey = (code: string, coder: string) => `${code} ${coder}`

interface Row extends Region {
  readonly id: PassageId
  readonly kind: 'text' | 'region'
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly state: PassageState
  readonly starred: 0 | 1
  readonly sensitivity: Sensitivity
}

/** What is kept of a document here, by place; those without a place by id and by their words. */
export class Kept {
  readonly #byPlace = new Map<string, KnownPassage>()
  readonly #byId = new Map<string, KnownPassage>()

  constructor(db: Reader, source: SourceId) {
    const codings = Map.groupBy(
      db.all<KnownCoding & { passage: string }>(sql`
        SELECT c.id, c.passage, c.code, c.coder, c.state, c.weight, c.stance, c.holds_responsible AS holdsResponsible
          FROM passage p JOIN coding c ON c.passage = p.id WHERE p.source = ${source}`),
      ({ passage }) => passage,
    )
    const rows = db.all<Row>(sql`
      SELECT id, kind, start, "end", quote, page, x, y, width, height, state, starred, sensitivity FROM passage
       WHERE source = ${source} ORDER BY created_at, id`)
    for (const row of rows) {
      const known: KnownPassage = {
        id: row.id,
        starred: row.starred === 1,
        sensitivity: row.sensitivity,
        codings: new Map((codings.get(row.id) ?? []).map((one) => [codingKey(one.code, one.coder), one])),
      }
      this.#byId.set(row.id, known)
      const key = placeKey(row)
      if (!this.#byPlace.has(key)) this.#byPlace.set(key, known)
    }
  }

  /** The passage here that is the same: on the same place, or, without one, of the same id. */
  at(landing: Landing, ref: string): KnownPassage | null {
    const there = this.#byPlace.get(placeKey(landing))
    return there ?? (landing.state === 'parked' ? (this.#byId.get(ref) ?? null) : null)
  }

  put(landing: Landing, known: KnownPassage): void {
    this.#byPlace.set(placeKey(landing), known)
    this.#byId.set(known.id, known)
  }
}

function placeKey(place: Landing | Row): string {
  const parked = place.state === 'parked'
  if (place.kind === 'region')
    return `region ${parked} ${place.page} ${place.x} ${place.y} ${place.width} ${place.height}`
  return parked ? `parked ${place.start} ${place.end} ${place.quote}` : `text ${place.start} ${place.end}`
}

/** Width and height of the pages of a document that is here. */
export function pagesOf(db: Reader, source: SourceId): ReadonlyMap<number, { width: number; height: number }> {
  return new Map(
    db
      .all<{ number: number; width: number; height: number }>(sql`
        SELECT g.number, g.width, g.height FROM page g JOIN source s ON s.content = g.content AND s.text_version = g.version
         WHERE s.id = ${source}`)
      .map(({ number, ...size }) => [number, size]),
  )
}
