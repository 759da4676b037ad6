/**
 * A retrieval's tree into passages.
 *
 * What is found is always coded passages that are not parked. Asked by itself, a condition is about one
 * passage: `#7a` it carries the code or one below it; a word: it stands wholly in the passage;
 * `actor:ngo`: the passage's document; `speaker:`, `role:`: somebody's turn that the passage touches;
 * `question:`: the answer to a question of the guide that it touches;
 * `coder:`, `stance:`, `blames:`, `weight:`: one of its codings, and side by side with codes (joined by
 * AND) the very coding with that code. NOT is all other coded passages.
 *
 * `X within UNIT`: every condition of X is asked of all passages (for words: of the text) that touch a
 * paragraph, turn, document or case, or that lie at most so many words, paragraphs or turns from a passage.
 * Found are the passages that touch a unit in which X holds and that answer one of its wanted codes
 * themselves; where X wants no code, one of its words; where no words, all.
 *
 * `A overlaps B` passages of A that share a character with one of B; `inside` that lie wholly in one;
 * `near` (50 words) with at most so many words, paragraphs or turns between; `followed by` (1 paragraph)
 * where one of B begins at or behind their end so near; `same speaker` somebody but the interviewer
 * speaks in both; `absent` in a document (or case) where no B is, or with no B so near. A passage that
 * carries both overlaps itself. Words as B are the words in the text, coded or not.
 *
 * Rectangles have codes and a document, and no place among words: no relation of place, paragraph, turn
 * or neighbourhood holds for them, and no word stands in them.
 */
import {
  codingFilters,
  type AttributeNode,
  type QueryNode,
  type Reach,
  type RelationNode,
} from '../../../../schema/query-tree.ts'
import { filterCalled } from '../../../../schema/query-names.ts'
import type { Reader } from '../../db.ts'
import type { Study } from '../study.ts'
import { frameOf, groupsOf, passageFrame, type Frame } from './frames.ts'
import { codesMeant, codingTest, isOfPassages, passagesMeant, sourcesMeant } from './named.ts'
import { rankedBy } from './ranks.ts'
import { chosen, followedBy, insideOf, nearTo, ranked, type Stretches } from './stretches.ts'
import { isWords, wordsIn, type WordsNode } from './words.ts'

export const usualReach: Readonly<Record<'near' | 'followed-by' | 'absent', Reach>> = {
  near: { unit: 'words', count: 50 },
  'followed-by': { unit: 'paragraph', count: 1 },
  absent: { unit: 'document', count: 0 },
}

type CodingTest = (coding: number) => boolean
const nowhere = (size: number) => new Uint8Array(size)

export class Evaluation {
  readonly #db: Reader
  readonly #study: Study
  readonly #coded: Uint8Array
  readonly #passages: Frame
  readonly #words = new Map<string, Stretches>()

  constructor(db: Reader, study: Study) {
    this.#db = db
    this.#study = study
    this.#coded = new Uint8Array(study.passages.ids.length)
    for (const passage of study.codings.passage) this.#coded[passage] = 1
    this.#passages = passageFrame(study)
  }

  /** Coded passages: what can be found at all. */
  get coded(): Uint8Array {
    return this.#coded
  }

