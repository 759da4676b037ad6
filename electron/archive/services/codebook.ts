/**
 * The codebook: a tree of codes. Every parent stands before its children; siblings by position.
 *
 * Its rules: sibling names differ, a key ('4e') belongs to one code, a heading takes no codings,
 * no code stands below itself. Codings follow their code: merged they unite, deleted they go,
 * and what will happen is told before (`consequencesOf`).
 */
import { codeColours, type Code, type Codebook, type CodeCount, type Consequences } from '../../../schema/codebook.ts'
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId, PassageId } from '../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'
import { guideCodes } from '../guide/codebook.ts'
import { dropIfBare } from './passages.ts'

interface CodeRow extends Omit<Code, 'codable'> {
  readonly codable: 0 | 1
}
const toCode = (row: CodeRow): Code => ({ ...row, codable: row.codable === 1 })

export function codebookOf(db: Reader): Codebook {
  const below = new Map<CodeId | null, Code[]>()
  const rows = db.all<CodeRow>(sql`
    SELECT id, parent, name, shortcut, colour, definition, include, exclude, example, codable, version FROM code ORDER BY position, name`)
  for (const code of rows.map(toCode)) {
    const siblings = below.get(code.parent)
    if (siblings) siblings.push(code)
    else below.set(code.parent, [code])
  }
  const inOrder = (parent: CodeId | null): Code[] =>
    (below.get(parent) ?? []).flatMap((code) => [code, ...inOrder(code.id)])
  return inOrder(null)
}

