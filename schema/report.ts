import { z } from 'zod'
import { attributeConditions } from './attribute.ts'
import {
  codeId,
  codeSetId,
  coderId,
  passageId,
  sourceId,
  type CodeId,
  type CoderId,
  type CodingId,
  type PassageId,
  type SourceId,
} from './ids.ts'
import { responsible, stance, type Coding } from './coding.ts'
import type { LeavingReport } from './leaving.ts'
import type { Region, Sensitivity } from './passage.ts'
import { sourceKind, type SourceKind } from './source.ts'

/** Which codings are meant. An absent field leaves nothing out. */
export const codingFilter = z.object({
  codes: z.array(codeId).optional(),
  /** Codes below the named ones count too. */
  withChildren: z.boolean().optional(),
  sources: z.array(sourceId).optional(),
  kinds: z.array(sourceKind).optional(),
  coders: z.array(coderId).optional(),
  /** Codes of any of these sets. */
  sets: z.array(codeSetId).optional(),
  /** Only on these passages. */
  passages: z.array(passageId).optional(),
  /** Only codings made under an earlier wording of their code. */
  olderWording: z.boolean().optional(),
  /** '' is a coding that says nothing of it. */
  stances: z.array(z.union([stance, z.literal('')])).optional(),
  responsibles: z.array(z.union([responsible, z.literal('')])).optional(),
  /** ISO times: when the coding was made, from the first to before the second. */
  codedFrom: z.string().max(40).optional(),
  codedBefore: z.string().max(40).optional(),
  /** What must be known of the document or of one of its cases. */
  attributes: attributeConditions.optional(),
})
export type CodingFilter = z.infer<typeof codingFilter>

export const frequencyColumns = ['total', 'source', 'kind'] as const
export const measures = ['codings', 'sources', 'speakers', 'characters'] as const
export type Measure = (typeof measures)[number]

/** METHODS 4.6: four counts, always named. */
export interface Counts {
  readonly codings: number
  readonly sources: number
  /** Distinct non-interviewer speakers whose turns the passages touch. */
  readonly speakers: number
  /** Distinct characters under the code (UTF-16 units); overlapping passages count once. */
  readonly characters: number
}

export interface FrequencyRow {
  readonly code: CodeId
  /** One entry a column, in the order of `columns`; the first is always the total. */
  readonly own: readonly Counts[]
  /** With everything below it; a passage with two children counts once. */
  readonly rolledUp: readonly Counts[]
}

export interface FrequencyColumn {
  /** '' for the total; a source id or a kind otherwise. */
  readonly key: SourceId | SourceKind | ''
  readonly label: string
}

/** Rows stand in codebook order; codes that were never used stay, with zeros. */
export interface CodeFrequency {
  readonly by: (typeof frequencyColumns)[number]
  readonly columns: readonly FrequencyColumn[]
  readonly rows: readonly FrequencyRow[]
  /** Everything together, a column each. */
  readonly all: readonly Counts[]
  /** Filters, coders, date: what a reader must know to trust the numbers. */
  readonly note: string
}

/** One coded passage, as lists and exports show it. */
export interface Quotation {
  readonly passage: PassageId
  readonly source: SourceId
  readonly start: number
  readonly end: number
  readonly quote: string
  /** A little text either side. */
  readonly before: string
  readonly after: string
  /** A rectangle of a page has no words: `quote` is empty, and `start` and `end` are where its page begins. */
  readonly region: Region | null
  /** `R07:12.1`: source, paragraph, sentence within it. `P01:p3` for a rectangle. */
  readonly extract: string
  /** Printed page, or 0: a photograph has none. */
  readonly page: number
  readonly speaker: string
  readonly starred: boolean
  readonly sensitivity: Sensitivity
  readonly codings: readonly {
    readonly id: CodingId
    readonly code: CodeId
    readonly coder: CoderId
    readonly createdAt: string
  }[]
}

/** A quotation in a list, with all that hangs on its passage, codings that the filter leaves out too. */
export interface ListedQuotation extends Quotation {
  readonly codes: readonly CodeId[]
  /** Every live coding, in the order they were made. */
  readonly marks: readonly Mark[]
  readonly memos: number
}

/** A coding as a row of a list says and changes it. */
export interface Mark extends Omit<Coding, 'passage'> {
  /** The code has been worded anew since. */
  readonly isOlder: boolean
}

/** Something to be saved: by a dialog on the desktop, a download in the browser, `--out` in the terminal. */
export interface Sheet {
  readonly fileName: string
  readonly mediaType: string
  readonly content: string
  /** Rows written, and rows the gate kept back because of consent. */
  readonly rows: number
  readonly withheld: number
  /** What the gate says of it; the door adds it to whatever leaves. */
  readonly gate?: LeavingReport
  /** Of a pack for review: of which round, to whom, and the ids of the documents in it. */
  readonly sent?: { readonly round: string; readonly to: string; readonly documents: readonly string[] }
}

/** The same for a spreadsheet program: bytes instead of text. */
export interface Workbook extends Omit<Sheet, 'content'> {
  readonly content: Uint8Array<ArrayBuffer>
}

/** What any export answers: text, or bytes of a workbook. */
export type AnySheet = Sheet | Workbook
