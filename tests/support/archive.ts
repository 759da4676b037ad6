/** A real archive in a folder of its own, with two coders, two short interviews and three codes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { Archive } from '../../electron/archive/archive.ts'
import { Connection, sql, type Writer } from '../../electron/archive/db.ts'
import { newId, now } from '../../electron/archive/fresh.ts'
import { rebuild } from '../../electron/archive/services/search/index-words.ts'
import { createArchive, openArchive, type Creation } from '../../electron/archive/open.ts'
import type { CodeId, CoderId, SourceId } from '../../schema/ids.ts'

/** A temporary folder, gone with the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new archive's path; nothing is open. */
export function anArchiveFile(creation: Creation = {}): string {
  const path = join(aFolder(), 'study.kartoteka')
  createArchive(path, { codebook: 'none', ...creation })
  return path
}

export const interviewText =
  'INTERVIEWER: Who pays for the shelter?\nR01: Two embassies pay, in turns. When the list changes, we change doors.\n'
export const russianText = 'ИНТЕРВЬЮЕР: Кто платит за приют?\nR02: Платят два посольства, по очереди.\n'

export interface Desk {
  readonly archive: Archive
  readonly path: string
  readonly ada: CoderId
  readonly boris: CoderId
  readonly interview: SourceId
  readonly russian: SourceId
  readonly funding: CodeId
  readonly terms: CodeId
  readonly doors: CodeId
}

export function aDesk(creation: Creation = {}): Desk {
  const path = anArchiveFile(creation)
  const interview = putSource(path, { short: 'R01', title: 'First interview', text: interviewText, creation })
  const russian = putSource(path, { short: 'R02', title: 'Второе интервью', text: russianText, creation })
  const archive = openArchive(path, { passphrase: creation.passphrase })
  onTestFinished(() => archive.close())
  const ada = archive.run('coder.create', '', { name: 'Ada' }).id
  const boris = archive.run('coder.create', '', { name: 'Boris' }).id
  const funding = archive.run('code.create', ada, { parent: null, name: 'Funding', shortcut: '4' }).id
  const terms = archive.run('code.create', ada, { parent: funding, name: 'Terms of the money', shortcut: '4e' }).id
  const doors = archive.run('code.create', ada, { parent: null, name: 'Changing doors', shortcut: '0' }).id
  return { archive, path, ada, boris, interview, russian, funding, terms, doors }
}

interface NewSource {
  readonly short: string
  readonly title: string
  readonly text: string
  /** Instead of a paragraph a line. */
  readonly inOneParagraph?: boolean
}

/** Puts a source straight into the tables, one paragraph a line: for tests that are not about importing. */
export function putSource(path: string, source: NewSource & { creation?: Creation }): SourceId {
  const handle = new Database(path)
  if (source.creation?.passphrase !== undefined) {
    handle.pragma("cipher = 'aegis'")
    handle.key(Buffer.from(source.creation.passphrase, 'utf8'))
  }
  try {
    const db = new Connection(handle)
    return handle.transaction(() => {
      const id = insertSource(db, source)
      // An archive from before there was this index gets it when it is opened.
      if (db.pluck(sql`SELECT 1 FROM sqlite_schema WHERE name = 'fts_thing'`).length > 0) rebuild(db)
      return id
    })()
  } finally {
    handle.close()
  }
}

function insertSource(db: Writer, { short, title, text, inOneParagraph }: NewSource): SourceId {
  const id = newId<SourceId>()
  const content = newId()
  const bytes = Buffer.from(text, 'utf8')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const number = db.get<{ next: number }>(sql`SELECT next FROM counter WHERE name = 'source'`)?.next ?? 1
  db.run(
    sql`INSERT INTO counter (name, next) VALUES ('source', ${number + 1}) ON CONFLICT (name) DO UPDATE SET next = excluded.next`,
  )
  db.run(sql`INSERT INTO content (id, sha256) VALUES (${content}, ${sha256})`)
  db.run(
    sql`INSERT INTO source_file (content, name, media_type, bytes) VALUES (${content}, ${short + '.txt'}, 'text/plain', ${bytes})`,
  )
  db.run(
    sql`INSERT INTO source_text (content, version, text, length, sha256) VALUES (${content}, 1, ${text}, ${text.length}, ${sha256})`,
  )
  db.run(sql`INSERT INTO source (id, number, content, short, title, kind, language, imported_at)
             VALUES (${id}, ${number}, ${content}, ${short}, ${title}, 'transcript', 'en', ${now()})`)
  db.run(
    sql`INSERT INTO source_version (id, source, version, number, at, coder, origin) VALUES (${newId()}, ${id}, 1, 1, ${now()}, '', 'import')`,
  )
  let seq = 0
  for (const { 0: line, index } of text.matchAll(inOneParagraph ? /[^]+/g : /[^\n]+/g)) {
    seq++
    db.run(
      sql`INSERT INTO paragraph (id, source, label, start, "end") VALUES (${number * 2 ** 24 + seq}, ${id}, ${String(seq)}, ${index}, ${index + line.length})`,
    )
  }
  return id
}