  /** Marks the passages that answer. */
  found(tree: QueryNode): Uint8Array {
    return both(this.#holds(tree, this.#passages), this.#coded)
  }

  #holds(node: QueryNode, frame: Frame): Uint8Array {
    switch (node.kind) {
      case 'words':
      case 'phrase':
      case 'near':
        return frame.worded(this.#wordsOf(node))
      case 'code':
      case 'set':
        return frame.marked(this.#carrying(node, []))
      case 'attribute':
        return this.#known(node, frame)
      case 'not':
        return this.#holds(node.part, frame).map((one) => 1 - one)
      case 'or':
        return node.parts.map((part) => this.#holds(part, frame)).reduce(either)
      case 'and': {
        const row = rowOf(node.parts)
        const tests = row.filters.map((filter) => codingTest(this.#db, this.#study, filter))
        const masks = [
          ...row.codes.map((code) => frame.marked(this.#carrying(code, tests))),
          ...(row.codes.length === 0 && tests.length > 0 ? [frame.marked(this.#carrying(null, tests))] : []),
          ...row.others.map((part) => this.#holds(part, frame)),
        ]
        return masks.reduce(both)
      }
      case 'within':
        return frame.marked(this.#within(node.part, node.reach))
      case 'relation':
        return frame.marked(this.#related(node))
    }
  }

  /** Passages with a coding by this code (null: any) that stands every test; a test that names nothing holds nowhere. */
  #carrying(
    node: Extract<QueryNode, { kind: 'code' | 'set' }> | null,
    tests: readonly (CodingTest | null)[],
  ): Uint8Array {
    const { codings } = this.#study
    const marked = nowhere(this.#coded.length)
    const codes = node && codesMeant(this.#db, this.#study, node)
    if ((node && !codes) || tests.includes(null)) return marked
    for (let n = 0; n < codings.passage.length; n++)
      if ((!codes || codes[codings.code[n] ?? -1] === 1) && tests.every((test) => test?.(n)))
        marked[codings.passage[n] ?? 0] = 1
    return marked
  }

  #known(node: AttributeNode, frame: Frame): Uint8Array {
    const filter = filterCalled(node.name)
    if (isCodingFilter(node)) return frame.marked(this.#carrying(null, [codingTest(this.#db, this.#study, node)]))
    if (isOfPassages(filter))
      return frame.marked(passagesMeant(this.#db, this.#study, node) ?? nowhere(this.#coded.length))
    return frame.inSources(sourcesMeant(this.#db, this.#study, node) ?? nowhere(this.#study.sources.length))
  }

  #wordsOf(node: WordsNode): Stretches {
    const key = JSON.stringify({ ...node, at: undefined })
    let words = this.#words.get(key)
    if (!words) this.#words.set(key, (words = wordsIn(this.#db, this.#study, node)))
    return words
  }

  #within(part: QueryNode, reach: Reach): Uint8Array {
    const frame = frameOf(this.#db, this.#study, reach)
    const touching = frame.lifted(this.#holds(part, frame))
    return both(both(touching, this.#answering(part)), this.#coded)
  }

  /** Passages that answer a wanted code of a condition themselves, or else a wanted word, or else all. */
  #answering(part: QueryNode): Uint8Array {
    const codes: Uint8Array[] = []
    const words: Uint8Array[] = []
    const walk = (node: QueryNode): void => {
      if (isWords(node)) words.push(this.#passages.worded(this.#wordsOf(node)))
      else if (node.kind === 'or') node.parts.forEach(walk)
      else if (node.kind === 'and') {
        const row = rowOf(node.parts)
        const tests = row.filters.map((filter) => codingTest(this.#db, this.#study, filter))
        for (const code of row.codes) codes.push(this.#carrying(code, tests))
        if (row.codes.length === 0 && tests.length > 0) codes.push(this.#carrying(null, tests))
        row.others.forEach(walk)
      } else if (node.kind === 'code' || node.kind === 'set' || isOfPassage(node))
        codes.push(this.#holds(node, this.#passages))
    }
    walk(part)
    return codes.length > 0 ? codes.reduce(either) : words.length > 0 ? words.reduce(either) : this.#coded
  }

  #related({ relation, left, right, reach }: RelationNode): Uint8Array {
    const { passages } = this.#study
    const these = both(this.#holds(left, this.#passages), this.#coded)
    const others = isWords(right) ? null : both(this.#holds(right, this.#passages), this.#coded)
    const those = isWords(right) ? this.#wordsOf(right) : chosen(passages, others ?? this.#coded)
    const inCharacters = (list: Stretches) => ranked(list, list.start, list.end)
    switch (relation) {
      case 'overlaps':
        return both(these, nearTo(inCharacters(passages), inCharacters(those), -1))
      case 'inside':
        return both(these, insideOf(passages, those))
      case 'near':
        return both(these, this.#near(those, reach ?? usualReach.near))
      case 'followed-by': {
        const { unit, count } = reach ?? usualReach['followed-by']
        const isNeeded = this.#isBothIn(those)
        const rank = (list: Stretches) => rankedBy(this.#db, this.#study, list, unit, isNeeded)
        return both(these, followedBy(rank(passages), rank(those), count))
      }
      case 'same-speaker':
        return both(these, this.#withSpeakerOf(others ?? this.#passages.worded(those)))
      case 'absent': {
        const { unit, count } = reach ?? usualReach.absent
        if (unit !== 'document' && unit !== 'case')
          return both(
            these,
            this.#near(those, { unit, count }).map((one) => 1 - one),
          )
        const groups = groupsOf(this.#db, this.#study, unit)
        const taken = nowhere(groups.size)
        const take = (source: number) => groups.of[source]?.forEach((group) => (taken[group] = 1))
        if (others) for (let n = 0; n < others.length; n++) if (others[n] === 1) take(passages.source[n] ?? 0)
        for (let n = 0; n < groups.of.length; n++) if (those.from[n] !== those.from[n + 1]) take(n)
        return these.map((one, n) =>
          one === 1 && !groups.of[passages.source[n] ?? 0]?.some((group) => taken[group] === 1) ? 1 : 0,
        )
      }
    }
  }

  #isBothIn(those: Stretches) {
    const { from } = this.#study.passages
    return (source: number) => from[source] !== from[source + 1] && those.from[source] !== those.from[source + 1]
  }

  #near(those: Stretches, { unit, count }: Reach): Uint8Array {
    const isNeeded = this.#isBothIn(those)
    const rank = (list: Stretches) => rankedBy(this.#db, this.#study, list, unit, isNeeded)
    return nearTo(rank(this.#study.passages), rank(those), count)
  }

  #withSpeakerOf(others: Uint8Array): Uint8Array {
    const { voices } = this.#study
    const heard = new Set<number>()
    const each = (n: number) => voices.who.subarray(voices.from[n], voices.from[n + 1])
    for (let n = 0; n < others.length; n++) if (others[n] === 1) for (const speaker of each(n)) heard.add(speaker)
    return others.map((_, n) => (each(n).some((speaker) => heard.has(speaker)) ? 1 : 0))
  }
}

const isCodingFilter = (node: QueryNode): node is AttributeNode =>
  node.kind === 'attribute' && codingFilters.some((name) => name === filterCalled(node.name))

function isOfPassage(node: QueryNode): boolean {
  if (node.kind === 'relation' || node.kind === 'within') return true
  if (node.kind !== 'attribute') return false
  const filter = filterCalled(node.name)
  return filter === 'star' || codingFilters.some((name) => name === filter)
}

/** Conditions side by side: filters on codings speak of the coding with each of the codes. */
function rowOf(parts: readonly QueryNode[]) {
  const codes = parts.filter((part) => part.kind === 'code' || part.kind === 'set')
  const filters = parts.filter(isCodingFilter)
  const others = parts.filter((part) => part.kind !== 'code' && part.kind !== 'set' && !isCodingFilter(part))
  return { codes, filters, others }
}

const both = (one: Uint8Array, other: Uint8Array) => one.map((each, n) => each & (other[n] ?? 0))
const either = (one: Uint8Array, other: Uint8Array) => one.map((each, n) => each | (other[n] ?? 0))
