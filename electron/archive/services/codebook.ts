/**
 * The codebook: a tree of codes. Every parent stands before its children; siblings by position.
 *
 * Its rules: sibling names differ, a key ('4e') belongs to one code, a heading takes no codings,
 * no code stands below itself. Moving, merging and deleting are in `codebook-acts.ts`.
 */
import type { Code, Codebook } from '../../../schema/codebook.ts'
import type { Input, Output } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId } from '../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'
import { guideCodes } from '../guide/codebook.ts'
import { checkedColour, checkedShortcut, freeShortcut, named, rarestColour } from './code-names.ts'

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

export function codeOf(db: Reader, code: CodeId): Code {
  const row = db.get<CodeRow>(sql`
    SELECT id, parent, name, shortcut, colour, definition, include, exclude, example, codable, version FROM code WHERE id = ${code}`)
  if (!row) throw new ArchiveError({ kind: 'no-such-code', code })
  return toCode(row)
}

export function createCode(db: Writer, input: Input<'code.create'>, id: CodeId = newId<CodeId>()): Code {
  const parent = input.parent === null ? null : codeOf(db, input.parent)
  const code: Code = {
    id,
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
  if (!fields.codable && before.codable) refuseWithCodings(db, before)
  return writeCode(db, before, fields)
}

/** The same colour, or the same being a heading or not, for many codes. */
export function updateCodes(db: Writer, { codes, colour, codable }: Input<'code.updateMany'>): null {
  for (const code of chosen(codes)) updateCode(db, { code, colour, codable })
  return null
}

/** Makes a heading of a code with codings: they go to a new code below it, which has its wording. */
export function makeHeading(db: Writer, { code, name }: Input<'code.makeHeading'>): Output<'code.makeHeading'> {
  const before = codeOf(db, code)
  const { definition, include, exclude, example, colour } = before
  const child = createCode(db, { parent: code, name, definition, include, exclude, example, colour })
  db.run(sql`UPDATE coding SET code = ${child.id}, code_version = ${child.version} WHERE code = ${code}`)
  return { heading: updateCode(db, { code, codable: false }), child }
}

/** Throws 'nothing-chosen' where the list is empty; each once. */
export function chosen<Id extends string>(ids: readonly Id[]): readonly Id[] {
  if (ids.length === 0) throw new ArchiveError({ kind: 'nothing-chosen' })
  return [...new Set(ids)]
}

function refuseWithCodings(db: Reader, { id, name }: Code): void {
  const codings = db.get<{ count: number }>(sql`SELECT count(*) AS count FROM coding WHERE code = ${id}`)?.count ?? 0
  if (codings > 0) throw new ArchiveError({ kind: 'code-has-codings', code: name, codings })
}

/** Writes what differs; a definition worded anew is a new version. */
export function writeCode(db: Writer, before: Code, fields: Code): Code {
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

/** The code and everything below it. */
export function subtreeOf(db: Reader, code: CodeId): readonly CodeId[] {
  return db.pluck<CodeId>(sql`
    WITH RECURSIVE below(id) AS (SELECT ${code} UNION ALL SELECT code.id FROM code JOIN below ON code.parent = below.id) SELECT id FROM below`)
}

/** In order. */
export function childrenOf(db: Reader, parent: CodeId | null): CodeId[] {
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

/** Numbers siblings as they stand. */
export function number(db: Writer, siblings: readonly CodeId[]): void {
  for (const [position, id] of siblings.entries())
    db.run(sql`UPDATE code SET position = ${position} WHERE id = ${id} AND position <> ${position}`)
}
