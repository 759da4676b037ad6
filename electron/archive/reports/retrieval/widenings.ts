/** For a question that found nothing: the least changes that would find something, with how much. */
import { printQuery, reachWords, tongueOf } from '../../../../schema/query-print.ts'
import { childrenOf, type QueryNode, type Reach } from '../../../../schema/query-tree.ts'
import { parseQuery } from '../../../../schema/query.ts'
import type { SearchFilter } from '../../../../schema/search.ts'
import type { CheckedQuery, RetrievalWidening } from '../../../../schema/retrieval.ts'
import type { Reader } from '../../db.ts'
import type { Study } from '../study.ts'
import { usualReach } from './evaluate.ts'
import { passagesFound } from './found.ts'

const mostTried = 16
const mostOffered = 6

type Offer = Omit<RetrievalWidening, 'total' | 'filter'> & Partial<Pick<RetrievalWidening, 'filter'>>

export function wideningsOf(
  db: Reader,
  study: Study,
  tree: QueryNode,
  { query, filter }: { readonly query: string; readonly filter: SearchFilter },
  { reading }: CheckedQuery,
): readonly RetrievalWidening[] {
  const tongue = tongueOf(query)
  const written = (node: QueryNode) => printQuery(node, tongue)
  const offers: readonly Offer[] = [
    ...(reading !== '' && reading !== written(tree)
      ? [{ how: 'reading', what: reading, query: reading } as const]
      : []),
    ...nodesOf(tree).flatMap((node): readonly Offer[] =>
      widerReaches(node).map(([next, reach]) => ({
        how: 'wider',
        what: reachWords(reach, tongue),
        query: written(replaced(tree, node, next) ?? tree),
      })),
    ),
    ...withoutFilters(filter).map((offer) => ({ ...offer, query })),
    ...nodesOf(tree)
      .filter(isDroppable(tree))
      .flatMap((node): readonly Offer[] => {
        const rest = replaced(tree, node, null)
        return rest ? [{ how: 'without', what: written(node), query: written(rest) }] : []
      }),
  ]
  const found: RetrievalWidening[] = []
  for (const { filter: through = filter, ...offer } of offers.slice(0, mostTried)) {
    if (found.length >= mostOffered) break
    if (found.some((each) => each.query === offer.query && each.filter === through)) continue
    const next = parseQuery(offer.query)
    const total = next ? passagesFound(db, study, next, offer.query, through).length : 0
    if (total > 0) found.push({ ...offer, filter: through, total })
  }
  return found
}

/** Each chip taken off, then all of them. */
function withoutFilters(filter: SearchFilter): readonly Pick<RetrievalWidening, 'how' | 'what' | 'filter'>[] {
  const fields = Object.keys(filter)
  const without = (field: string): SearchFilter =>
    Object.fromEntries(Object.entries(filter).filter(([name]) => name !== field))
  const each = fields.map((field) => ({ how: 'without-filter', what: field, filter: without(field) }) as const)
  return fields.length > 1 ? [...each, { how: 'without-filter', what: '', filter: {} }] : each
}

const nodesOf = (node: QueryNode): readonly QueryNode[] => [node, ...childrenOf(node).flatMap(nodesOf)]

/** One condition of a row, or one side of a relation. */
const isDroppable = (tree: QueryNode) => (node: QueryNode) => node !== tree && node.kind !== 'and' && node.kind !== 'or'

/** The same node reaching further, the nearest first. */
function widerReaches(node: QueryNode): readonly (readonly [QueryNode, Reach])[] {
  if (node.kind === 'within') return widerThan(node.reach).map((reach) => [{ ...node, reach }, reach] as const)
  if (node.kind !== 'relation') return []
  const { relation } = node
  if (relation === 'overlaps' || relation === 'inside') {
    const reach: Reach = { unit: 'paragraph', count: 0 }
    return [[{ ...node, relation: 'near', reach }, reach]]
  }
  if (relation !== 'near' && relation !== 'followed-by') return []
  return widerThan(node.reach ?? usualReach[relation]).map((reach) => [{ ...node, reach }, reach] as const)
}

function widerThan({ unit, count }: Reach): readonly Reach[] {
  const wider: Reach[] = unit === 'words' ? [{ unit, count: Math.min(9999, count * 4 || 50) }] : []
  const steps = ['paragraph', 'turn', 'document'] as const
  const from = unit === 'words' ? 0 : steps.findIndex((step) => step === unit) + (count > 0 ? 0 : 1)
  if (unit === 'case') return []
  if (count > 0 && unit !== 'words') wider.push({ unit, count: count * 3 })
  return [...wider, ...steps.slice(from).map((step) => ({ unit: step, count: 0 }))].filter(
    (reach) => reach.unit !== unit || reach.count > count,
  )
}

/** The tree with one node changed, or gone; a relation without a side is its other side. */
function replaced(tree: QueryNode, node: QueryNode, by: QueryNode | null): QueryNode | null {
  if (tree === node) return by
  if (tree.kind === 'and' || tree.kind === 'or') {
    const parts = tree.parts.map((part) => replaced(part, node, by)).filter((part) => part !== null)
    return parts.length > 1 ? { ...tree, parts } : (parts[0] ?? null)
  }
  if (tree.kind === 'not' || tree.kind === 'within') {
    const part = replaced(tree.part, node, by)
    return part && { ...tree, part }
  }
  if (tree.kind !== 'relation') return tree
  const left = replaced(tree.left, node, by)
  const right = replaced(tree.right, node, by)
  return left && right ? { ...tree, left, right } : (left ?? right)
}
