/**
 * What a term of a query looks for, and where that stands among the words of a text.
 *
 * A term is answered by any of its ways; a way is a row of steps, each of which one word must meet:
 * next to each other in this order, or (with a distance) in any order with few words between. The
 * index answers which paragraphs hold a term, this file where; both must agree.
 */
import type { Mark, MatchedBy } from '../../../../schema/search.ts'
import type { Token } from '../../text/tokens.ts'

/** What one word must be. */
export type Step =
  | { readonly stem: string }
  | { readonly form: string }
  /** Its form or its stem begins so. */
  | { readonly beginning: string }

export interface Way {
  readonly by: MatchedBy
  readonly steps: readonly Step[]
  /** Null: in this order, side by side. Else the most words that may stand between them, in any order. */
  readonly distance: number | null
}

export interface Term {
  /** As it was typed. */
  readonly typed: string
  /** Its own forms: words that are just so are found by form, others by stem. */
  readonly forms: ReadonlySet<string>
  readonly ways: readonly Way[]
}

/** Words of the token list that answer a term, `[first, last]`, both included. */
export interface Found {
  readonly term: Term
  readonly by: MatchedBy
  readonly first: number
  readonly last: number
}

const meets = ({ form, stem }: Token, step: Step): boolean => {
  if ('stem' in step) return stem === step.stem
  if ('form' in step) return form === step.form
  return form.startsWith(step.beginning) || stem.startsWith(step.beginning)
}

/** Every place where a term is answered, in order; of several ways to answer at one word the first counts. */
export function foundIn(tokens: readonly Token[], terms: readonly Term[]): readonly Found[] {
  const found: Found[] = []
  for (const term of terms)
    for (let at = 0; at < tokens.length; at++) {
      const match = answerAt(tokens, at, term)
      if (!match) continue
      found.push(match)
      at = match.last
    }
  return found.toSorted((a, b) => a.first - b.first || b.last - a.last)
}

/** Whether a term is answered anywhere. */
export function isAnswered(tokens: readonly Token[], term: Term): boolean {
  return tokens.some((_, at) => answerAt(tokens, at, term) !== null)
}

function answerAt(tokens: readonly Token[], at: number, term: Term): Found | null {
  const token = tokens[at]!
  for (const { by, steps, distance } of term.ways) {
    const last = distance === null ? rowFrom(tokens, at, steps) : nearFrom(tokens, at, steps, distance)
    if (last === null) continue
    const isItself = by === 'stem' && last === at && term.forms.has(token.form)
    return { term, by: isItself ? 'form' : by, first: at, last }
  }
  return null
}

/** The last word of a row of words that begins here. */
function rowFrom(tokens: readonly Token[], at: number, steps: readonly Step[]): number | null {
  for (const [n, step] of steps.entries()) {
    const token = tokens[at + n]
    if (!token || !meets(token, step)) return null
  }
  return at + steps.length - 1
}

/**
 * The last word of the shortest stretch from here that holds every step, where at most `distance` words
 * stand between its first and its last one: what FTS5's NEAR means for single words.
 */
function nearFrom(tokens: readonly Token[], at: number, steps: readonly Step[], distance: number): number | null {
  if (!steps.some((step) => meets(tokens[at]!, step))) return null
  const missing = new Set(steps)
  for (let here = at; here < tokens.length && here <= at + 1 + distance; here++) {
    for (const step of missing) if (meets(tokens[here]!, step)) missing.delete(step)
    if (missing.size === 0) return here
  }
  return null
}

/** As marks of the text that the tokens were read from; none lies in another. */
export function marksOf(tokens: readonly Token[], found: readonly Found[]): readonly Mark[] {
  const marks: Mark[] = []
  for (const { term, by, first, last } of found) {
    const { start } = tokens[first]!
    const { end } = tokens[last]!
    if (start >= (marks.at(-1)?.end ?? -1)) marks.push({ start, end, term: term.typed, by })
  }
  return marks
}
