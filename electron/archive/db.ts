/**
 * SQL with parameters, and who may write.
 *
 * A `Reader` may only be asked; a `Writer` exists only inside `Archive.run`. Both are the
 * same connection in different types, so a read that writes does not compile.
 */
import type { Database, Statement } from 'better-sqlite3'

export interface Query {
  readonly text: string
  readonly values: readonly unknown[]
}
export interface Reader {
  all<Row>(query: Query): Row[]
  get<Row>(query: Query): Row | undefined
  /** The first column of every row. */
  pluck<Value>(query: Query): Value[]
}
export interface Writer extends Reader {
  /** Answers how many rows changed. */
  run(query: Query): number
}

/** `` sql`SELECT … WHERE id = ${id}` ``: what stands in braces is always a parameter, never text. */
export function sql(parts: TemplateStringsArray, ...values: unknown[]): Query {
  let text = texts.get(parts)
  if (text === undefined) texts.set(parts, (text = parts.join('?')))
  return { text, values }
}
/** A template is one object for as long as the program runs: its text is put together once. */
const texts = new WeakMap<TemplateStringsArray, string>()

/** Rows of one statement, most at once; other numbers of rows are put together from these. */
const batches = [64, 8, 1]

/**
 * Inserts rows many at a time: `insert` is the statement up to VALUES. A statement whose triggers write keeps a copy
 * of every page that it touches in case it fails; for a row alone that costs more than the row.
 */
export function insertRows(db: Writer, insert: string, rows: readonly (readonly unknown[])[]): void {
  const row = `(${(rows[0] ?? []).map(() => '?').join(', ')})`
  let at = 0
  for (const size of batches) {
    const text = `${insert} VALUES ${Array.from({ length: size }, () => row).join(', ')}`
    for (; at + size <= rows.length; at += size) db.run({ text, values: rows.slice(at, at + size).flat() })
  }
}

/**
 * Gives rows other values, many at a time as `insertRows` does: each row is its id, then a value for each column.
 * None may come to stand where another still stands: in which order they are written is not known.
 */
export function updateRows(
  db: Writer,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly [id: unknown, ...values: unknown[]])[],
): void {
  const set = columns.map((column, at) => `"${column}" = v.column${at + 2}`).join(', ')
  const row = `(${['id', ...columns].map(() => '?').join(', ')})`
  let at = 0
  for (const size of batches) {
    const values = Array.from({ length: size }, () => row).join(', ')
    const text = `UPDATE ${table} SET ${set} FROM (VALUES ${values}) AS v WHERE ${table}.id = v.column1`
    for (; at + size <= rows.length; at += size) db.run({ text, values: rows.slice(at, at + size).flat() })
  }
}

export class Connection implements Writer {
  readonly handle: Database
  readonly #prepared = new Map<string, Statement<unknown[]>>()
  constructor(handle: Database) {
    this.handle = handle
  }
  all<Row>(query: Query): Row[] {
    return this.#statement(query.text).all(...query.values) as Row[]
  }
  get<Row>(query: Query): Row | undefined {
    return this.#statement(query.text).get(...query.values) as Row | undefined
  }
  pluck<Value>(query: Query): Value[] {
    const statement = this.#statement(query.text)
    try {
      return statement.pluck(true).all(...query.values) as Value[]
    } finally {
      statement.pluck(false)
    }
  }
  run(query: Query): number {
    return this.#statement(query.text).run(...query.values).changes
  }
  /** Statements are compiled once a text, so a query must not carry values in its text. */
  #statement(text: string): Statement<unknown[]> {
    let statement = this.#prepared.get(text)
    if (!statement) this.#prepared.set(text, (statement = this.handle.prepare<unknown[]>(text)))
    return statement
  }
}
