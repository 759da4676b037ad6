/**
 * Moving, merging and deleting codes, many at once; and what that will do, told before it is done.
 *
 * Codings follow their code: merged they unite, deleted they go. Of codes chosen together those that
 * stand below another chosen one go along with it.
 */
import type { Code, Consequences } from '../../../schema/codebook.ts'
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId, PassageId } from '../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { folded, freeName, named } from './code-names.ts'
import { carrySets } from './code-sets.ts'
import { childrenOf, chosen, codebookOf, codeOf, number, subtreeOf, writeCode } from './codebook.ts'
import { dropIfBare } from './passages.ts'
import { carryCodings, unionOf } from './recoding.ts'

/**
 * `position` counts among the new siblings without the codes themselves; past the end is the end.
 * They stand together there, in the order that they had.
 */
export function moveCodes(db: Writer, { codes, parent, position }: Input<'code.move'>): null {
  const moving = topmost(db, codes)
  if (parent !== null) {
    codeOf(db, parent)
    if (moving.some(({ id }) => subtreeOf(db, id).includes(parent)))
      throw new ArchiveError({ kind: 'code-into-itself' })
  }
  const ids = new Set(moving.map(({ id }) => id))
  const names = new Set<string>()
  for (const { id, name, parent: from } of moving) {
    if (from !== parent) named(db, name, parent, id)
    if (names.has(folded(name))) throw new ArchiveError({ kind: 'name-taken', name })
    names.add(folded(name))
  }
  const siblings = childrenOf(db, parent).filter((id) => !ids.has(id))
  siblings.splice(position, 0, ...ids)
  for (const id of ids) db.run(sql`UPDATE code SET parent = ${parent} WHERE id = ${id} AND parent IS NOT ${parent}`)
  number(db, siblings)
  for (const from of new Set(moving.map((code) => code.parent))) if (from !== parent) number(db, childrenOf(db, from))
  return null
}

/** Every coding of `codes` becomes one of `into`; children, memos and sets go along; `codes` are gone. */
export function mergeCodes(db: Writer, { codes, into, wording }: Input<'code.merge'>): Code {
  const target = codeOf(db, into)
  const merging = inOrder(db, codes)
  if (merging.some(({ id }) => subtreeOf(db, id).includes(into))) throw new ArchiveError({ kind: 'code-into-itself' })
  const kept = writeCode(db, target, worded(target, merging, wording))
  for (const { id, parent } of merging) {
    if (!target.codable && db.get(sql`SELECT 1 FROM coding WHERE code = ${id}`))
      throw new ArchiveError({ kind: 'code-not-codable', code: target.name })
    carryCodings(db, { from: id, into: kept, only: null })
    db.run(sql`UPDATE OR IGNORE memo_link SET target = ${into} WHERE kind = 'code' AND target = ${id}`)
    carrySets(db, id, into)
    for (const child of childrenOf(db, id)) {
      const name = freeName(db, codeOf(db, child).name, into)
      db.run(sql`UPDATE code SET parent = ${into}, name = ${name} WHERE id = ${child}`)
    }
    db.run(sql`DELETE FROM code WHERE id = ${id}`)
    number(db, childrenOf(db, parent))
  }
  number(db, childrenOf(db, into))
  return kept
}

/** Whose definition the united code has: its own, that of one of the merged, or all of them one below the other. */
function worded(target: Code, merging: readonly Code[], wording: Input<'code.merge'>['wording']): Code {
  if (wording === undefined || wording === target.id) return target
  const joined = (line: 'definition' | 'include' | 'exclude' | 'example') =>
    [...new Set([target, ...merging].map((code) => code[line].trim()).filter((text) => text !== ''))].join('\n\n')
  const other = merging.find(({ id }) => id === wording)
  if (wording !== 'all' && !other) throw new ArchiveError({ kind: 'no-such-code', code: wording })
  const { definition, include, exclude, example } = other ?? {
    definition: joined('definition'),
    include: joined('include'),
    exclude: joined('exclude'),
    example: joined('example'),
  }
  return { ...target, definition, include, exclude, example }
}

/** The codes, everything below them, their codings, and the passages that nothing else keeps. */
export function deleteCodes(db: Writer, codes: readonly CodeId[]): null {
  const going = topmost(db, codes)
  const subtree = JSON.stringify(going.flatMap(({ id }) => subtreeOf(db, id)))
  const passages = db.pluck<PassageId>(
    sql`SELECT DISTINCT passage FROM coding WHERE code IN (SELECT value FROM json_each(${subtree}))`,
  )
  for (const { id } of going) db.run(sql`DELETE FROM code WHERE id = ${id}`)
  for (const passage of passages) dropIfBare(db, passage)
  for (const parent of new Set(going.map((code) => code.parent))) number(db, childrenOf(db, parent))
  return null
}

/** What `deleteCodes`, or with `into` `mergeCodes`, will do. */
export function consequencesOf(db: Reader, { codes, into }: Input<'code.consequences'>): Consequences {
  const asked = inOrder(db, codes)
  const subtree = [...new Set(asked.flatMap(({ id }) => subtreeOf(db, id)))]
  const going = JSON.stringify(into === undefined ? subtree : asked.map(({ id }) => id))
  const found = db.get<{ codings: number; sources: number; memos: number }>(sql`
    SELECT count(*) AS codings, count(DISTINCT p.source) AS sources,
           (SELECT count(DISTINCT memo) FROM memo_link WHERE kind = 'code' AND target IN (SELECT value FROM json_each(${going}))) AS memos
      FROM coding c JOIN passage p ON p.id = c.passage
     WHERE c.state = 'live' AND c.code IN (SELECT value FROM json_each(${going}))`)
  const bare = db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM passage p WHERE p.starred = 0
       AND EXISTS (SELECT 1 FROM coding WHERE passage = p.id AND code IN (SELECT value FROM json_each(${going})))
       AND NOT EXISTS (SELECT 1 FROM coding WHERE passage = p.id AND code NOT IN (SELECT value FROM json_each(${going})))
       AND NOT EXISTS (SELECT 1 FROM memo_link WHERE kind = 'passage' AND target = p.id)`)
  const union = into === undefined ? { united: 0, conflicts: 0 } : unionOf(db, going, codeOf(db, into).id)
  return {
    codings: found?.codings ?? 0,
    sources: found?.sources ?? 0,
    memos: found?.memos ?? 0,
    passages: into === undefined ? (bare?.count ?? 0) : 0,
    children: subtree.length - asked.length,
    ...union,
  }
}

/** The codes in the order of the codebook, each once. */
function inOrder(db: Reader, codes: readonly CodeId[]): readonly Code[] {
  const wanted = new Set(chosen(codes))
  for (const code of wanted) codeOf(db, code)
  return codebookOf(db).filter(({ id }) => wanted.has(id))
}

/** Of the codes those that do not stand below another of them. */
function topmost(db: Reader, codes: readonly CodeId[]): readonly Code[] {
  const wanted = inOrder(db, codes)
  const below = new Set(wanted.flatMap(({ id }) => subtreeOf(db, id).filter((one) => one !== id)))
  return wanted.filter(({ id }) => !below.has(id))
}
