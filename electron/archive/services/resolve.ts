/** Names as people write them, turned into ids: what a terminal and a table of codings hold. */
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId, SourceId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'

/** A source by id, short id, title or file name, tried in that order. Throws 'no-such-source', 'ambiguous'. */
export function resolveSource(db: Reader, name: string): SourceId {
  const wanted = name.trim()
  const exact = db.pluck<SourceId>(sql`SELECT id FROM source WHERE id = ${wanted} OR short = ${wanted}`)[0]
  if (exact) return exact
  const found =
    some(db.pluck<SourceId>(sql`SELECT id FROM source WHERE title = ${wanted}`)) ??
    some(
      db.pluck<SourceId>(
        sql`SELECT s.id FROM source s JOIN source_file f ON f.content = s.content WHERE f.name = ${wanted}`,
      ),
    )
  return only(found, { kind: 'no-such-source', source: name }, 'source', name)
}

/** A code by key ('4e'), id, path ('Funding/Terms of the money') or name. Throws 'no-such-code', 'ambiguous'. */
export function resolveCode(db: Reader, name: string): CodeId {
  const wanted = name.trim()
  const exact = db.pluck<CodeId>(
    sql`SELECT id FROM code WHERE id = ${wanted} OR (shortcut = ${wanted.toLowerCase()} AND shortcut <> '')`,
  )[0]
  if (exact) return exact
  const found =
    some(db.pluck<CodeId>(sql`SELECT id FROM code WHERE name = ${wanted}`)) ??
    some(
      byPath(
        db,
        wanted.split('/').map((part) => part.trim()),
      ),
    )
  return only(found, { kind: 'no-such-code', code: name }, 'code', name)
}

function byPath(db: Reader, path: readonly string[]): readonly CodeId[] {
  let level: readonly (CodeId | null)[] = [null]
  for (const name of path)
    level = level.flatMap((parent) =>
      db.pluck<CodeId>(sql`SELECT id FROM code WHERE parent IS ${parent} AND name = ${name}`),
    )
  return level.filter((id) => id !== null)
}

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined)

function only<Id>(
  found: readonly Id[] | undefined,
  missing: { kind: 'no-such-source'; source: string } | { kind: 'no-such-code'; code: string },
  what: 'source' | 'code',
  name: string,
): Id {
  const [first, ...more] = found ?? []
  if (first === undefined) throw new ArchiveError(missing)
  if (more.length > 0) throw new ArchiveError({ kind: 'ambiguous', what, name, count: more.length + 1 })
  return first
}