/** Live codings of every code: its own, and with everything below it. */
export function countsOf(db: Reader): readonly CodeCount[] {
  const own = new Map(
    db
      .all<{ code: CodeId; count: number }>(
        sql`SELECT code, count(*) AS count FROM coding WHERE state = 'live' GROUP BY code`,
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

export function codeOf(db: Reader, code: CodeId): Code {
  const row = db.get<CodeRow>(sql`
    SELECT id, parent, name, shortcut, colour, definition, include, exclude, example, codable, version FROM code WHERE id = ${code}`)
  if (!row) throw new ArchiveError({ kind: 'no-such-code', code })
  return toCode(row)
}

export function createCode(db: Writer, input: Input<'code.create'>): Code {
  const parent = input.parent === null ? null : codeOf(db, input.parent)
  const code: Code = {
    id: newId<CodeId>(),
    parent: input.parent,
    name: named(db, input.name, input.parent, null),
    shortcut: input.shortcut === undefined ? freeShortcut(db, parent) : checkedShortcut(db, input.shortcut, null),
    colour: input.colour === undefined ? (parent?.colour ?? rarestColour(db)) : checkedColour(input.colour),
    definition: input.definition ?? '',
    include: input.include ?? '',
    exclude: input.exclude ?? '',
    example: input.example ?? '',
    codable: input.codable ?? true,
    version: 1,
  }
  insertCode(db, code, childrenOf(db, input.parent).length)
  return code
}

/** The interview guide's codes, for a new archive. Not a step of its own: it belongs to the making. */
export function insertGuideCodes(db: Writer): void {
  const ids = new Map<string, CodeId>()
  const positions = new Map<string, number>()
  for (const { key, parent, codable, exclusive: _, ...fields } of guideCodes()) {
    const id = newId<CodeId>()
    ids.set(key, id)
    const position = positions.get(parent) ?? 0
    positions.set(parent, position + 1)
    insertCode(db, { ...fields, id, parent: ids.get(parent) ?? null, shortcut: key, codable, version: 1 }, position)
  }
}

export function updateCode(db: Writer, input: Input<'code.update'>): Code {
  const before = codeOf(db, input.code)
  const fields: Code = {
    ...before,
    name: input.name === undefined ? before.name : named(db, input.name, before.parent, before.id),
    shortcut: input.shortcut === undefined ? before.shortcut : checkedShortcut(db, input.shortcut, before.id),
    colour: input.colour === undefined ? before.colour : checkedColour(input.colour),
    definition: input.definition ?? before.definition,
    include: input.include ?? before.include,
    exclude: input.exclude ?? before.exclude,
    example: input.example ?? before.example,
    codable: input.codable ?? before.codable,
  }
  if (!fields.codable && before.codable && db.get(sql`SELECT 1 FROM coding WHERE code = ${before.id}`))
    throw new ArchiveError({ kind: 'code-has-codings', code: before.name })
  if (JSON.stringify(fields) === JSON.stringify(before)) return before
  const reworded =
    fields.definition !== before.definition || fields.include !== before.include || fields.exclude !== before.exclude
  const after: Code = { ...fields, version: before.version + Number(reworded) }
  db.run(sql`
    UPDATE code SET name = ${after.name}, shortcut = ${after.shortcut}, colour = ${after.colour}, definition = ${after.definition},
           include = ${after.include}, exclude = ${after.exclude}, example = ${after.example}, codable = ${Number(after.codable)}, version = ${after.version}
     WHERE id = ${after.id}`)
  if (reworded) keepVersion(db, after)
  return after
}

/** `position` counts among the new siblings without the code itself; past the end is the end. */
export function moveCode(db: Writer, { code, parent, position }: Input<'code.move'>): Code {
  const before = codeOf(db, code)
  if (parent !== null && subtreeOf(db, code).includes(codeOf(db, parent).id))
    throw new ArchiveError({ kind: 'code-into-itself' })
  if (parent !== before.parent) named(db, before.name, parent, code)
  const siblings = childrenOf(db, parent).filter((id) => id !== code)
  siblings.splice(position, 0, code)
  db.run(sql`UPDATE code SET parent = ${parent} WHERE id = ${code} AND parent IS NOT ${parent}`)
  number(db, siblings)
  if (parent !== before.parent) number(db, childrenOf(db, before.parent))
  return { ...before, parent }
}

/** Every coding of `code` becomes one of `into`; children and memos go along; `code` is gone. */
export function mergeCode(db: Writer, code: CodeId, into: CodeId): Code {
  const source = codeOf(db, code)
  const target = codeOf(db, into)
  if (subtreeOf(db, code).includes(into)) throw new ArchiveError({ kind: 'code-into-itself' })
  if (!target.codable && db.get(sql`SELECT 1 FROM coding WHERE code = ${code}`))
    throw new ArchiveError({ kind: 'code-not-codable', code: target.name })
  db.run(sql`
    DELETE FROM coding WHERE code = ${code} AND EXISTS
      (SELECT 1 FROM coding other WHERE other.code = ${into} AND other.passage = coding.passage AND other.coder = coding.coder)`)
  db.run(sql`UPDATE coding SET code = ${into}, code_version = ${target.version} WHERE code = ${code}`)
  db.run(sql`UPDATE memo_link SET target = ${into} WHERE kind = 'code' AND target = ${code}`)
  const children = childrenOf(db, code)
  for (const child of children) {
    const name = freeName(db, codeOf(db, child).name, into)
    db.run(sql`UPDATE code SET parent = ${into}, name = ${name} WHERE id = ${child}`)
  }
  db.run(sql`DELETE FROM code WHERE id = ${code}`)
  number(db, childrenOf(db, into))
  number(db, childrenOf(db, source.parent))
  return target
}

/** The code, everything below it, their codings, and the passages that nothing else keeps. */
export function deleteCode(db: Writer, code: CodeId): null {
  const { parent } = codeOf(db, code)
  const passages = new Set(
    subtreeOf(db, code).flatMap((one) => db.pluck<PassageId>(sql`SELECT passage FROM coding WHERE code = ${one}`)),
  )
  db.run(sql`DELETE FROM code WHERE id = ${code}`)
  for (const passage of passages) dropIfBare(db, passage)
  number(db, childrenOf(db, parent))
  return null
}

/** What `deleteCode`, or with `into` `mergeCode`, will do. */
export function consequencesOf(db: Reader, code: CodeId, into: CodeId | undefined): Consequences {
  codeOf(db, code)
  const subtree = subtreeOf(db, code)
  const codes = JSON.stringify(into === undefined ? subtree : [code])
  const found = db.get<{ codings: number; sources: number }>(sql`
    SELECT count(*) AS codings, count(DISTINCT p.source) AS sources FROM coding c JOIN passage p ON p.id = c.passage
     WHERE c.code IN (SELECT value FROM json_each(${codes}))`)
  const united =
    into === undefined
      ? undefined
      : db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM coding c JOIN coding o ON o.passage = c.passage AND o.coder = c.coder AND o.code = ${into} WHERE c.code = ${code}`)
  const bare =
    into !== undefined
      ? undefined
      : db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM passage p WHERE p.starred = 0
       AND EXISTS (SELECT 1 FROM coding WHERE passage = p.id AND code IN (SELECT value FROM json_each(${codes})))
       AND NOT EXISTS (SELECT 1 FROM coding WHERE passage = p.id AND code NOT IN (SELECT value FROM json_each(${codes})))
       AND NOT EXISTS (SELECT 1 FROM memo_link WHERE kind = 'passage' AND target = p.id)`)
  return {
    codings: found?.codings ?? 0,
    sources: found?.sources ?? 0,
    passages: bare?.count ?? 0,
    united: united?.count ?? 0,
    children: subtree.length - 1,
  }
}

/** The code and everything below it. */
export function subtreeOf(db: Reader, code: CodeId): readonly CodeId[] {
  return db.pluck<CodeId>(sql`
    WITH RECURSIVE below(id) AS (SELECT ${code} UNION ALL SELECT code.id FROM code JOIN below ON code.parent = below.id) SELECT id FROM below`)
}

function childrenOf(db: Reader, parent: CodeId | null): CodeId[] {
  return db.pluck<CodeId>(sql`SELECT id FROM code WHERE parent IS ${parent} ORDER BY position, name`)
}

function insertCode(db: Writer, code: Code, position: number): void {
  db.run(sql`
    INSERT INTO code (id, parent, position, name, shortcut, colour, definition, include, exclude, example, codable)
    VALUES (${code.id}, ${code.parent}, ${position}, ${code.name}, ${code.shortcut}, ${code.colour},
            ${code.definition}, ${code.include}, ${code.exclude}, ${code.example}, ${Number(code.codable)})`)
  keepVersion(db, code)
}

function keepVersion(db: Writer, { id, version, definition, include, exclude }: Code): void {
  db.run(sql`
    INSERT INTO code_version (id, code, version, definition, include, exclude)
    VALUES (${newId()}, ${id}, ${version}, ${definition}, ${include}, ${exclude})`)
}

function number(db: Writer, siblings: readonly CodeId[]): void {
  for (const [position, id] of siblings.entries())
    db.run(sql`UPDATE code SET position = ${position} WHERE id = ${id} AND position <> ${position}`)
}

const folded = (name: string) => name.normalize('NFC').toLocaleLowerCase('und')

function named(db: Reader, name: string, parent: CodeId | null, self: CodeId | null): string {
  const trimmed = name.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (trimmed === '') throw new ArchiveError({ kind: 'name-empty' })
  const siblings = db.pluck<string>(sql`SELECT name FROM code WHERE parent IS ${parent} AND id IS NOT ${self}`)
  if (siblings.some((sibling) => folded(sibling) === folded(trimmed)))
    throw new ArchiveError({ kind: 'name-taken', name: trimmed })
  return trimmed
}

/** A merge must not fail because a child has a namesake in its new family: 'Trust', 'Trust (2)'. */
function freeName(db: Reader, name: string, parent: CodeId): string {
  const taken = new Set(db.pluck<string>(sql`SELECT name FROM code WHERE parent = ${parent}`).map(folded))
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name} (${n})`
    if (!taken.has(folded(candidate))) return candidate
  }
}

function checkedShortcut(db: Reader, shortcut: string, self: CodeId | null): string {
  const key = shortcut.trim().toLowerCase()
  if (key === '') return key
  if (!/^\d[a-z]?$/.test(key)) throw new ArchiveError({ kind: 'shortcut-malformed', shortcut })
  const by = db.get<{ name: string }>(sql`SELECT name FROM code WHERE shortcut = ${key} AND id IS NOT ${self}`)
  if (by) throw new ArchiveError({ kind: 'shortcut-taken', shortcut: key, by: by.name })
  return key
}

/** The next letter of a family with a digit, the next digit for a new family, '' when all are gone. */
function freeShortcut(db: Reader, parent: Code | null): string {
  const taken = new Set(db.pluck<string>(sql`SELECT shortcut FROM code`))
  const candidates =
    parent === null
      ? '1234567890'.split('')
      : /^\d$/.test(parent.shortcut)
        ? 'abcdefghijklmnopqrstuvwxyz'.split('').map((letter) => parent.shortcut + letter)
        : []
  return candidates.find((key) => !taken.has(key)) ?? ''
}

function checkedColour(colour: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new ArchiveError({ kind: 'colour-malformed', colour })
  return colour.toUpperCase()
}

function rarestColour(db: Reader): string {
  const used = db.pluck<string>(sql`SELECT upper(colour) FROM code WHERE parent IS NULL`)
  const times = (colour: string) => used.filter((one) => one === colour).length
  return codeColours.toSorted((a, b) => times(a) - times(b))[0] ?? codeColours[0]
}
