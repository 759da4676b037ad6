/** Rounds of review: asking, answering, deciding. */
import { z } from 'zod'
import { roundId, type ReviewItemId, type ReviewProposalId } from '../ids.ts'
import { nothing, read, write } from '../promised.ts'
import {
  itemFilter,
  itemUnits,
  reviewChoice,
  roundKinds,
  type ReviewCount,
  type ReviewItem,
  type ReviewRound,
  type SampleSize,
  type WholeRound,
} from '../review.ts'

const round = z.object({ round: roundId })
const asked = z.object({
  kind: z.enum(roundKinds),
  choice: reviewChoice.prefault({}),
  /** Of coding rounds; a round of review asks about passages. */
  unit: z.enum(itemUnits).default('passage'),
})
const window = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1000).default(100) }

export const reviewOperations = {
  /** What such a round would ask about, and what would stay back and why. */
  'review.count': read(asked).gives<ReviewCount>(),
  /** How many units a second coder should have, a row a family with at least two used codes. */
  'review.sampleSize': read(
    z.object({
      alpha: z.union([z.literal(0.667), z.literal(0.8), z.literal(0.9)]).default(0.8),
      level: z.union([z.literal(0.1), z.literal(0.05), z.literal(0.01), z.literal(0.005)]).default(0.05),
    }),
  ).gives<readonly SampleSize[]>(),
  /** The newest first. */
  'review.list': read(nothing).gives<readonly ReviewRound[]>(),
  'review.round': read(round).gives<WholeRound>(),
  /** In the order of the round. */
  'review.items': read(round.extend({ filter: itemFilter.default({}), ...window })).gives<{
    readonly total: number
    readonly items: readonly ReviewItem[]
  }>(),
  /** Every item and proposal that the filter lets through: to choose among those that are not loaded. */
  'review.ids': read(round.extend({ filter: itemFilter.default({}) })).gives<{
    readonly items: readonly ReviewItemId[]
    readonly proposals: readonly ReviewProposalId[]
  }>(),
  'review.create': write(
    asked.extend({
      name: z.string().max(200),
      questions: z.string().max(20_000).default(''),
      blind: z.boolean().default(false),
    }),
    'Ask for review',
  ).gives<ReviewRound>(),
} as const
