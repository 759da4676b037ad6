/**
 * The index of what is not a document's text: how documents are described, codes, memos. One row each,
 * kept in step inside the transaction that changes them; what a row says now is read from its own table.
 */
import type { ThingKind } from '../../../../schema/search.ts'
import { sql, type Reader, type Writer } from '../../db.ts'
import type { Change } from '../../history.ts'
import { wordsToIndex } from '../../text/tokens.ts'

/** Counts up whenever other words of a thing are indexed. */
const thingsVersion = '1'

type Row = Readonly<Record<string, string | number | null>>

/** What of a row is searched; a line each, so that no phrase runs from one field into the next. */
const fields: Readonly<Record<ThingKind, readonly string[]>> = {
  source: ['title', 'place', 'citation'],
  code: ['name', 'definition', 'include', 'exclude', 'example'],
  memo: ['text'],
}
const kinds = Object.keys(fields) as readonly ThingKind[]

/** The words of a thing as they are searched and shown. */
export function wordsOfThing(kind: ThingKind, row: Row): string {
  return fields[kind].flatMap((name) => row[name] || []).join('\n')
}

export function reindexThings(db: Writer, changes: readonly Change[]): void {
  const changed = new Map<string, { kind: ThingKind; id: string; after: string | null }>()
  for (const { table, id, before, after } of changes) {
    const kind = kinds.find((each) => each === table)
    if (!kind) continue
    const same = (text: string | null) => (text === null ? null : wordsOfThing(kind, JSON.parse(text) as Row))
    const key = `${kind} ${id}`
    if (changed.has(key) || same(before) !== same(after)) changed.set(key, { kind, id, after })
  }
  for (const { kind, id, after } of changed.values()) {
    forget(db, kind, id)
    if (after !== null) keep(db, kind, id, JSON.parse(after) as Row)
  }
}

export function ensureThings(db: Writer): void {
  const built = db.pluck<string>(sql`SELECT value FROM search_meta WHERE key = 'things_version'`)[0]
  if (built !== thingsVersion) rebuildThings(db)
}

export function rebuildThings(db: Writer): void {
  db.run(sql`INSERT INTO fts_thing (fts_thing) VALUES ('delete-all')`)
  db.run(sql`DELETE FROM thing`)
  for (const kind of kinds)
    for (const row of db.all<Row>({ text: `SELECT * FROM ${kind}`, values: [] })) keep(db, kind, String(row['id']), row)
  db.run(sql`
    INSERT INTO search_meta (key, value) VALUES ('things_version', ${thingsVersion})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
}

function keep(db: Writer, kind: ThingKind, id: string, row: Row): void {
  const { stems } = wordsToIndex(wordsOfThing(kind, row), () => {})
  if (stems === '') return
  db.run(sql`INSERT INTO thing (kind, id) VALUES (${kind}, ${id})`)
  db.run(sql`INSERT INTO fts_thing (rowid, t) VALUES (${BigInt(numberOf(db, kind, id) ?? 0)}, ${stems})`)
}

function forget(db: Writer, kind: ThingKind, id: string): void {
  const number = numberOf(db, kind, id)
  if (number === null) return
  db.run(sql`DELETE FROM fts_thing WHERE rowid = ${BigInt(number)}`)
  db.run(sql`DELETE FROM thing WHERE number = ${number}`)
}

function numberOf(db: Reader, kind: ThingKind, id: string): number | null {
  return db.pluck<number>(sql`SELECT number FROM thing WHERE kind = ${kind} AND id = ${id}`)[0] ?? null
}
