/** For a question that found nothing: the least changes that would find something, with how much. */
import type { Input } from '../../../../schema/contract.ts'
import { printQuery } from '../../../../schema/query-print.ts'
import { parseQuery } from '../../../../schema/query.ts'
import type { QueryNode } from '../../../../schema/query-tree.ts'
import type { SearchFilter, Widening } from '../../../../schema/search.ts'
import type { Reader } from '../../db.ts'
import { foldWord, tokensOf } from '../../text/tokens.ts'
import { paragraphsFound } from '../search.ts'
import { scopeOf } from './filters.ts'
import { nearestForms } from './lexicon.ts'
import { planOf } from './plan.ts'

/** Offers of one kind that are tried, and offers that are answered. */
const mostTried = 8
const mostOffered = 6

type Offer = Omit<Widening, 'total'>

export function wideningsOf(
  db: Reader,
  { query, filter = {}, widen = false }: Input<'search.widenings'>,
): readonly Widening[] {
  const tree = parseQuery(query)
  if (!tree) return []
  const asked = { query, filter, widen }
  const offers: readonly Offer[] = [
    ...corrected(db, tree).map((offer) => ({ ...asked, ...offer })),
    ...(widen ? [] : [{ ...asked, how: 'glossary', what: '', widen: true } as const]),
    ...otherwise(tree, anyForm).map((next) => ({ ...asked, how: 'any-form', what: '', query: next }) as const),
    ...withoutFilters(tree, asked),
    ...withoutWords(tree).map((offer) => ({ ...asked, ...offer })),
    ...otherwise(tree, anyWord).map((next) => ({ ...asked, how: 'any-word', what: '', query: next }) as const),
  ]
  const found: Widening[] = []
  for (const offer of offers) {
    if (found.length >= mostOffered) break
    if (found.some((each) => sameAsk(each, offer))) continue
    const total = totalOf(db, offer)
    if (total > 0) found.push({ ...offer, total })
  }
  return found
}

const sameAsk = (a: Offer, b: Offer) =>
  a.query === b.query && a.widen === b.widen && JSON.stringify(a.filter) === JSON.stringify(b.filter)

function totalOf(db: Reader, { query, filter, widen }: Offer): number {
  const plan = planOf(db, parseQuery(query), { filter, asYouType: false, widen })
  return paragraphsFound(db, plan, scopeOf(db, plan.filter)).length
}

/** Words as the archive writes them: also those of phrases, which are not repaired by themselves. */
function corrected(db: Reader, tree: QueryNode): readonly Pick<Offer, 'how' | 'what' | 'query'>[] {
  return leavesOf(tree).flatMap((leaf) =>
    tokensOf(leaf.text)
      .flatMap(({ form, start, end }) =>
        nearestForms(db, form, 2)
          .filter((nearest) => nearest.form !== form)
          .map((nearest) => ({ nearest: nearest.form, start, end })),
      )
      .slice(0, mostTried)
      .map(({ nearest, start, end }) => {
        const text = leaf.text.slice(0, start) + nearest + leaf.text.slice(end)
        return {
          how: 'typo',
          what: nearest,
          query: printQuery(replaced(tree, leaf, { ...leaf, text })),
        } as const
      }),
  )
}

function withoutFilters(tree: QueryNode, { query, filter, widen }: Omit<Offer, 'how' | 'what'>): readonly Offer[] {
  const fields = Object.keys(filter) as (keyof SearchFilter)[]
  const each = fields.map((field): Offer => {
    const rest = Object.fromEntries(Object.entries(filter).filter(([name]) => name !== field))
    return { how: 'without-filter', what: field, query, widen, filter: rest }
  })
  const all: readonly Offer[] = fields.length > 1 ? [{ how: 'without-filter', what: '', query, widen, filter: {} }] : []
  const typed = conjuncts(tree)
    .filter(({ kind }) => kind === 'code' || kind === 'attribute')
    .map((node): Offer => ({
      how: 'without-filter',
      what: printQuery(node),
      query: printQuery(replaced(tree, node, null) ?? tree),
      filter,
      widen,
    }))
  return [...each, ...typed, ...all]
}

/** One word fewer: the rarest chance first is not known, so each is tried. */
function withoutWords(tree: QueryNode): readonly Pick<Offer, 'how' | 'what' | 'query'>[] {
  const parts = conjuncts(tree)
  if (parts.filter(({ kind }) => kind !== 'not' && kind !== 'code' && kind !== 'attribute').length < 2) return []
  return parts
    .filter(({ kind }) => kind !== 'code' && kind !== 'attribute' && kind !== 'within')
    .slice(0, mostTried)
    .map((part) => ({
      how: 'without-word',
      what: printQuery(part),
      query: printQuery(replaced(tree, part, null) ?? tree),
    }))
}

/** The same question with every node changed, where that is another question. */
function otherwise(tree: QueryNode, change: (node: QueryNode) => QueryNode): readonly string[] {
  const next = printQuery(changed(tree, change))
  return next === printQuery(tree) ? [] : [next]
}
const anyForm = (node: QueryNode): QueryNode =>
  node.kind === 'words' || node.kind === 'phrase' ? { ...node, isExact: false } : node
const anyWord = (node: QueryNode): QueryNode => {
  if (node.kind === 'phrase' || node.kind === 'near') {
    const words = node.text.split(/\s+/).filter((word) => tokensOf(word).length > 0)
    const parts = words.map((text): QueryNode => ({
      kind: 'words',
      text: foldWord(text),
      isPrefix: false,
      isExact: false,
    }))
    return parts.length > 1 ? { kind: 'or', parts } : node
  }
  if (node.kind !== 'and') return node
  const words = node.parts.filter(({ kind }) => kind !== 'not' && kind !== 'code' && kind !== 'attribute')
  const others = node.parts.filter((part) => !words.includes(part))
  const either: QueryNode = { kind: 'or', parts: words }
  return words.length < 2 ? node : others.length === 0 ? either : { kind: 'and', parts: [either, ...others] }
}

type Leaf = Extract<QueryNode, { kind: 'words' | 'phrase' | 'near' }>

function leavesOf(node: QueryNode): readonly Leaf[] {
  if (node.kind === 'and' || node.kind === 'or') return node.parts.flatMap(leavesOf)
  return node.kind === 'words' || node.kind === 'phrase' || node.kind === 'near' ? [node] : []
}

/** What must all be true: the parts of the whole question. */
function conjuncts(tree: QueryNode): readonly QueryNode[] {
  return tree.kind === 'and' ? tree.parts : [tree]
}

function changed(node: QueryNode, change: (node: QueryNode) => QueryNode): QueryNode {
  const inner: QueryNode =
    node.kind === 'and' || node.kind === 'or'
      ? { ...node, parts: node.parts.map((part) => changed(part, change)) }
      : node
  return change(inner)
}

function replaced(tree: QueryNode, node: QueryNode, by: QueryNode): QueryNode
function replaced(tree: QueryNode, node: QueryNode, by: QueryNode | null): QueryNode | null
function replaced(tree: QueryNode, node: QueryNode, by: QueryNode | null): QueryNode | null {
  if (tree === node) return by
  if (tree.kind !== 'and' && tree.kind !== 'or') return tree
  const parts = tree.parts.map((part) => replaced(part, node, by)).filter((part) => part !== null)
  return parts.length > 1 ? { ...tree, parts } : (parts[0] ?? null)
}
