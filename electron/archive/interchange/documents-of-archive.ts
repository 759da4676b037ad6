/** The documents of an archive and what is kept of their words, for another archive to take in. */
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { sql, type Query, type Reader } from '../db.ts'
import { piecesOfFile, sizeOfFile, wholeFile } from '../services/source-files.ts'
import { textOfContent } from '../services/texts.ts'
import type {
  IncomingCoding,
  IncomingDocument,
  IncomingPassage,
  IncomingStructure,
  IncomingText,
  IncomingTurn,
} from './incoming.ts'

type Described = Pick<
  IncomingDocument,
  'ref' | 'title' | 'short' | 'kind' | 'language' | 'quotationLevel' | 'collectedOn' | 'place' | 'citation'
>
interface Row extends Described {
  readonly content: string
  readonly version: number
  readonly sha256: string
  readonly fileName: string
  readonly mediaType: string
  readonly size: number
  readonly textSha256: string
}

export function documentsIn(db: Reader): readonly IncomingDocument[] {
  let decisions: Decisions | null = null
  return db
    .all<Row>({
      text: `
      SELECT s.id AS ref, s.title, s.short, s.kind, s.language, s.quotation_level AS quotationLevel, s.collected_on AS collectedOn,
             s.place, s.citation, s.content, s.text_version AS version, c.sha256, f.name AS fileName,
             f.media_type AS mediaType, ${sizeOfFile} AS size, t.sha256 AS textSha256
        FROM source s JOIN content c ON c.id = s.content JOIN source_file f ON f.content = s.content
             JOIN source_text t ON t.content = s.content AND t.version = s.text_version ORDER BY s.number`,
      values: [],
    })
    .map(({ content, version, sha256, fileName, mediaType, size, textSha256, ...described }): IncomingDocument => {
      return {
        ...described,
        file: sha256.startsWith('missing:')
          ? { kind: 'missing', name: fileName, why: 'file-missing' }
          : { kind: 'here', name: fileName, mediaType, sha256, size, ...bytesOf(db, content) },
        textSha256,
        get text() {
          return textOfContent(db, content, version)
        },
        get structure() {
          return structureOf(db, described.ref, { content, version }, (decisions ??= decisionsIn(db)))
        },
        get earlier() {
          return earlierOf(db, described.ref, content, version)
        },
      }
    })
}

const bytesOf = (db: Reader, content: string) => ({
  read: () => Promise.resolve(wholeFile(db, content)),
  pieces: () => piecesOfFile(db, content),
})

/** The hash by which the bytes of an archive are known, for files of which nothing is known beforehand. */
export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** By turn. */
type Decisions = ReadonlyMap<number, NonNullable<IncomingTurn['decided']>>

const decisionsIn = (db: Reader): Decisions =>
  new Map(
    db
      .all<NonNullable<IncomingTurn['decided']> & { readonly turn: number }>(
        sql`SELECT turn, kind, question, coder, at FROM turn_question`,
      )
      .map(({ turn, ...decided }) => [turn, decided]),
  )

function structureOf(
  db: Reader,
  source: string,
  { content, version }: { readonly content: string; readonly version: number },
  decisions: Decisions,
): IncomingStructure {
  // Voices and decisions are looked up here: a join would look each one up anew for every turn.
  const voices = new Map(
    db
      .all<{ id: string; label: string; isInterviewer: 0 | 1 }>(
        sql`SELECT id, label, is_interviewer AS isInterviewer FROM speaker WHERE source = ${source}`,
      )
      .map((voice) => [voice.id, voice]),
  )
  return {
    paragraphs: listed<[string, number, number]>(
      db,
      sql`SELECT json_group_array(json_array(label, start, "end"))
            FROM (SELECT label, start, "end" FROM paragraph WHERE source = ${source} ORDER BY start)`,
    ).map(([label, start, end]) => ({ label, start, end })),
    turns: listed<[number, string, number, number, number, number | null]>(
      db,
      sql`SELECT json_group_array(json_array(id, speaker, start, words_start, "end", time_ms))
            FROM (SELECT * FROM turn WHERE source = ${source} ORDER BY start, id)`,
    ).map(([id, voice, start, wordsStart, end, timeMs]): IncomingTurn => {
      const { label = '', isInterviewer = 0 } = voices.get(voice) ?? {}
      const turn = { speaker: label, start, wordsStart, end, timeMs, isInterviewer: isInterviewer === 1 }
      const decided = decisions.get(id)
      return decided ? { ...turn, decided } : turn
    }),
    pages: db
      .all<Omit<IncomingStructure['pages'][number], 'boxes'> & { boxes: Uint8Array }>(sql`
        SELECT number, start, "end", width, height, rotation, boxes FROM page
         WHERE content = ${content} AND version = ${version} ORDER BY number`)
      .map((page) => ({ ...page, boxes: boxesIn(page.boxes) })),
  }
}

