/**
 * The turns of all documents in columns, and who speaks in each passage.
 *
 * Read once and kept while no turn or speaker changes: applying a code changes none of them,
 * and they are the larger part of what a report reads.
 */
import { sql, type Reader } from '../db.ts'

export interface Turns {
  /** Turns of source n are [from[n], from[n + 1]), in the order of the text. */
  readonly from: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  /** The first unit after the label. */
  readonly wordsStart: Int32Array
  /** Numbers speakers through all documents; a speaker belongs to one. */
  readonly speaker: Int32Array
  readonly isInterviewer: Uint8Array
}
interface Kept {
  readonly seq: number
  /** The documents' numbers. */
  readonly sources: string
  readonly turns: Turns
}
const keptBy = new WeakMap<Reader, Kept>()

/** `numbers`: of the sources, in their order. */
export function turnsOf(db: Reader, numbers: readonly number[]): Turns {
  const kept = keptBy.get(db)
  const sources = numbers.join()
  const seq = db.pluck<number>(sql`SELECT ifnull(max(seq), 0) FROM history_change`)[0] ?? 0
  if (kept && kept.sources === sources && isUntouched(db, kept.seq, seq)) {
    if (kept.seq !== seq) keptBy.set(db, { ...kept, seq })
    return kept.turns
  }
  const turns = read(db, numbers)
  keptBy.set(db, { seq, sources, turns })
  return turns
}

function isUntouched(db: Reader, from: number, to: number): boolean {
  if (to === from) return true
  return (
    to > from &&
    db.get(sql`SELECT 1 FROM history_change WHERE seq > ${from} AND "table" IN ('turn', 'speaker') LIMIT 1`) ===
      undefined
  )
}

function read(db: Reader, numbers: readonly number[]): Turns {
  const speakers = db.all<{ id: string; is_interviewer: 0 | 1 }>(
    sql`SELECT id, is_interviewer FROM speaker ORDER BY rowid`,
  )
  // Flat lists of numbers: the cheapest way for a hundred thousand rows. A turn's id holds its source's number.
  const row = db.get<{ ids: string; starts: string; words: string; ends: string; speakers: string }>(sql`
    SELECT json_group_array(t.id) AS ids, json_group_array(t.start) AS starts, json_group_array(t."end") AS ends, json_group_array(t.words_start) AS words,
           json_group_array(v.place) AS speakers
      FROM turn t JOIN (SELECT id, row_number() OVER (ORDER BY rowid) - 1 AS place FROM speaker) v ON v.id = t.speaker`)
  const [ids, starts, words, ends, who] = [row?.ids, row?.starts, row?.words, row?.ends, row?.speakers].map(
    (list) => JSON.parse(list ?? '[]') as number[],
  ) as [number[], number[], number[], number[], number[]]
  const rankOf = new Map(numbers.map((number, n) => [number, n]))
  const order = Array.from(ids, (_, n) => n).filter((n) => rankOf.has(Math.floor((ids[n] ?? 0) / 2 ** 24)))
  const rankAt = (n: number) => rankOf.get(Math.floor((ids[n] ?? 0) / 2 ** 24)) ?? 0
  order.sort((a, b) => rankAt(a) - rankAt(b) || (starts[a] ?? 0) - (starts[b] ?? 0))
  const from = new Int32Array(numbers.length + 1)
  for (const n of order) from[rankAt(n) + 1]! += 1
  for (let n = 1; n <= numbers.length; n++) from[n]! += from[n - 1] ?? 0
  return {
    from,
    start: Int32Array.from(order, (n) => starts[n] ?? 0),
    end: Int32Array.from(order, (n) => ends[n] ?? 0),
    wordsStart: Int32Array.from(order, (n) => words[n] ?? 0),
    speaker: Int32Array.from(order, (n) => who[n] ?? 0),
    isInterviewer: Uint8Array.from(speakers, ({ is_interviewer }) => is_interviewer),
  }
}

/** Speakers of passage n are `who` of [from[n], from[n + 1]). */
export interface Voices {
  readonly from: Int32Array
  readonly who: Int32Array
}

/**
 * Who speaks in each passage, but for interviewers: whoever's turn it begins in, and those that begin
 * within it. One walk over both lists, for both are in order.
 */
export function voicesOf(
  passages: { readonly start: Int32Array; readonly end: Int32Array; readonly from: Int32Array },
  turns: Turns,
): Voices {
  const from = new Int32Array(passages.start.length + 1)
  const who: number[] = []
  for (let source = 0; source + 1 < passages.from.length; source++) {
    const last = turns.from[source + 1] ?? 0
    let turn = turns.from[source] ?? 0
    for (let n = passages.from[source] ?? 0; n < (passages.from[source + 1] ?? 0); n++) {
      const start = passages.start[n] ?? -1
      const end = passages.end[n] ?? -1
      while (turn + 1 < last && (turns.start[turn + 1] ?? 0) <= start) turn++
      for (let at = turn; start >= 0 && at < last && (turns.start[at] ?? 0) < end; at++) {
        const speaker = turns.speaker[at] ?? 0
        if ((turns.end[at] ?? 0) > start && turns.isInterviewer[speaker] === 0) who.push(speaker)
      }
      from[n + 1] = who.length
    }
  }
  return { from, who: Int32Array.from(who) }
}
