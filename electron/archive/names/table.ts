/**
 * The name table's file: an encrypted database of its own (the archive's cipher), which the archive neither knows
 * nor needs. One program holds it at a time. At rest it is one file; while it is open its journal stays in memory,
 * so that nothing of it is ever written elsewhere.
 */
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { ArchiveError } from '../../../schema/error.ts'
import {
  placeKey,
  type HitPlace,
  type NameEntry,
  type NameHit,
  type NameInput,
  type NameLayer,
} from '../../../schema/names.ts'
import { unlock } from '../connect.ts'
import { Connection, sql } from '../db.ts'
import { faultOf } from '../faults.ts'
import { newId, now } from '../fresh.ts'
import { lockForWriting, type Lock } from '../lock.ts'
import { foldForm } from './find-names.ts'
import { offeredForms } from './offered-forms.ts'

/** Marks the file as a name table: 'KNAM' in SQLite's application_id. */
const applicationId = 0x4b_4e_41_4d
const format = 1
const tables = `
  CREATE TABLE name (
    id        TEXT PRIMARY KEY,
    kind      TEXT NOT NULL CHECK (kind IN ('person', 'place', 'organisation', 'other')),
    name      TEXT NOT NULL CHECK (name <> ''),
    gender    TEXT NOT NULL CHECK (gender IN ('', 'female', 'male')),
    pseudonym TEXT NOT NULL CHECK (pseudonym <> ''),
    forms     TEXT NOT NULL,  -- JSON: every form that is looked for
    by        TEXT NOT NULL,
    at        TEXT NOT NULL
  ) STRICT;
  -- What a person said of one hit. The document is known by the SHA-256 of its text.
  CREATE TABLE decision (
    document TEXT    NOT NULL,
    start    INTEGER NOT NULL,  -- UTF-16 units of the text
    quote    TEXT    NOT NULL,
    entry    TEXT    NOT NULL REFERENCES name ON DELETE CASCADE,
    state    TEXT    NOT NULL CHECK (state IN ('accepted', 'refused')),
    by       TEXT    NOT NULL,
    at       TEXT    NOT NULL,
    PRIMARY KEY (document, start, quote)
  ) STRICT;
  -- Forms that never mean an entry.
  CREATE TABLE refused_form (
    entry TEXT NOT NULL REFERENCES name ON DELETE CASCADE,
    form  TEXT NOT NULL,
    by    TEXT NOT NULL,
    at    TEXT NOT NULL,
    PRIMARY KEY (entry, form)
  ) STRICT;
  -- Who did what and when: the log of replacements, kept apart from the archive.
  CREATE TABLE log (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, act TEXT NOT NULL, facts TEXT NOT NULL) STRICT;`

