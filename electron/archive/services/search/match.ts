/**
 * A query's tree into FTS5's own language. A person's characters never get there: only stems and
 * forms do, each in quotes, so no text can be a syntax error or mean something else than it says.
 */
import type { QueryNode } from '../../../../schema/query.ts'
import type { Reader } from '../../db.ts'
import { stemOf } from '../../text/stems.ts'
import { tokensOf, type Token } from '../../text/tokens.ts'
import { isBeginning, isKnown, nearestForms, tailStems } from './lexicon.ts'

export interface Match {
  /** For `fts_stem MATCH`; null: nothing to search for. */
  readonly stems: string | null
  /** For `fts_form MATCH` on the same rowids, where exact forms are asked for. */
  readonly forms: string | null
  /** What to mark in the text. */
  readonly marks: {
    readonly stems: ReadonlySet<string>
    readonly forms: ReadonlySet<string>
    readonly prefixes: readonly string[]
  }
  readonly corrected: readonly { readonly from: string; readonly to: readonly string[] }[]
  /** Terms that search passed over because they belong to retrieval. */
  readonly passedOver: readonly string[]
}

const quoted = (words: string) => `"${words.replaceAll('"', '""')}"`
const mostAlternatives = 64

export function matchOf(db: Reader, tree: QueryNode | null, lastIsUnfinished: boolean): Match {
  const stems = new Set<string>()
  const forms = new Set<string>()
  const prefixes: string[] = []
  const corrected: { from: string; to: string[] }[] = []
  const passedOver: string[] = []
  const exact: string[] = []
  const last = lastIsUnfinished ? lastWords(tree) : null

  const oneWord = (token: Token, isPrefix: boolean, isUnfinished: boolean): string => {
    // A word still being written that no word begins like may be a whole one, in another form or mistyped.
    if (isPrefix || (isUnfinished && isBeginning(db, token.form))) {
      const tail = tailStems(db, token.form, mostAlternatives)
      prefixes.push(token.form)
      for (const stem of [token.stem, ...tail]) stems.add(stem)
      return either([`${quoted(token.form)}*`, ...[token.stem, ...tail].map(quoted)])
    }
    stems.add(token.stem)
    if (isKnown(db, token.form) || token.form.length < 3 || /^\p{Nd}+$/u.test(token.form)) return quoted(token.stem)
    const nearest = nearestForms(db, token.form, 8).filter(({ stem }) => stem !== token.stem)
    if (nearest.length === 0 || hasStem(db, token.stem)) return quoted(token.stem)
    corrected.push({ from: token.form, to: nearest.map(({ form }) => form) })
    for (const { stem } of nearest) stems.add(stem)
    return either([token.stem, ...nearest.map(({ stem }) => stem)].map(quoted))
  }

  const written = (node: QueryNode): string | null => {
    switch (node.kind) {
      case 'words':
      case 'phrase': {
        const tokens = tokensOf(node.text)
        if (tokens.length === 0) return null
        if (node.isExact) {
          for (const { form } of tokens) forms.add(form)
          exact.push(quoted(tokens.map(({ form }) => form).join(' ')))
          return quoted(tokens.map(({ stem }) => stem).join(' '))
        }
        const [only, ...more] = tokens
        if (only && more.length === 0) return oneWord(only, node.kind === 'words' && node.isPrefix, node === last)
        for (const { stem } of tokens) stems.add(stem)
        const phrase = quoted(tokens.map(({ stem }) => stem).join(' '))
        if (node.kind === 'phrase' || !/\p{L}[-\u2010\u2011]\p{L}/u.test(node.text)) return phrase
        const joinedStem = stemOf(tokens.map(({ form }) => form).join('')) // well-being also finds wellbeing
        stems.add(joinedStem)
        return either([phrase, quoted(joinedStem)])
      }
      case 'near': {
        const tokens = tokensOf(node.text)
        for (const { stem } of tokens) stems.add(stem)
        if (tokens.length < 2) return tokens[0] ? quoted(tokens[0].stem) : null
        return `NEAR(${tokens.map(({ stem }) => quoted(stem)).join(' ')}, ${node.distance})`
      }
      case 'or': {
        const parts = node.parts.map(written).filter((part) => part !== null)
        return parts.length === 0 ? null : either(parts)
      }
      case 'and': {
        const wanted = node.parts
          .filter((part) => part.kind !== 'not')
          .map(written)
          .filter((part) => part !== null)
        const unwanted = node.parts
          .flatMap((part) => (part.kind === 'not' ? [unmarked(part.part)] : []))
          .filter((part) => part !== null)
        if (wanted.length === 0) return null // only exclusions are no question
        const all = wanted.length === 1 ? wanted[0]! : `(${wanted.join(' AND ')})`
        return unwanted.length === 0 ? all : `(${all} NOT ${either(unwanted)})`
      }
      case 'not':
        return null
      case 'code':
        passedOver.push(`#${node.name}`)
        return null
      case 'attribute':
        passedOver.push(`${node.name}:${node.value}`)
        return null
      case 'within':
        passedOver.push('within')
        return null
    }
  }
  /** What is not wanted is not marked either, nor repaired. */
  const unmarked = (node: QueryNode): string | null => {
    if (node.kind === 'and' || node.kind === 'or') {
      const parts = node.parts.map(unmarked).filter((part) => part !== null)
      return parts.length === 0 ? null : `(${parts.join(node.kind === 'and' ? ' AND ' : ' OR ')})`
    }
    if (node.kind !== 'words' && node.kind !== 'phrase' && node.kind !== 'near') return null
    const tokens = tokensOf(node.text)
    if (tokens.length === 0) return null
    const star = node.kind === 'words' && node.isPrefix ? '*' : ''
    return quoted(tokens.map(({ stem, form }) => (star ? form : stem)).join(' ')) + star
  }

  const text = tree ? written(tree) : null
  return {
    stems: text,
    forms: exact.length > 0 ? exact.join(' AND ') : null,
    marks: { stems, forms, prefixes },
    corrected,
    passedOver,
  }
}

function either(parts: readonly string[]): string {
  const distinct = [...new Set(parts)].slice(0, 256)
  return distinct.length === 1 ? distinct[0]! : `(${distinct.join(' OR ')})`
}

function hasStem(db: Reader, stem: string): boolean {
  return db.get({ text: 'SELECT 1 FROM fts_stem WHERE fts_stem MATCH ? LIMIT 1', values: [quoted(stem)] }) !== undefined
}

/** The word a person is still writing: the last of the query, when it is a plain one. */
function lastWords(node: QueryNode | null): QueryNode | null {
  if (node === null) return null
  if (node.kind === 'and' || node.kind === 'or') return lastWords(node.parts.at(-1) ?? null)
  return node.kind === 'words' ? node : null
}
