/** Which codings a report or an export is about, as conditions on `c` (coding), `p` (passage) and `s` (source). */
import type { CodeId } from '../../../schema/ids.ts'
import type { CodingFilter } from '../../../schema/report.ts'
import type { Query, Reader } from '../db.ts'
import { codesInSets } from '../services/code-sets.ts'
import { subtreeOf } from '../services/codebook.ts'

export function filtered(db: Reader, filter: CodingFilter): Query {
  const codes =
    filter.codes &&
    (filter.withChildren
      ? [...new Set(filter.codes.flatMap((code): readonly CodeId[] => subtreeOf(db, code)))]
      : filter.codes)
  const conditions: [string, readonly string[] | undefined][] = [
    ['c.code', codes],
    ['c.code', filter.sets && codesInSets(db, filter.sets)],
    ['p.source', filter.sources],
    ['s.kind', filter.kinds],
    ['c.coder', filter.coders],
    ['c.passage', filter.passages],
  ]
  const asked = conditions.filter((condition): condition is [string, readonly string[]] => condition[1] !== undefined)
  return {
    text: [
      `c.state = 'live'`,
      ...(filter.olderWording ? ['c.code_version < (SELECT version FROM code WHERE id = c.code)'] : []),
      ...asked.map(([column]) => `${column} IN (SELECT value FROM json_each(?))`),
    ].join(' AND '),
    values: asked.map(([, list]) => JSON.stringify(list)),
  }
}

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
  const { text, values } = filtered(db, filter)
  const query = `SELECT count(DISTINCT c.passage) FROM coding c JOIN passage p ON p.id = c.passage JOIN source s ON s.id = p.source WHERE ${text} AND p.state = 'parked'`
  return db.pluck<number>({ text: query, values })[0] ?? 0
}
