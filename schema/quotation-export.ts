/** How quotations leave: in which file, under which headings, with what beside the words. */
import { z } from 'zod'
import { citationLanguages, type CitationLanguage } from './citation.ts'
import { codingFilter, type CodingFilter } from './report.ts'

export const quotationFormats = ['docx', 'odt', 'xlsx', 'csv', 'html', 'md'] as const
export type QuotationFormat = (typeof quotationFormats)[number]
/** Files that are text, and files that are a zip. */
export const textFormats = ['csv', 'html', 'md'] as const
export const packedFormats = ['docx', 'odt', 'xlsx'] as const

/** What a document with its codings leaves as. */
export const documentFormats = ['html', 'docx', 'pdf'] as const

/** What the headings are. A quotation with two codes, or of two cases, stands under both. */
export const quotationGroups = ['code', 'question', 'document', 'case'] as const
export type QuotationGroup = (typeof quotationGroups)[number]

/** What stands beside the words; the extract id always does. */
export const quotationColumns = [
  'citation',
  'document',
  'attributes',
  'speaker',
  'place',
  'codes',
  'facets',
  'coder',
  'date',
  'memo',
  'original',
] as const
export type QuotationColumn = (typeof quotationColumns)[number]
/** Memos are notes to oneself and may name people: they leave when asked for. */
export const usualColumns: readonly QuotationColumn[] = quotationColumns.filter((column) => column !== 'memo')
/** Sentences either side, at most. */
export const mostContext = 5

export const quotationWishes = z.object({
  filter: codingFilter.default({}),
  /** Absent: by code; in a table, which can be sorted, under no heading, each quotation once. */
  by: z.enum(quotationGroups).optional(),
  /** Sentences before and after; absent: none. */
  context: z.number().int().min(0).max(mostContext).optional(),
  /** Absent: the usual ones. */
  columns: z.array(z.enum(quotationColumns)).optional(),
  /** Absent: English. */
  language: z.enum(citationLanguages).optional(),
})
type Wished = z.output<typeof quotationWishes>
export interface QuotationWishes {
  readonly filter: CodingFilter
  readonly by?: QuotationGroup
  readonly context: number
  readonly columns: readonly QuotationColumn[]
  readonly language: CitationLanguage
}

/** What is not said is as usual. */
export const withUsual = ({ filter, by, context = 0, columns, language = 'en' }: Wished): QuotationWishes => ({
  filter,
  ...(by ? { by } : {}),
  context,
  columns: columns ?? [...usualColumns],
  language,
})

/** A quotation as it will leave. */
export interface QuotationSample {
  readonly heading: string
  readonly quote: string
  readonly before: string
  readonly after: string
  readonly citation: string
  readonly extract: string
  /** The rest of what stands beside it: codes, speaker, coder, attributes, memo; a line each. */
  readonly lines: readonly string[]
  /** The words of the original, where a translation is quoted. */
  readonly original: string
}

/** What an export would hold and what stays, with the reason. */
export interface QuotationPreview {
  readonly samples: readonly QuotationSample[]
  /** Entries under all headings, of how many quotations, under how many headings. */
  readonly entries: number
  readonly quotations: number
  readonly groups: number
  /** Kept back: documents that may not be used, dangerous words. */
  readonly closed: number
  readonly dangerous: number
  /** Leave without their words: documents of which only a summary may be given. */
  readonly wordless: number
  /** Combinations of what would be shown that fewer than three documents share: saving asks about them. */
  readonly smallGroups: number
  /** Left out: an edit took their words. */
  readonly parked: number
  readonly references: number
}

/** Quotations with their citations, for the clipboard: as text, and as it looks in a word processor. */
export interface CopiedQuotations {
  readonly plain: string
  readonly html: string
}
