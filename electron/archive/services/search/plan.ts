/**
 * A query's tree into what is asked of the index. A person's characters never get there: only stems
 * and forms do, each in quotes, so no text can be a syntax error or mean something else than it says.
 *
 * Every part of the tree becomes a conjunction: an expression of FTS5's own language, and conditions on
 * paragraph ids for what FTS5 cannot say (exact forms, filters). `@id` stands for the id in a condition.
 */
import type { QueryNode } from '../../../../schema/query-tree.ts'
import { printQuery, reachWords } from '../../../../schema/query-print.ts'
import type { SearchAnswer, SearchFilter } from '../../../../schema/search.ts'
import { sql, type Query, type Reader } from '../../db.ts'
import { tokensOf, type Token } from '../../text/tokens.ts'
import { stemOf } from '../../text/stems.ts'
import { conditionOf, filterNamed, narrowed } from './filters.ts'
import { meaningsOf } from './glossary-words.ts'
import { isBeginning, isKnown, nearestForms, tailStems } from './lexicon.ts'
import { isAnswered, type Step, type Term, type Way } from './terms.ts'

export interface Plan {
  /** Whether there is anything to search for. */
  readonly isAsked: boolean
  /** For `MATCH` on an index of stems; null where only conditions can answer. */
  readonly match: string | null
  /** Where the whole question is of exact forms: the same for `MATCH` on the index of forms alone. */
  readonly forms: string | null
  /** More conditions on a paragraph that the index found. */
  readonly where: readonly Query[]
  /** The same question asked of the words themselves. */
  readonly holds: (tokens: readonly Token[]) => boolean
  /** What to mark: the terms that are wanted. */
  readonly terms: readonly Term[]
  /** Filters that the query itself names, joined with those given beside it. */
  readonly filter: SearchFilter
  readonly corrected: SearchAnswer['corrected']
  readonly glossary: SearchAnswer['glossary']
  readonly passedOver: readonly string[]
}

export interface Wish {
  readonly filter: SearchFilter
  /** The last word is still being written. */
  readonly asYouType: boolean
  /** Also what the glossary says means the same. */
  readonly widen: boolean
}

interface Part {
  readonly match: string | null
  readonly forms: string | null
  readonly where: readonly Query[]
  readonly holds: (tokens: readonly Token[]) => boolean
}

/** Every paragraph that the filters let through. */
const everything: Part = { match: null, forms: null, where: [], holds: () => false }

const quoted = (words: string) => `"${words.replaceAll('"', '""')}"`
const mostAlternatives = 64
/** A shorter beginning stands in half of all paragraphs and says nothing; as a whole word it may. */
const shortestBeginning = 3

