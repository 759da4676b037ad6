import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { SourceId, SpeakerId } from '../../../schema/ids.ts'
import type { Page, Paragraph, Source, SourceFile, SourceText, Speaker, Turn } from '../../../schema/source.ts'
import { sql, type Query, type Reader, type Writer } from '../db.ts'
import { wholeFile } from './source-files.ts'
import { earlierText, textOfSource } from './texts.ts'

const columns = `
  s.id, s.short, s.title, s.kind, s.language, s.quotation_level AS quotationLevel, t.length,
  (SELECT count(*) FROM paragraph p WHERE p.source = s.id) AS paragraphs,
  (SELECT count(*) FROM page g WHERE g.content = s.content AND g.version = s.text_version) AS pages,
  (SELECT count(*) FROM passage p JOIN coding c ON c.passage = p.id AND c.state = 'live' WHERE p.source = s.id AND p.state <> 'parked') AS codings,
  f.name AS fileName, f.media_type AS mediaType, s.imported_at AS importedAt,
  s.collected_on AS collectedOn, s.place, s.citation
  FROM source s
  JOIN source_text t ON t.content = s.content AND t.version = s.text_version
  JOIN source_file f ON f.content = s.content`

/** All documents by short id, as people count: R2 before R10. */
export function listSources(db: Reader): readonly Source[] {
  const inOrder = new Intl.Collator('en', { numeric: true })
  return db.all<Source>({ text: `SELECT ${columns}`, values: [] }).toSorted((a, b) => inOrder.compare(a.short, b.short))
}

export function sourceOf(db: Reader, source: SourceId): Source {
  const query: Query = { text: `SELECT ${columns} WHERE s.id = ?`, values: [source] }
  const found = db.get<Source>(query)
  if (!found) throw new ArchiveError({ kind: 'no-such-source', source })
  return found
}

/** Everything a reader lays out: text, paragraphs, turns, speakers, pages. Of an earlier version the text alone. */
export function textOf(db: Reader, source: SourceId, wanted?: number): SourceText {
  const { text, version } = textOfSource(db, source)
  if (wanted !== undefined && wanted !== version) {
    const earlier = earlierText(db, source, wanted)
    return { source, version: wanted, text: earlier, paragraphs: [], turns: [], speakers: [], pages: [] }
  }
  return {
    source,
    version,
    text,
    paragraphs: db.all<Paragraph>(
      sql`SELECT label, start, "end" FROM paragraph WHERE source = ${source} ORDER BY start`,
    ),
    turns: db.all<Turn>(
      sql`SELECT speaker, start, words_start AS wordsStart, "end", time_ms AS timeMs FROM turn WHERE source = ${source} ORDER BY start`,
    ),
    speakers: speakersOf(db, source),
    pages: db.all<Page>(sql`
      SELECT g.number, g.start, g."end", g.width, g.height, g.rotation FROM page g JOIN source s ON s.content = g.content AND s.text_version = g.version
       WHERE s.id = ${source} ORDER BY g.number`),
  }
}

/** The file that the source was read from, untouched. */
export function fileOf(db: Reader, source: SourceId): SourceFile {
  const found = db.get<Omit<SourceFile, 'bytes'> & { content: string }>(sql`
    SELECT f.name, f.media_type AS mediaType, f.content FROM source s JOIN source_file f ON f.content = s.content WHERE s.id = ${source}`)
  if (!found) throw new ArchiveError({ kind: 'no-such-source', source })
  const { content, ...file } = found
  const bytes = wholeFile(db, content)
  return { ...file, bytes: Buffer.isBuffer(bytes) ? new Uint8Array(bytes) : bytes } // a Buffer does not cross every wire
}

interface SpeakerRow {
  id: SpeakerId
  label: string
  isInterviewer: 0 | 1
  turns: number
}
const toSpeaker = (row: SpeakerRow): Speaker => ({ ...row, isInterviewer: row.isInterviewer === 1 })

function speakersOf(db: Reader, source: SourceId): readonly Speaker[] {
  return db
    .all<SpeakerRow>(sql`
      SELECT s.id, s.label, s.is_interviewer AS isInterviewer, count(t.id) AS turns
        FROM speaker s LEFT JOIN turn t ON t.speaker = s.id
       WHERE s.source = ${source} GROUP BY s.id ORDER BY min(t.start)`)
    .map(toSpeaker)
}

export function updateSource(db: Writer, input: Input<'source.update'>): Source {
  const before = sourceOf(db, input.source)
  const title = input.title?.trim() ?? before.title
  const short = input.short?.trim() ?? before.short
  if (title === '') throw new ArchiveError({ kind: 'name-empty' })
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,11}$/u.test(short)) throw new ArchiveError({ kind: 'short-malformed', short })
  const taken = db.get(sql`SELECT 1 FROM source WHERE short = ${short} AND id <> ${input.source}`)
  if (taken) throw new ArchiveError({ kind: 'short-taken', short })
  const after: Source = {
    ...before,
    title,
    short,
    kind: input.kind ?? before.kind,
    language: input.language ?? before.language,
    quotationLevel: input.quotationLevel ?? before.quotationLevel,
    collectedOn: input.collectedOn?.trim() ?? before.collectedOn,
    place: input.place?.trim() ?? before.place,
    citation: input.citation?.trim() ?? before.citation,
  }
  if (JSON.stringify(after) !== JSON.stringify(before))
    db.run(sql`
      UPDATE source SET title = ${after.title}, short = ${after.short}, kind = ${after.kind}, language = ${after.language},
             quotation_level = ${after.quotationLevel}, collected_on = ${after.collectedOn}, place = ${after.place}, citation = ${after.citation}
       WHERE id = ${input.source}`)
  return after
}

/** Takes documents with their passages and codings out of the archive; undo brings them back whole. */
export function deleteSources(db: Writer, sources: readonly SourceId[]): null {
  for (const source of sources)
    if (db.run(sql`DELETE FROM source WHERE id = ${source}`) === 0)
      throw new ArchiveError({ kind: 'no-such-source', source })
  return null
}

export function updateSpeaker(db: Writer, { speaker, label, isInterviewer }: Input<'speaker.update'>): Speaker {
  const before = db.get<{ source: SourceId; label: string; asks: number }>(
    sql`SELECT source, label, is_interviewer AS asks FROM speaker WHERE id = ${speaker}`,
  )
  if (!before) throw new ArchiveError({ kind: 'no-such-speaker', speaker })
  const name = label?.trim() ?? before.label
  const asks = isInterviewer === undefined ? before.asks : Number(isInterviewer)
  if (name === '') throw new ArchiveError({ kind: 'name-empty' })
  const taken = db.get(
    sql`SELECT 1 FROM speaker WHERE source = ${before.source} AND label = ${name} AND id <> ${speaker}`,
  )
  if (taken) throw new ArchiveError({ kind: 'name-taken', name })
  if (name !== before.label || asks !== before.asks)
    db.run(sql`UPDATE speaker SET label = ${name}, is_interviewer = ${asks} WHERE id = ${speaker}`)
  const found = speakersOf(db, before.source).find((one) => one.id === speaker)
  if (!found) throw new ArchiveError({ kind: 'no-such-speaker', speaker })
  return found
}
