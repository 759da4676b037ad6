/** Coded passages in lists: these ones, more of what stands around one, and acts on many at once. */
import { z } from 'zod'
import { responsible, stance } from '../coding.ts'
import { codeId, codingId, passageId, type GuideQuestionId, type PassageId } from '../ids.ts'
import { sensitivity } from '../passage.ts'
import { read, write } from '../promised.ts'
import { codingFilter, type ListedQuotation } from '../report.ts'
import { surroundings, type Around, type ReadCoding } from '../quotation.ts'

const passageIds = z.array(passageId).min(1).max(500_000)
const codingIds = z.array(codingId).min(1).max(500_000)

export const quotationOperations = {
  /** These passages, in the order asked; those that are gone or without words are left out. */
  'quotation.these': read(z.object({ passages: z.array(passageId).max(1000), filter: codingFilter.default({}) })).gives<
    readonly ListedQuotation[]
  >(),
  /** The passages that `quotation.list` would show, all of them, in its order. */
  'quotation.ids': read(z.object({ filter: codingFilter.default({}) })).gives<readonly PassageId[]>(),
  /** What stands around a passage: its paragraphs, or the turns before and after its own as well. */
  'passage.around': read(z.object({ passage: passageId, reach: z.enum(surroundings) })).gives<Around>(),
  /** Every live coding of a code with what groups are made of, in reading order. `words`: only quotes that have them. */
  'code.reading': read(z.object({ code: codeId, words: z.string().max(200).default('') })).gives<
    readonly ReadCoding[]
  >(),
  /** Of every passage of a code that answers a question of the guide: which one. What is only offered counts too. */
  'code.questions': read(z.object({ code: codeId })).gives<
    readonly { readonly passage: PassageId; readonly question: GuideQuestionId }[]
  >(),
  /** One star for many, or none. */
  'passage.updateMany': write(z.object({ passages: passageIds, sensitivity }), 'Describe passages').gives<number>(),
  'passage.starMany': write(z.object({ passages: passageIds, starred: z.boolean() }), 'Star passages').gives<number>(),
  /** A code on many passages, as the acting coder's. What is there already stays one. */
  'coding.applyMany': write(z.object({ passages: passageIds, code: codeId }), 'Apply code').gives<{
    readonly applied: number
    readonly already: number
  }>(),
  'coding.updateMany': write(
    z.object({
      codings: codingIds,
      weight: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
      stance: stance.nullable().optional(),
      holdsResponsible: responsible.nullable().optional(),
    }),
    'Describe codings',
  ).gives<number>(),
  /** Codings made under an earlier wording of their code fit the wording of now as well. */
  'coding.confirmWording': write(z.object({ codings: codingIds }), 'Confirm wording').gives<number>(),
  /** Passages that nothing keeps any more go with them. */
  'coding.deleteMany': write(z.object({ codings: codingIds }), 'Remove codes').gives<number>(),
} as const
