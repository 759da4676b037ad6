/** The codebook as a file: out for an appendix, a spreadsheet or another program; in from a table, with a plan first. */
import { z } from 'zod'
import type { ArchiveFault } from './error.ts'
import type { CodeId } from './ids.ts'
import type { LossGroup } from './interchange.ts'

export const codebookFormats = ['csv', 'xlsx', 'docx', 'qdc'] as const
export type CodebookFormat = (typeof codebookFormats)[number]

/** What a column of the table may say of a code. `below` is the path of what it stands under. */
export const codebookFields = [
  'shortcut',
  'name',
  'below',
  'codable',
  'definition',
  'include',
  'exclude',
  'example',
  'colour',
] as const
export type CodebookField = (typeof codebookFields)[number]

/** Of a set its codes are named by their rows. */
const codebookSet = z.object({
  ref: z.string().max(200),
  name: z.string().max(2000),
  rows: z.array(z.number().int().min(2)).max(50_000),
})
export type CodebookSet = z.infer<typeof codebookSet>

/** A file as it was read, to be given to `codebook.importPlan`. */
export interface ReadCodebook {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** Of each row but the head, where the file says them. */
  readonly guids: readonly string[]
  readonly sets: readonly CodebookSet[]
  /** What is in the file and has no place here. */
  readonly losses: readonly LossGroup[]
}

export const codebookImport = z.object({
  /** What the file is called. */
  name: z.string().max(500),
  /** The head first. */
  rows: z
    .array(z.array(z.string().max(20_000)).max(1000))
    .min(1)
    .max(50_001),
  /** Of each row but the head: a code here that has it is the same code, whatever it is called and wherever it stands. */
  guids: z.array(z.string().max(200)).max(50_000).default([]),
  sets: z.array(codebookSet).max(10_000).default([]),
  /** Rows that are not taken as planned: left out, or a code of their own although one like it is here. */
  choices: z
    .array(z.object({ row: z.number().int().min(2), act: z.enum(['leave', 'new']) }))
    .max(50_000)
    .default([]),
})

export interface FieldChange {
  readonly field: CodebookField
  readonly from: string
  readonly to: string
}

export interface PlannedLine {
  /** Of the file, as spreadsheets count; 0 is a heading that no row describes, and rows stand below. */
  readonly row: number
  /** From the root down, itself last. */
  readonly path: readonly string[]
  readonly isLeft: boolean
  readonly becomes:
    | { readonly kind: 'new' }
    /** Recognised by its GUID, else by its path, else by its key, else by a name that only it has. */
    | {
        readonly kind: 'here'
        readonly code: CodeId
        readonly by: 'id' | 'path' | 'key' | 'name'
        /** None: the row says what is here already. */
        readonly changes: readonly FieldChange[]
      }
}

/** A set that is new, or gains codes. */
export interface PlannedSet {
  readonly name: string
  readonly isNew: boolean
  readonly gains: number
}

/** What importing the table would do. A code that the table does not name stays as it is. */
export interface CodebookPlan {
  readonly lines: readonly PlannedLine[]
  readonly newCodes: number
  readonly changed: number
  readonly same: number
  readonly left: number
  readonly sets: readonly PlannedSet[]
  /** Heads of columns that say nothing known. */
  readonly unknownColumns: readonly string[]
  /** What is not taken; the rest of its row is. */
  readonly refused: readonly { readonly row: number; readonly fault: ArchiveFault }[]
}
