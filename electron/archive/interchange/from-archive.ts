/**
 * Another archive as a project that can be united with the open one: everything it holds of its study,
 * under its own ids. Texts, pages and files are read when they are asked for, so that a large archive
 * is not held in memory. Its history, its search index and what only its windows need stay where they are.
 */
import type { Reader } from '../db.ts'
import { sql } from '../db.ts'
import { guideOf } from '../services/guide-questions.ts'
import { listAttributes } from '../services/attributes.ts'
import { codebookOf } from '../services/codebook.ts'
import { listGlossary } from '../services/glossary.ts'
import { projectOf } from '../services/project.ts'
import { documentsIn, passagesIn } from './documents-of-archive.ts'
import { namesOf } from './named-in-queries.ts'
import { reviewIn } from './review-of-archive.ts'
import type {
  IncomingAids,
  IncomingAttribute,
  IncomingCode,
  IncomingMemo,
  IncomingProject,
  IncomingTranslation,
  IncomingVerdict,
  IncomingWording,
  Preserved,
} from './incoming.ts'

/** `db` must stay open for as long as the project is used. */
export function projectIn(db: Reader): IncomingProject {
  return {
    name: projectOf(db).name,
    origin: 'Kartoteka',
    coders: db.all(sql`SELECT id AS ref, name FROM coder ORDER BY name`),
    codes: codesIn(db),
    codeSets: grouped(
      db,
      `SELECT s.id, s.name, json_group_array(m.code) FILTER (WHERE m.code IS NOT NULL) AS members
         FROM code_set s LEFT JOIN code_set_member m ON m.code_set = s.id GROUP BY s.id ORDER BY s.name`,
    ).map(({ ref, name, members }) => ({ ref, name, codes: members })),
    documents: documentsIn(db),
    passages: passagesIn(db),
    cases: grouped(
      db,
      `SELECT t.id, t.name, json_group_array(m.source) FILTER (WHERE m.source IS NOT NULL) AS members
         FROM the_case t LEFT JOIN case_member m ON m.the_case = t.id GROUP BY t.id ORDER BY t.name`,
    ).map(({ ref, name, members }) => ({ ref, name, documents: members })),
    attributes: listAttributes(db).map(
      ({ id, owner, key, name, type, choices, leavesFrom, kinds, meaning }): IncomingAttribute => ({
        ref: id,
        owner,
        key,
        name,
        type,
        choices,
        leavesFrom,
        kinds,
        meaning,
      }),
    ),
    values: db.all(sql`SELECT attribute, coalesce(source, the_case) AS "on", value FROM attribute_value`),
    memos: memosIn(db),
    losses: [],
    preserved: preservedIn(db),
    guide: guideOf(db).map(({ id, number, name, code, wordings }) => ({ ref: id, number, name, code, wordings })),
    verdicts: db.all<IncomingVerdict>(sql`
      SELECT source AS document, question, verdict, note, coder, at FROM guide_verdict ORDER BY at, id`),
    translations: translationsIn(db),
    aids: aidsIn(db),
    review: reviewIn(db),
  }
}

function grouped(
  db: Reader,
  text: string,
): readonly { readonly ref: string; readonly name: string; readonly members: readonly string[] }[] {
  return db
    .all<{ id: string; name: string; members: string }>({ text, values: [] })
    .map(({ id, name, members }) => ({ ref: id, name, members: JSON.parse(members) as string[] }))
}

function codesIn(db: Reader): readonly IncomingCode[] {
  const wordings = Map.groupBy(
    db.all<IncomingWording & { code: string }>(
      sql`SELECT code, definition, include, exclude FROM code_version ORDER BY code, version`,
    ),
    ({ code }) => code,
  )
  return codebookOf(db).map((code) => ({
    ref: code.id,
    parent: code.parent,
    name: code.name,
    colour: code.colour,
    codable: code.codable,
    shortcut: code.shortcut,
    definition: code.definition,
    include: code.include,
    exclude: code.exclude,
    example: code.example,
    wordings: (wordings.get(code.id) ?? []).map(({ definition, include, exclude }) => ({
      definition,
      include,
      exclude,
    })),
  }))
}

function memosIn(db: Reader): readonly IncomingMemo[] {
  const links = Map.groupBy(
    db.all<{ memo: string; kind: IncomingMemo['on'][number]['kind']; target: string }>(
      sql`SELECT memo, kind, target FROM memo_link ORDER BY memo, kind, target`,
    ),
    ({ memo }) => memo,
  )
  return db
    .all<Omit<IncomingMemo, 'on'>>(sql`
      SELECT id AS ref, text, coder, created_at AS createdAt, changed_at AS changedAt FROM memo ORDER BY created_at, id`)
    .map((memo) => ({
      ...memo,
      on: (links.get(memo.ref) ?? []).map(({ kind, target }) => ({ kind, ref: kind === 'project' ? '' : target })),
    }))
}

function translationsIn(db: Reader): readonly IncomingTranslation[] {
  return db
    .all<{ id: string; original: string; translation: string }>(
      sql`SELECT id, "from" AS original, "to" AS translation FROM source_link ORDER BY id`,
    )
    .map(({ id, original, translation }) => ({
      original,
      translation,
      pairs: db.all<{ from: number; to: number }>(sql`
        SELECT f.start AS "from", t.start AS "to" FROM paragraph_link l
          JOIN paragraph f ON f.id = l."from" JOIN paragraph t ON t.id = l."to" WHERE l.source_link = ${id} ORDER BY f.start`),
    }))
}

function preservedIn(db: Reader): readonly Preserved[] {
  return db
    .all<Omit<Preserved, 'on' | 'refs'> & { inside: string; owner: string; refs: string }>(
      sql`SELECT element, form, ref, name, inside, owner, content, refs FROM preserved ORDER BY rowid`,
    )
    .map(({ inside, owner, refs, ...rest }) => ({
      ...rest,
      on: { element: inside, ref: owner },
      refs: JSON.parse(refs) as Record<string, string>,
    }))
}

function aidsIn(db: Reader): IncomingAids {
  return {
    queries: db
      .all<Omit<IncomingAids['queries'][number], 'names'>>(sql`
        SELECT id AS ref, name, query, filter, created_at AS createdAt FROM saved_query ORDER BY name`)
      .map((one) => ({ ...one, names: namesOf(db, one.query) })),
    reports: db.all(sql`
      SELECT id AS ref, title, coder, at, fingerprint, query, answer FROM kept_report ORDER BY at, id`),
    glossary: listGlossary(db).map(({ id, terms }) => ({ ref: id, terms })),
    stopWords: db
      .all<{ word: string; stops: 0 | 1 }>(sql`SELECT word, stops FROM stop_word ORDER BY word`)
      .map(({ word, stops }) => ({ word, stops: stops === 1 })),
  }
}