export function planOf(db: Reader, tree: QueryNode | null, wish: Wish): Plan {
  const terms: Term[] = []
  const corrected: { from: string; to: string[] }[] = []
  const glossary: { term: string; also: readonly string[] }[] = []
  const passedOver: string[] = []
  let { filter } = wish
  /** Filters named where something is wanted: without a word beside them they are the whole question. */
  let conditions = 0
  const unfinished = wish.asYouType ? lastWords(tree) : null

  const asPart = (term: Term): Part => ({
    match: either(term.ways.map(expressionOf)),
    forms: null,
    where: [],
    holds: (tokens) => isAnswered(tokens, term),
  })
  const wanted = (term: Term): Part => {
    terms.push(term)
    return asPart(term)
  }
  const widened = (typed: string, tokens: readonly Token[], ways: readonly Way[]): readonly Way[] => {
    const also = meaningsOf(db, tokens)
    if (also.length === 0) return ways
    glossary.push({ term: typed, also })
    return wish.widen ? [...ways, ...also.map((words) => wayOf(tokensOf(words), 'glossary'))] : ways
  }

  const oneWord = (typed: string, token: Token, isPrefix: boolean, isUnfinished: boolean, isWanted: boolean): Part => {
    const itself: Way = { by: 'stem', steps: [{ stem: token.stem }], distance: null }
    const term = (ways: readonly Way[]): Term => ({ typed, forms: new Set([token.form]), ways })
    const begins = isUnfinished && token.form.length >= shortestBeginning && isBeginning(db, token.form)
    // A word still being written that no word begins like may be a whole one, in another form or mistyped.
    if (isPrefix || begins) {
      const tail = tailStems(db, token.form, mostAlternatives).filter((stem) => stem !== token.stem)
      const beginning = (step: Step): Way => ({ by: 'beginning', steps: [step], distance: null })
      const ways = [itself, beginning({ beginning: token.form }), ...tail.map((stem) => beginning({ stem }))]
      return isWanted ? wanted(term(widened(typed, [token], ways))) : asPart(term(ways))
    }
    if (!isWanted) return asPart(term([itself]))
    const nearest =
      isKnown(db, token.form) || token.form.length < 3 || /^\p{Nd}+$/u.test(token.form) || hasStem(db, token.stem)
        ? []
        : nearestForms(db, token.form, 8).filter(({ stem }) => stem !== token.stem)
    if (nearest.length > 0) corrected.push({ from: typed, to: nearest.map(({ form }) => form) })
    const slips = nearest.map(({ stem }): Way => ({ by: 'typo', steps: [{ stem }], distance: null }))
    return wanted(term(widened(typed, [token], [itself, ...slips])))
  }

  const words = (node: Extract<QueryNode, { kind: 'words' | 'phrase' | 'near' }>, isWanted: boolean): Part | null => {
    const tokens = tokensOf(node.text)
    const [only, ...more] = tokens
    if (!only) return null
    const typed = node.text.trim()
    const forms = new Set(tokens.map(({ form }) => form))
    const keep = isWanted ? wanted : asPart
    if (node.kind !== 'near' && node.isExact) {
      const way: Way = { by: 'form', steps: tokens.map(({ form }) => ({ form })), distance: null }
      const { holds } = keep({ typed, forms, ways: [way] })
      const asForms = quoted(tokens.map(({ form }) => form).join(' '))
      const exact = sql`@id IN (SELECT rowid FROM fts_form WHERE fts_form MATCH ${asForms})`
      return { match: quoted(tokens.map(({ stem }) => stem).join(' ')), forms: asForms, where: [exact], holds }
    }
    if (more.length === 0)
      return oneWord(typed, only, node.kind === 'words' && node.isPrefix, node === unfinished, isWanted)
    if (node.kind === 'near')
      return keep({ typed, forms, ways: [{ ...wayOf(tokens, 'stem'), distance: node.distance }] })
    const row = wayOf(tokens, 'stem')
    const isHyphened = node.kind === 'words' && /\p{L}[-\u2010\u2011]\p{L}/u.test(node.text)
    const joined: Way = {
      by: 'joined', // well-being also finds wellbeing
      steps: [{ stem: stemOf(tokens.map(({ form }) => form).join('')) }],
      distance: null,
    }
    const ways = isHyphened ? [row, joined] : [row]
    return keep({ typed, forms, ways: isWanted ? widened(typed, tokens, ways) : ways })
  }

  const part = (node: QueryNode, isWanted: boolean, isTop: boolean): Part | null => {
    switch (node.kind) {
      case 'words':
      case 'phrase':
      case 'near':
        return words(node, isWanted)
      case 'or':
        return anyOf(node.parts.map((each) => part(each, isWanted, false)).filter((each) => each !== null))
      case 'and': {
        const all = node.parts
          .filter((each) => each.kind !== 'not')
          .map((each) => part(each, isWanted, isTop))
          .filter((each) => each !== null)
        if (all.length === 0 && isTop && conditions > 0) all.push(everything)
        const none = node.parts
          .flatMap((each) => (each.kind === 'not' ? [part(each.part, false, false)] : []))
          .filter((each) => each !== null)
        return allOf(all, none)
      }
      case 'not':
        return null // only exclusions are no question
      case 'code':
      case 'attribute': {
        const named = filterNamed(db, node)
        if (!named) {
          passedOver.push(printQuery(node))
          return null
        }
        if (isWanted) conditions++
        if (isTop) {
          filter = narrowed(filter, named)
          return null
        }
        return { match: null, forms: null, where: [conditionOf(db, named)], holds: () => false }
      }
      case 'within':
        // The paragraph is what search finds; any other reach belongs to retrieval.
        if (node.reach.unit !== 'paragraph' || node.reach.count > 0) passedOver.push(reachWords(node.reach, 'en'))
        return part(node.part, isWanted, isTop)
      case 'set':
      case 'relation':
        passedOver.push(printQuery(node))
        return null
    }
  }

  const asked = tree ? part(tree, true, true) : null
  const whole = asked ?? (conditions > 0 ? everything : null)
  return {
    isAsked: whole !== null && terms.length + conditions > 0,
    match: whole?.match ?? null,
    forms: whole?.forms ?? null,
    where: whole?.where ?? [],
    holds: whole?.holds ?? (() => false),
    terms,
    filter,
    corrected,
    glossary,
    passedOver,
  }
}

