/** What leaves the archive as quotations and as coded documents. */
import { z } from 'zod'
import { citationLanguages } from '../citation.ts'
import { passageId, projectId, sourceId } from '../ids.ts'
import { exported, read, workbook } from '../promised.ts'
import {
  documentFormats,
  packedFormats,
  quotationWishes,
  textFormats,
  type CopiedQuotations,
  type QuotationPreview,
} from '../quotation-export.ts'
import type { AnySheet, Sheet, Workbook } from '../report.ts'
import type { RefiFile } from '../interchange.ts'

const offset = z.number().int().min(0)

export const exportOperations = {
  /** The first quotations as they would leave, how many there are, and what stays and why. */
  'quotation.preview': read(quotationWishes).gives<QuotationPreview>(),
  /** What was made and then not saved: the log says so behind the line that says it left. */
  'export.unsaved': exported(z.object({ fileName: z.string().max(400) })).gives<Sheet>(),
  'export.quotations': exported(quotationWishes.extend({ format: z.enum(textFormats) })).gives<Sheet>(),
  /** The study as a REFI-QDA project. Throws 'project-not-sound' where our own check of it fails. */
  'export.refiProject': workbook(
    z.object({
      /** own: a working copy of everything but closed documents. */
      purpose: z.enum(['sharing', 'own']).default('sharing'),
      coderNames: z.boolean().default(false),
      /** UTF-16 is how NVivo counts; everybody else reads the standard's code points. */
      units: z.enum(['code points', 'UTF-16']).default('code points'),
      /** What other programs had added to the standard: with it the file is not valid any more. */
      foreign: z.boolean().default(false),
      /** Without codings, memos and verdicts: for a second coder, whose work comes back by uniting. */
      uncoded: z.boolean().default(false),
      /** A file that is not there yet, written as it comes; the answer then has no content. */
      file: z.string().min(1).optional(),
      /** What a project too large for an answer is to be called: it is taken by `project.piece` or `project.place`. */
      apart: projectId.optional(),
    }),
  ).gives<RefiFile>(),
  'export.quotationBook': workbook(quotationWishes.extend({ format: z.enum(packedFormats) })).gives<Workbook>(),
  /** These passages in the order asked, or words that are selected, each with its citation, for the clipboard. */
  'export.copy': exported(
    z.object({
      what: z.union([
        z.object({ passages: z.array(passageId).min(1).max(10_000) }),
        z.object({ source: sourceId, start: offset, end: offset }),
        z.object({ source: sourceId, page: z.number().int().min(1) }),
      ]),
      language: z.enum(citationLanguages).default('en'),
    }),
  ).gives<Sheet & CopiedQuotations>(),
  /** The words of one document as its level lets them out. Throws 'document-stays' where none may. */
  'export.text': exported(z.object({ source: sourceId })).gives<Sheet>(),
  /** One document with its codings. pdf: its own print, at level N only; `coders`: who coded stands in the annotations. */
  'export.document': workbook(
    z.object({
      source: sourceId,
      format: z.enum(documentFormats),
      language: z.enum(citationLanguages).default('en'),
      coders: z.boolean().default(true),
    }),
  ).gives<AnySheet>(),
} as const