/**
 * Rows as lists in one JSON text, which SQLite writes: many thousand short ones need no object each from the driver.
 * They are ordered within, where an index does it; an order given to the list itself is sorted once more.
 */
const listed = <List extends readonly unknown[]>(db: Reader, query: Query): readonly List[] =>
  JSON.parse(db.pluck<string>(query)[0] ?? '[]') as List[]

function boxesIn(deflated: Uint8Array): readonly number[] {
  const bytes = inflateSync(deflated, { maxOutputLength: 200_000_000 })
  return Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readInt32LE(at * 4))
}

function earlierOf(db: Reader, source: string, content: string, version: number): readonly IncomingText[] {
  return db
    .all<Omit<IncomingText, 'text'> & { version: number }>(sql`
      SELECT version, at, nullif(coder, '') AS coder, origin FROM source_version WHERE source = ${source} AND version <> ${version} ORDER BY number`)
    .map(({ version: earlier, ...rest }) => ({
      ...rest,
      get text() {
        return textOfContent(db, content, earlier)
      },
    }))
}

interface PassageRow extends Required<Pick<IncomingPassage, 'quote' | 'prefix' | 'suffix' | 'was' | 'state'>> {
  readonly ref: string
  readonly document: string
  readonly kind: 'text' | 'region'
  readonly start: number
  readonly end: number
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly starred: 0 | 1
  readonly sensitivity: IncomingPassage['sensitivity']
  readonly createdAt: string
  readonly isSeen: 0 | 1
}
type CodingRow = Omit<IncomingCoding, 'state'> & { readonly passage: string; readonly state: 'live' | 'superseded' }

export function passagesIn(db: Reader): readonly IncomingPassage[] {
  const codings = Map.groupBy(
    db.all<CodingRow>(sql`
      SELECT id AS ref, passage, code, coder, created_at AS createdAt, weight, stance, holds_responsible AS holdsResponsible,
             (SELECT count(*) - 1 FROM code_version v WHERE v.code = coding.code AND v.version <= coding.code_version) AS wording,
             state FROM coding ORDER BY created_at, id`),
    ({ passage }) => passage,
  )
  return db
    .all<PassageRow>(sql`
      SELECT id AS ref, source AS document, kind, start, "end", quote, prefix, suffix, was, page, x, y, width, height, state, starred,
             sensitivity, created_at AS createdAt,
             (starred = 1 OR sensitivity = 4 OR id IN (SELECT passage FROM coding WHERE state = 'live')
               OR id IN (SELECT target FROM memo_link WHERE kind = 'passage')) AS isSeen FROM passage
       WHERE isSeen OR id IN (SELECT passage FROM coding) ORDER BY source, kind DESC, start, "end" DESC, page, y, x, id`)
    .map(
      ({
        kind,
        start,
        end,
        page,
        x,
        y,
        width,
        height,
        quote,
        prefix,
        suffix,
        was,
        isSeen,
        ...row
      }): IncomingPassage => {
        const kept = {
          ...row,
          starred: row.starred === 1,
          codings: (codings.get(row.ref) ?? []).map(withoutPassage),
          ...(isSeen === 1 ? {} : { isAside: true as const }),
        }
        if (kind === 'region') return { ...kept, place: { kind, page, x, y, width, height } }
        return { ...kept, place: { kind, start, end }, quote, prefix, suffix, was }
      },
    )
}

/** A coding says here on what it is by where it stands. */
function withoutPassage(row: CodingRow): IncomingCoding {
  const { passage: _, state, ...coding } = row
  return state === 'superseded' ? { ...coding, state } : coding
}
