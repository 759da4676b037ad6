/** A query's text as a row of lexemes with their places. Nothing here fails: what is not known is a word. */
import type { Operator } from './attribute.ts'
import { operatorWords, filterCalled, relationWords, unitWords } from './query-names.ts'
import {
  reachUnits,
  relations,
  type QueryNode,
  type QueryProblem,
  type Reach,
  type Relation,
  type Span,
} from './query-tree.ts'

type Sign =
  | { readonly sign: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { readonly sign: 'relation'; readonly relation: Relation; readonly reach: Reach | null }
  | { readonly sign: 'within'; readonly reach: Reach }
  | { readonly sign: 'node'; readonly node: QueryNode }
export type Lexeme = Sign & { readonly at: Span }

export interface Lexed {
  readonly lexemes: readonly Lexeme[]
  readonly problems: readonly QueryProblem[]
}

export const longestQuery = 2000
const mostNodes = 64
const mostLexemes = 1024
const quote = /["“”„«»]/
const spaceOf = /\s+/y
const nameOf = /[\p{L}\p{N}_\-/]+/uy
const attributeOf = /(\p{L}[\p{L}\p{N}_-]*):(?!\/\/)(!=|<=|>=|=|<|>)?/uy
const valueOf = /[^\s()|"“”„«»]+/uy
const wordOf = /[^\s()"“”„«»]+/uy
const minus = /[-−–](?=[\p{L}\p{N}"“„«(#=])/uy
const distanceOf = /~(\d{1,2})/y
const ends = '(?![\\p{L}\\p{N}_:])'

const spaced = (words: string) => words.replaceAll(' ', '\\s+')
/** The longest first: "same speaker as" is not "same speaker" and a word. */
const wordings = relations
  .flatMap((relation) =>
    [...relationWords[relation].en, ...relationWords[relation].ru].map((words) => ({ relation, words })),
  )
  .toSorted((a, b) => b.words.length - a.words.length)
  .map(({ relation, words }) => [relation, new RegExp(spaced(words) + ends, 'iuy')] as const)
const withinOf = new RegExp(`(?:within|в\\s+пределах|в\\s+одн(?:ом|ой))${ends}`, 'iuy')
const reachOf = /\s+(?:(\d{1,4})\s+)?(\p{L}+)(?![\p{L}\p{N}_:])/uy
const signs: ReadonlyMap<string, 'and' | 'or'> = new Map([
  ['|', 'or'],
  ['&', 'and'],
])

/** The lexemes of a text. Small words are read as operators only where it names a code or a condition. */
export function lexQuery(input: string): Lexed {
  const plain = lexed(input, false)
  const names = plain.lexemes.some(
    (lexeme) => lexeme.sign === 'node' && ['code', 'set', 'attribute'].includes(lexeme.node.kind),
  )
  return names ? lexed(input, true) : plain
}

function lexed(input: string, isNaming: boolean): Lexed {
  const text = input.slice(0, longestQuery)
  const lexemes: Lexeme[] = []
  const problems: QueryProblem[] = []
  const problem = (kind: QueryProblem['kind'], start: number, end: number) =>
    problems.push({ kind, start, end, what: input.slice(start, end), nearest: [] })
  let at = 0
  let nodes = 0
  while (at < text.length) {
    const space = matched(spaceOf, text, at)
    if (space) {
      at += space[0].length
      continue
    }
    if (nodes >= mostNodes || lexemes.length >= mostLexemes) break
    const [end, sign] = lexemeAt(text, at, isNaming, problem)
    const next = Math.max(end, at + 1)
    if (sign) lexemes.push({ ...sign, at: { start: at, end: next } })
    if (sign?.sign === 'node') nodes++
    at = next
  }
  if (at < input.length && input.slice(at).trim() !== '') problem('too-long', at, input.length)
  return { lexemes, problems }
}

type Report = (kind: QueryProblem['kind'], start: number, end: number) => void

/** Where the lexeme that begins at `at` ends, and what it is; null where it says nothing. */
function lexemeAt(text: string, at: number, isNaming: boolean, report: Report): readonly [number, Sign | null] {
  const first = text[at] ?? ''
  if (first === '(') return [at + 1, { sign: 'open' }]
  if (first === ')') return [at + 1, { sign: 'close' }]
  if (matched(minus, text, at)) return [at + 1, { sign: 'not' }]
  const isExact = first === '='
  if (quote.test(text[isExact ? at + 1 : at] ?? '')) return phraseAt(text, at, isExact, report)
  const code = first === '#' ? codeAt(text, at, at + 1, report) : null
  if (code) return code
  return (
    attributeAt(text, at, report) ??
    (isExact ? null : operatorAt(text, at, isNaming, report)) ??
    wordAt(text, at, isExact)
  )
}

function phraseAt(text: string, at: number, isExact: boolean, report: Report): readonly [number, Sign | null] {
  const from = isExact ? at + 1 : at
  const { inner, end } = quotedAt(text, from, report)
  const near = matched(distanceOf, text, end)
  if (near) {
    const node: QueryNode = {
      kind: 'near',
      text: inner,
      distance: Number(near[1]),
      at: { start: at, end: end + near[0].length },
    }
    return [end + near[0].length, { sign: 'node', node }]
  }
  return [end, { sign: 'node', node: { kind: 'phrase', text: inner, isExact, at: { start: at, end } } }]
}

/** What stands between quotes that open at `at`. */
function quotedAt(text: string, at: number, report: Report): { readonly inner: string; readonly end: number } {
  const length = text.slice(at + 1).search(quote)
  if (length < 0) {
    report('quote-open', at, text.length)
    return { inner: text.slice(at + 1).normalize('NFC'), end: text.length }
  }
  return { inner: text.slice(at + 1, at + 1 + length).normalize('NFC'), end: at + length + 2 }
}

/** `name` begins after `#` or `code:`. Null: it is no code, but a word like any other. */
function codeAt(text: string, at: number, name: number, report: Report): readonly [number, Sign | null] | null {
  const set = /set:|набор:/iuy
  const isSet = matched(set, text, name)
  const from = name + (isSet?.[0].length ?? 0)
  const isQuoted = quote.test(text[from] ?? '')
  const bare = isQuoted ? null : matched(nameOf, text, from)
  const { inner, end } = isQuoted
    ? quotedAt(text, from, report)
    : { inner: bare?.[0].normalize('NFC') ?? '', end: from + (bare?.[0].length ?? 0) }
  const called = inner.trim()
  if (called === '') {
    if (from === at + 1 && !isQuoted && !/^(?:\s|$|[()])/.test(text.slice(from, from + 1))) return null
    report('name-missing', at, Math.max(end, at + 1))
    return [end, null]
  }
  const node: QueryNode = isSet
    ? { kind: 'set', name: called, at: { start: at, end } }
    : { kind: 'code', name: called, at: { start: at, end } }
  return [end, { sign: 'node', node }]
}

/** `actor:ngo`, `year:>2008`, `place:"New town"|Oslo`. */
function attributeAt(text: string, at: number, report: Report): readonly [number, Sign | null] | null {
  const head = matched(attributeOf, text, at)
  if (!head?.[1]) return null
  const name = head[1].normalize('NFC').toLowerCase()
  let end = at + head[0].length
  if (name === 'code' || name === 'код') return codeAt(text, at, end, report)
  const values: string[] = []
  for (;;) {
    const isQuoted = quote.test(text[end] ?? '')
    const bare = isQuoted ? null : matched(valueOf, text, end)
    if (!isQuoted && !bare) break
    const value = isQuoted
      ? quotedAt(text, end, report)
      : { inner: bare?.[0].normalize('NFC') ?? '', end: end + (bare?.[0].length ?? 0) }
    if (value.inner.trim() !== '') values.push(value.inner.trim())
    end = value.end
    if (text[end] !== '|') break
    end++
  }
  if (values.length === 0) {
    // "He said:" is a word with a colon; `kind:` is a filter without its value.
    if (filterCalled(name) === null || head[2] !== undefined) return null
    report('value-missing', at, end)
    return [end, null]
  }
  const operator = (head[2] as Operator | undefined) ?? '='
  return [end, { sign: 'node', node: { kind: 'attribute', name, operator, values, at: { start: at, end } } }]
}

function operatorAt(
  text: string,
  at: number,
  isNaming: boolean,
  report: Report,
): readonly [number, Sign | null] | null {
  const raw = matched(wordOf, text, at)?.[0] ?? ''
  const sign = signs.get(raw)
  if (sign) return [at + raw.length, { sign }]
  const isOperator = (written: string) =>
    isNaming || (written === written.toUpperCase() && written !== written.toLowerCase())
  for (const operator of ['and', 'or', 'not'] as const)
    if (operatorWords[operator].includes(raw.toLowerCase()) && isOperator(raw))
      return [at + raw.length, { sign: operator }]
  const within = matched(withinOf, text, at)
  if (within && isOperator(within[0])) {
    const after = at + within[0].length
    const reach = reachAt(text, after)
    if (reach) return [reach.end, { sign: 'within', reach: reach.reach }]
    report('reach-unknown', at, after)
    return [after, null]
  }
  for (const [relation, wording] of wordings) {
    const words = matched(wording, text, at)
    if (!words || !isOperator(words[0])) continue
    const end = at + words[0].length
    const reach = relation === 'near' ? reachAt(text, end) : null
    if (reach?.isCounted) return [reach.end, { sign: 'relation', relation, reach: reach.reach }]
    return [end, { sign: 'relation', relation, reach: null }]
  }
  return null
}

/** ` 50 words`, ` paragraph`, ` 2 реплик`. Words must be counted. */
function reachAt(
  text: string,
  at: number,
): { readonly reach: Reach; readonly end: number; readonly isCounted: boolean } | null {
  const found = matched(reachOf, text, at)
  const [all = '', number, word = ''] = found ?? []
  const isCounted = number !== undefined
  const unit = reachUnits.find((each) => {
    const { en, ru } = unitWords[each]
    return (isCounted ? en[1] : en[0]).test(word.toLowerCase()) || (isCounted ? ru[1] : ru[0]).test(word.toLowerCase())
  })
  if (!unit || (unit === 'words' && !isCounted)) return null
  return { reach: { unit, count: isCounted ? Number(number) : 0 }, end: at + all.length, isCounted }
}

function wordAt(text: string, at: number, isExact: boolean): readonly [number, Sign] {
  const raw = matched(wordOf, text, at)?.[0] ?? text[at] ?? ''
  const written = (isExact ? raw.slice(1) : raw).normalize('NFC')
  const end = at + raw.length
  return [
    end,
    {
      sign: 'node',
      node: { kind: 'words', text: written, isPrefix: written.endsWith('*'), isExact, at: { start: at, end } },
    },
  ]
}

function matched(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
