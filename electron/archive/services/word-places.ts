/** The paragraphs that hold a word, by the index. */
import type { SourceId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'

export interface WordParagraph {
  readonly source: SourceId
  readonly start: number
  readonly end: number
}

/** In the order of the documents and of the text; `most` at a time is plenty of words to read. */
export function paragraphsWith(
  db: Reader,
  word: { readonly form: string; readonly stem: string; readonly exact: boolean },
  most: number,
): readonly WordParagraph[] {
  const phrase = `"${(word.exact ? word.form : word.stem).replaceAll('"', '""')}"`
  return db.all<WordParagraph>(
    word.exact
      ? sql`SELECT p.source, p.start, p."end" FROM fts_form f JOIN paragraph p ON p.id = f.rowid
             WHERE fts_form MATCH ${phrase} ORDER BY f.rowid LIMIT ${most}`
      : sql`SELECT p.source, p.start, p."end" FROM fts_stem f JOIN paragraph p ON p.id = f.rowid
             WHERE fts_stem MATCH ${phrase} ORDER BY f.rowid LIMIT ${most}`,
  )
}

/** A form that has this stem, the commonest; the stem itself where no paragraph has one. */
export function formOf(db: Reader, stem: string): string {
  return db.pluck<string>(sql`SELECT form FROM lexicon WHERE stem = ${stem} ORDER BY df DESC, form LIMIT 1`)[0] ?? stem
}
