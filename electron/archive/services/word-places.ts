/** The paragraphs that hold a word, by the index. */
import type { SourceId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'

export interface WordParagraph {
  readonly source: SourceId
  /** As citations have it. */
  readonly label: string
  readonly start: number
  readonly end: number
}

/**
 * In the order of the documents and of the text, only of `sources` where they are given: `most` of them from the
 * one numbered `from`, and how many there are in all.
 */
export function paragraphsWith(
  db: Reader,
  word: { readonly form: string; readonly stem: string; readonly exact: boolean },
  {
    from,
    most,
    sources,
  }: { readonly from: number; readonly most: number; readonly sources: readonly SourceId[] | null },
): { readonly paragraphs: readonly WordParagraph[]; readonly of: number } {
  const index = word.exact ? 'fts_form' : 'fts_stem'
  const phrase = `"${(word.exact ? word.form : word.stem).replaceAll('"', '""')}"`
  const rows = `FROM ${index} f JOIN paragraph p ON p.id = f.rowid WHERE ${index} MATCH ?${
    sources ? ' AND p.source IN (SELECT value FROM json_each(?))' : ''
  }`
  const values = sources ? [phrase, JSON.stringify(sources)] : [phrase]
  return {
    paragraphs: db.all<WordParagraph>({
      text: `SELECT p.source, p.label, p.start, p."end" ${rows} ORDER BY f.rowid LIMIT ? OFFSET ?`,
      values: [...values, most, from],
    }),
    // The index alone counts in a tenth of the time.
    of:
      db.pluck<number>(
        sources
          ? { text: `SELECT count(*) ${rows}`, values }
          : { text: `SELECT count(*) FROM ${index} WHERE ${index} MATCH ?`, values },
      )[0] ?? 0,
  }
}

/** A form that has this stem, the commonest; the stem itself where no paragraph has one. */
export function formOf(db: Reader, stem: string): string {
  return db.pluck<string>(sql`SELECT form FROM lexicon WHERE stem = ${stem} ORDER BY df DESC, form LIMIT 1`)[0] ?? stem
}
