/**
 * The codebook of the interview guide: its nine questions as families, their codes, and the family
 * of codes that arose from the material. The digit of a key is the number of the question.
 */
import { z } from 'zod'
import written from './codebook.json' with { type: 'json' }

const guideCode = z.object({
  /** '4' for a family, '4e' for its child. */
  key: z.string().regex(/^\d[a-z]?$/),
  /** The family's key, '' for a family. */
  parent: z.string(),
  name: z.string().min(1),
  colour: z.string().regex(/^#[0-9A-F]{6}$/i),
  codable: z.boolean(),
  /** Which children exclude one another, in words: '', 'no', '3c/3d only'. */
  exclusive: z.string(),
  definition: z.string(),
  include: z.string(),
  exclude: z.string(),
  example: z.string(),
})
export type GuideCode = z.infer<typeof guideCode>

/** In reading order: every family before its children. */
export function guideCodes(): readonly GuideCode[] {
  return z.array(guideCode).parse(written.codes)
}
