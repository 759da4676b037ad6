/** A query's text cut into pieces for showing: what each names, and whether something is wrong there. */
import { childrenOf, type QueryNode, type QueryProblem } from '../../schema/query-tree.ts'
import { parseQuery } from '../../schema/query.ts'

export interface QueryPiece {
  readonly start: number
  readonly text: string
  /** '' between the parts: operators, brackets, spaces. */
  readonly names: 'code' | 'attribute' | 'words' | ''
  readonly isWrong: boolean
}

/** All of the text, in order. */
export function piecesOf(query: string, problems: readonly QueryProblem[]): readonly QueryPiece[] {
  const leaves: { readonly start: number; readonly end: number; readonly names: QueryPiece['names'] }[] = []
  const walk = (node: QueryNode): void => {
    const names =
      node.kind === 'code' || node.kind === 'set' ? 'code' : node.kind === 'attribute' ? 'attribute' : 'words'
    const parts = childrenOf(node)
    if (parts.length > 0) parts.forEach(walk)
    else if (node.at) leaves.push({ ...node.at, names })
  }
  const tree = parseQuery(query)
  if (tree) walk(tree)
  const borders = [0, query.length, ...[...leaves, ...problems].flatMap(({ start, end }) => [start, end])]
  const places = [...new Set(borders)].filter((at) => at <= query.length).toSorted((a, b) => a - b)
  return places.slice(0, -1).map((start, n) => {
    const end = places[n + 1] ?? start
    const covers = (span: { readonly start: number; readonly end: number }) => span.start <= start && end <= span.end
    return {
      start,
      text: query.slice(start, end),
      names: leaves.find(covers)?.names ?? '',
      isWrong: problems.some(covers),
    }
  })
}
