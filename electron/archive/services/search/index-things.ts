/**
 * The index of what is not a document's text: how documents are described, cases, codes,
 * memos, values of attributes. One row each,
 * kept in step inside the transaction that changes them; what they say now is read from their own tables.
 */
import type { ThingKind } from '../../../../schema/search.ts'
import { sql, type Reader, type Writer } from '../../db.ts'
import type { Change } from '../../history.ts'
import { wordsToIndex } from '../../text/tokens.ts'

/** Counts up whenever other words of a thing are indexed. */
const thingsVersion = '2'

type Row = Readonly<Record<string, string | number | null>>

/** Where a thing stands, and what of its row is searched: a line each, so that no phrase runs over two. */
const homes: Readonly<Record<ThingKind, { readonly table: string; readonly columns: readonly string[] }>> = {
  source: { table: 'source', columns: ['title', 'place', 'citation'] },
  case: { table: 'the_case', columns: ['name'] },
  code: { table: 'code', columns: ['name', 'definition', 'include', 'exclude', 'example'] },
  memo: { table: 'memo', columns: ['text'] },
  value: { table: 'attribute_value', columns: ['value'] },
}
const kinds = Object.keys(homes) as readonly ThingKind[]

/** The words of a thing as they are searched and shown. A value without a letter is a number: no words. */
function wordsOfRow(kind: ThingKind, row: Row): string {
  const words = homes[kind].columns.flatMap((name) => row[name] || []).join('\n')
  return kind === 'value' && !/\p{L}/u.test(words) ? '' : words
}

/** The same of the thing as it is now; '' where it is gone. */
export function wordsOfThing(db: Reader, kind: ThingKind, id: string): string {
  const row = db.get<Row>({ text: `SELECT * FROM ${homes[kind].table} WHERE id = ?`, values: [id] })
  return row ? wordsOfRow(kind, row) : ''
}

export function reindexThings(db: Writer, changes: readonly Change[]): void {
  const changed = new Map<string, { kind: ThingKind; id: string; after: string | null }>()
  for (const { table, id, before, after } of changes) {
    const kind = kinds.find((each) => homes[each].table === table)
    if (!kind) continue
    const same = (text: string | null) => (text === null ? null : wordsOfRow(kind, JSON.parse(text) as Row))
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
    for (const row of db.all<Row>({ text: `SELECT * FROM ${homes[kind].table}`, values: [] }))
      keep(db, kind, String(row['id']), row)
  db.run(sql`
    INSERT INTO search_meta (key, value) VALUES ('things_version', ${thingsVersion})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
}

function keep(db: Writer, kind: ThingKind, id: string, row: Row): void {
  const { stems } = wordsToIndex(wordsOfRow(kind, row), () => {})
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
