/** What `report NAME --json` prints of every report but code-frequency. */
import { z } from 'zod'

const count = z.number().int().min(0)
const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly()
const cell = z.union([z.number(), z.string(), z.null()])
/** Any report but code-frequency; what keys, measures and notes mean stands in schema/report-table.ts. */
export const reportTable = z.strictObject({
  name: z.string(),
  columns: list(
    z.strictObject({
      key: z.string(),
      measure: z.string(),
      type: z.enum(['count', 'share', 'decimal', 'text']),
      label: z.string(),
      base: z.number().nullable(),
    }),
  ),
  rows: list(z.strictObject({ key: z.string(), label: z.string(), depth: count, cells: list(cell) })),
  totals: list(cell).nullable(),
  /** Why a cell is null: of the rows and columns above; `row` null: in the totals. */
  gaps: list(z.strictObject({ row: count.nullable(), column: count, reason: z.string() })),
  notes: list(z.looseObject({ kind: z.string() }).readonly()),
  stamp: z.looseObject({ at: z.string(), fingerprint: z.string() }).readonly(),
})
