/** What several parts of our own entry of a REFI-QDA archive are made of. */
import { z } from 'zod'

export const ref = z.string().max(200)

/** A text that holds JSON of this shape. */
export const jsonOf = (shape: z.ZodType) =>
  z.string().refine((text) => {
    try {
      return shape.safeParse(JSON.parse(text)).success
    } catch {
      return false
    }
  })
