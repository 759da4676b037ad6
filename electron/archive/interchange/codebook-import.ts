/**
 * A codebook that comes in as rows: first a plan, which writes nothing; then the same, written in one step.
 * A row is about the code of its GUID, else of its path, else of its key, else of a name that only one code has; any other row is a
 * new code. An empty cell takes nothing away, and a code that no row is about stays as it is.
 */
import type { Input } from '../../../schema/contract.ts'
import {
  codebookFields,
  type CodebookField,
  type CodebookPlan,
  type FieldChange,
  type PlannedLine,
} from '../../../schema/codebook-file.ts'
import type { Code } from '../../../schema/codebook.ts'
import { writtenPath } from '../../../schema/code-path.ts'
import type { CodeId } from '../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { pathsOf } from '../export/codebook.ts'
import { folded } from '../services/code-names.ts'
import { moveCodes } from '../services/codebook-acts.ts'
import { codebookOf, createCode, updateCode } from '../services/codebook.ts'
import { planSets, writeSets } from './codebook-sets.ts'
import { idFor } from './unite/union.ts'
import { linesOf, pathKey, type Line, type Refused } from './codebook-lines.ts'

type Asked = Input<'codebook.importPlan'>
type Here = { readonly code: Code; readonly by: 'id' | 'path' | 'key' | 'name' }
interface Placed {
  readonly line: Line
  readonly path: readonly string[]
  readonly here: Here | null
  readonly isLeft: boolean
  readonly changes: readonly FieldChange[]
}
interface ReadPlan {
  readonly plan: CodebookPlan
  readonly placed: readonly Placed[]
}

export function planCodebook(db: Reader, asked: Asked): CodebookPlan {
  return read(db, asked).plan
}

export function importCodebook(db: Writer, asked: Asked): CodebookPlan {
  const { plan, placed } = read(db, asked)
  const taken = placed.filter(({ isLeft }) => !isLeft)
  // Two codes may exchange their keys.
  for (const { here, changes } of taken)
    if (here && changes.some(({ field }) => field === 'shortcut')) updateCode(db, { code: here.code.id, shortcut: '' })
  const ids = new Map(placed.flatMap(({ path, here }) => (here ? [[pathKey(path), here.code.id] as const] : [])))
  for (const { line, path, here, changes } of taken) {
    const parent = ids.get(pathKey(path.slice(0, -1))) ?? null
    const { row, ref = '', below: _, ...fields } = line
    if (here) {
      const changed = new Set(changes.map(({ field }) => field))
      if (changed.has('below')) moveCodes(db, { codes: [here.code.id], parent, position: Number.MAX_SAFE_INTEGER })
      const rest = Object.fromEntries(Object.entries(fields).filter(([field]) => changed.has(field as CodebookField)))
      updateCode(db, { code: here.code.id, ...rest })
    } else {
      const made = createCode(
        db,
        {
          ...fields,
          parent,
          shortcut: fields.shortcut ?? '',
          codable: line.codable ?? row > 0,
        },
        idFor<CodeId>(db, 'code', ref, new Set()),
      )
      ids.set(pathKey(path), made.id)
    }
  }
  writeSets(db, asked.sets, (row) => {
    const one = taken.find(({ line }) => line.row === row)
    return one ? (ids.get(pathKey(one.path)) ?? null) : null
  })
  return plan
}

function read(db: Reader, asked: Asked): ReadPlan {
  const { lines, unknownColumns, refused: unread } = linesOf(asked.name, asked.rows, asked.guids)
  const refused: Refused[] = [...unread]
  const placed = withKeys(needed(place(db, lines, asked, refused)), codebookOf(db), refused)
  const shown = placed.filter(({ line, here }) => line.row > 0 || !here)
  const taken = shown.filter(({ isLeft }) => !isLeft)
  const byRow = new Map(taken.map((one) => [one.line.row, one]))
  return {
    placed,
    plan: {
      lines: shown.map(({ line, path, here, isLeft, changes }): PlannedLine => ({
        row: line.row,
        path,
        isLeft,
        becomes: here ? { kind: 'here', code: here.code.id, by: here.by, changes } : { kind: 'new' },
      })),
      newCodes: taken.filter(({ here }) => !here).length,
      changed: taken.filter(({ here, changes }) => here && changes.length > 0).length,
      same: taken.filter(({ here, changes }) => here && changes.length === 0).length,
      left: shown.length - taken.length,
      sets: planSets(db, asked.sets, (row) => {
        const one = byRow.get(row)
        return one ? (one.here?.code.id ?? 'new') : null
      }),
      unknownColumns,
      refused: refused.toSorted((a, b) => a.row - b.row),
    },
  }
}

