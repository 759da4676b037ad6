/**
 * A query as rows of conditions, and back. Rows joined by both AND and OR are bound in one of two ways:
 * `(a and b) or c`, or `a and (b or c)`. Whatever is put together deeper than that has no rows.
 */
import { relations, type QueryNode, type Reach, type Relation } from '../../schema/query-tree.ts'
import { parseQuery } from '../../schema/query.ts'

export type Leaf = Extract<QueryNode, { kind: 'words' | 'phrase' | 'near' | 'code' | 'set' | 'attribute' }>
export type WordsLeaf = Extract<Leaf, { kind: 'words' | 'phrase' | 'near' }>
export type Join = 'and' | 'or'

export interface Row {
  /** To the rows before it; of the first it means nothing and is 'and'. */
  readonly join: Join
  readonly isNot: boolean
  readonly left: Leaf
  readonly related: { readonly relation: Relation; readonly reach: Reach | null; readonly right: Leaf } | null
}

export interface Built {
  readonly rows: readonly Row[]
  /** Which of the two binds closer; 'and', as in the language, where the rows have only one of them. */
  readonly closer: Join
  /** In what all of it must hold. */
  readonly within: Reach | null
}

export const emptyRow: Row = { join: 'and', isNot: false, left: { kind: 'code', name: '' }, related: null }

/** The rows of a tree; null where it is deeper than rows can show. Without a tree: none. */
export function builtOf(tree: QueryNode | null): Built | null {
  if (!tree) return { rows: [], closer: 'and', within: null }
  const { whole, within } =
    tree.kind === 'within' ? { whole: tree.part, within: tree.reach } : { whole: tree, within: null }
  const outer = whole.kind === 'or' ? 'or' : 'and'
  const inner = outer === 'or' ? 'and' : 'or'
  const rows: (Row | null)[] = (whole.kind === outer ? whole.parts : [whole]).flatMap((part) =>
    part.kind === inner ? part.parts.map((each, n) => rowOf(each, n === 0 ? outer : inner)) : [rowOf(part, outer)],
  )
  const known = rows.filter((row) => row !== null)
  if (known.length < rows.length) return null
  const [first, ...more] = known
  return {
    rows: first ? [{ ...first, join: 'and' }, ...more] : [],
    closer: isMixed(known) ? inner : 'and',
    within,
  }
}

function rowOf(node: QueryNode, join: Join): Row | null {
  const isNot = node.kind === 'not'
  const said = isNot ? node.part : node
  if (said.kind !== 'relation') {
    const left = leafOf(said)
    return left && { join, isNot, left, related: null }
  }
  const left = leafOf(said.left)
  const right = leafOf(said.right)
  return left && right && { join, isNot, left, related: { relation: said.relation, reach: said.reach, right } }
}

function leafOf(node: QueryNode): Leaf | null {
  switch (node.kind) {
    case 'words':
    case 'phrase':
    case 'near':
    case 'code':
    case 'set':
    case 'attribute': {
      const { at: _, ...leaf } = node
      return leaf
    }
    case 'and':
    case 'or':
    case 'not':
    case 'relation':
    case 'within':
      return null
  }
}

/** What whole rows ask; a row that names nothing yet waits. Null where none is whole. */
export function treeOf({ rows, closer, within }: Built): QueryNode | null {
  const groups: QueryNode[][] = []
  for (const row of rows.filter(({ left }) => isWhole(left))) {
    const group = groups.at(-1)
    if (group && row.join === closer) group.push(nodeOf(row))
    else groups.push([nodeOf(row)])
  }
  const part = joined(
    closer === 'and' ? 'or' : 'and',
    groups.map((group) => joined(closer, group)),
  )
  return part && within ? { kind: 'within', reach: within, part } : part
}

function joined(kind: Join, parts: readonly (QueryNode | null)[]): QueryNode | null {
  const found = parts.filter((part) => part !== null)
  return found.length > 1 ? { kind, parts: found } : (found[0] ?? null)
}

function nodeOf({ isNot, left, related }: Row): QueryNode {
  const said: QueryNode = related && isWhole(related.right) ? { kind: 'relation', left, ...related } : left
  return isNot ? { kind: 'not', part: said } : said
}

/** Whether it names anything yet. */
export function isWhole(leaf: Leaf): boolean {
  if (leaf.kind === 'code' || leaf.kind === 'set') return leaf.name.trim() !== ''
  if (leaf.kind === 'attribute') return leaf.name !== '' && leaf.values.some((value) => value.trim() !== '')
  return writtenIn(leaf).trim() !== ''
}

/** Whether rows are joined by both. */
export function isMixed(rows: readonly Row[]): boolean {
  const joins = new Set(rows.slice(1).map(({ join }) => join))
  return joins.size > 1
}

export const wordForms = ['any', 'exact', 'begins', 'near'] as const
export type WordForm = (typeof wordForms)[number]

export function formOf(leaf: WordsLeaf): WordForm {
  if (leaf.kind === 'near') return 'near'
  if (leaf.isExact) return 'exact'
  return leaf.kind === 'words' && leaf.isPrefix ? 'begins' : 'any'
}

/** The words as somebody wrote them, without the signs around them. */
export function writtenIn(leaf: WordsLeaf): string {
  return leaf.kind === 'words' && leaf.isPrefix && !leaf.isExact ? leaf.text.slice(0, -1) : leaf.text
}

/** Words of a row. What would be read as anything but a word is put between quotes. */
export function wordsLeaf(typed: string, form: WordForm, distance = 5): WordsLeaf {
  const text = typed.normalize('NFC').replaceAll(/["“”„«»]/g, '')
  if (form === 'near') return { kind: 'near', text, distance }
  const isExact = form === 'exact'
  const isPrefix = form === 'begins'
  const word: WordsLeaf = { kind: 'words', text: isPrefix ? `${text}*` : text, isPrefix, isExact }
  const isWord =
    text !== '' && readAlone.every((before) => isThisWord(`${before}${isExact ? '=' : ''}${word.text}`, word))
  return isWord ? word : { kind: 'phrase', text, isExact }
}

/** What may stand before a word: nothing, a code, and relations that would take a small word for their own. */
const readAlone = ['', '#0 ', ...relations.map((relation) => `#0 ${relation.replace('-', ' ')} `), '#0 рядом ']

function isThisWord(query: string, word: WordsLeaf): boolean {
  const tree = parseQuery(query)
  const last = tree?.kind === 'relation' ? tree.right : tree?.kind === 'and' ? tree.parts.at(-1) : tree
  return (
    last?.kind === 'words' &&
    word.kind === 'words' &&
    last.text === word.text &&
    last.isPrefix === word.isPrefix &&
    last.isExact === word.isExact
  )
}
