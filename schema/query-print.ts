/** A tree as a person would write it, in the words of a language. Read again it is the same tree. */
import { namesAnything, operatorWords, relationWords, type QueryTongue } from './query-names.ts'
import type { QueryNode, Reach, ReachUnit } from './query-tree.ts'

interface Style {
  readonly tongue: QueryTongue
  /** A word of the language as it must be written here: in capitals where small letters would be words. */
  readonly said: (word: string) => string
}

export function printQuery(tree: QueryNode, tongue: QueryTongue = 'en'): string {
  return printed(tree, { tongue, said: namesAnything(tree) ? (word) => word : (word) => word.toUpperCase() })
}

/** Russian where the query was written in Russian words. */
export function tongueOf(text: string): QueryTongue {
  return /(?:^|[\s)])(?:и|или|не|внутри|пересекает|рядом|затем|отсутствует|в\s+пределах)(?=[\s(]|$)/iu.test(text)
    ? 'ru'
    : 'en'
}

function printed(node: QueryNode, style: Style): string {
  const { tongue, said } = style
  const operator = (name: 'and' | 'or' | 'not') => said(operatorWords[name][tongue === 'ru' ? 1 : 0])
  const inBrackets = (part: QueryNode, isNeeded: boolean) =>
    isNeeded ? `(${printed(part, style)})` : printed(part, style)
  switch (node.kind) {
    case 'words':
      return `${node.isExact ? '=' : ''}${node.text}`
    case 'phrase':
      return `${node.isExact ? '=' : ''}"${node.text}"`
    case 'near':
      return `"${node.text}"~${node.distance}`
    case 'code':
      return `#${namedInQuery(node.name)}`
    case 'set':
      return `#set:${namedInQuery(node.name)}`
    case 'attribute':
      return `${node.name}:${node.operator === '=' ? '' : node.operator}${node.values.map(valueInQuery).join('|')}`
    case 'or':
      return node.parts
        .map((part) => inBrackets(part, part.kind === 'and' || part.kind === 'within'))
        .join(` ${operator('or')} `)
    case 'and': {
      const between = style.said('a') === 'a' ? ` ${operator('and')} ` : ' '
      return node.parts
        .map((part, n) => {
          const text = inBrackets(part, part.kind === 'or' || part.kind === 'within')
          return n === 0 ? text : `${part.kind === 'not' ? ' ' : between}${text}`
        })
        .join('')
    }
    case 'not':
      return `${operator('not')} ${inBrackets(node.part, ['and', 'or', 'within'].includes(node.part.kind))}`
    case 'within': {
      // A relation would take a `within` behind it for its own.
      const isSimple = isLeaf(node.part) || node.part.kind === 'within'
      return `${inBrackets(node.part, !isSimple && hasRelation(node.part))} ${said(reachWords(node.reach, tongue))}`
    }
    case 'relation': {
      const { relation, left, right, reach } = node
      const side = (part: QueryNode) =>
        inBrackets(part, !isLeaf(part) || (part.kind === 'words' && /^\d/.test(part.text)))
      const words = said(relationWords[relation][tongue][0] ?? relation)
      if (relation === 'near' && reach && reach.count > 0)
        return `${side(left)} ${words} ${said(counted(reach, tongue))} ${side(right)}`
      return `${side(left)} ${words} ${side(right)}${reach ? ` ${said(reachWords(reach, tongue))}` : ''}`
    }
  }
}

const isLeaf = ({ kind }: QueryNode) => !['and', 'or', 'not', 'relation', 'within'].includes(kind)

function hasRelation(node: QueryNode): boolean {
  return (
    node.kind === 'relation' ||
    (node.kind === 'not' && hasRelation(node.part)) ||
    ((node.kind === 'and' || node.kind === 'or') && node.parts.some(hasRelation))
  )
}

/** A code's or a set's name as it stands behind `#`. */
export const namedInQuery = (name: string) => (/^[\p{L}\p{N}_\-/]+$/u.test(name) ? name : `"${name}"`)
export const valueInQuery = (value: string) =>
  /^[^\s()|"“”„«»<>=!]+$/u.test(value) && !value.startsWith('//') ? value : `"${value}"`

const oneUnit: Readonly<Record<QueryTongue, Readonly<Record<ReachUnit, string>>>> = {
  en: { words: 'words', paragraph: 'paragraph', turn: 'turn', document: 'document', case: 'case' },
  ru: { words: 'слов', paragraph: 'абзаца', turn: 'реплики', document: 'документа', case: 'случая' },
}
const manyUnits: Readonly<Record<QueryTongue, Readonly<Record<ReachUnit, string>>>> = {
  en: { words: 'words', paragraph: 'paragraphs', turn: 'turns', document: 'documents', case: 'cases' },
  ru: { words: 'слов', paragraph: 'абзацев', turn: 'реплик', document: 'документов', case: 'случаев' },
}

function counted({ unit, count }: Reach, tongue: QueryTongue): string {
  return `${count} ${manyUnits[tongue][unit]}`
}

/** `within paragraph`, `within 50 words`. */
export function reachWords(reach: Reach, tongue: QueryTongue): string {
  const words = tongue === 'ru' ? 'в пределах' : 'within'
  return reach.count > 0 || reach.unit === 'words'
    ? `${words} ${counted(reach, tongue)}`
    : `${words} ${oneUnit[tongue][reach.unit]}`
}
