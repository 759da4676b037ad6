/**
 * What a report is asked: its name, which codings it is about, and its options. One union, because a
 * query is kept beside its answer (the stamp) and asked again as it stands.
 *
 * The defaults are the answer that METHODS part 4 recommends.
 */
import { z } from 'zod'
import { agreementStates, agreementUnits, coefficientSets } from './agreement.ts'
import { roundId } from './ids.ts'
import { codingFilter, measures } from './report.ts'

/**
 * What documents are grouped by: 'kind', 'language', 'level' (quotation level), which every document
 * has, 'case', or the id or key of an attribute.
 */
export const groupingKey = z.string().min(1).max(80)
export const builtInGroupings = ['kind', 'language', 'level', 'case'] as const

const filter = codingFilter.default({})
/** A code counts with everything below it; a passage with two children counts once. */
const rolledUp = z.boolean().default(true)
const withoutInterviewer = z.boolean().default(false)

/** Where two codings must meet to co-occur. `overlap` and `near` count pairs of codings, the others units. */
export const meetings = ['paragraph', 'turn', 'source', 'passage', 'overlap', 'near'] as const
export type Meeting = (typeof meetings)[number]
export const coefficients = ['jaccard', 'dice', 'matching', 'russell', 'zeta', 'euclid'] as const
export type Coefficient = (typeof coefficients)[number]
export const periods = ['day', 'week', 'month', 'year'] as const
export type Period = (typeof periods)[number]
export const facets = ['stance', 'holdsResponsible'] as const
export type Facet = (typeof facets)[number]
export const associations = ['logLikelihood', 'mutualInformation', 't', 'logDice'] as const
export type Association = (typeof associations)[number]

/** How words are counted, alike in all reports of words. */
const wordOptions = {
  filter,
  /** Whole documents, or only what the filter's codings cover. */
  of: z.enum(['documents', 'passages']).default('documents'),
  withoutInterviewer: z.boolean().default(true),
  /** Words of one stem are one row, under their commonest form. */
  byStem: z.boolean().default(true),
  withoutStopWords: z.boolean().default(true),
  /** Words that deny (not, no, не, нет) stay although the stop lists hold them. */
  keepNegations: z.boolean().default(true),
}

