/** The documents of an archive and what is kept of their words, for another archive to take in. */
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { sql, type Reader } from '../db.ts'
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
}

export function documentsIn(db: Reader): readonly IncomingDocument[] {
  return db
    .all<Row>(sql`
      SELECT s.id AS ref, s.title, s.short, s.kind, s.language, s.quotation_level AS quotationLevel, s.collected_on AS collectedOn,
             s.place, s.citation, s.content, s.text_version AS version, c.sha256, f.name AS fileName,
             f.media_type AS mediaType, length(f.bytes) AS size
        FROM source s JOIN content c ON c.id = s.content JOIN source_file f ON f.content = s.content ORDER BY s.number`)
    .map(({ content, version, sha256, fileName, mediaType, size, ...described }): IncomingDocument => {
      const read = () =>
        Promise.resolve(
          new Uint8Array(db.pluck<Uint8Array>(sql`SELECT bytes FROM source_file WHERE content = ${content}`)[0] ?? []),
        )
      return {
        ...described,
        file: sha256.startsWith('missing:')
          ? { kind: 'missing', name: fileName, why: 'file-missing' }
          : { kind: 'here', name: fileName, mediaType, sha256, size, read },
        get text() {
          return textOfContent(db, content, version)
        },
        get structure() {
          return structureOf(db, described.ref, content, version)
        },
        get earlier() {
          return earlierOf(db, described.ref, content, version)
        },
      }
    })
}

/** The hash by which the bytes of an archive are known, for files of which nothing is known beforehand. */
export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

type TurnRow = Omit<IncomingTurn, 'decided' | 'isInterviewer'> & {
  readonly isInterviewer: 0 | 1
  readonly decision: NonNullable<IncomingTurn['decided']>['kind'] | null
  readonly question: string | null
  readonly coder: string | null
  readonly at: string | null
}

function structureOf(db: Reader, source: string, content: string, version: number): IncomingStructure {
  return {
    paragraphs: db.all(sql`SELECT label, start, "end" FROM paragraph WHERE source = ${source} ORDER BY start`),
    turns: db
      .all<TurnRow>(sql`
        SELECT p.label AS speaker, p.is_interviewer AS isInterviewer, t.start, t.words_start AS wordsStart, t."end",
               t.time_ms AS timeMs, q.kind AS decision, q.question, q.coder, q.at
          FROM turn t JOIN speaker p ON p.id = t.speaker LEFT JOIN turn_question q ON q.turn = t.id
         WHERE t.source = ${source} ORDER BY t.start, t.id`)
      .map(({ decision, question, coder, at, isInterviewer, ...turn }) => ({
        ...turn,
        isInterviewer: isInterviewer === 1,
        ...(decision === null ? {} : { decided: { kind: decision, question, coder, at: at ?? '' } }),
      })),
    pages: db
      .all<Omit<IncomingStructure['pages'][number], 'boxes'> & { boxes: Uint8Array }>(sql`
        SELECT number, start, "end", width, height, rotation, boxes FROM page
         WHERE content = ${content} AND version = ${version} ORDER BY number`)
      .map((page) => ({ ...page, boxes: boxesIn(page.boxes) })),
  }
}

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
}

export function passagesIn(db: Reader): readonly IncomingPassage[] {
  const codings = Map.groupBy(
    db.all<IncomingCoding & { passage: string }>(sql`
      SELECT id AS ref, passage, code, coder, created_at AS createdAt, weight, stance, holds_responsible AS holdsResponsible,
             (SELECT count(*) - 1 FROM code_version v WHERE v.code = coding.code AND v.version <= coding.code_version) AS wording
        FROM coding WHERE state = 'live' ORDER BY created_at, id`),
    ({ passage }) => passage,
  )
  return db
    .all<PassageRow>(sql`
      SELECT id AS ref, source AS document, kind, start, "end", quote, prefix, suffix, was, page, x, y, width, height, state, starred,
             sensitivity, created_at AS createdAt FROM passage
       WHERE starred = 1 OR sensitivity = 4 OR id IN (SELECT passage FROM coding WHERE state = 'live')
          OR id IN (SELECT target FROM memo_link WHERE kind = 'passage') ORDER BY source, kind DESC, start, "end" DESC, page, y, x, id`)
    .map(({ kind, start, end, page, x, y, width, height, quote, prefix, suffix, was, ...row }): IncomingPassage => {
      const kept = { ...row, starred: row.starred === 1, codings: (codings.get(row.ref) ?? []).map(withoutPassage) }
      if (kind === 'region') return { ...kept, place: { kind, page, x, y, width, height } }
      return { ...kept, place: { kind, start, end }, quote, prefix, suffix, was }
    })
}

/** A coding says here on what it is by where it stands. */
function withoutPassage(coding: IncomingCoding & { passage: string }): IncomingCoding {
  const { passage: _, ...rest } = coding
  return rest
}
