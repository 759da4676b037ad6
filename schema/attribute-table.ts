/** A table of attributes on its way in: what was read, what its columns are taken for, what it would change. */
import { z } from 'zod'
import { attributeOwner, attributeType, column, type AttributeType, type Column } from './attribute.ts'
import type { ArchiveFault } from './error.ts'
import type { AttributeId } from './ids.ts'

/** A file read in the import process: rows of text, the first of them the head. */
export interface ReadRows {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** What a column of the file is taken for. */
export const columnMeaning = z.discriminatedUnion('as', [
  /** Says which document or case a row is about. */
  z.object({ as: z.literal('row') }),
  z.object({ as: z.literal('column'), column }),
  z.object({ as: z.literal('new'), type: attributeType }),
  z.object({ as: z.literal('skip') }),
])
export type ColumnMeaning =
  | { readonly as: 'row' | 'skip' }
  | { readonly as: 'column'; readonly column: Column }
  | { readonly as: 'new'; readonly type: AttributeType }

export const tableImport = z.object({
  owner: attributeOwner,
  rows: z
    .array(z.array(z.string().max(100_000)).max(1000))
    .min(1)
    .max(50_001),
  /** One a column of the file; left out, they are guessed by their heads. */
  columns: z.array(columnMeaning).max(1000).optional(),
  /** Closed lists grow by what they do not hold. */
  extendLists: z.boolean().default(false),
  /** Cases that are not there yet are added. */
  newCases: z.boolean().default(false),
  /** What cannot be filled in is left out; without this nothing is changed where a cell or a row is refused. */
  skipRefused: z.boolean().default(false),
})

export interface RefusedEntry {
  /** Of the file, as spreadsheets count: the head is row 1. */
  readonly row: number
  /** The head of the column; '' where the row itself is refused. */
  readonly column: string
  readonly value: string
  readonly fault: ArchiveFault
}

export interface TablePlan {
  readonly columns: readonly {
    readonly head: string
    readonly meaning: ColumnMeaning
    /** Cells in which something stands. */
    readonly values: number
  }[]
  /** Rows that are about a document or case that is there. */
  readonly rows: number
  readonly newCases: readonly string[]
  readonly newAttributes: readonly string[]
  readonly changed: number
  /** The first thousand. */
  readonly refused: readonly RefusedEntry[]
  readonly refusedInAll: number
  readonly newChoices: readonly { readonly attribute: AttributeId | ''; readonly choice: string }[]
}
