/**
 * A round of review as a comparison: what the archive said of each item against what advisors put before they
 * saw it. Units are the items as they were frozen.
 *
 * The archive's codings are one coder, whoever of its coders made them: a round asks about them as one. Before:
 * as frozen. After: as live now, where proposals were accepted or kept. Answers given after seeing the codes are
 * not independent and do not count.
 */
import type { AgreementState } from '../../../../schema/agreement.ts'
import { ArchiveError } from '../../../../schema/error.ts'
import type { CodeId, CoderId, ReviewItemId, RoundId, SourceId } from '../../../../schema/ids.ts'
import type { FrozenCoding } from '../../../../schema/review.ts'
import { sql, type Reader } from '../../db.ts'
import { standingsNow, type AskedItem } from '../../review/standing.ts'
import type { Study } from '../study.ts'
import type { Comparison } from './comparison.ts'
import type { Placed } from './marks.ts'
import { bitsIn } from './units.ts'

interface Item extends AskedItem {
  readonly id: ReviewItemId
}

export function roundCompared(db: Reader, study: Study, round: RoundId, state: AgreementState): Comparison {
  const named = db.get<{ name: string; coder: CoderId }>(sql`SELECT name, coder FROM review_round WHERE id = ${round}`)
  if (!named) throw new ArchiveError({ kind: 'review-no-round' })
  const items = itemsOf(db, round)
  const chosen = chosenIn(db, round)
  const advisors = [...new Set(chosen.map(({ coder }) => coder))]
  const coders = coderNames(db, items, named.coder, advisors)
  const at = new Map(items.map(({ id }, n) => [id, n]))
  const present = new Int32Array(items.length).fill(1)
  const placed: Placed[] = []
  const put = (coder: number, item: number, code: CodeId) => {
    const known = study.codeAt.get(code)
    if (known !== undefined) placed.push({ coder, code: known, first: item, last: item + 1, passage: -1 })
  }
  const now = state === 'after' ? codesNow(db, study, items, advisors) : null
  for (const [n, item] of items.entries())
    for (const code of now?.get(item) ?? new Set(item.codings.map((coding) => coding.code))) put(0, n, code)
  for (const { item, coder, codes } of chosen) {
    const place = advisors.indexOf(coder) + 1
    const n = at.get(item) ?? -1
    present[n]! |= 1 << place
    for (const code of codes) put(place, n, code)
  }
  // What nobody answered about is no unit.
  const answered = items.map((_, n) => n).filter((n) => bitsIn(present[n] ?? 0) > 1)
  const places = new Map(answered.map((n, place) => [n, place]))
  const source = (n: number) => study.sourceAt.get(items[n]?.source ?? ('' as SourceId)) ?? -1
  return {
    coders,
    units: {
      source: Int32Array.from(answered, source),
      start: Int32Array.from(answered, (n) => items[n]?.start ?? 0),
      end: Int32Array.from(answered, (n) => items[n]?.end ?? 0),
      weight: new Float64Array(answered.length).fill(1),
      present: Int32Array.from(answered, (n) => present[n] ?? 0),
      from: new Int32Array(study.sources.length + 1),
    },
    placed: placed.flatMap((one) => {
      const place = places.get(one.first)
      return place === undefined ? [] : [{ ...one, first: place, last: place + 1 }]
    }),
    given: [],
    sources: [...new Set(answered.map(source))],
    whole: [],
    leftOut: [],
    unitsLeftOut: items.length - answered.length,
    round: named.name,
  }
}

function itemsOf(db: Reader, round: RoundId): readonly Item[] {
  return db
    .all<Omit<Item, 'codings'> & { readonly codings: string }>(sql`
      SELECT id, source, passage, text_version AS textVersion, start, "end", quote, codings
        FROM review_item WHERE round = ${round} ORDER BY number`)
    .map((row) => ({ ...row, codings: JSON.parse(row.codings) as readonly FrozenCoding[] }))
}

interface Chosen {
  readonly item: ReviewItemId
  readonly coder: CoderId
  readonly codes: readonly CodeId[]
}

/** The first that each advisor put on each item: a later answer may come after talking. */
function chosenIn(db: Reader, round: RoundId): readonly Chosen[] {
  const rows = db.all<{ item: ReviewItemId; coder: CoderId; chosen: string }>(sql`
    SELECT a.item, y.coder, a.chosen FROM review_answer a JOIN review_reply y ON y.id = a.reply
     WHERE y.round = ${round} AND a.chosen IS NOT NULL ORDER BY a.at, a.id`)
  const first = new Map<string, Chosen>()
  for (const { item, coder, chosen } of rows) {
    const key = `${item} ${coder}`
    if (!first.has(key)) first.set(key, { item, coder, codes: JSON.parse(chosen) as CodeId[] })
  }
  return [...first.values()]
}

/** Codes as they stand now: of a passage its own, of a unit those of every coding that touches it but the advisors'. */
function codesNow(
  db: Reader,
  study: Study,
  items: readonly Item[],
  advisors: readonly CoderId[],
): ReadonlyMap<Item, ReadonlySet<CodeId>> {
  const now = standingsNow(db, items)
  const isAdvisor = new Set(advisors)
  const codesOf = new Map<number, CodeId[]>()
  for (const [n, passage] of study.codings.passage.entries()) {
    const coder = study.coders[study.codings.coder[n] ?? -1]
    const code = study.codes[study.codings.code[n] ?? -1]
    if (!coder || !code || isAdvisor.has(coder.id)) continue
    const there = codesOf.get(passage)
    if (there) there.push(code.id)
    else codesOf.set(passage, [code.id])
  }
  return new Map(
    items.map((item) => {
      const { at, codes } = now.get(item) ?? { at: null, codes: [] }
      if (item.passage !== '' || at === null) return [item, new Set(codes)]
      const source = study.sourceAt.get(item.source) ?? -1
      const touching = new Set<CodeId>()
      for (let n = study.passages.from[source] ?? 0; n < (study.passages.from[source + 1] ?? 0); n++) {
        const start = study.passages.start[n] ?? -1
        if (start >= at.end) break
        if (start >= 0 && (study.passages.end[n] ?? 0) > at.start)
          for (const code of codesOf.get(n) ?? []) touching.add(code)
      }
      return [item, touching]
    }),
  )
}

/** The archive's coders under one name, then the advisors. */
function coderNames(
  db: Reader,
  items: readonly Item[],
  asker: CoderId,
  advisors: readonly CoderId[],
): Comparison['coders'] {
  const names = new Map(
    db.all<{ id: CoderId; name: string }>(sql`SELECT id, name FROM coder`).map((one) => [one.id, one.name]),
  )
  const own = [...new Set(items.flatMap(({ codings }) => codings.map(({ coder }) => coder)))]
  const here = own.length > 0 ? own : [asker]
  return [
    { id: here[0] ?? asker, name: here.map((id) => names.get(id) ?? '').join(' + ') },
    ...advisors.map((id) => ({ id, name: names.get(id) ?? '' })),
  ]
}