function wayOf(tokens: readonly Token[], by: Way['by']): Way {
  return { by, steps: tokens.map(({ stem }) => ({ stem })), distance: null }
}

/** A way in FTS5's language, asked of stems. */
function expressionOf({ steps, distance }: Way): string {
  const [only, ...more] = steps
  if (only && more.length === 0 && 'beginning' in only) return `${quoted(only.beginning)}*`
  const words = steps.map((step) => ('stem' in step ? step.stem : 'form' in step ? stemOf(step.form) : step.beginning))
  if (distance === null) return quoted(words.join(' '))
  return `NEAR(${words.map(quoted).join(' ')}, ${distance})`
}

function either(expressions: readonly string[]): string {
  const distinct = [...new Set(expressions)].slice(0, 256)
  return distinct.length === 1 ? distinct[0]! : `(${distinct.join(' OR ')})`
}

/** What all parts ask of the index of forms; null where one of them asks anything else. */
function formsOf(parts: readonly Part[], between: string): string | null {
  const forms = parts.flatMap(({ forms: asked }) => asked ?? [])
  return forms.length === parts.length ? `(${forms.join(between)})` : null
}

/** All of these and none of those; null where nothing is wanted. */
function allOf(all: readonly Part[], none: readonly Part[]): Part | null {
  const [first, ...more] = all
  if (!first) return null
  if (more.length === 0 && none.length === 0) return first
  const matches = all.flatMap(({ match }) => match ?? [])
  const match = matches.length > 1 ? `(${matches.join(' AND ')})` : (matches[0] ?? null)
  // FTS5 says "not" only beside something wanted, and only of what it can say itself.
  const sayable = (each: Part) => match !== null && each.match !== null && each.where.length === 0
  const unwanted = none.filter(sayable).flatMap(({ match: said }) => said ?? [])
  return {
    match: unwanted.length > 0 ? `(${match} NOT ${either(unwanted)})` : match,
    forms: none.length === 0 ? formsOf(all, ' AND ') : null,
    where: [
      ...all.flatMap(({ where }) => where),
      ...none.filter((each) => !sayable(each)).map((each) => wrapped('NOT ', [asCondition(each)], '')),
    ],
    holds: (tokens) => all.every(({ holds }) => holds(tokens)) && !none.some(({ holds }) => holds(tokens)),
  }
}

function anyOf(parts: readonly Part[]): Part | null {
  const [first, ...more] = parts
  if (!first) return null
  if (more.length === 0) return first
  const matches = parts.flatMap(({ match }) => match ?? [])
  return {
    // A wider question where some part has conditions: they are asked of what it finds.
    match: matches.length === parts.length ? either(matches) : null,
    forms: formsOf(parts, ' OR '),
    where: parts.some(({ where }) => where.length > 0) ? [wrapped('', parts.map(asCondition), ' OR ')] : [],
    holds: (tokens) => parts.some(({ holds }) => holds(tokens)),
  }
}

/** A part as a condition on `@id` alone. */
function asCondition({ match, where }: Part): Query {
  const found = match === null ? [] : [sql`@id IN (SELECT rowid FROM fts_stem WHERE fts_stem MATCH ${match})`]
  return wrapped('', [...found, ...where], ' AND ')
}

function wrapped(before: string, conditions: readonly Query[], between: string): Query {
  return {
    text: `${before}(${conditions.map(({ text }) => text).join(between)})`,
    values: conditions.flatMap(({ values }) => values),
  }
}

function hasStem(db: Reader, stem: string): boolean {
  return ['fts_stem', 'fts_thing'].some(
    (index) =>
      db.get({ text: `SELECT 1 FROM ${index} WHERE ${index} MATCH ? LIMIT 1`, values: [quoted(stem)] }) !== undefined,
  )
}

/** The word a person is still writing: the last of the query, when it is a plain one. */
function lastWords(node: QueryNode | null): QueryNode | null {
  if (node === null) return null
  if (node.kind === 'and' || node.kind === 'or') return lastWords(node.parts.at(-1) ?? null)
  return node.kind === 'words' ? node : null
}
