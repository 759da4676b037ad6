/**
 * Passages: kept stretches of a source. Their quote is the words themselves, held against the
 * text whenever it matters; a passage lives as long as a coding, a memo or a star keeps it.
 */
import type { Coding } from '../../../schema/coding.ts'
import type { FacetConflict } from '../../../schema/editing.ts'
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId, CoderId, PassageId, SourceId } from '../../../schema/ids.ts'
import type { CodedPassage, CodedRegion, CodedWords, Passage, Region } from '../../../schema/passage.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { isGraphemeBorder } from '../text/graphemes.ts'
import { passageOnRegion, versionWith } from './regions.ts'
import { textOfSource } from './texts.ts'

/** Characters kept either side of a quote, to find it again (RULINGS 12). */
const around = 32

interface PassageRow extends Region {
  id: PassageId
  kind: Passage['kind']
  source: SourceId
  start: number
  end: number
  quote: string
  was: string
  state: Passage['state']
  starred: 0 | 1
  sensitivity: Passage['sensitivity']
  memos: number
}
const columns = `id, kind, source, start, "end", quote, was, page, x, y, width, height, state, starred, sensitivity,
  (SELECT count(*) FROM memo_link WHERE kind = 'passage' AND target = passage.id) AS memos FROM passage`

function toPassage(row: PassageRow, codings: readonly Coding[]): CodedPassage {
  const { id, kind, source, state, sensitivity, memos } = row
  const kept = { id, source, state, starred: row.starred === 1, sensitivity, codings, memos }
  if (kind === 'text') return { ...kept, kind, start: row.start, end: row.end, quote: row.quote, was: row.was }
  return { ...kept, kind, page: row.page, x: row.x, y: row.y, width: row.width, height: row.height }
}

/** The passages of a source in reading order, the longer first where two begin together; then the regions, page by page. */
export function passagesOf(db: Reader, source: SourceId): readonly CodedPassage[] {
  const codings = new Map<PassageId, Coding[]>()
  const live = db.all<Coding>(sql`
    SELECT c.id, c.passage, c.code, c.coder, c.created_at AS createdAt, c.weight, c.stance, c.holds_responsible AS holdsResponsible
      FROM passage p JOIN coding c ON c.passage = p.id AND c.state = 'live' WHERE p.source = ${source} ORDER BY c.created_at, c.id`)
  for (const coding of live) {
    const list = codings.get(coding.passage)
    if (list) list.push(coding)
    else codings.set(coding.passage, [coding])
  }
  return db
    .all<PassageRow>({
      text: `SELECT ${columns} WHERE source = ? AND state <> 'parked' ORDER BY kind DESC, start, "end" DESC, page, y, x, id`,
      values: [source],
    })
    .flatMap((row) => {
      const own = codings.get(row.id) ?? []
      // What only superseded codings keep is remembered, and shown nowhere.
      return own.length > 0 || row.starred === 1 || row.memos > 0 ? [toPassage(row, own)] : []
    })
}

export function passageOf(db: Reader, passage: PassageId): CodedPassage {
  const row = db.get<PassageRow>({ text: `SELECT ${columns} WHERE id = ?`, values: [passage] })
  if (!row) throw new ArchiveError({ kind: 'no-such-passage', passage })
  const codings = db.all<Coding>(sql`
    SELECT id, passage, code, coder, created_at AS createdAt, weight, stance, holds_responsible AS holdsResponsible
      FROM coding WHERE passage = ${passage} AND state = 'live' ORDER BY created_at, id`)
  return toPassage(row, codings)
}

/** Throws 'region-without-words' where the passage is a rectangle. */
export function textPassageOf(db: Reader, id: PassageId): CodedWords {
  const passage = passageOf(db, id)
  if (passage.kind === 'region') throw new ArchiveError({ kind: 'region-without-words' })
  return passage
}

export function regionOf(db: Reader, id: PassageId): CodedRegion {
  const passage = passageOf(db, id)
  if (passage.kind === 'text') throw new ArchiveError({ kind: 'no-such-passage', passage: id })
  return passage
}

