/**
 * The one query language, for search and retrieval: text into a tree, never an error.
 *
 *   shelter money          both words, in any form           "change doors"      the words in this order
 *   shelter OR приют, |    either                            "money doors"~5     at most 5 words between them
 *   -police, NOT police    without                           shel*               words that begin so
 *   (a OR b) c             brackets                          =shelters           this form only
 *   #4e, code:4e, kind:report, within paragraph              codes and attributes: for retrieval
 */

export type QueryNode =
  | { readonly kind: 'words'; readonly text: string; readonly isPrefix: boolean; readonly isExact: boolean }
  | { readonly kind: 'phrase'; readonly text: string; readonly isExact: boolean }
  /** `distance`: the most words that may stand between. */
  | { readonly kind: 'near'; readonly text: string; readonly distance: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode }
  | { readonly kind: 'code'; readonly name: string }
  | { readonly kind: 'attribute'; readonly name: string; readonly value: string }
  | { readonly kind: 'within'; readonly unit: 'paragraph' | 'turn' | 'words'; readonly count: number }

type Sign = { readonly sign: 'open' | 'close' | 'or' | 'and' | 'not' }
type Lexeme = Sign | { readonly sign: 'node'; readonly node: QueryNode }

const quotes = /["“”„«»]/
const mostLexemes = 64
const deepest = 20

/** The tree of a query; null where there is nothing to search for. */
export function parseQuery(input: string): QueryNode | null {
  const lexemes = lex(input.normalize('NFC').slice(0, 2000))
  let at = 0
  const isAt = (sign: Lexeme['sign']) => lexemes[at]?.sign === sign

  const parseOr = (depth: number): QueryNode | null => {
    const parts = [parseAnd(depth)]
    while (isAt('or')) {
      at++
      parts.push(parseAnd(depth))
    }
    return joined('or', parts)
  }
  const parseAnd = (depth: number): QueryNode | null => {
    const parts: (QueryNode | null)[] = []
    while (at < lexemes.length && !isAt('or') && !(isAt('close') && depth > 0)) {
      if (isAt('and') || isAt('close')) at++
      else parts.push(parseOne(depth))
    }
    return joined('and', parts)
  }
  const parseOne = (depth: number): QueryNode | null => {
    const lexeme = lexemes[at++]
    if (lexeme?.sign === 'not') {
      if (at >= lexemes.length || isAt('or') || isAt('close') || isAt('and')) return null
      const part = parseOne(depth)
      return part && { kind: 'not', part }
    }
    if (lexeme?.sign === 'open') {
      if (depth >= deepest) return null
      const inner = parseOr(depth + 1)
      if (isAt('close')) at++
      return inner
    }
    return lexeme?.sign === 'node' ? lexeme.node : null
  }
  return parseOr(0)
}

function joined(kind: 'and' | 'or', parts: readonly (QueryNode | null)[]): QueryNode | null {
  const found = parts.filter((part) => part !== null)
  return found.length > 1 ? { kind, parts: found } : (found[0] ?? null)
}

function lex(input: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  let at = 0
  while (at < input.length && lexemes.length < mostLexemes) {
    const rest = input.slice(at)
    const space = /^\s+/.exec(rest)
    if (space) {
      at += space[0].length
      continue
    }
    const [lexeme, length] = lexemeAt(rest)
    lexemes.push(lexeme)
    at += Math.max(1, length)
  }
  return lexemes
}

const operators: Readonly<Record<string, Sign['sign']>> = {
  OR: 'or',
  ИЛИ: 'or',
  '|': 'or',
  AND: 'and',
  И: 'and',
  '&': 'and',
  NOT: 'not',
  НЕ: 'not',
}

/** The lexeme that `rest` begins with and how long it is. */
function lexemeAt(rest: string): readonly [Lexeme, number] {
  const [first = ''] = rest
  if (first === '(') return [{ sign: 'open' }, 1]
  if (first === ')') return [{ sign: 'close' }, 1]
  if (/^[-−–](?=[\p{L}\p{N}"“„«(#=])/u.test(rest)) return [{ sign: 'not' }, 1]
  const exact = first === '='
  const body = exact ? rest.slice(1) : rest
  const lead = exact ? 1 : 0
  if (quotes.test(body[0] ?? '')) {
    const close = body.slice(1).search(quotes)
    const text = close < 0 ? body.slice(1) : body.slice(1, close + 1)
    const after = lead + 1 + text.length + (close < 0 ? 0 : 1)
    const near = /^~(\d{1,2})/.exec(rest.slice(after))
    if (near) return [{ sign: 'node', node: { kind: 'near', text, distance: Number(near[1]) } }, after + near[0].length]
    return [{ sign: 'node', node: { kind: 'phrase', text, isExact: exact } }, after]
  }
  const within = /^within\s+(?:(paragraph|turn)s?|(\d{1,4})\s+words?)(?![\p{L}\p{N}])/u.exec(rest)
  if (within) {
    const unit = (within[1] as 'paragraph' | 'turn' | undefined) ?? 'words'
    return [{ sign: 'node', node: { kind: 'within', unit, count: Number(within[2] ?? 0) } }, within[0].length]
  }
  const raw = /^[^\s()"“”„«»]+/.exec(rest)?.[0] ?? first
  const operator = operators[raw]
  if (operator) return [{ sign: operator }, raw.length]
  return [{ sign: 'node', node: termOf(raw, exact) }, raw.length]
}

function termOf(raw: string, isExact: boolean): QueryNode {
  const code = /^(?:#|code:)(\p{N}\p{L}?|[\p{L}\p{N}_-]+)$/u.exec(raw)
  if (code?.[1]) return { kind: 'code', name: code[1] }
  const attribute = /^(\p{L}[\p{L}\p{N}_-]*):([^\s:]+)$/u.exec(raw)
  if (attribute?.[1] && attribute[2] && !attribute[2].startsWith('//'))
    return { kind: 'attribute', name: attribute[1], value: attribute[2] }
  const text = isExact ? raw.slice(1) : raw
  return { kind: 'words', text, isPrefix: text.endsWith('*'), isExact }
}