/** Makes the file. Throws 'archive-exists', 'passphrase-empty', 'folder-not-writable'. */
export function createNameTable(file: string, passphrase: string): void {
  const path = resolve(file)
  if (passphrase === '') throw new ArchiveError({ kind: 'passphrase-empty' })
  if (existsSync(path)) throw new ArchiveError({ kind: 'archive-exists', path })
  const draft = `${path}-new`
  try {
    rmSync(draft, { force: true })
    const handle = new Database(draft)
    try {
      chmodSync(draft, 0o600)
      unlock(handle, passphrase)
      handle.pragma('journal_mode = MEMORY')
      handle.exec(tables)
      handle.pragma(`application_id = ${applicationId}`)
      handle.pragma(`user_version = ${format}`)
    } finally {
      handle.close()
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw new ArchiveError(faultOf(error, dirname(path)), { cause: error })
  }
}

type Row = Omit<NameEntry, 'forms'> & { readonly forms: string }

export class NameTable {
  readonly path: string
  readonly #db: Connection
  readonly #lock: Lock
  #layer: NameLayer | null = null

  /** Throws 'passphrase-wrong', 'archive-missing', 'archive-in-use', 'not-a-name-table'. */
  constructor(file: string, passphrase: string) {
    this.path = resolve(file)
    if (!existsSync(this.path)) throw new ArchiveError({ kind: 'archive-missing', path: this.path })
    if (passphrase === '') throw new ArchiveError({ kind: 'passphrase-empty' })
    const lock = lockForWriting(this.path)
    let handle: Database.Database | undefined
    try {
      handle = new Database(this.path, { fileMustExist: true })
      unlock(handle, passphrase)
      handle.pragma('temp_store = MEMORY')
      handle.prepare('SELECT count(*) FROM sqlite_schema').get() // a wrong passphrase shows here
      if (
        handle.pragma('application_id', { simple: true }) !== applicationId ||
        handle.pragma('user_version', { simple: true }) !== format
      )
        throw new ArchiveError({ kind: 'not-a-name-table', path: this.path })
      handle.pragma('journal_mode = MEMORY')
      handle.pragma('secure_delete = ON')
      handle.pragma('foreign_keys = ON')
    } catch (error) {
      handle?.close()
      lock.release()
      const fault = faultOf(error, this.path)
      const isWrong = fault.kind === 'archive-not-sqlite'
      throw new ArchiveError(isWrong ? { kind: 'passphrase-wrong', path: this.path } : fault, { cause: error })
    }
    this.#lock = lock
    this.#db = new Connection(handle)
  }

  get fileName(): string {
    return basename(this.path)
  }

  close(): void {
    this.#layer = null
    this.#db.handle.close()
    this.#lock.release()
  }

  /** By name. */
  list(): readonly NameEntry[] {
    return this.#db
      .all<Row>(sql`SELECT id, kind, name, gender, pseudonym, forms, by, at FROM name ORDER BY kind, name, id`)
      .map((row) => ({ ...row, forms: JSON.parse(row.forms) as string[] }))
  }

  save(input: NameInput<'names.save'>, by: string): NameEntry {
    const { kind, name, gender, pseudonym } = input
    const id = input.id ?? newId()
    const forms = [...new Set([name, ...(input.forms ?? offeredForms(kind, name, gender))])]
    const entry = { id, kind, name, gender, pseudonym: bare(pseudonym), forms, by, at: now() }
    if (entry.pseudonym === '') throw new ArchiveError({ kind: 'name-empty' })
    this.#write(input.id === undefined ? 'add' : 'change', by, { entry: id, forms: forms.length }, () =>
      this.#db.run(sql`
        INSERT INTO name (id, kind, name, gender, pseudonym, forms, by, at)
        VALUES (${id}, ${kind}, ${name}, ${gender}, ${entry.pseudonym}, ${JSON.stringify(forms)}, ${by}, ${entry.at})
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, gender = excluded.gender,
          pseudonym = excluded.pseudonym, forms = excluded.forms, by = excluded.by, at = excluded.at`),
    )
    return entry
  }

  delete(id: string, by: string): void {
    this.#write('delete', by, { entry: id }, () => this.#db.run(sql`DELETE FROM name WHERE id = ${id}`))
  }

  decide({ entry, places, as, everywhere }: NameInput<'names.decide'>, by: string): void {
    this.#write(as, by, { entry, places: places.length, everywhere }, () => {
      const at = now()
      for (const { document, start, quote } of places) {
        this.#db.run(sql`DELETE FROM decision WHERE document = ${document} AND start = ${start} AND quote = ${quote}`)
        const form = foldForm(quote)
        if (everywhere && as === 'refused')
          this.#db.run(
            sql`INSERT OR REPLACE INTO refused_form (entry, form, by, at) VALUES (${entry}, ${form}, ${by}, ${at})`,
          )
        else this.#db.run(sql`DELETE FROM refused_form WHERE entry = ${entry} AND form = ${form}`)
        if (as !== 'open' && !everywhere)
          this.#db.run(sql`INSERT INTO decision (document, start, quote, entry, state, by, at)
                           VALUES (${document}, ${start}, ${quote}, ${entry}, ${as}, ${by}, ${at})`)
      }
    })
  }

  /** What a person said of every hit, by `placeKey`. */
  decisions(): ReadonlyMap<string, Exclude<NameHit['state'], 'open'>> {
    return new Map(
      this.#db
        .all<HitPlace & { state: 'accepted' | 'refused' }>(sql`SELECT document, start, quote, state FROM decision`)
        .map((row) => [placeKey(row), row.state]),
    )
  }

  /** The names as exports and the reader's thread need them; kept until something changes. */
  layer(): NameLayer {
    return (this.#layer ??= {
      entries: this.list().map(({ id, pseudonym, forms }) => ({ id, pseudonym, forms })),
      refused: [...this.decisions()].filter(([, state]) => state === 'refused').map(([key]) => key),
      refusedForms: this.#db
        .all<{ entry: string; form: string }>(sql`SELECT entry, form FROM refused_form ORDER BY entry, form`)
        .map(({ entry, form }) => [entry, form] as const),
    })
  }

  #write(act: string, by: string, facts: object, write: () => void): void {
    this.#layer = null
    try {
      this.#db.handle
        .transaction(() => {
          write()
          this.#db.run(
            sql`INSERT INTO log (at, by, act, facts) VALUES (${now()}, ${by}, ${act}, ${JSON.stringify(facts)})`,
          )
        })
        .immediate()
    } catch (error) {
      throw new ArchiveError(faultOf(error, this.path), { cause: error })
    }
  }
}

/** The brackets are the layer's. */
const bare = (pseudonym: string): string =>
  pseudonym
    .trim()
    .replace(/^\[+|\]+$/g, '')
    .trim()
