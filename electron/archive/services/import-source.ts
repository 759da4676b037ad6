/** One draft into rows: content that undo never touches, and the recorded rows that hang on it. */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { CoderId, SourceId, SpeakerId } from '../../../schema/ids.ts'
import type { Draft, ImportChoice } from '../../../schema/importing.ts'
import type { SourceKind } from '../../../schema/source.ts'
import { insertRows, sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { keepFile, type FileBytes } from './source-files.ts'
import { keepFirstVersion } from './editing/versions.ts'

export interface Incoming {
  readonly fileName: string
  readonly bytes: FileBytes
  readonly sha256: string
  readonly draft: Draft
  readonly choice: ImportChoice
  /** What a document that comes with a project brings of its own. */
  readonly keeping?: Keeping
}
export interface Keeping {
  readonly id: SourceId
  readonly short: string
  /** Of the paragraphs, in their order. */
  readonly labels: readonly string[]
}

/** The upper part of paragraph and turn ids; a source has room for 16 million of each. */
const paragraphsPerSource = 2 ** 24

export function insertSource(
  db: Writer,
  coder: CoderId,
  { fileName, bytes, sha256, draft, choice, keeping }: Incoming,
): { id: SourceId; short: string } {
  const id = keeping?.id ?? newId<SourceId>()
  const kind = choice.kind ?? draft.kind
  const number = nextNumber(db)
  const short = keeping?.short ?? freeShort(takenShorts(db), fileName, kind)
  const { content, version } = keepContent(db, { fileName, bytes, sha256, draft })
  const title = choice.title?.trim() || titleOf(fileName)
  db.run(sql`
    INSERT INTO source (id, number, content, text_version, short, title, kind, language, imported_at)
    VALUES (${id}, ${number}, ${content}, ${version}, ${short}, ${title}, ${kind}, ${choice.language ?? draft.language}, ${now()})`)
  keepFirstVersion(db, id, version, coder)
  const first = number * paragraphsPerSource
  insertRows(
    db,
    'INSERT INTO paragraph (id, source, label, start, "end")',
    draft.paragraphs.map(({ start, end }, n) => [first + n + 1, id, keeping?.labels[n] ?? String(n + 1), start, end]),
  )
  insertTurns(db, id, first, draft)
  return { id, short }
}

function insertTurns(db: Writer, source: SourceId, first: number, { turns }: Draft): void {
  const speakers = new Map<string, SpeakerId>()
  const rows = turns.map((turn, n) => {
    let speaker = speakers.get(turn.speaker)
    if (!speaker) {
      speakers.set(turn.speaker, (speaker = newId<SpeakerId>()))
      db.run(
        sql`INSERT INTO speaker (id, source, label, is_interviewer) VALUES (${speaker}, ${source}, ${turn.speaker}, ${Number(turn.isInterviewer)})`,
      )
    }
    return [first + n + 1, source, speaker, turn.start, turn.wordsStart, turn.end, turn.timeMs]
  })
  insertRows(db, 'INSERT INTO turn (id, source, speaker, start, words_start, "end", time_ms)', rows)
}

/** Bytes that were here before keep their content row; the same text keeps its version. */
function keepContent(
  db: Writer,
  { fileName, bytes, sha256, draft }: Omit<Incoming, 'choice'>,
): { content: string; version: number } {
  const textHash = createHash('sha256').update(draft.text).digest('hex')
  const known = db.get<{ id: string }>(sql`SELECT id FROM content WHERE sha256 = ${sha256}`)
  const content = known?.id ?? keepFile(db, { sha256, name: fileName, mediaType: draft.mediaType }, bytes)
  if (known) {
    const same = db.get<{ version: number }>(
      sql`SELECT version FROM source_text WHERE content = ${content} AND sha256 = ${textHash}`,
    )
    if (same) return { content, version: same.version }
  }
  const version =
    1 +
    (db.get<{ last: number | null }>(sql`SELECT max(version) AS last FROM source_text WHERE content = ${content}`)
      ?.last ?? 0)
  db.run(sql`
    INSERT INTO source_text (content, version, text, length, sha256)
    VALUES (${content}, ${version}, ${draft.text}, ${draft.text.length}, ${textHash})`)
  for (const { number, start, end, width, height, rotation, boxes } of draft.pages)
    db.run(sql`
      INSERT INTO page (content, version, number, start, "end", width, height, rotation, boxes)
      VALUES (${content}, ${version}, ${number}, ${start}, ${end}, ${width}, ${height}, ${rotation}, ${deflateSync(Buffer.from(Int32Array.from(boxes).buffer))})`)
  return { content, version }
}

/** Given out once and never again, so that a citation of a deleted document never comes to mean another. */
function nextNumber(db: Writer): number {
  const number = db.get<{ next: number }>(sql`SELECT next FROM counter WHERE name = 'source'`)?.next ?? 1
  db.run(
    sql`INSERT INTO counter (name, next) VALUES ('source', ${number + 1}) ON CONFLICT (name) DO UPDATE SET next = excluded.next`,
  )
  return number
}

const initials: Readonly<Record<SourceKind, string>> = {
  transcript: 'R',
  fieldnote: 'F',
  pamphlet: 'P',
  report: 'D',
  law: 'L',
  image: 'I',
  other: 'O',
}

export function takenShorts(db: Reader): Set<string> {
  return new Set(db.pluck<string>(sql`SELECT short FROM source`))
}

/** The id that the name begins with ('R07 second talk.docx'), if it is free; else the next of its kind. */
export function freeShort(taken: ReadonlySet<string>, name: string, kind: SourceKind): string {
  const own = /^(\p{Lu}{1,3}[-_ ]?\d{1,3})(?![\p{L}\p{N}])/u.exec(name)?.[1]?.replace(/[-_ ]/, '')
  if (own && !taken.has(own)) return own
  const initial = initials[kind]
  let last = 0
  for (const short of taken)
    if (short.startsWith(initial) && /^\d{1,9}$/.test(short.slice(1))) last = Math.max(last, Number(short.slice(1)))
  return initial + String(last + 1).padStart(2, '0')
}

/** A file name as a person would say it. */
export function titleOf(fileName: string): string {
  const bare = fileName
    .replace(/\.[^.]{1,8}$/, '')
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return bare.slice(0, 500).toWellFormed() || fileName
}
