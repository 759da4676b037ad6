/** The shape that every pack has: what the page of a pack counts on without asking. */
import { z } from 'zod'
import { codeId, reviewItemId, roundId } from '../../schema/ids.ts'
import { reviewKinds, type PackCode, type ReviewPack } from '../../schema/review-pack.ts'

const words = (most: number) => z.string().max(most)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const turns = z.array(z.object({ speaker: words(1000), text: words(1_000_000) })).max(20)
const codes = (most: number) => z.array(codeId).max(most)
const moment = z.iso.datetime({ offset: true })

const packCode: z.ZodType<PackCode> = z.object({
  id: codeId,
  parent: codeId.nullable(),
  key: words(80),
  name: words(10_000),
  definition: words(100_000),
  include: words(100_000),
  exclude: words(100_000),
  example: words(100_000),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  codable: z.boolean(),
})

export const reviewPack: z.ZodType<ReviewPack> = z.object({
  version: z.literal(1),
  round: roundId,
  kind: z.enum(reviewKinds),
  name: words(1000),
  from: words(1000),
  madeAt: moment,
  blind: z.boolean(),
  questions: words(100_000),
  reply: z.object({
    salt: z.base64().max(100),
    rounds: z.number().int().min(1),
    check: z.base64().max(100),
    reply: z.base64().max(100),
    sign: z.base64().max(100),
  }),
  codes: z.array(packCode).max(20_000),
  excerpts: z
    .array(
      z.object({
        item: reviewItemId,
        hash,
        place: words(1000),
        document: words(1000),
        speaker: words(1000),
        before: turns,
        after: turns,
        lead: words(1_000_000),
        quote: words(1_000_000),
        tail: words(1_000_000),
        codes: codes(1000),
        note: words(100_000),
      }),
    )
    .max(100_000),
})
