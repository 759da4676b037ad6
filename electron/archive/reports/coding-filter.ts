/** Which codings a report or an export is about, as conditions on `c` (coding), `p` (passage) and `s` (source). */
import type { CodeId, SourceId } from '../../../schema/ids.ts'
import type { CodingFilter } from '../../../schema/report.ts'
import type { Query, Reader } from '../db.ts'
import { sourcesWhereAll } from '../services/attribute-filter.ts'
import { codesInSets } from '../services/code-sets.ts'
import { subtreeOf } from '../services/codebook.ts'

export function filtered(db: Reader, filter: CodingFilter): Query {
  const codes =
    filter.codes &&
    (filter.withChildren
      ? [...new Set(filter.codes.flatMap((code): readonly CodeId[] => subtreeOf(db, code)))]
      : filter.codes)
  return joined([
    { text: `c.state = 'live'`, values: [] },
    ...sourceConditions(db, filter),
    ...(filter.olderWording === true
      ? [{ text: 'c.code_version < (SELECT version FROM code WHERE id = c.code)', values: [] }]
      : []),
    ...within('c.code', codes),
    ...within('c.code', filter.sets && codesInSets(db, filter.sets)),
    ...within('c.coder', filter.coders),
    ...within('p.id', filter.passages),
    ...within(`ifnull(c.stance, '')`, filter.stances),
    ...within(`ifnull(c.holds_responsible, '')`, filter.responsibles),
    ...(filter.codedFrom === undefined ? [] : [{ text: 'c.created_at >= ?', values: [filter.codedFrom] }]),
    ...(filter.codedBefore === undefined ? [] : [{ text: 'c.created_at < ?', values: [filter.codedBefore] }]),
  ])
}

/** What a filter asks of the documents themselves. */
function sourceConditions(db: Reader, filter: CodingFilter): readonly Query[] {
  return [
    ...within('s.id', filter.sources),
    ...within('s.id', filter.attributes?.length ? sourcesWhereAll(db, filter.attributes) : undefined),
    ...within('s.kind', filter.kinds),
  ]
}

/** The documents that a filter is about, coded or not; null: all of them. */
export function sourcesMeant(db: Reader, filter: CodingFilter): readonly SourceId[] | null {
  const conditions = sourceConditions(db, filter)
  if (conditions.length === 0) return null
  const { text, values } = joined(conditions)
  return db.pluck<SourceId>({ text: `SELECT s.id FROM source s WHERE ${text}`, values })
}

const within = (column: string, list: readonly string[] | undefined): readonly Query[] =>
  list === undefined ? [] : [{ text: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(list)] }]

const joined = (conditions: readonly Query[]): Query => ({
  text: conditions.map(({ text }) => text).join(' AND '),
  values: conditions.flatMap(({ values }) => values),
})

/**
 * What reports and exports count: `filtered` without parked passages, whose words are not in any text.
 * Those that an edit changed count with the words that stand there now.
 */
export function reported(db: Reader, filter: CodingFilter): Query {
  const { text, values } = filtered(db, filter)
  return { text: `${text} AND p.state <> 'parked'`, values }
}

/** How many passages `reported` leaves out. */
export function countParked(db: Reader, filter: CodingFilter): number {
  // Nearly always there are none, and then the codings need not be walked to say so.
  const first = db.pluck<number>({ text: `SELECT 1 FROM passage WHERE state = 'parked' LIMIT 1`, values: [] })[0]
  if (first === undefined) return 0
  const { text, values } = filtered(db, filter)
  const query = `SELECT count(DISTINCT c.passage) FROM coding c JOIN passage p ON p.id = c.passage JOIN source s ON s.id = p.source WHERE ${text} AND p.state = 'parked'`
  return db.pluck<number>({ text: query, values })[0] ?? 0
}
