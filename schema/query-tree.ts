/** What a query means, as a tree; every node knows the stretch of text that it was read from. */
import type { Operator } from './attribute.ts'

/** UTF-16 units of the query as it was typed, `[start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const relations = ['overlaps', 'inside', 'near', 'followed-by', 'same-speaker', 'absent'] as const
export type Relation = (typeof relations)[number]

export const reachUnits = ['words', 'paragraph', 'turn', 'document', 'case'] as const
export type ReachUnit = (typeof reachUnits)[number]
/**
 * `within`: the stretch in which everything is asked. `count` is a number of words where the unit is
 * words, else 1. Of a relation: how far apart; then paragraphs and turns are counted too, and 0 is the same one.
 */
export interface Reach {
  readonly unit: ReachUnit
  readonly count: number
}

/** `at` is absent in a node that nobody typed. */
export type QueryNode = { readonly at?: Span } & (
  | { readonly kind: 'words'; readonly text: string; readonly isPrefix: boolean; readonly isExact: boolean }
  | { readonly kind: 'phrase'; readonly text: string; readonly isExact: boolean }
  /** `distance`: the most words that may stand between. */
  | { readonly kind: 'near'; readonly text: string; readonly distance: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode }
  /** By key, name, path or id; with everything below it. */
  | { readonly kind: 'code'; readonly name: string }
  /** Any code of a set. */
  | { readonly kind: 'set'; readonly name: string }
  /** An attribute or a filter that the language itself knows. Of several values any will do. */
  | {
      readonly kind: 'attribute'
      readonly name: string
      readonly operator: Operator
      readonly values: readonly string[]
    }
  | {
      readonly kind: 'relation'
      readonly relation: Relation
      readonly left: QueryNode
      readonly right: QueryNode
      /** Null where the relation has none. */
      readonly reach: Reach | null
    }
  | { readonly kind: 'within'; readonly reach: Reach; readonly part: QueryNode }
)
export type CodeNode = Extract<QueryNode, { kind: 'code' }>
export type AttributeNode = Extract<QueryNode, { kind: 'attribute' }>
export type RelationNode = Extract<QueryNode, { kind: 'relation' }>

/** Those that follow from the text alone, and those that need the archive's names. */
export const problemKinds = [
  'bracket-open',
  'bracket-stray',
  'quote-open',
  'nothing-before',
  'nothing-after',
  'nothing-in-brackets',
  'reach-unknown',
  'name-missing',
  'value-missing',
  'too-deep',
  'too-long',
  'no-such-code',
  'no-such-set',
  'no-such-attribute',
  'no-such-value',
  'code-meant',
] as const
export type ProblemKind = (typeof problemKinds)[number]

export interface QueryProblem extends Span {
  readonly kind: ProblemKind
  /** What was written there. */
  readonly what: string
  /** Names that it may have meant, the nearest first, as queries write them. */
  readonly nearest: readonly string[]
}

export interface ReadQuery {
  /** Null where nothing is asked. */
  readonly tree: QueryNode | null
  readonly problems: readonly QueryProblem[]
}

/** Filters on the coding itself: side by side with codes they speak of one and the same coding. */
export const codingFilters = ['coder', 'stance', 'blames', 'weight'] as const
export type CodingFilterName = (typeof codingFilters)[number]

/** What a query asks for: paragraphs by their words, or coded passages. */
export type QueryKind = 'search' | 'retrieval'

export function childrenOf(node: QueryNode): readonly QueryNode[] {
  if (node.kind === 'and' || node.kind === 'or') return node.parts
  if (node.kind === 'not' || node.kind === 'within') return [node.part]
  return node.kind === 'relation' ? [node.left, node.right] : []
}

/** The node with each of its own parts changed. */
export function withParts(node: QueryNode, change: (part: QueryNode) => QueryNode): QueryNode {
  if (node.kind === 'and' || node.kind === 'or') return { ...node, parts: node.parts.map(change) }
  if (node.kind === 'not' || node.kind === 'within') return { ...node, part: change(node.part) }
  return node.kind === 'relation' ? { ...node, left: change(node.left), right: change(node.right) } : node
}

export function someNode(node: QueryNode, test: (node: QueryNode) => boolean): boolean {
  return test(node) || childrenOf(node).some((child) => someNode(child, test))
}
