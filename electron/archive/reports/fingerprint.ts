/** One number for everything that reports depend on: the same fingerprint, the same numbers. */
import { createHash } from 'node:crypto'
import { sql, type Reader } from '../db.ts'
import { studyOf, type Study } from './study.ts'

const known = new WeakMap<Study, string>()

/**
 * SHA-256 over the project, the documents with their texts and turns, the codebook's tree, the coders and
 * the codings with what they say. The same in every copy of an archive, whatever order it was
 * written in; undo brings the old one back. Memos, names of codes and wordings are no part of it.
 */
export function fingerprintOf(db: Reader): string {
  const study = studyOf(db)
  let print = known.get(study)
  if (print === undefined) known.set(study, (print = taken(db, study)))
  return print
}

function taken(db: Reader, study: Study): string {
  const { passages, turns, sources, codes, coders, days } = study
  const hash = createHash('sha256')
  hash.update(
    JSON.stringify([
      db.pluck<string>(sql`SELECT created_at FROM project`)[0] ?? '',
      sources.map(({ id, kind, language, level, collectedOn, sha256 }) => [
        id,
        kind,
        language,
        level,
        collectedOn,
        sha256,
      ]),
      codes.map(({ id, parent }) => [id, parent]),
      coders.map(({ id }) => id),
      days,
      knownIn(db),
    ]),
  )
  for (const list of [turns.from, turns.start, turns.end, passages.from, passages.start, passages.end])
    hash.update(bytesOf(list))
  hash.update(bytesOf(speakersIn(study)))
  hash.update(bytesOf(codingsIn(study)))
  return hash.digest('hex')
}

const bytesOf = (list: Int32Array) => new Uint8Array(list.buffer, list.byteOffset, list.byteLength)

/** Speakers by their first turn, for their own numbers depend on how the file was written; negative for interviewers. */
function speakersIn({ turns }: Study): Int32Array {
  const places = new Map<number, number>()
  return turns.speaker.map((speaker) => {
    let place = places.get(speaker)
    if (place === undefined) places.set(speaker, (place = places.size + 1))
    return turns.isInterviewer[speaker] === 1 ? -place : place
  })
}

/** Six numbers a coding; those of one passage by code and coder. */
function codingsIn({ codings, coders }: Study): Int32Array {
  const { length } = codings.passage
  const rankOf = (n: number) => (codings.code[n] ?? 0) * coders.length + (codings.coder[n] ?? 0)
  const packed = new Int32Array(length * 6)
  for (let from = 0, to = 0; from < length; from = to) {
    while (to < length && codings.passage[to] === codings.passage[from]) to++
    const together = Array.from({ length: to - from }, (_, n) => from + n).toSorted((a, b) => rankOf(a) - rankOf(b))
    for (const [place, n] of together.entries())
      packed.set(
        [codings.passage, codings.code, codings.coder, codings.stance, codings.responsible, codings.day].map(
          (list) => list[n] ?? 0,
        ),
        (from + place) * 6,
      )
  }
  return packed
}

/** Attributes and cases of documents, and what was decided between coders or answered in rounds, in an order of their own. */
function knownIn(db: Reader): readonly string[] {
  return db.pluck<string>(sql`
    SELECT 'a' || id || type || choices FROM attribute
    UNION ALL SELECT 'v' || attribute || ifnull(source, the_case) || value FROM attribute_value
    UNION ALL SELECT 'm' || the_case || source FROM case_member
    UNION ALL SELECT 'd' || coding || verdict FROM arbitration
    UNION ALL SELECT 's' || passage || code || coder FROM coding WHERE state = 'superseded'
    UNION ALL SELECT 'c' || item || chosen FROM review_answer WHERE chosen IS NOT NULL
    UNION ALL SELECT 'p' || id FROM review_proposal WHERE state = 'accepted' ORDER BY 1`)
}
