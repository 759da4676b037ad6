/** Rounds of review and arbitration in our own entry of a REFI-QDA archive. */
import { z } from 'zod'
import { itemUnits, proposalStates, proposalVerdicts, reviewChoice, roundKinds } from '../../../schema/review.ts'
import { withIds } from '../fresh.ts'
import { jsonOf, ref } from './extras-parts.ts'
import type { Ref } from './incoming.ts'
import type { IncomingReview } from './incoming-review.ts'

const someRef = ref.nullable()
const at = z.number().int().min(0)
const moment = z.string().min(1).max(40)

const frozenCode = z.looseObject({
  id: ref,
  parent: someRef,
  key: z.string(),
  name: z.string(),
  definition: z.string(),
  include: z.string(),
  exclude: z.string(),
  example: z.string(),
  colour: z.string(),
  codable: z.boolean(),
})
const replyKeys = z.object({
  salt: z.string(),
  rounds: at,
  check: z.string(),
  reply: z.string(),
  sign: z.string(),
})

const item = z
  .object({
    ref,
    number: z.number().int().min(1),
    document: ref,
    passage: someRef,
    text: at.nullable(),
    start: at,
    end: at,
    place: z.string(),
    quote: z.string(),
    codings: z.array(z.object({ id: ref, code: ref, coder: ref })),
    hash: z.string(),
    stratum: z.string(),
    note: z.string(),
  })
  .refine(({ start, end }) => end > start)
const proposal = z.object({
  ref,
  code: someRef,
  verdict: z.enum(proposalVerdicts),
  state: z.enum(proposalStates),
  decided: z.object({ by: someRef, at: moment }).nullable(),
  reason: z.string(),
  effect: z.object({ superseded: z.array(ref), added: z.array(ref) }),
})
const reply = z.object({
  ref,
  coder: someRef,
  fileHash: z.string(),
  startedAt: z.string(),
  savedAt: z.string(),
  readAt: z.string(),
  toQuestions: z.array(z.string()),
  answers: z.array(
    z.object({
      ref,
      item: ref,
      chosen: z.array(ref).nullable(),
      comment: z.string(),
      at: z.string(),
      proposals: z.array(proposal),
    }),
  ),
})
const round = z
  .object({
    ref,
    kind: z.enum(roundKinds),
    name: z.string().min(1),
    questions: z.string(),
    blind: z.boolean(),
    unit: z.enum(itemUnits),
    asked: jsonOf(reviewChoice),
    held: jsonOf(z.record(z.string(), at)),
    codebook: jsonOf(z.array(frozenCode)),
    keys: jsonOf(replyKeys).nullable(),
    coder: someRef,
    madeAt: moment,
    closedAt: z.string(),
    items: z.array(item),
    replies: z.array(reply),
    messages: z.array(z.object({ ref, item: ref, coder: someRef, at: moment, text: z.string().min(1) })),
  })
  .refine(({ kind, unit }) => (kind === 'review') === (unit === 'passage'))

export const reviewExtra = z.object({
  rounds: z.array(round),
  arbitrations: z.array(
    z.object({
      ref,
      coding: ref,
      verdict: z.enum(['holds', 'falls']),
      reason: z.string(),
      coder: someRef,
      at: moment,
    }),
  ),
})

/** With other Refs for its things, also within what is kept as JSON. */
export function reviewWithRefs({ rounds, arbitrations }: IncomingReview, other: (ref: Ref) => Ref): IncomingReview {
  const orNull = (one: Ref | null) => (one === null ? null : other(one))
  const within = (json: string) => withIds(json, other)
  return {
    rounds: rounds.map((one) => ({
      ...one,
      ref: other(one.ref),
      asked: within(one.asked),
      codebook: within(one.codebook),
      coder: orNull(one.coder),
      items: one.items.map((each) => ({
        ...each,
        ref: other(each.ref),
        document: other(each.document),
        passage: orNull(each.passage),
        codings: each.codings.map(({ id, code, coder }) => ({
          id: other(id),
          code: other(code),
          coder: other(coder),
        })),
      })),
      replies: one.replies.map((each) => ({
        ...each,
        ref: other(each.ref),
        coder: orNull(each.coder),
        answers: each.answers.map((answer) => ({
          ...answer,
          ref: other(answer.ref),
          item: other(answer.item),
          chosen: answer.chosen && answer.chosen.map(other),
          proposals: answer.proposals.map((said) => ({
            ...said,
            ref: other(said.ref),
            code: orNull(said.code),
            decided: said.decided && { by: orNull(said.decided.by), at: said.decided.at },
            effect: { superseded: said.effect.superseded.map(other), added: said.effect.added.map(other) },
          })),
        })),
      })),
      messages: one.messages.map((each) => ({
        ...each,
        ref: other(each.ref),
        item: other(each.item),
        coder: orNull(each.coder),
      })),
    })),
    arbitrations: arbitrations.map((one) => ({
      ...one,
      ref: other(one.ref),
      coding: other(one.coding),
      coder: orNull(one.coder),
    })),
  }
}
