/** What `codebook` prints in the terminal with `--json`. */
import { z } from 'zod'
import { codebookFields } from './codebook-file.ts'

const count = z.number().int().min(0)
const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly()

export const codebookTaken = z.strictObject({
  lines: list(
    z.strictObject({
      row: count,
      path: list(z.string()),
      isLeft: z.boolean(),
      becomes: z.union([
        z.strictObject({ kind: z.literal('new') }),
        z.strictObject({
          kind: z.literal('here'),
          code: z.string(),
          by: z.enum(['id', 'path', 'key', 'name']),
          changes: list(z.strictObject({ field: z.enum(codebookFields), from: z.string(), to: z.string() })),
        }),
      ]),
    }),
  ),
  newCodes: count,
  changed: count,
  same: count,
  left: count,
  sets: list(z.strictObject({ name: z.string(), isNew: z.boolean(), gains: count })),
  unknownColumns: list(z.string()),
  refused: list(z.strictObject({ row: count, fault: z.looseObject({ kind: z.string() }).readonly() })),
  /** What is in a .qdc and has no place here. */
  losses: list(z.looseObject({ element: z.string(), count })),
  /** False: nothing was changed. */
  written: z.boolean(),
})
