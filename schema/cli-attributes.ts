/** What `attributes` and `cases` print in the terminal with `--json`. */
import { z } from 'zod'
import { attributeOwner, attributeType, leavesFrom } from './attribute.ts'
import { columnMeaning } from './attribute-table.ts'
import { sourceKind } from './source.ts'

const count = z.number().int().min(0)
const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly()
const fault = z.looseObject({ kind: z.string() }).readonly()

export const attributeList = z.strictObject({
  attributes: list(
    z.strictObject({
      id: z.string(),
      owner: attributeOwner,
      key: z.string(),
      name: z.string(),
      type: attributeType,
      choices: list(z.string()),
      kinds: list(sourceKind),
      leavesFrom,
      meaning: z.enum(['', 'withdrawal', 'child']),
      values: count,
    }),
  ),
})

export const attributesTaken = z.strictObject({
  columns: list(z.strictObject({ head: z.string(), meaning: columnMeaning.readonly(), values: count })),
  rows: count,
  newCases: list(z.string()),
  newAttributes: list(z.string()),
  changed: count,
  refused: list(z.strictObject({ row: count, column: z.string(), value: z.string(), fault })),
  refusedInAll: count,
  newChoices: list(z.strictObject({ attribute: z.string(), choice: z.string() })),
  /** False: nothing was changed. */
  written: z.boolean(),
})

export const caseList = list(
  z.strictObject({ id: z.string(), name: z.string(), sources: list(z.string()), codings: count, memos: count }),
)
