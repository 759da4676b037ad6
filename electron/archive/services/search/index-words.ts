/**
 * The index of words: kept in step with the texts inside the transaction that changes them.
 *
 * One row a paragraph in each of two tables, stems and forms, at rowid = paragraph.id. What a
 * paragraph held before is read from its old text, which is write-once and still there.
 */
import type { SourceId } from '../../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../../db.ts'
import type { Change } from '../../history.ts'
import { tokenizerVersion, wordsToIndex } from '../../text/tokens.ts'
import { textOfContent } from '../texts.ts'
import { ensureThings, rebuildThings, reindexThings } from './index-things.ts'

interface Place {
  readonly id: number
  readonly source: SourceId
  readonly start: number
  readonly end: number
}
/** Which text a source's offsets count in. */
interface Text {
  readonly content: string
  readonly text_version: number
}

/** Repairs the index for what a step changed; called between the act and its commit. */
export function reindex(db: Writer, changes: readonly Change[]): void {
  reindexThings(db, changes)
  if (!changes.some(({ table }) => table === 'paragraph' || table === 'source')) return
  const texts = netOf<Text>(changes, 'source')
  const paragraphs = [...netOf<Place>(changes, 'paragraph').values()]
  const removed = paragraphs.flatMap(({ before }) => (before ? [before] : []))
  const added = paragraphs.flatMap(({ after }) => (after ? [after] : []))
  const changedIds = new Set(paragraphs.map(({ before, after }) => (before ?? after)?.id))
  for (const [source, { before, after }] of texts) {
    if (!before || !after || (before.content === after.content && before.text_version === after.text_version)) continue
    const untouched = placesOf(db, source as SourceId).filter(({ id }) => !changedIds.has(id))
    removed.push(...untouched)
    added.push(...untouched)
  }
  if (removed.length === 0 && added.length === 0) return
  const now = new Map<SourceId, Text | undefined>()
  const textNow = (source: SourceId) => {
    if (!now.has(source))
      now.set(source, db.get<Text>(sql`SELECT content, text_version FROM source WHERE id = ${source}`))
    return now.get(source)
  }
  const words = new WordCounts(db)
  const stays = sameWords(removed, added, (place, isBefore) => {
    const text = (isBefore ? texts.get(place.source)?.before : null) ?? textNow(place.source)
    return text ? textOfContent(db, text.content, text.text_version).slice(place.start, place.end) : ''
  })
  for (const place of removed)
    if (!stays.has(place.id)) words.remove(place, texts.get(place.source)?.before ?? textNow(place.source))
  for (const place of added) if (!stays.has(place.id)) words.add(place, textNow(place.source))
  words.flush()
}

/** Paragraphs that only moved: an edit moves thousands and changes a few. */
function sameWords(
  removed: readonly Place[],
  added: readonly Place[],
  wordsOf: (place: Place, isBefore: boolean) => string,
): ReadonlySet<number> {
  const before = new Map(removed.map((place) => [place.id, place]))
  return new Set(
    added.flatMap((place) => {
      const was = before.get(place.id)
      return was && wordsOf(was, true) === wordsOf(place, false) ? [place.id] : []
    }),
  )
}

/** Builds the index anew where this program's idea of a word is another than the index's. */
export function ensureIndex(db: Writer): void {
  const built = db.pluck<string>(sql`SELECT value FROM search_meta WHERE key = 'tokenizer_version'`)[0]
  if (built !== tokenizerVersion) rebuild(db)
  else ensureThings(db)
}

export function rebuild(db: Writer): void {
  db.run(sql`INSERT INTO fts_stem (fts_stem) VALUES ('delete-all')`)
  db.run(sql`INSERT INTO fts_form (fts_form) VALUES ('delete-all')`)
  db.run(sql`DELETE FROM lexicon`)
  const words = new WordCounts(db)
  for (const { id, content, text_version } of db.all<Text & { id: SourceId }>(
    sql`SELECT id, content, text_version FROM source`,
  ))
    for (const place of placesOf(db, id)) words.add(place, { content, text_version })
  words.flush()
  db.run(sql`
    INSERT INTO search_meta (key, value) VALUES ('tokenizer_version', ${tokenizerVersion})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
  rebuildThings(db)
}

function placesOf(db: Reader, source: SourceId): readonly Place[] {
  return db.all<Place>(sql`SELECT id, source, start, "end" FROM paragraph WHERE source = ${source}`)
}

/** Before the first change of a row and after its last, by id. */
function netOf<Row>(changes: readonly Change[], table: string): Map<string, { before: Row | null; after: Row | null }> {
  const rows = new Map<string, { before: Row | null; after: Row | null }>()
  for (const change of changes) {
    if (change.table !== table) continue
    const after = change.after === null ? null : (JSON.parse(change.after) as Row)
    const known = rows.get(change.id)
    if (known) known.after = after
    else rows.set(change.id, { before: change.before === null ? null : (JSON.parse(change.before) as Row), after })
  }
  return rows
}

/** Writes rows of the index, and sums what that does to the lexicon so that each form is written once. */
class WordCounts {
  readonly #db: Writer
  readonly #deltas = new Map<string, { readonly stem: string; delta: number; lastIn: number }>()
  constructor(db: Writer) {
    this.#db = db
  }

  add({ id, start, end }: Place, text: Text | undefined): void {
    const { stems, forms } = this.#words(id, text, start, end, 1)
    // BigInt: as a plain number a rowid is bound as REAL, which FTS5 does not take for one.
    this.#db.run(sql`INSERT INTO fts_stem (rowid, t) VALUES (${BigInt(id)}, ${stems})`)
    this.#db.run(sql`INSERT INTO fts_form (rowid, t) VALUES (${BigInt(id)}, ${forms})`)
  }

  remove({ id, start, end }: Place, text: Text | undefined): void {
    const { forms } = this.#words(id, text, start, end, -1)
    this.#db.run(sql`DELETE FROM fts_stem WHERE rowid = ${BigInt(id)}`)
    // It keeps no lengths, which are a sixteenth of both indexes: a row goes by the very words it came with.
    this.#db.run(sql`INSERT INTO fts_form (fts_form, rowid, t) VALUES ('delete', ${BigInt(id)}, ${forms})`)
  }

  flush(): void {
    for (const [form, { stem, delta }] of this.#deltas)
      if (delta !== 0)
        this.#db.run(
          sql`INSERT INTO lexicon (form, stem, df) VALUES (${form}, ${stem}, ${delta}) ON CONFLICT (form) DO UPDATE SET df = df + excluded.df`,
        )
    this.#db.run(sql`DELETE FROM lexicon WHERE df <= 0`)
    this.#db.run(sql`
      INSERT INTO search_meta (key, value) VALUES ('lexicon_version', '1')
      ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)`)
  }

  /** A form counts once a paragraph, however often it stands there. */
  #words(id: number, text: Text | undefined, start: number, end: number, sign: 1 | -1) {
    const words = text ? textOfContent(this.#db, text.content, text.text_version).slice(start, end) : ''
    const here = id * sign
    return wordsToIndex(words, (form, stem) => {
      const known = this.#deltas.get(form)
      if (!known) this.#deltas.set(form, { stem, delta: sign, lastIn: here })
      else if (known.lastIn !== here) {
        known.delta += sign
        known.lastIn = here
      }
    })
  }
}
