/**
 * Rounds of review in a file for others. An excerpt leaves as its words do: as the gate lets them out of the text of
 * now. One whose words stand there no longer, or stay, stays with what was said of it. What opens replies never leaves.
 */
import { createHash } from 'node:crypto'
import type { PackCode } from '../../../../schema/review-pack.ts'
import type { ReviewChoice } from '../../../../schema/review.ts'
import type { NameMask } from '../../export/name-mask.ts'
import { codeOut } from '../../export/nouns-out.ts'
import type { Loss, Ref } from '../incoming.ts'
import type { IncomingItem, IncomingReview, IncomingRound } from '../incoming-review.ts'

/** The rounds with these excerpts alone, and what was decided about these codings. */
function narrowed(
  { rounds, arbitrations }: IncomingReview,
  itemOut: (item: IncomingItem) => IncomingItem | null,
  hasCoding: (coding: Ref) => boolean,
): IncomingReview {
  return {
    rounds: rounds.map((round) => {
      const items = round.items.flatMap((item) => itemOut(item) ?? [])
      const leaves = new Set(items.map(({ ref }) => ref))
      return {
        ...round,
        items,
        replies: round.replies.map((reply) => ({
          ...reply,
          answers: reply.answers.filter(({ item }) => leaves.has(item)),
        })),
        messages: round.messages.filter(({ item }) => leaves.has(item)),
      }
    }),
    arbitrations: arbitrations.filter(({ coding }) => hasCoding(coding)),
  }
}

/** Without excerpts of documents that stay. */
export const withoutDocuments = (
  review: IncomingReview,
  stays: ReadonlySet<Ref>,
  goneCodings: ReadonlySet<Ref>,
): IncomingReview =>
  narrowed(
    review,
    (item) => (stays.has(item.document) ? null : item),
    (coding) => !goneCodings.has(coding),
  )

export interface ReviewTerms {
  readonly mask: NameMask
  /** The words of an excerpt as they leave and where they stand then, UTF-16 units; null: it stays. */
  readonly wordsOf: (
    item: IncomingItem,
  ) => { readonly quote: string; readonly start: number; readonly end: number } | null
  readonly hasCoding: (coding: Ref) => boolean
}

export function sharedReview(
  review: IncomingReview,
  { mask, wordsOf, hasCoding }: ReviewTerms,
): { readonly review: IncomingReview; readonly losses: readonly Loss[] } {
  const losses: Loss[] = []
  const itemOut = (item: IncomingItem): IncomingItem | null => {
    const words = wordsOf(item)
    if (!words) {
      losses.push({ element: 'ReviewItem', ref: item.ref, name: '', fate: 'dropped', why: 'kept-back' })
      return null
    }
    return {
      ...item,
      ...words,
      text: 0,
      place: mask(item.place),
      note: mask(item.note),
      // A value of an attribute, which may stay.
      stratum: '',
      hash: createHash('sha256')
        .update(JSON.stringify([item.ref, words]))
        .digest('hex'),
    }
  }
  const { rounds, arbitrations } = narrowed(review, itemOut, hasCoding)
  return {
    losses,
    review: {
      rounds: rounds.map((round) => masked(round, mask)),
      arbitrations: arbitrations.map((one) => ({ ...one, reason: mask(one.reason) })),
    },
  }
}

function masked(round: IncomingRound, mask: NameMask): IncomingRound {
  const choice = JSON.parse(round.asked) as ReviewChoice
  const codebook = JSON.parse(round.codebook) as readonly PackCode[]
  return {
    ...round,
    name: mask(round.name),
    questions: mask(round.questions),
    asked: JSON.stringify({
      ...choice,
      any: choice.any.map((one) => (one.by === 'share' ? { ...one, stratum: '' } : one)),
    }),
    codebook: JSON.stringify(codebook.map((code) => codeOut(code, mask))),
    keys: null,
    replies: round.replies.map((reply) => ({
      ...reply,
      toQuestions: reply.toQuestions.map((words) => mask(words)),
      answers: reply.answers.map((answer) => ({
        ...answer,
        comment: mask(answer.comment),
        proposals: answer.proposals.map((said) => ({ ...said, reason: mask(said.reason) })),
      })),
    })),
    messages: round.messages.map((message) => ({ ...message, text: mask(message.text) })),
  }
}
