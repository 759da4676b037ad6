/** The shape of our own entry in a REFI-QDA archive, held against what comes in. */
import { z } from 'zod'
import { aidsExtra } from './extras-aids.ts'
import { ref } from './extras-parts.ts'
import { reviewExtra } from './extras-review.ts'
import { leavesFrom, attributeOwner, attributeType } from '../../../schema/attribute.ts'
import { responsible, stance } from '../../../schema/coding.ts'
import { guideWording, verdicts } from '../../../schema/guide.ts'
import { sensitivity } from '../../../schema/passage.ts'
import { language, quotationLevel, sourceKind } from '../../../schema/source.ts'

const at = z.number().int().min(0)
const someRef = ref.nullable()
const wording = z.object({ definition: z.string(), include: z.string(), exclude: z.string() })
const codingExtra = z.object({
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  stance: stance.nullable(),
  holdsResponsible: responsible.nullable(),
  createdAt: z.string(),
  wording: at.optional(),
})
const region = z.object({ kind: z.literal('region'), page: at, x: at, y: at, width: at, height: at })
const passageExtra = z.object({
  starred: z.boolean(),
  sensitivity,
  createdAt: z.string(),
  state: z.enum(['placed', 'changed', 'parked']).optional(),
  quote: z.string().optional(),
  was: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  place: z.union([region, z.object({ kind: z.literal('text'), start: at, end: at })]).optional(),
})
const parked = passageExtra.extend({
  ref,
  document: ref,
  place: z.union([region, z.object({ kind: z.literal('text'), start: at, end: at })]),
  codings: z.array(codingExtra.extend({ ref, code: ref, coder: someRef })),
})
const documentExtra = z.object({
  short: z.string(),
  kind: sourceKind.nullable(),
  language: language.nullable(),
  quotationLevel: quotationLevel.nullable(),
  collectedOn: z.string(),
  place: z.string(),
  citation: z.string(),
  /** Null where there is no file, or it stays. `entry`: where its bytes are, if the standard does not refer to them. */
  file: z
    .object({ name: z.string(), mediaType: z.string(), sha256: z.string(), entry: z.string().nullable() })
    .nullable(),
  structure: z
    .object({
      paragraphs: z.array(z.object({ label: z.string(), start: at, end: at })),
      turns: z.array(
        z.object({
          speaker: z.string(),
          isInterviewer: z.boolean(),
          start: at,
          wordsStart: at,
          end: at,
          timeMs: at.nullable(),
          decided: z
            .object({ kind: z.enum(['asks', 'follows', 'none']), question: someRef, coder: someRef, at: z.string() })
            .optional(),
        }),
      ),
      pages: z.array(
        z.object({
          number: at,
          start: at,
          end: at,
          width: at,
          height: at,
          rotation: z.number().int(),
          boxes: z.array(z.number().int()),
        }),
      ),
    })
    .optional(),
  earlier: z
    .array(
      z.object({
        text: z.string(),
        at: z.string(),
        coder: someRef,
        origin: z.enum(['import', 'edit', 'replace', 'restore']),
      }),
    )
    .optional(),
  isMedia: z.boolean().optional(),
})
const codeExtra = z.object({
  colour: z.string().nullable(),
  shortcut: z.string(),
  definition: z.string(),
  include: z.string(),
  exclude: z.string(),
  example: z.string(),
  wordings: z.array(wording).optional(),
})
const attributeExtra = z.object({
  owner: attributeOwner,
  key: z.string(),
  name: z.string(),
  type: attributeType,
  choices: z.array(z.string()),
  leavesFrom: leavesFrom.nullable(),
  kinds: z.array(sourceKind).optional(),
  meaning: z.enum(['', 'withdrawal', 'child']).optional(),
})

export const extras = z.object({
  /** Of this shape; a later one is passed over. */
  format: z.literal(1),
  documents: z.record(ref, documentExtra),
  passages: z.record(ref, passageExtra),
  codings: z.record(ref, codingExtra),
  codes: z.record(ref, codeExtra),
  attributes: z.record(ref, attributeExtra),
  memos: z.record(ref, z.object({ createdAt: z.string(), changedAt: z.string() })),
  parked: z.array(parked),
  /** Passages with the codings on them that were set aside, which the project does not say. */
  aside: z.array(parked).optional(),
  guide: z.array(
    z.object({ ref, number: z.string(), name: z.string(), code: someRef, wordings: z.array(guideWording) }),
  ),
  verdicts: z.array(
    z.object({
      document: ref,
      question: ref,
      verdict: z.enum(verdicts),
      note: z.string(),
      coder: someRef,
      at: z.string(),
    }),
  ),
  translations: z.array(z.object({ original: ref, translation: ref, pairs: z.array(z.object({ from: at, to: at })) })),
  aids: aidsExtra.optional(),
  review: reviewExtra.optional(),
})
export type Extras = z.infer<typeof extras>
