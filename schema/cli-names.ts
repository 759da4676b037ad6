/** What `names` prints with `--json`. Real names stand in it: it is the table's own content. */
import { z } from 'zod'
import { genders, nameKinds, writtenKinds } from './names.ts'

const count = z.number().int().min(0)
const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly()

export const nameTableMade = z.strictObject({ path: z.string(), entries: count, isShown: z.boolean() })
export const namesListed = z.strictObject({
  entries: list(
    z.strictObject({
      id: z.string(),
      kind: z.enum(nameKinds),
      name: z.string(),
      gender: z.enum(genders),
      pseudonym: z.string(),
      forms: list(z.string()),
      by: z.string(),
      at: z.string(),
    }),
  ),
})
export const namesFound = z.strictObject({
  total: count,
  hits: list(
    z.strictObject({
      entry: z.string(),
      /** Of a text; of what is written beside null and ''. */
      where: z.enum(['text', ...writtenKinds]),
      source: z.string().nullable(),
      short: z.string(),
      document: z.string(),
      start: count,
      end: count,
      quote: z.string(),
      before: z.string(),
      after: z.string(),
      shown: z.string(),
      state: z.enum(['open', 'accepted', 'refused']),
    }),
  ),
})
