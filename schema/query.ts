/**
 * The one query language, for search and retrieval: text into a tree, never an error.
 *
 *   shelter money          both words, in any form           "change doors"      the words in this order
 *   shelter OR приют, |    either                            "money doors"~5     at most 5 words between them
 *   -police, NOT police    without                           shel*               words that begin so
 *   (a OR b) c             brackets                          =shelters           this form only
 *   #4e, code:4e, #"Terms of the money", #set:Money          passages with this code or one below it
 *   actor:ngo, year:>2008, place:Oslo|"New town"             documents by what is known of them
 *   #4e overlaps #0, inside, near 50 words, followed by (within 2 turns), same speaker as, absent
 *   … within paragraph | turn | document | case | 50 words   where all of it must hold
 *
 * NOT binds closest, then relations, AND (or nothing between), OR, and `within` takes all before it.
 * What is malformed becomes a problem with its place; the tree is then the nearest reading.
 */
import { lexQuery, type Lexeme } from './query-lexer.ts'
import type { ProblemKind, QueryNode, QueryProblem, ReadQuery, Reach, Relation, Span } from './query-tree.ts'

const deepest = 20
const takesReach: ReadonlySet<Relation> = new Set<Relation>(['near', 'followed-by', 'absent'])

/** The tree of a query; null where there is nothing to search for. */
export function parseQuery(input: string): QueryNode | null {
  return readQuery(input).tree
}

/** The tree of a query with what is wrong in it, by place. */
export function readQuery(input: string): ReadQuery {
  const { lexemes, problems: lexical } = lexQuery(input)
  const problems: QueryProblem[] = [...lexical]
  let at = 0
  const signAt = (): Lexeme['sign'] | null => lexemes[at]?.sign ?? null
  const problem = (kind: ProblemKind, { start, end }: Span) =>
    problems.push({ kind, start, end, what: input.slice(start, end), nearest: [] })

  const parseWhole = (depth: number): QueryNode | null => {
    let node = parseOr(depth)
    for (let lexeme = lexemes[at]; lexeme?.sign === 'within'; lexeme = lexemes[at]) {
      at++
      if (!node) problem('nothing-before', lexeme.at)
      else node = { kind: 'within', reach: lexeme.reach, part: node, at: over(node.at, lexeme.at) }
      // What stands after `within` belongs to the whole again.
      const more = parseOr(depth)
      node = joined('and', [node, more])
    }
    return node
  }
  const parseOr = (depth: number): QueryNode | null => {
    const parts = [parseAnd(depth)]
    for (let lexeme = lexemes[at]; lexeme?.sign === 'or'; lexeme = lexemes[at]) {
      if (parts.at(-1) === null) problem('nothing-before', lexeme.at)
      at++
      const next = parseAnd(depth)
      if (next === null && signAt() !== 'or') problem('nothing-after', lexeme.at)
      parts.push(next)
    }
    return joined('or', parts)
  }
  const parseAnd = (depth: number): QueryNode | null => {
    const parts: (QueryNode | null)[] = []
    for (let lexeme = lexemes[at]; lexeme; lexeme = lexemes[at]) {
      if (lexeme.sign === 'or' || lexeme.sign === 'within' || (lexeme.sign === 'close' && depth > 0)) break
      if (lexeme.sign === 'close') {
        problem('bracket-stray', lexeme.at)
        at++
      } else if (lexeme.sign === 'and') {
        if (parts.length === 0) problem('nothing-before', lexeme.at)
        at++
        if (!beginsTerm(signAt())) problem('nothing-after', lexeme.at)
      } else parts.push(parseRelated(depth))
    }
    return joined('and', parts)
  }
  const parseRelated = (depth: number): QueryNode | null => {
    const negation = lexemes[at]
    if (negation?.sign === 'not') {
      at++
      if (!beginsTerm(signAt())) {
        problem('nothing-after', negation.at)
        return null
      }
      const part = parseRelated(depth)
      return part && { kind: 'not', part, at: over(negation.at, part.at) }
    }
    let left = parseOne(depth)
    for (let lexeme = lexemes[at]; lexeme?.sign === 'relation'; lexeme = lexemes[at]) {
      at++
      if (!beginsTerm(signAt()) || signAt() === 'not') {
        problem('nothing-after', lexeme.at)
        continue
      }
      const right = parseOne(depth)
      if (!left) problem('nothing-before', lexeme.at)
      if (!left || !right) left ??= right
      else {
        const reach = lexeme.reach ?? (takesReach.has(lexeme.relation) ? reachAfter() : null)
        left = {
          kind: 'relation',
          relation: lexeme.relation,
          left,
          right,
          reach,
          at: over(left.at, lexemes[at - 1]?.at),
        }
      }
    }
    return left
  }
  const reachAfter = (): Reach | null => {
    const lexeme = lexemes[at]
    if (lexeme?.sign !== 'within') return null
    at++
    return lexeme.reach
  }
  const parseOne = (depth: number): QueryNode | null => {
    const lexeme = lexemes[at]
    if (lexeme?.sign === 'node') {
      at++
      return lexeme.node
    }
    if (lexeme?.sign !== 'open') return null
    at++
    if (depth >= deepest) {
      problem('too-deep', lexeme.at)
      return null
    }
    const before = problems.length
    const inner = parseWhole(depth + 1)
    const close = lexemes[at]
    if (close?.sign === 'close') at++
    else problem('bracket-open', lexeme.at)
    if (!inner && problems.length === before) problem('nothing-in-brackets', over(lexeme.at, close?.at))
    return inner
  }
  const tree = parseWhole(0)
  return { tree, problems: problems.toSorted((a, b) => a.start - b.start || a.end - b.end) }
}

const beginsTerm = (sign: Lexeme['sign'] | null): boolean => sign === 'node' || sign === 'open' || sign === 'not'

const over = (first: Span | undefined, last: Span | undefined): Span => ({
  start: first?.start ?? last?.start ?? 0,
  end: last?.end ?? first?.end ?? 0,
})

/** The parts together; rows of the same kind in each other are one row. */
function joined(kind: 'and' | 'or', parts: readonly (QueryNode | null)[]): QueryNode | null {
  const found = parts.filter((part) => part !== null).flatMap((part) => (part.kind === kind ? part.parts : [part]))
  const [first] = found
  return found.length > 1 ? { kind, parts: found, at: over(first?.at, found.at(-1)?.at) } : (first ?? null)
}