/** Families first, so that what stands below a renamed one is still found below it. */
function place(db: Reader, lines: readonly Line[], asked: Asked, refused: Refused[]): readonly Placed[] {
  const codes = codebookOf(db)
  const paths = pathsOf(codes)
  const byId = new Map(codes.map((code) => [code.id, code]))
  const coded = new Map(
    db
      .all<{ code: CodeId; codings: number }>(sql`SELECT code, count(*) AS codings FROM coding GROUP BY code`)
      .map(({ code, codings }) => [code, codings]),
  )
  const choices = new Map(asked.choices.map(({ row, act }) => [row, act]))
  const children = new Map(codes.map((code) => [childKey(code.parent, code.name), code]))
  const byKey = new Map(codes.filter(({ shortcut }) => shortcut !== '').map((code) => [code.shortcut, code]))
  const byName = Map.groupBy(codes, ({ name }) => folded(name))
  const linesByName = Map.groupBy(lines, ({ name }) => folded(name))
  const named = new Set(lines.map(({ below, name }) => pathKey([...(below ?? []), name])))
  const claimed = new Set<CodeId>()
  /** Codes that a row names by their GUID: no other row is about them. */
  const owned = new Map(
    lines.flatMap(({ ref, row }) => (ref !== undefined && byId.has(ref as CodeId) ? [[ref, row] as const] : [])),
  )
  /** The code of a path of the file: null where it will be new, absent where it is left out. */
  const nodes = new Map<string, Code | null>()
  const free = (code: Code | undefined): code is Code =>
    code !== undefined && !claimed.has(code.id) && !owned.has(code.id) && !named.has(pathKey(paths.get(code.id) ?? []))

  const found = (line: Line, parent: Code | null | undefined): Here | null => {
    const { name, shortcut, row, below, ref } = line
    const isOwn = ref !== undefined && owned.get(ref) === row && choices.get(row) !== 'new'
    const own = isOwn ? byId.get(ref as CodeId) : undefined
    if (own && !claimed.has(own.id)) return { code: own, by: 'id' }
    const child = parent === undefined ? undefined : children.get(childKey(parent?.id ?? null, name))
    if (child && !claimed.has(child.id) && !owned.has(child.id)) return { code: child, by: 'path' }
    if (choices.get(row) === 'new' || row === 0) return null
    const keyed = shortcut === undefined ? undefined : byKey.get(shortcut)
    if (free(keyed)) return { code: keyed, by: 'key' }
    const [only, ...more] = byName.get(folded(name)) ?? []
    const isOnly = more.length === 0 && linesByName.get(folded(name))?.length === 1
    const isFree = below === null ? only !== undefined && !claimed.has(only.id) && !owned.has(only.id) : free(only)
    return only && isOnly && isFree ? { code: only, by: 'name' } : null
  }

  return lines.map((line): Placed => {
    const above = line.below ?? []
    const path = [...above, line.name]
    const isRoot = above.length === 0
    const parent = isRoot ? null : nodes.get(pathKey(above))
    const isOrphan = parent === undefined
    // Below a new heading nothing stands yet.
    const isBelowNew = !isRoot && parent === null
    const here = found(line, isBelowNew ? undefined : parent)
    // Somebody else bears the name where it is to stand: a code that another row is about, and may rename.
    const bearer = isBelowNew ? undefined : children.get(childKey(parent?.id ?? null, line.name))
    const isTaken = bearer !== undefined && bearer.id !== here?.code.id
    const isBarred = isTaken && !here
    if (isBarred || (isTaken && choices.get(line.row) !== 'leave'))
      refused.push({ row: line.row, fault: { kind: 'name-taken', name: line.name } })
    const isLeft = isOrphan || isBarred || choices.get(line.row) === 'leave'
    if (here) claimed.add(here.code.id)
    if (here || !isLeft) nodes.set(pathKey(path), here?.code ?? null)
    const isInto = here !== null && parent && isBelow(byId, parent.id, here.code.id)
    if (isInto) refused.push({ row: line.row, fault: { kind: 'code-into-itself' } })
    const codings = here ? (coded.get(here.code.id) ?? 0) : 0
    const isStuck = here?.code.codable === true && line.codable === false && codings > 0
    if (here && isStuck)
      refused.push({ row: line.row, fault: { kind: 'code-has-codings', code: here.code.name, codings } })
    const moves =
      here !== null && line.below !== null && !isInto && (isBelowNew || here.code.parent !== (parent?.id ?? null))
    return {
      line,
      path,
      here,
      isLeft,
      changes: here
        ? changesOf(line, here.code, paths, moves, isStuck).filter(({ field }) => !isTaken || !standing.has(field))
        : [],
    }
  })
}