/** The passage on these words: the one that is there, or a new one. Offsets are UTF-16 units, `[start, end)`. */
export function keepPassage(db: Writer, source: SourceId, start: number, end: number): PassageId {
  const { version, quote, prefix, suffix } = anchorOf(db, source, start, end)
  const there = passageOn(db, source, start, end, quote)
  if (there) return there
  const id = newId<PassageId>()
  db.run(sql`
    INSERT INTO passage (id, source, text_version, start, "end", quote, prefix, suffix, created_at)
    VALUES (${id}, ${source}, ${version}, ${start}, ${end}, ${quote}, ${prefix}, ${suffix}, ${now()})`)
  return id
}

/**
 * Gives a passage other borders; its codings, memos and star stay. Where a passage has those borders
 * already the two become one: the one that was there, with everything of both. Faults as `keepPassage`.
 */
export function resizePassage(db: Writer, { passage, start, end, version: seen }: Input<'passage.resize'>): CodedWords {
  const before = textPassageOf(db, passage)
  refuseOldText(db, before.source, seen)
  if (before.start === start && before.end === end && before.state === 'placed') return before
  const { version, quote, prefix, suffix } = anchorOf(db, before.source, start, end)
  const there = passageOn(db, before.source, start, end, quote, passage)
  if (there) {
    unite(db, before, there)
    return textPassageOf(db, there)
  }
  db.run(sql`
    UPDATE passage SET start = ${start}, "end" = ${end}, quote = ${quote}, prefix = ${prefix}, suffix = ${suffix},
           text_version = ${version}, state = 'placed', was = '' WHERE id = ${passage}`)
  return textPassageOf(db, passage)
}

/** The same for a rectangle, also to another page of its document. Faults as `keepRegion`. */
export function reshapePassage(db: Writer, passage: PassageId, region: Region): CodedRegion {
  const before = regionOf(db, passage)
  const { page, x, y, width, height } = region
  const isThere =
    before.page === page && before.x === x && before.y === y && before.width === width && before.height === height
  if (isThere && before.state === 'placed') return before
  const version = versionWith(db, before.source, region)
  const there = passageOnRegion(db, before.source, region)
  if (there && there !== passage) {
    unite(db, before, there)
    return regionOf(db, there)
  }
  db.run(sql`
    UPDATE passage SET page = ${page}, x = ${x}, y = ${y}, width = ${width}, height = ${height},
           text_version = ${version}, state = 'placed' WHERE id = ${passage}`)
  return regionOf(db, passage)
}

function unite(db: Writer, from: CodedPassage, into: PassageId): void {
  if (from.starred) db.run(sql`UPDATE passage SET starred = 1 WHERE id = ${into} AND starred = 0`)
  handOver(db, from.id, into)
}

interface HeldCoding {
  readonly id: string
  readonly code: CodeId
  readonly coder: CoderId
  readonly state: string
  readonly weight: number
  readonly stance: string | null
  readonly holdsResponsible: string | null
}

/**
 * Gives what hangs on a passage to another, and lets the emptied one go. A coding that both have stays
 * once: it takes over what it did not say itself, and where the two say different things it is answered.
 */
export function handOver(db: Writer, from: PassageId, into: PassageId): readonly FacetConflict[] {
  const held = (passage: PassageId) =>
    db.all<HeldCoding>(sql`
      SELECT id, code, coder, state, weight, stance, holds_responsible AS holdsResponsible FROM coding WHERE passage = ${passage}`)
  const there = new Map(held(into).map((coding) => [`${coding.code} ${coding.coder}`, coding]))
  const conflicts: FacetConflict[] = []
  for (const coding of held(from)) {
    const twin = there.get(`${coding.code} ${coding.coder}`)
    if (!twin) {
      db.run(sql`UPDATE coding SET passage = ${into} WHERE id = ${coding.id}`)
      continue
    }
    if (coding.state !== 'live') continue
    const isLive = twin.state === 'live'
    const weight = isLive ? twin.weight : coding.weight
    const stance = (isLive ? twin.stance : null) ?? coding.stance
    const holdsResponsible = (isLive ? twin.holdsResponsible : null) ?? coding.holdsResponsible
    if (!isLive || weight !== twin.weight || stance !== twin.stance || holdsResponsible !== twin.holdsResponsible)
      db.run(sql`
        UPDATE coding SET state = 'live', weight = ${weight}, stance = ${stance}, holds_responsible = ${holdsResponsible} WHERE id = ${twin.id}`)
    const { code, coder } = coding
    const lost = { weight: coding.weight, stance: coding.stance, holdsResponsible: coding.holdsResponsible }
    const isOther =
      lost.weight !== weight ||
      (lost.stance !== null && lost.stance !== stance) ||
      (lost.holdsResponsible !== null && lost.holdsResponsible !== holdsResponsible)
    if (isOther) conflicts.push({ code, coder, kept: { weight, stance, holdsResponsible }, lost })
  }
  // What could do harm still could: of two the more careful word stays.
  db.run(sql`
    UPDATE passage SET sensitivity = f.sensitivity FROM (SELECT sensitivity FROM passage WHERE id = ${from}) AS f
     WHERE id = ${into} AND passage.sensitivity < f.sensitivity`)
  db.run(sql`UPDATE OR IGNORE memo_link SET target = ${into} WHERE kind = 'passage' AND target = ${from}`)
  db.run(sql`UPDATE review_item SET passage = ${into} WHERE passage = ${from}`)
  db.run(sql`DELETE FROM passage WHERE id = ${from}`)
  return conflicts
}

