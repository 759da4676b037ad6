/** Where the paragraphs of all documents begin, in columns; kept while none changes. */
import { sql, type Reader } from '../db.ts'

export interface Paragraphs {
  /** Paragraphs of source n are [from[n], from[n + 1]), in the order of the text. */
  readonly from: Int32Array
  readonly start: Int32Array
}
interface Kept {
  readonly seq: number
  readonly sources: string
  readonly paragraphs: Paragraphs
}
const keptBy = new WeakMap<Reader, Kept>()

/** `numbers`: of the sources, in their order. */
export function paragraphsOf(db: Reader, numbers: readonly number[]): Paragraphs {
  const kept = keptBy.get(db)
  const sources = numbers.join()
  const seq = db.pluck<number>(sql`SELECT ifnull(max(seq), 0) FROM history_change`)[0] ?? 0
  const isKept =
    kept !== undefined &&
    kept.sources === sources &&
    seq >= kept.seq &&
    db.get(sql`SELECT 1 FROM history_change WHERE seq > ${kept.seq} AND "table" = 'paragraph' LIMIT 1`) === undefined
  const paragraphs = isKept ? kept.paragraphs : read(db, numbers)
  keptBy.set(db, { seq, sources, paragraphs })
  return paragraphs
}

function read(db: Reader, numbers: readonly number[]): Paragraphs {
  const row = db.get<{ ids: string; starts: string }>(
    sql`SELECT json_group_array(id) AS ids, json_group_array(start) AS starts FROM paragraph`,
  )
  const ids = JSON.parse(row?.ids ?? '[]') as number[]
  const starts = JSON.parse(row?.starts ?? '[]') as number[]
  const rankOf = new Map(numbers.map((number, n) => [number, n]))
  const bySource: number[][] = numbers.map(() => [])
  for (const [n, id] of ids.entries()) bySource[rankOf.get(Math.floor(id / 2 ** 24)) ?? -1]?.push(starts[n] ?? 0)
  const from = new Int32Array(numbers.length + 1)
  const start = new Int32Array(ids.length)
  let at = 0
  for (const [n, own] of bySource.entries()) {
    own.sort((a, b) => a - b)
    start.set(own, at)
    from[n + 1] = at += own.length
  }
  return { from, start }
}

/** The stretch of an ordered list, of [from, to), that an offset lies in: the last that begins at or before it. */
export function lastFrom(starts: Int32Array, from: number, to: number, at: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return Math.max(from, low - 1)
}
