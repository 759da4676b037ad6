/** A query's tree as a person would write it: for offers to ask otherwise. Parsed again it is the same tree. */
import type { QueryNode } from '../../../../schema/query.ts'

export function writtenQuery(node: QueryNode): string {
  switch (node.kind) {
    case 'words':
      return `${node.isExact ? '=' : ''}${node.text}`
    case 'phrase':
      return `${node.isExact ? '=' : ''}"${node.text}"`
    case 'near':
      return `"${node.text}"~${node.distance}`
    case 'and':
      return node.parts.map((part) => inBrackets(part, part.kind === 'or')).join(' ')
    case 'or':
      return node.parts.map((part) => inBrackets(part, part.kind === 'and')).join(' OR ')
    case 'not':
      return `NOT ${inBrackets(node.part, node.part.kind === 'and' || node.part.kind === 'or')}`
    case 'code':
      return `#${node.name}`
    case 'attribute':
      return `${node.name}:${node.value}`
    case 'within':
      return node.unit === 'words' ? `within ${node.count} words` : `within ${node.unit}`
  }
}

function inBrackets(node: QueryNode, isNeeded: boolean): string {
  return isNeeded ? `(${writtenQuery(node)})` : writtenQuery(node)
}
