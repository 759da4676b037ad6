/** Passages that a person should look at: changed and parked by edits, or lost. Placed ones are held against their text. */
import type { Doubt, DoubtfulPassage } from '../../../../schema/editing.ts'
import type { PassageId, SourceId } from '../../../../schema/ids.ts'
import type { PassageState } from '../../../../schema/passage.ts'
import { wordsAfter, wordsBefore } from '../../text/contexts.ts'
import { sql, type Reader } from '../../db.ts'
import { differences } from '../../text/changes.ts'
import { Finder } from '../../text/find-again.ts'
import { EditMap } from '../../text/map-edit.ts'
import { passageOf } from '../passages.ts'
import { textOfContent } from '../texts.ts'
import { paragraphLabelAt } from '../whereabouts.ts'

/** UTF-16 units shown either side. */
const around = 120
/** A person goes through a few of them at a time; looking for ten thousand places at once helps nobody. */
const mostSought = 300

interface SourceRow {
  readonly id: SourceId
  readonly short: string
  readonly content: string
  readonly version: number
}
interface Row {
  readonly id: PassageId
  readonly kind: 'text' | 'region'
  readonly version: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly was: string
  readonly state: PassageState
}

/** In order of the documents and of the text. */
export function doubtfulPassages(db: Reader, source?: SourceId): readonly DoubtfulPassage[] {
  const sources = db.all<SourceRow>(sql`
    SELECT id, short, content, text_version AS version FROM source WHERE ${source ?? null} IS NULL OR id = ${source ?? null} ORDER BY number`)
  let sought = 0
  return sources.flatMap((one) => {
    const text = textOfContent(db, one.content, one.version)
    const rows = db
      .all<Row>(sql`
        SELECT id, kind, text_version AS version, start, "end", quote, prefix, suffix, was, state FROM passage
         WHERE source = ${one.id} AND kind = 'text'
           AND (starred = 1 OR id IN (SELECT target FROM memo_link WHERE kind = 'passage')
             OR EXISTS (SELECT 1 FROM coding WHERE passage = passage.id AND state = 'live')) ORDER BY start, "end", id`)
      .flatMap((row) => {
        const doubt = doubtOf(row, text)
        return doubt ? [{ row, doubt }] : []
      })
    const desk = new Desk(db, one, text)
    return [
      ...rows.map(({ row, doubt }) => desk.lay(row, doubt, doubt !== 'changed' && sought++ < mostSought)),
      ...lostRegions(db, one),
    ]
  })
}

function doubtOf({ state, start, end, quote }: Row, text: string): Doubt | null {
  if (state === 'parked') return 'parked'
  if (text.slice(start, end) !== quote) return 'lost'
  return state === 'changed' ? 'changed' : null
}

/** One document's text, with what has to be known of it only where something is in doubt. */
class Desk {
  readonly #db: Reader
  readonly #source: SourceRow
  readonly #text: string
  readonly #finder: Finder
  readonly #since = new Map<number, EditMap>()

  constructor(db: Reader, source: SourceRow, text: string) {
    this.#db = db
    this.#source = source
    this.#text = text
    this.#finder = new Finder(text)
  }

  lay(row: Row, doubt: Doubt, isSought: boolean): DoubtfulPassage {
    const { start, end } = row
    const isParked = doubt === 'parked'
    const there = isParked ? textOfContent(this.#db, this.#source.content, row.version) : this.#text
    const near = isParked ? this.#placeNow(row.version, there, start) : start
    const label = paragraphLabelAt(this.#db, this.#source.id, near)
    const was = row.was === '' ? row.quote : row.was
    return {
      passage: passageOf(this.#db, row.id),
      doubt,
      was,
      version: this.#source.version,
      present: isParked ? '' : this.#text.slice(start, end).toWellFormed(),
      before: wordsBefore(there, start, around),
      after: wordsAfter(there, end, around),
      extract: label === '' ? '' : `${this.#source.short}:${label}`,
      candidates: isSought ? this.#finder.find({ quote: was, prefix: row.prefix, suffix: row.suffix, near }) : [],
    }
  }

  /** Where an offset of an earlier version would be now. */
  #placeNow(version: number, earlier: string, at: number): number {
    let map = this.#since.get(version)
    if (!map) this.#since.set(version, (map = new EditMap(differences(earlier, this.#text))))
    return map.beforeInsert(at)
  }
}

/** Rectangles that their page does not hold any more. They have no words to be found by. */
function lostRegions(db: Reader, { id, short, version }: SourceRow): readonly DoubtfulPassage[] {
  const lost = db.all<{ id: PassageId; page: number }>(sql`
    SELECT p.id, p.page FROM passage p JOIN source s ON s.id = p.source
      LEFT JOIN page g ON g.content = s.content AND g.version = s.text_version AND g.number = p.page
       AND p.x + p.width <= g.width AND p.y + p.height <= g.height
     WHERE p.source = ${id} AND p.kind = 'region' AND g.number IS NULL ORDER BY p.page, p.y, p.x`)
  return lost.map((region) => ({
    passage: passageOf(db, region.id),
    doubt: 'lost',
    was: '',
    version,
    present: '',
    before: '',
    after: '',
    extract: `${short}:p${region.page}`,
    candidates: [],
  }))
}
