/**
 * What the words of a kept query name in their archive, and the same query in the words of another: its codes may
 * have other keys there, its documents other short ids, its sets other names.
 */
import { filterCalled } from '../../../schema/query-names.ts'
import { namedInQuery, printQuery } from '../../../schema/query-print.ts'
import { childrenOf, type AttributeNode, type QueryNode } from '../../../schema/query-tree.ts'
import { parseQuery } from '../../../schema/query.ts'
import { sql, type Reader } from '../db.ts'
import { orNull } from '../faults.ts'
import { folded } from '../services/code-names.ts'
import { codebookOf } from '../services/codebook.ts'
import { listCodeSets } from '../services/code-sets.ts'
import { resolveCode, resolveSource } from '../services/resolve.ts'
import type { QueryName, Ref } from './incoming.ts'

/** Each name once. One that stands for nothing, or for more than one thing, is left out. */
export function namesOf(db: Reader, query: string): readonly QueryName[] {
  const names = new Map<string, QueryName>()
  for (const { kind, written } of naming(query).flatMap(({ names: said }) => said)) {
    const ref = stands[kind](db, written)
    if (ref !== null) names.set(`${kind} ${written}`, { kind, written, ref })
  }
  return [...names.values()]
}

/**
 * The query with names of this archive where its own would mean something else here, or nothing. `idOf` answers the id
 * here of a thing there. What is not written here yet keeps its name.
 */
export function inWordsOf(
  db: Reader,
  query: string,
  names: readonly QueryName[],
  idOf: (name: QueryName) => string | undefined,
): string {
  const known = new Map(names.map((name) => [`${name.kind} ${name.written}`, name]))
  const nameHere = (kind: QueryName['kind'], written: string): string | null => {
    const name = known.get(`${kind} ${written}`)
    const id = name && idOf(name)
    if (id === undefined || stands[kind](db, written) === id) return null
    return nameFor[kind](db, id)
  }
  let text = query
  for (const { node, names: said } of naming(query).toReversed()) {
    if (!node.at) continue
    const here = said.map(({ kind, written }) => nameHere(kind, written))
    if (here.every((name) => name === null)) continue
    const [first] = here
    const words =
      node.kind === 'attribute'
        ? printQuery({ ...node, values: node.values.map((value, n) => here[n] ?? value) })
        : `#${node.kind === 'set' ? 'set:' : ''}${namedInQuery(first ?? node.name)}`
    text = text.slice(0, node.at.start) + words + text.slice(node.at.end)
  }
  return text
}

type Naming = AttributeNode | Extract<QueryNode, { kind: 'code' | 'set' }>
interface Said {
  readonly node: Naming
  readonly names: readonly { readonly kind: QueryName['kind']; readonly written: string }[]
}

/** The parts of a query that name a thing, in the order in which they stand. */
function naming(query: string): readonly Said[] {
  const tree = parseQuery(query)
  const found: Said[] = []
  const open = tree ? [tree] : []
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'code' || node.kind === 'set')
      found.push({ node, names: [{ kind: node.kind, written: node.name }] })
    else if (node.kind === 'attribute' && filterCalled(node.name) === 'document')
      found.push({ node, names: node.values.map((written) => ({ kind: 'document', written })) })
    open.push(...childrenOf(node))
  }
  return found.toSorted((a, b) => (a.node.at?.start ?? 0) - (b.node.at?.start ?? 0))
}

const stands: Readonly<Record<QueryName['kind'], (db: Reader, name: string) => Ref | null>> = {
  code: (db, name) => {
    const found = orNull(() => resolveCode(db, name))
    if (found !== null) return found
    const [only, ...more] = codebookOf(db).filter((code) => folded(code.name) === folded(name))
    return only && more.length === 0 ? only.id : null
  },
  set: (db, name) => listCodeSets(db).find((set) => folded(set.name) === folded(name))?.id ?? null,
  document: (db, name) => orNull(() => resolveSource(db, name)),
}

/** As a query writes it: of a code its name where that is enough, else its path, else its id. */
const nameFor: Readonly<Record<QueryName['kind'], (db: Reader, id: string) => string | null>> = {
  code: (db, id) => {
    const codes = new Map<string, { readonly name: string; readonly parent: string | null }>(
      codebookOf(db).map((code) => [code.id, code]),
    )
    const own = codes.get(id)
    if (!own) return null
    const path: string[] = []
    for (let code: typeof own | undefined = own; code; code = codes.get(code.parent ?? '')) path.unshift(code.name)
    return [own.name, path.join('/')].find((name) => stands.code(db, name) === id) ?? id
  },
  set: (db, id) => db.pluck<string>(sql`SELECT name FROM code_set WHERE id = ${id}`)[0] ?? null,
  document: (db, id) => db.pluck<string>(sql`SELECT short FROM source WHERE id = ${id}`)[0] ?? null,
}
