/**
 * All memos of the archive with what they are about, a page at a time.
 *
 * The filter runs in SQL over the folded words of a memo and of what it is about, once for every memo;
 * only the page asked for is read in full.
 */
import type { Input, Output } from '../../../schema/contract.ts'
import type { CaseId, CodeId, MemoId, PassageId, SourceId } from '../../../schema/ids.ts'
import type { Memo, MemoTarget, PlacedMemo } from '../../../schema/memo.ts'
import type { Whereabouts } from '../../../schema/whereabouts.ts'
import { sql, type Reader } from '../db.ts'
import { foldedWords } from '../text/folded-words.ts'
import { paragraphLabelAt } from './whereabouts.ts'

export function allMemos(db: Reader, wanted: Input<'memo.all'>): Output<'memo.all'> {
  const found = matching(db, wanted)
  const ids = wanted.order === 'oldest' ? found : found.toReversed()
  return { total: ids.length, memos: placed(db, ids.slice(wanted.offset, wanted.offset + wanted.limit)) }
}

/** Oldest first. A memo about several things counts as one: about the first of them. */
function matching(db: Reader, wanted: Input<'memo.all'>): readonly MemoId[] {
  const kind = wanted.kind ?? null
  const coder = wanted.coder ?? null
  const words = foldedWords(wanted.words)
  if (words === '[]')
    return db.pluck<MemoId>(sql`
      SELECT m.id FROM memo m
       WHERE (${kind} IS NULL OR (SELECT kind FROM memo_link WHERE memo = m.id ORDER BY kind, target LIMIT 1) = ${kind})
         AND (${coder} IS NULL OR m.coder = ${coder})
       ORDER BY m.created_at, m.rowid`)
  return db.pluck<MemoId>(sql`
    WITH said AS MATERIALIZED (
      SELECT m.id, m.created_at, m.rowid AS number,
             folded(m.text || ' ' || coalesce(s.short || ' ' || s.title, '') || ' ' || coalesce(p.quote, '') || ' ' ||
                    coalesce(c.shortcut || ' ' || c.name, '') || ' ' || coalesce(t.name, '')) AS words
        FROM memo m
        JOIN memo_link l ON l.id = (SELECT id FROM memo_link WHERE memo = m.id ORDER BY kind, target LIMIT 1)
        LEFT JOIN passage p ON l.kind = 'passage' AND p.id = l.target
        LEFT JOIN source s ON s.id = CASE l.kind WHEN 'source' THEN l.target WHEN 'passage' THEN p.source END
        LEFT JOIN code c ON l.kind = 'code' AND c.id = l.target
        LEFT JOIN the_case t ON l.kind = 'case' AND t.id = l.target
       WHERE (${kind} IS NULL OR l.kind = ${kind}) AND (${coder} IS NULL OR m.coder = ${coder})
    )
    SELECT id FROM said
     WHERE NOT EXISTS (SELECT 1 FROM json_each(${words}) WHERE instr(said.words, value) = 0)
     ORDER BY created_at, number`)
}

interface Row extends Omit<Memo, 'about'> {
  readonly kind: MemoTarget['kind']
  readonly target: string
  readonly source: SourceId | null
  readonly short: string | null
  readonly title: string | null
  readonly start: number | null
  readonly end: number | null
  /** Of a rectangle. */
  readonly page: number | null
  readonly quote: string | null
  readonly code: string | null
  readonly caseName: string | null
}

/** These memos, in this order. */
export function placed(db: Reader, ids: readonly MemoId[]): readonly PlacedMemo[] {
  return db
    .all<Row>(sql`
      SELECT m.id, m.text, m.coder, m.created_at AS createdAt, m.changed_at AS changedAt, l.kind, l.target,
             s.id AS source, s.short, s.title, p.start, p."end", p.page, p.quote, trim(c.shortcut || ' ' || c.name) AS code,
             t.name AS caseName
        FROM json_each(${JSON.stringify(ids)}) wanted
        JOIN memo m ON m.id = wanted.value
        JOIN memo_link l ON l.id = (SELECT id FROM memo_link WHERE memo = m.id ORDER BY kind, target LIMIT 1)
        LEFT JOIN passage p ON l.kind = 'passage' AND p.id = l.target
        LEFT JOIN source s ON s.id = CASE l.kind WHEN 'source' THEN l.target WHEN 'passage' THEN p.source END
        LEFT JOIN code c ON l.kind = 'code' AND c.id = l.target
        LEFT JOIN the_case t ON l.kind = 'case' AND t.id = l.target
       ORDER BY wanted.key`)
    .map((row) => {
      const { id, text, coder, createdAt, changedAt } = row
      return { id, text, coder, createdAt, changedAt, ...aboutOf(db, row) }
    })
}

function aboutOf(db: Reader, row: Row): Pick<PlacedMemo, 'about' | 'name' | 'words' | 'at'> {
  switch (row.kind) {
    case 'project':
      return { about: { kind: 'project' }, name: '', words: '', at: { kind: 'project' } }
    case 'source': {
      const source = row.target as SourceId
      const about = { kind: 'source', id: source } as const
      return { about, name: row.short ?? '', words: row.title ?? '', at: { kind: 'source', source } }
    }
    case 'code': {
      const code = row.target as CodeId
      return { about: { kind: 'code', id: code }, name: row.code ?? '', words: '', at: { kind: 'code', code } }
    }
    case 'case': {
      const theCase = row.target as CaseId
      const about = { kind: 'case', id: theCase } as const
      return { about, name: row.caseName ?? '', words: '', at: { kind: 'case', case: theCase } }
    }
    case 'passage': {
      const passage = row.target as PassageId
      const source = row.source as SourceId
      const { start, end, page } = row
      const label = start === null ? `p${page}` : paragraphLabelAt(db, source, start)
      const at: Whereabouts =
        start === null || end === null
          ? { kind: 'region', source, passage }
          : { kind: 'place', source, passage, start, end }
      const name = label ? `${row.short ?? ''}:${label}` : (row.short ?? '')
      return { about: { kind: 'passage', id: passage }, name, words: row.quote ?? '', at }
    }
  }
}
