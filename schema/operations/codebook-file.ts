/** The codebook out as a file and in from a table. */
import { z } from 'zod'
import { codebookFormats, codebookImport, type CodebookPlan, type ReadCodebook } from '../codebook-file.ts'
import { fileOffer } from '../importing.ts'
import { read, work, workbook, write } from '../promised.ts'
import type { AnySheet } from '../report.ts'

export const codebookFileOperations = {
  /** A table (.csv, .xlsx) or a codebook of another program (.qdc) as rows. Writes nothing. */
  'codebook.read': work(z.object({ file: fileOffer })).gives<ReadCodebook>(),
  /** What `codebook.import` would do with what `codebook.read` answered. Throws 'table-column-missing'. */
  'codebook.importPlan': read(codebookImport).gives<CodebookPlan>(),
  'codebook.import': write(codebookImport, 'Import codebook').gives<CodebookPlan>(),
  /** Throws 'codebook-empty'. Counts leave closed documents out; a .qdc has no place for counts. */
  'export.codebook': workbook(
    z.object({
      format: z.enum(codebookFormats),
      counts: z.boolean().default(false),
      language: z.enum(['en', 'ru']).default('en'),
    }),
  ).gives<AnySheet>(),
} as const
