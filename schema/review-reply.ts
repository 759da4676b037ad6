import { z } from 'zod'
import { codeId, reviewItemId, roundId } from './ids.ts'
import { verdicts, type ReviewReply } from './review-pack.ts'

const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.toWellFormed())
const moment = z.iso.datetime({ offset: true })
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const codes = (most: number) => z.array(codeId).max(most)

const replyItem = z.object({
  item: reviewItemId,
  hash,
  verdicts: z.record(codeId, z.enum(verdicts)).refine((said) => Object.keys(said).length <= 1000),
  suggested: codes(1000),
  chosen: codes(1000).nullable(),
  comment: words(20_000),
  at: moment,
})

/** What a reply may be: sizes, lengths and dates are held here; whether items and codes exist is asked of the archive. */
export const reviewReply: z.ZodType<ReviewReply> = z.object({
  version: z.literal(1),
  round: roundId,
  advisor: words(200).refine((name) => name.trim() !== ''),
  startedAt: moment,
  savedAt: moment,
  answers: z.array(words(5000)).max(1000).default([]),
  items: z
    .array(replyItem)
    .max(100_000)
    .refine((items) => new Set(items.map(({ item }) => item)).size === items.length, 'an excerpt twice'),
})
