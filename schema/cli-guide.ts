/** What `guide --json` prints, and `report guide-grid --json`. */
import { z } from 'zod'
import { verdicts, wordingLanguages } from './guide.ts'

const count = z.number().int().min(0)
const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly()

/** What became of every question in every interview. */
export const cliGuideGrid = z.strictObject({
  kind: z.literal('grid'),
  questions: list(z.strictObject({ number: z.string(), name: z.string() })),
  interviews: list(
    z.strictObject({
      source: z.string(),
      short: z.string(),
      /** Turns of the interviewer about which nobody decided yet. */
      open: count,
      /** In the order of the questions. */
      cells: list(
        z.strictObject({
          verdict: z.enum(verdicts),
          computed: z.enum(verdicts),
          isConfirmed: z.boolean(),
          asked: count,
          passages: count,
        }),
      ),
    }),
  ),
})

export const cliGuide = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('questions'),
    questions: list(
      z.strictObject({
        id: z.string(),
        number: z.string(),
        name: z.string(),
        code: z.string().nullable(),
        wordings: list(z.strictObject({ language: z.enum(wordingLanguages), words: z.string() })),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('turns'),
    source: z.string(),
    turns: list(
      z.strictObject({
        /** The number of the question, 'follows' or 'none'. */
        asks: z.string(),
        isConfirmed: z.boolean(),
        /** How like the likest question is, 0 to 1. */
        score: z.number(),
        start: count,
        end: count,
        words: z.string(),
      }),
    ),
  }),
  cliGuideGrid,
])

export type CliGuideGrid = z.infer<typeof cliGuideGrid>
