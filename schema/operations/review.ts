/** Rounds of review: asking, answering, deciding. */
import { z } from 'zod'
import { codeId, reviewItemId, reviewProposalId, roundId, sourceId } from '../ids.ts'
import type { ReviewItemId, ReviewProposalId } from '../ids.ts'
import { nothing, read, work, workbook, write } from '../promised.ts'
import type { AnySheet, Workbook } from '../report.ts'
import { verdicts } from '../review-pack.ts'
import {
  decisions,
  itemFilter,
  itemUnits,
  reviewChoice,
  roundKinds,
  type Decided,
  type ReplyPreview,
  type ReviewCard,
  type ReviewCount,
  type ReviewItem,
  type ReviewMessage,
  type ReviewPackage,
  type ReviewRound,
  type ReviewSummary,
  type SampleSize,
  type TakenReply,
  type WholeRound,
} from '../review.ts'

const round = z.object({ round: roundId })
const language = z.enum(['en', 'ru']).default('en')
const asked = z.object({
  kind: z.enum(roundKinds),
  choice: reviewChoice.prefault({}),
  /** Of coding rounds; a round of review asks about passages. */
  unit: z.enum(itemUnits).default('passage'),
})
const window = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1000).default(100) }
const codes = z.array(codeId).max(1000)
const name = z.string().max(200)
const questions = z.string().max(20_000)
/** A reply: its bytes, or where it lies. */
const replyFile = z.union([z.object({ bytes: z.instanceof(Uint8Array) }), z.object({ path: z.string().min(1) })])

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
  /** The items as an advisor sees them, with their context, and what the acting coder has said of each. */
  'review.cards': read(round.extend({ ...window, language })).gives<{
    readonly total: number
    readonly cards: readonly ReviewCard[]
  }>(),
  /** A round in figures. */
  'review.summary': read(round).gives<ReviewSummary>(),
  /** Packs that were made, the newest first; of one document those that words of it are in. */
  'review.packages': read(z.object({ source: sourceId.optional() })).gives<readonly ReviewPackage[]>(),

  'review.create': write(
    asked.extend({ name, questions: questions.default(''), blind: z.boolean().default(false) }),
    'Ask for review',
  ).gives<ReviewRound>(),
  'review.rename': write(
    round.extend({ name: name.optional(), questions: questions.optional() }),
    'Describe round',
  ).gives<ReviewRound>(),
  'review.note': write(
    z.object({ item: reviewItemId, note: z.string().max(4000) }),
    'Note to the advisor',
  ).gives<null>(),
  'review.leaveOut': write(
    round.extend({ items: z.array(reviewItemId).min(1).max(100_000) }),
    'Leave excerpts out',
  ).gives<ReviewRound>(),
  'review.delete': write(round, 'Delete round').gives<null>(),

  /** The round as one sealed file. `show`: keys of attributes that stand beside each document's short id. */
  'export.reviewPack': workbook(
    round.extend({
      passphrase: z.string().max(1000),
      to: z.string().max(200).default(''),
      show: z.array(z.string().max(80)).max(20).default([]),
      language,
    }),
  ).gives<Workbook>(),
  /** A round in figures, for the methods appendix. Documents that are closed are left out, and counted. */
  'export.reviewSummary': workbook(
    round.extend({ format: z.enum(['html', 'docx', 'csv']).default('html'), language }),
  ).gives<AnySheet>(),
  /** Whose reply a file is and what it says, against the archive of now. Writes nothing. */
  'review.readReply': work(replyFile).gives<ReplyPreview>(),
  /** Takes it as proposals. `advisor`: another name than the one it claims. The same file again changes nothing. */
  'review.takeReply': work(
    z.intersection(replyFile, z.object({ advisor: z.string().max(100).optional() })),
    'Read reply',
  ).gives<TakenReply>(),
  /** The acting coder as advisor: all she says of an item. Saying nothing takes it back. */
  'review.verdict': write(
    round.extend({
      item: reviewItemId,
      verdicts: z.record(codeId, z.enum(verdicts)).default({}),
      suggested: codes.default([]),
      chosen: codes.nullable().default(null),
      comment: z.string().max(20_000).default(''),
    }),
    'Review excerpt',
  ).gives<null>(),
  /** What the acting coder answers to a question of the round, by its place from 0; '' takes it back. */
  'review.toQuestion': write(
    round.extend({ question: z.number().int().min(0), answer: z.string().max(5000) }),
    'Answer a question of a round',
  ).gives<null>(),

  /** `exclude`: the code whose "when not" gets the reason. Deciding anew takes back what the decision before did. */
  'review.decide': write(
    z.object({
      proposals: z.array(reviewProposalId).min(1).max(100_000),
      decision: z.enum(decisions),
      reason: z.string().max(4000).default(''),
      exclude: codeId.nullable().default(null),
    }),
    'Decide on proposals',
  ).gives<Decided>(),
  /** A reason as a rule of the codebook, after the decision. */
  'review.exclude': write(z.object({ code: codeId, rule: z.string().max(4000) }), 'Add rule to code').gives<null>(),
  'review.say': write(
    z.object({ item: reviewItemId, text: z.string().max(20_000) }),
    'Talk about excerpt',
  ).gives<ReviewMessage>(),
  /** The sign-off. */
  'review.close': write(round, 'Sign off round').gives<ReviewRound>(),
  'review.reopen': write(round, 'Open round again').gives<ReviewRound>(),
} as const