/** What says where a code stands. */
const standing: ReadonlySet<CodebookField> = new Set(['name', 'below'])

/** A heading that no row describes is not made where nothing of what stands below it is taken. */
function needed(placed: readonly Placed[]): readonly Placed[] {
  const above = new Set(
    placed.flatMap(({ line, path, isLeft }) =>
      line.row === 0 || isLeft ? [] : path.slice(0, -1).map((_, depth) => pathKey(path.slice(0, depth + 1))),
    ),
  )
  return placed.map((one) => (one.line.row > 0 || above.has(pathKey(one.path)) ? one : { ...one, isLeft: true }))
}

const childKey = (parent: CodeId | null, name: string) => `${parent ?? ''} ${folded(name)}`

function isBelow(byId: ReadonlyMap<CodeId, Code>, code: CodeId, above: CodeId): boolean {
  for (let at: CodeId | null = code; at !== null; at = byId.get(at)?.parent ?? null) if (at === above) return true
  return false
}

function changesOf(
  line: Line,
  code: Code,
  paths: ReadonlyMap<CodeId, readonly string[]>,
  moves: boolean,
  isStuck: boolean,
): readonly FieldChange[] {
  return codebookFields.flatMap((field): readonly FieldChange[] => {
    if (field === 'below') {
      const from = writtenPath((paths.get(code.id) ?? []).slice(0, -1))
      return moves ? [{ field, from, to: writtenPath(line.below ?? []) }] : []
    }
    const to = line[field]
    const from = field === 'colour' ? code.colour.toUpperCase() : code[field]
    if (to === undefined || to === from || (field === 'codable' && isStuck)) return []
    return [{ field, from: String(from), to: String(to) }]
  })
}

/** A key belongs to one code: rows that ask for one which is not free keep what they have. */
function withKeys(placed: readonly Placed[], codes: readonly Code[], refused: Refused[]): readonly Placed[] {
  const changing = placed.filter(({ isLeft, changes }) => !isLeft && changes.some(({ field }) => field === 'shortcut'))
  const giving = new Set(changing.map(({ here }) => here?.code.id))
  const owners = new Map(
    codes
      .filter(({ id, shortcut }) => shortcut !== '' && !giving.has(id))
      .map(({ shortcut, name }) => [shortcut, name]),
  )
  return placed.map((one) => {
    const { line, here, isLeft, changes } = one
    const { shortcut, ...rest } = line
    const asks = !isLeft && shortcut !== undefined && (!here || changes.some(({ field }) => field === 'shortcut'))
    if (!asks) return one
    const by = owners.get(shortcut)
    if (by === undefined) {
      owners.set(shortcut, line.name)
      return one
    }
    refused.push({ row: line.row, fault: { kind: 'shortcut-taken', shortcut, by } })
    return { ...one, line: rest, changes: changes.filter(({ field }) => field !== 'shortcut') }
  })
}