/** Throws where offsets were seen in a text that is no longer the current one. */
export function refuseOldText(db: Reader, source: SourceId, seen: number | undefined): void {
  if (seen === undefined) return
  const current = db.get<{ version: number; short: string }>(
    sql`SELECT text_version AS version, short FROM source WHERE id = ${source}`,
  )
  if (current && current.version !== seen) throw new ArchiveError({ kind: 'text-moved-on', source: current.short })
}

/**
 * The passage on these words, other than `own`. One that only says it is here, while its words are others,
 * steps aside and is parked: what is put here must not go into it.
 */
function passageOn(
  db: Writer,
  source: SourceId,
  start: number,
  end: number,
  words: string,
  own?: PassageId,
): PassageId | null {
  const there = db.get<{ id: PassageId; quote: string }>(sql`
    SELECT id, quote FROM passage WHERE source = ${source} AND start = ${start} AND "end" = ${end} AND kind = 'text' AND state <> 'parked'`)
  if (!there || there.id === own) return null
  if (there.quote === words) return there.id
  db.run(sql`UPDATE passage SET state = 'parked' WHERE id = ${there.id}`)
  return null
}

interface Anchor {
  readonly version: number
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

/** What is kept of a stretch, to hold it against the text later. Throws where it is no passage. */
function anchorOf(db: Reader, source: SourceId, start: number, end: number): Anchor {
  const { text, version } = textOfSource(db, source)
  if (end > text.length) throw new ArchiveError({ kind: 'passage-outside-source', end, length: text.length })
  if (end <= start || start < 0) throw new ArchiveError({ kind: 'passage-empty' })
  for (const at of [start, end])
    if (!isGraphemeBorder(text, at)) throw new ArchiveError({ kind: 'passage-splits-character', at })
  const quote = text.slice(start, end)
  if (quote.trim() === '') throw new ArchiveError({ kind: 'passage-of-spaces' })
  return { version, quote, ...surroundingsOf(text, start, end) }
}

/** What stands either side of a stretch, kept to find it again. */
export function surroundingsOf(text: string, start: number, end: number): { prefix: string; suffix: string } {
  return {
    prefix: text.slice(Math.max(0, start - around), start).toWellFormed(),
    suffix: text.slice(end, end + around).toWellFormed(),
  }
}

/** Lets go of a passage that no coding, memo or star keeps. */
export function dropIfBare(db: Writer, passage: PassageId): void {
  db.run(sql`
    DELETE FROM passage WHERE id = ${passage} AND starred = 0
       AND NOT EXISTS (SELECT 1 FROM coding WHERE passage = ${passage})
       AND NOT EXISTS (SELECT 1 FROM memo_link WHERE kind = 'passage' AND target = ${passage})`)
}

export function starPassage(db: Writer, passage: PassageId, starred: boolean): CodedPassage {
  const before = passageOf(db, passage)
  if (before.starred === starred) return before
  db.run(sql`UPDATE passage SET starred = ${Number(starred)} WHERE id = ${passage}`)
  dropIfBare(db, passage)
  return { ...before, starred }
}

export function updatePassage(db: Writer, { passage, sensitivity }: Input<'passage.update'>): CodedPassage {
  const before = passageOf(db, passage)
  if (before.sensitivity === sensitivity) return before
  db.run(sql`UPDATE passage SET sensitivity = ${sensitivity} WHERE id = ${passage}`)
  return { ...before, sensitivity }
}
