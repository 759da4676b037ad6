/**
 * What becomes of a text's passages when it is edited: worked out first, written after.
 *
 * A passage keeps its row unless something of it is other. `text_version` of a passage is the
 * version from which on its offsets hold; one that an edit leaves where it is keeps an older one.
 */
import type { FacetConflict } from '../../../../schema/editing.ts'
import type { PassageId, SourceId } from '../../../../schema/ids.ts'
import type { PassageState } from '../../../../schema/passage.ts'
import { sql, updateRows, type Reader, type Writer } from '../../db.ts'
import { wholeCharacters } from '../../text/map-edit.ts'
import type { Edit } from '../../text/paragraphs-after.ts'
import { handOver, surroundingsOf } from '../passages.ts'

interface Anchored {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly was: string
  readonly state: PassageState
}
interface Row extends Anchored {
  readonly id: PassageId
  readonly starred: 0 | 1
}
export interface Landing {
  readonly row: Row
  readonly now: Anchored
}
export interface Landed {
  readonly landings: readonly Landing[]
  /** The older passage of each place, and those that go into it. */
  readonly unions: readonly { readonly kept: Landing; readonly gone: Landing }[]
}

/** Where every passage of the source comes to stand. Writes nothing. */
export function landPassages(db: Reader, source: SourceId, edit: Edit): Landed {
  const rows = db.all<Row>(sql`
    SELECT id, start, "end", quote, prefix, suffix, was, state, starred FROM passage
     WHERE source = ${source} AND kind = 'text' AND state <> 'parked' ORDER BY created_at, id`)
  const landings = rows.map((row) => ({ row, now: landed(row, edit) }))
  const eldest = new Map<string, Landing>()
  const unions: { kept: Landing; gone: Landing }[] = []
  for (const landing of landings) {
    if (landing.now.state === 'parked') continue
    const place = placeOf(landing.now)
    const kept = eldest.get(place)
    if (kept) unions.push({ kept, gone: landing })
    else eldest.set(place, landing)
  }
  return { landings, unions }
}

function landed(row: Row, { before, after, map }: Edit): Anchored {
  const mapped = map.range(row.start, row.end)
  const parked: Anchored = { ...row, state: 'parked' }
  if (!mapped) return parked
  const { start, end } = wholeCharacters(after, mapped)
  const words = after.slice(start, end)
  if (words.trim() === '') return parked
  const place = { start, end, ...surroundingsOf(after, start, end) }
  // One that was lost before stays lost: an edit must not make its words true.
  if (before.slice(row.start, row.end) !== row.quote) return { ...row, start, end }
  if (words === row.quote) return { ...row, ...place }
  const was = row.was === '' ? row.quote : row.was
  return words === was
    ? { ...place, quote: words, was: '', state: 'placed' }
    : { ...place, quote: words, was, state: 'changed' }
}

export const hasMoved = ({ row, now }: Landing): boolean =>
  now.state !== 'parked' && now.quote === row.quote && (now.start !== row.start || now.end !== row.end)
export const hasOtherWords = ({ row, now }: Landing): boolean => now.state === 'changed' && now.quote !== row.quote
export const isParked = ({ now }: Landing): boolean => now.state === 'parked'

/**
 * Writes what `landPassages` found: first those that go into others, then the parked, then what goes
 * where nobody stood, then each that moves after the one that stands where it goes. Undo plays it backwards, so no
 * two ever share a place.
 */
export function settlePassages(
  db: Writer,
  { landings, unions }: Landed,
  version: number,
): readonly (readonly FacetConflict[])[] {
  const gone = new Set<PassageId>()
  const starred = new Set<PassageId>()
  const conflicts = unions.map((union) => {
    gone.add(union.gone.row.id)
    if (union.gone.row.starred === 1) starred.add(union.kept.row.id)
    return handOver(db, union.gone.row.id, union.kept.row.id)
  })
  const left = landings.filter(({ row }) => !gone.has(row.id))
  // Its last offsets, words and version stay: that is where it was.
  for (const { row } of left.filter(isParked)) db.run(sql`UPDATE passage SET state = 'parked' WHERE id = ${row.id}`)
  const placed = left.filter((landing) => !isParked(landing))
  const write = (some: readonly Landing[]) =>
    updateRows(
      db,
      'passage',
      ['start', 'end', 'quote', 'prefix', 'suffix', 'was', 'state', 'starred', 'text_version'],
      some.flatMap(({ row, now }) => {
        const { start, end, quote, prefix, suffix, was, state } = now
        const star = starred.has(row.id) ? 1 : row.starred
        if (isSame(row, now) && star === row.starred) return []
        return [[row.id, start, end, quote, prefix, suffix, was, state, star, version] as const]
      }),
    )
  // Most go where nobody stood: together, in any order. Then, one by one, those that take the place of another.
  const stood = new Map(placed.map(({ row }) => [placeOf(row), row.id]))
  const takes = ({ row, now }: Landing) => (stood.get(placeOf(now)) ?? row.id) !== row.id
  write(placed.filter((landing) => !takes(landing)))
  for (const landing of inFreeOrder(placed.filter(takes))) write([landing])
  return conflicts
}

const placeOf = ({ start, end }: Pick<Anchored, 'start' | 'end'>) => `${start} ${end}`

function isSame(row: Anchored, now: Anchored): boolean {
  return (
    row.start === now.start &&
    row.end === now.end &&
    row.quote === now.quote &&
    row.prefix === now.prefix &&
    row.suffix === now.suffix &&
    row.was === now.was &&
    row.state === now.state
  )
}

/** Each after the one whose place it takes. There are no circles: an edit keeps the order of what it maps. */
function inFreeOrder(landings: readonly Landing[]): readonly Landing[] {
  const at = new Map(landings.map((landing) => [placeOf(landing.row), landing]))
  const ordered = new Set<Landing>()
  for (const first of landings) {
    const chain: Landing[] = []
    for (let next: Landing | undefined = first; next && !ordered.has(next) && !chain.includes(next);) {
      chain.push(next)
      next = at.get(placeOf(next.now))
    }
    for (const landing of chain.toReversed()) ordered.add(landing)
  }
  return [...ordered]
}
