/** What `review` prints with `--json`. */
import { z } from 'zod'
import { heldReasons, itemStandings, itemUnits, proposalStates, proposalVerdicts, roundKinds } from './review.ts'

const count = z.number().int().min(0)
const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly()
const tally = <Key extends string>(keys: readonly [Key, ...Key[]]) => z.record(z.enum(keys), count).readonly()

/** Of a pack: its round, to whom it goes, and the ids of the documents in it. */
export const cliSent = z.strictObject({ round: z.string(), to: z.string(), documents: list(z.string()) })

const round = z.strictObject({
  round: z.string(),
  name: z.string(),
  kind: z.enum(roundKinds),
  unit: z.enum(itemUnits),
  blind: z.boolean(),
  madeAt: z.string(),
  closedAt: z.string(),
  items: count,
  answered: count,
  proposals: tally(proposalStates),
  sent: list(z.strictObject({ to: z.string(), at: z.string(), excerpts: count })),
  replies: list(
    z.strictObject({ advisor: z.string(), via: z.enum(['file', 'window']), savedAt: z.string(), answers: count }),
  ),
})
const strata = list(z.strictObject({ name: z.string(), of: count, chosen: count }))

export const cliReview = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('list'), rounds: list(round) }),
  z.strictObject({
    act: z.literal('count'),
    chosen: count,
    of: count,
    documents: count,
    strata,
    held: z.partialRecord(z.enum(heldReasons), count).readonly(),
    recommended: count.nullable(),
  }),
  z.strictObject({ act: z.literal('round'), round }),
  z.strictObject({
    act: z.literal('items'),
    round: z.string(),
    total: count,
    items: list(
      z.strictObject({
        number: count,
        place: z.string(),
        quote: z.string(),
        standing: z.enum(itemStandings),
        codes: list(z.string()),
        proposals: list(
          z.strictObject({
            advisor: z.string(),
            verdict: z.enum(proposalVerdicts),
            code: z.string(),
            state: z.enum(proposalStates),
            comment: z.string(),
            reason: z.string(),
          }),
        ),
      }),
    ),
  }),
  z.strictObject({
    act: z.literal('reply'),
    round: z.string(),
    name: z.string(),
    advisor: z.string(),
    savedAt: z.string(),
    answers: count,
    foreign: count,
    verdicts: tally(proposalVerdicts),
    standings: tally(itemStandings),
    changes: list(
      z.strictObject({ place: z.string(), standing: z.enum(itemStandings), quote: z.string(), quoteNow: z.string() }),
    ),
    /** False: it was only looked at (`--dry-run`), or had been taken before. */
    isTaken: z.boolean(),
    wasTaken: z.boolean(),
    open: count,
    /** What is answered to the round's questions, in their order. */
    toQuestions: list(z.string()),
  }),
  z.strictObject({
    act: z.literal('packages'),
    packages: list(
      z.strictObject({
        round: z.string().nullable(),
        name: z.string(),
        to: z.string(),
        at: z.string(),
        file: z.string(),
        excerpts: count,
        documents: list(z.string()),
      }),
    ),
  }),
  z.strictObject({
    act: z.literal('decide'),
    decided: count,
    superseded: count,
    added: count,
    outdated: count,
  }),
  z.strictObject({
    act: z.literal('summary'),
    round,
    documents: count,
    advisors: list(z.strictObject({ advisor: z.string(), answers: count, verdicts: tally(proposalVerdicts) })),
    codes: list(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        items: count,
        agree: count,
        disagree: count,
        unsure: count,
        suggest: count,
        accepted: count,
        kept: count,
        discussed: count,
        open: count,
        isReworded: z.boolean(),
      }),
    ),
    changes: list(
      z.strictObject({
        place: z.string(),
        kind: z.enum(['superseded', 'added']),
        code: z.string(),
        advisor: z.string(),
        decidedBy: z.string(),
        decidedAt: z.string(),
        reason: z.string(),
      }),
    ),
    standings: tally(itemStandings),
  }),
])
export type CliReview = z.infer<typeof cliReview>
