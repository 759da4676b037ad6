/**
 * How often codes were used: everywhere, in one document, by one coder; and under which wording.
 *
 * One rule for every count that a person reads (here, of documents, in reports and lists of quotations):
 * a coding counts while its passage has words, or a rectangle, in the current text. One of a parked
 * passage is kept, and counts again when the passage is placed.
 */
import type { CodeCount, CodeWording } from '../../../schema/codebook.ts'
import type { Input } from '../../../schema/contract.ts'
import type { CodeId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'
import { codebookOf, codeOf } from './codebook.ts'

/** Live codings of every code on passages that are not parked: its own, and with everything below it. */
export function countsOf(db: Reader, { source, coder }: Input<'codebook.counts'>): readonly CodeCount[] {
  const own = new Map(
    db
      .all<{ code: CodeId; count: number }>(
        source === undefined
          ? sql`SELECT code, count(*) AS count FROM coding
                 WHERE state = 'live' AND passage NOT IN (SELECT id FROM passage WHERE state = 'parked')
                   AND (${coder ?? null} IS NULL OR coder = ${coder ?? null}) GROUP BY code`
          : sql`SELECT c.code, count(*) AS count FROM passage p JOIN coding c ON c.passage = p.id
                 WHERE p.source = ${source} AND p.state <> 'parked' AND c.state = 'live' AND (${coder ?? null} IS NULL OR c.coder = ${coder ?? null}) GROUP BY c.code`,
      )
      .map(({ code, count }) => [code, count]),
  )
  const total = new Map<CodeId, number>()
  const codes = codebookOf(db)
  for (const { id, parent } of codes.toReversed()) {
    const sum = (total.get(id) ?? 0) + (own.get(id) ?? 0)
    total.set(id, sum)
    if (parent !== null) total.set(parent, (total.get(parent) ?? 0) + sum)
  }
  return codes.map(({ id }) => ({ code: id, own: own.get(id) ?? 0, total: total.get(id) ?? 0 }))
}

/** How a code has been worded, the newest first, and how many live codings were made under each wording. */
export function wordingsOf(db: Reader, code: CodeId): readonly CodeWording[] {
  codeOf(db, code)
  return db.all<CodeWording>(sql`
    SELECT v.version, v.definition, v.include, v.exclude,
           (SELECT count(*) FROM coding c WHERE c.code = v.code AND c.code_version = v.version AND c.state = 'live'
               AND c.passage NOT IN (SELECT id FROM passage WHERE state = 'parked')) AS codings
      FROM code_version v WHERE v.code = ${code} ORDER BY v.version DESC`)
}
