/** What `merge --json` prints: what uniting would do, or what it did. */
import { z } from 'zod'
import { clashKinds, lossFates, lossReasons } from './interchange.ts'

const count = z.number().int().min(0)
const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly()

/** Losses of one kind, of what comes in or leaves. */
export const cliLosses = list(
  z.strictObject({
    element: z.string(),
    fate: z.enum(lossFates),
    why: z.enum(lossReasons),
    count,
    names: list(z.string()),
  }),
)

export const cliUnion = z.strictObject({
  /** 'plan': nothing was written. */
  kind: z.enum(['plan', 'done', 'stopped']),
  file: z.string(),
  name: z.string(),
  origin: z.string(),
  documents: list(
    z.strictObject({
      title: z.string(),
      becomes: z.enum(['same', 'other-text', 'new']),
      short: z.string(),
      remark: z.enum(['', 'media', 'missing', 'unreadable']),
      moved: count,
      changed: count,
      parked: count,
    }),
  ),
  newCodes: list(z.string()),
  newCoders: list(z.string()),
  counts: z.record(z.string(), count),
  clashes: list(z.strictObject({ kind: z.enum(clashKinds), on: z.string(), stays: z.string(), leaves: z.string() })),
  clashesInAll: count,
  losses: cliLosses,
  /** Everything was here already. */
  changesNothing: z.boolean(),
})
