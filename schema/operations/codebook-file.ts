/** The codebook out as a file and in from a table. */
import { z } from 'zod'
import { codebookFormats, codebookImport, type CodebookPlan } from '../codebook-file.ts'
import { read, workbook, write } from '../promised.ts'
import type { AnySheet } from '../report.ts'

export const codebookFileOperations = {
  /** What `codebook.import` would do with rows that `attribute.readTable` read. Throws 'table-column-missing'. */
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