export const reportQuery = z.discriminatedUnion('name', [
  /** Rows codes; codings, documents, speakers, characters, per 1,000 words. */
  z.object({ name: z.literal('code-frequency'), filter, rolledUp }),
  /** Rows codes, columns documents. */
  z.object({
    name: z.literal('code-by-source'),
    filter,
    rolledUp,
    measure: z.enum([...measures, 'coverage']).default('codings'),
  }),
  /** Rows codes, columns the values of a grouping, then tests. The unit is the document. */
  z.object({
    name: z.literal('code-by-attribute'),
    filter,
    rolledUp,
    attribute: groupingKey.default('kind'),
    measure: z.enum([...measures, 'rowShare', 'columnShare', 'residual']).default('sources'),
  }),
  /** Rows codes, columns the questions of the interview guide. */
  z.object({ name: z.literal('code-by-question'), filter, rolledUp, measure: z.enum(measures).default('codings') }),
  /** Rows and columns codes. */
  z.object({
    name: z.literal('cooccurrence'),
    filter,
    rolledUp: z.boolean().default(false),
    meeting: z.enum(meetings).default('paragraph'),
    /** Paragraphs apart, for `near`. */
    within: z.number().int().min(0).max(1000).default(1),
    measure: z.enum(['together', 'cCoefficient', 'rowShare', 'columnShare']).default('together'),
  }),
  /** Rows documents or codes: characters, characters under a code, their share. */
  z.object({
    name: z.literal('coverage'),
    filter,
    rolledUp,
    by: z.enum(['source', 'code']).default('source'),
    withoutInterviewer,
  }),
  /** Rows groups of documents (who speaks) or codes, columns whom they hold responsible or their stance. */
  z.object({
    name: z.literal('facets'),
    filter,
    rows: z.union([z.literal('code'), z.literal('stance'), groupingKey]).default('kind'),
    columns: z.enum(facets).default('holdsResponsible'),
    measure: z.enum(measures).default('codings'),
  }),
  /** Rows and columns documents. */
  z.object({
    name: z.literal('similarity'),
    filter,
    rolledUp: z.boolean().default(false),
    coefficient: z.enum(coefficients).default('jaccard'),
  }),
  /** Rows codes, columns periods. */
  z.object({
    name: z.literal('timeline'),
    filter,
    rolledUp,
    /** The day that the document carries, or when the coding was made. */
    date: z.enum(['document', 'coding']).default('coding'),
    period: z.enum(periods).default('month'),
    measure: z.enum(measures).default('codings'),
  }),
  /** Rows words. */
  z.object({ name: z.literal('words'), ...wordOptions, least: z.number().int().min(1).default(2) }),
  /** Rows words that the documents of `filter` have more or less often than those of `against`. */
  z.object({
    name: z.literal('keyness'),
    ...wordOptions,
    /** Absent: all other documents. */
    against: codingFilter.optional(),
    least: z.number().int().min(1).default(3),
  }),
  /** Rows places of a word with what stands around it. */
  z.object({
    name: z.literal('kwic'),
    filter,
    withoutInterviewer,
    /** Anywhere in the documents, or only in what the filter's codings cover. */
    of: z.enum(['documents', 'passages']).default('documents'),
    word: z.string().max(200),
    /** Only this form, not others of its stem. */
    exact: z.boolean().default(false),
    words: z.number().int().min(1).max(40).default(5),
    order: z.enum(['right', 'left', 'position']).default('right'),
    /** Paragraphs with the word that are passed over: so many are read at a time. */
    from: z.number().int().min(0).default(0),
  }),
  /** Rows words that stand near a word more often than by chance. */
  z.object({
    name: z.literal('collocations'),
    ...wordOptions,
    word: z.string().max(200),
    /** Words either side. */
    window: z.number().int().min(1).max(20).default(5),
    order: z.enum(associations).default('logLikelihood'),
    least: z.number().int().min(1).default(2),
  }),
  /**
   * Rows codes, after all of them pooled and all at once; columns counts of units and coefficients. Coders are the
   * filter's in their order, or all who have codings; of a round, whoever asked and whoever answered.
   */
  z.object({
    name: z.literal('agreement'),
    filter,
    rolledUp: z.boolean().default(false),
    /** Of codings in the archive; a round has units of its own. */
    units: z.enum(agreementUnits).default('turn'),
    withoutInterviewer: z.boolean().default(true),
    /** Documents in which only some of the coders have codings count as read by all of them. */
    everywhere: z.boolean().default(false),
    /** A blind round of review, or one of coding. */
    round: roundId.nullable().default(null),
    state: z.enum(agreementStates).default('before'),
    coefficients: z.enum(coefficientSets).default('alpha'),
    /** Percent that two segments must share of what either covers to be one. */
    overlap: z.number().int().min(1).max(100).default(50),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31)
      .default(1),
    draws: z.number().int().min(100).max(10_000).default(2000),
  }),
  /** Rows codes that no coding has, then documents without codings. */
  z.object({ name: z.literal('never-used'), filter }),
])
export type ReportQuery = z.infer<typeof reportQuery>
export type ReportName = ReportQuery['name']
export const reportNames: readonly ReportName[] = reportQuery.options.map(({ shape }) => shape.name.value)
export type QueryOf<Name extends ReportName> = Extract<ReportQuery, { name: Name }>

/** Which part of a long answer is wanted. Totals are always of the whole. */
const stretch = (count: number) =>
  z.object({
    from: z.number().int().min(0).default(0),
    count: z.number().int().min(0).max(10_000).default(count),
  })
export const reportPage = z.object({ rows: stretch(500).prefault({}), columns: stretch(60).prefault({}) })
export type ReportPage = z.infer<typeof reportPage>

/** A number of a report: `null` is the total of its column or row. Keys are those of the answer. */
export const cellPlace = z.object({
  row: z.string().max(400).nullable().default(null),
  column: z.string().max(400).nullable().default(null),
})
export type CellPlace = z.infer<typeof cellPlace>
