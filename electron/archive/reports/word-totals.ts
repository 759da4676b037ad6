/** How many words each document has, as the index counted them when it took the paragraphs in. */
import { sql, type Reader } from '../db.ts'
import type { Study } from './study.ts'

interface Kept {
  readonly key: string
  readonly words: Float64Array
}
const keptBy = new WeakMap<Reader, Kept>()

/** All words of these documents of the study, interviewers' too. */
export function countWords(db: Reader, study: Study, sources: readonly number[]): number {
  const words = wordsOfSources(db, study)
  return sources.reduce((sum, n) => sum + (words[n] ?? 0), 0)
}

export function wordsOfSources(db: Reader, { sources }: Study): Float64Array {
  const key = sources.map(({ number, sha256 }) => `${number} ${sha256}`).join()
  const kept = keptBy.get(db)
  if (kept?.key === key) return kept.words
  const rankOf = new Map(sources.map(({ number }, n) => [number, n]))
  const words = new Float64Array(sources.length)
  // FTS5 keeps the tokens of each row beside it, as a varint: seven bits a byte, the high bit says "goes on".
  const [rows] = db.all<{ ids: string; sizes: string }>(
    sql`SELECT json_group_array(id) AS ids, group_concat(hex(sz)) AS sizes FROM fts_stem_docsize`,
  )
  const sizes = rows?.sizes?.split(',') ?? []
  for (const [n, id] of (JSON.parse(rows?.ids ?? '[]') as number[]).entries()) {
    const source = rankOf.get(Math.floor(id / 2 ** 24))
    if (source !== undefined) words[source]! += varint(sizes[n] ?? '')
  }
  keptBy.set(db, { key, words })
  return words
}

function varint(hex: string): number {
  let value = 0
  for (let at = 0; at < hex.length; at += 2) value = value * 128 + (Number.parseInt(hex.slice(at, at + 2), 16) & 127)
  return value
}
