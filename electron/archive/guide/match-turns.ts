/**
 * Which question of the guide an interviewer's turn asks.
 *
 * MiniSearch ranks the wordings (BM25 over stems of both languages). Its scores cannot be compared
 * from turn to turn, so likeness is made of two shares: how much of what the turn says the question
 * knows in any of its wordings (words by their rarity among the questions; a word that no question
 * has counts most), and how much of the likest wording the turn says (its score beside what that
 * wording scores when it is asked itself). 1 is asked as written, 0 shares nothing. A turn asks a
 * question when it is like enough to it and clearly less like to the second; otherwise it follows up
 * what was asked before.
 */
import MiniSearch from 'minisearch'
import type { GuideQuestion, Likeness, TurnRole } from '../../../schema/guide.ts'
import type { GuideQuestionId } from '../../../schema/ids.ts'
import { tokensOf } from '../text/tokens.ts'
import { guideStopWords } from './stop-words.ts'

/** Measured on the sample interviews and on a labelled list (tests/text/guide-matching.test.ts). */
export const likeEnough = 0.34
export const clearlyMore = 0.08
/** How much the share of the wording counts beside that of the turn. */
const wordingCounts = 0.5

/** What ends a talk belongs to no question, although it follows one. */
const closing =
  /\b(?:that (?:is|was) (?:all|everything|it)|thank you (?:very much )?for (?:your|the|talking|this)|thank you[^?]*$|we are (?:done|finished)|turn (?:this|it|the recorder) off)|(?:спасибо (?:вам )?за|(?:это|на этом|вот и) вс[её](?![а-яё])|большое спасибо|выключаю)/iu

interface Wording {
  readonly id: number
  readonly question: GuideQuestionId
  readonly words: string
}

export class TurnMatcher {
  readonly #index: MiniSearch<Wording>
  /** What each wording scores when it is asked itself. */
  readonly #own: readonly number[]
  /** Which questions use a stem in any of their wordings. */
  readonly #askedWith = new Map<string, Set<GuideQuestionId>>()
  readonly #questions: number
  readonly #known = new Map<string, readonly Likeness[]>()

  constructor(questions: readonly GuideQuestion[]) {
    const wordings = questions
      .flatMap(({ id, wordings: list }) => list.map(({ words }) => ({ question: id, words })))
      .map((wording, id): Wording => ({ id, ...wording }))
    this.#index = new MiniSearch<Wording>({
      fields: ['words'],
      storeFields: ['question'],
      tokenize: stemsOf,
      processTerm: (term) => term,
    })
    this.#index.addAll(wordings)
    this.#questions = questions.length
    for (const { question, words } of wordings)
      for (const stem of stemsOf(words)) {
        const asking = this.#askedWith.get(stem)
        if (asking) asking.add(question)
        else this.#askedWith.set(stem, new Set([question]))
      }
    this.#own = wordings.map(
      ({ id, words }) => this.#index.search(words).find((hit) => Number(hit.id) === id)?.score ?? 0,
    )
  }

  /** The questions a turn is like, best first. Turns of the same words are looked at once. */
  likest(words: string): readonly Likeness[] {
    let found = this.#known.get(words)
    if (!found) {
      if (this.#known.size > 100_000) this.#known.clear()
      this.#known.set(words, (found = this.#rank(words)))
    }
    return found
  }

  /** What a turn is offered as, where `isBegun` says whether a question was asked before it. */
  offer(words: string, isBegun: boolean): TurnRole {
    const [best, second] = this.likest(words)
    if (best && best.score >= likeEnough && best.score - (second?.score ?? 0) >= clearlyMore)
      return { kind: 'asks', question: best.question }
    return isBegun && !closing.test(words) ? { kind: 'follows' } : { kind: 'none' }
  }

  /** A turn may lead up to its question: its questions alone count as well. */
  #rank(words: string): readonly Likeness[] {
    const best = new Map<GuideQuestionId, number>()
    for (const part of partsOf(words))
      for (const [question, score] of this.#likenessOf(part))
        if (score > (best.get(question) ?? 0)) best.set(question, score)
    return [...best].map(([question, score]) => ({ question, score })).toSorted((one, other) => other.score - one.score)
  }

  #likenessOf(part: string): ReadonlyMap<GuideQuestionId, number> {
    const stems = stemsOf(part)
    const said = stems.reduce((sum, stem) => sum + this.#weightOf(stem), 0)
    const likeness = new Map<GuideQuestionId, number>()
    const wordingSaid = new Map<GuideQuestionId, number>()
    for (const { id, score, question } of stems.length > 0 ? this.#index.search(part) : []) {
      const own = this.#own[Number(id)] ?? 0
      const share = own > 0 ? Math.min(1, score / own) : 0
      const wanted = question as GuideQuestionId
      if (share > (wordingSaid.get(wanted) ?? 0)) wordingSaid.set(wanted, share)
    }
    for (const [question, share] of wordingSaid) {
      const known = stems.reduce(
        (sum, stem) => sum + (this.#askedWith.get(stem)?.has(question) ? this.#weightOf(stem) : 0),
        0,
      )
      likeness.set(question, (known / said) * (1 - wordingCounts + wordingCounts * share))
    }
    return likeness
  }

  /** Rarity among the questions; words that none of them has weigh as much as a word of one. */
  #weightOf(stem: string): number {
    return Math.log(1 + this.#questions / (this.#askedWith.get(stem)?.size ?? 1))
  }
}

/** Distinct stems without the words that every question has. */
function stemsOf(words: string): string[] {
  const kept = tokensOf(words).filter(({ form }) => !guideStopWords.has(form))
  return [...new Set(kept.map(({ stem }) => stem))]
}

/** The whole turn, and each sentence of a turn of several that is a question. */
function partsOf(words: string): readonly string[] {
  const sentences = words.match(/[^.!?…]+[.!?…]*/gu) ?? []
  const questions = sentences.filter((sentence) => sentence.includes('?'))
  return sentences.length > 1 ? [...questions, words] : [words]
}
