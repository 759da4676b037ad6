/**
 * The one shape of a report's answer: a table whose every row and column says what it stands for, and
 * whose every number can be opened.
 *
 * Compact on purpose: one measure a matrix, cells as bare values, columns and rows by the page
 * (`shown`), so that a thousand documents are an answer of some thousand numbers. Words live in the
 * window: columns, notes and reasons are kinds with facts.
 */
import type { AgreementState, AgreementUnits, LeftOut } from './agreement.ts'
import type { CodeId, CoderId, KeptReportId, SourceId } from './ids.ts'
import type { AskedNames } from './report-asked.ts'
import type { CodingFilter } from './report.ts'
import type { Facet, ReportQuery } from './report-query.ts'

/** What a row or a column is about. */
export type Stand =
  | { readonly kind: 'code'; readonly code: CodeId; readonly withChildren: boolean }
  | { readonly kind: 'source'; readonly source: SourceId }
  /** A value of a grouping; null: documents without one. */
  | { readonly kind: 'group'; readonly attribute: string; readonly value: string | null }
  | { readonly kind: 'question'; readonly question: string | null }
  /** null: codings that say nothing of it. */
  | { readonly kind: 'facet'; readonly facet: Facet; readonly value: string | null }
  /** ISO days, `to` is the first that is no longer part; null: undated. */
  | { readonly kind: 'period'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'word'; readonly word: string; readonly exact: boolean }
  | { readonly kind: 'place'; readonly source: SourceId; readonly start: number; readonly end: number }
  /** All codes of an agreement: their counts added, or the set of them as one value. */
  | { readonly kind: 'every-code'; readonly how: 'pooled' | 'sets' }

/** What the number in a column is; the window has a word for each. */
export type ReportMeasure =
  | 'codings'
  | 'sources'
  | 'speakers'
  | 'characters'
  | 'perThousandWords'
  | 'coverage'
  | 'length'
  | 'rowShare'
  | 'columnShare'
  | 'residual'
  | 'chiSquare'
  | 'degrees'
  | 'p'
  | 'exactP'
  | 'cramersV'
  | 'together'
  /** Units that have the code, or its codings where pairs are counted. */
  | 'uses'
  | 'cCoefficient'
  | 'similarity'
  | 'codes'
  | 'distance'
  | 'occurrences'
  | 'otherOccurrences'
  | 'otherPerThousandWords'
  | 'keyness'
  | 'logRatio'
  | 'expected'
  | 'logLikelihood'
  | 'mutualInformation'
  | 't'
  | 'logDice'
  | 'left'
  | 'match'
  | 'right'
  | 'nothing'
  | AgreementMeasure

/** Of coders compared; b and c carry the coder's name as their label. */
export type AgreementMeasure =
  | 'units'
  | 'both'
  | 'onlyFirst'
  | 'onlySecond'
  | 'neither'
  | 'byAll'
  | 'bySome'
  | 'byNone'
  | 'percentAgreement'
  | 'positiveAgreement'
  | 'codedAgreement'
  | 'alpha'
  | 'alphaLow'
  | 'alphaHigh'
  | 'belowTentative'
  | 'uAlpha'
  | 'alphaU'
  | 'relevanceAlpha'
  | 'codedAlpha'
  | 'kappa'
  | 'kappaError'
  | 'kappaMost'
  | 'pi'
  | 'bennettS'
  | 'ac1'
  | 'fleissKappa'
  | 'fleissZ'
  | 'segmentKappa'

/** count: a whole number; share: 0 to 1; decimal: any number; text. `null` is undefined: see `gaps`. */
export type CellType = 'count' | 'share' | 'decimal' | 'text'
export type Cell = number | string | null

export interface ReportColumn {
  readonly key: string
  readonly measure: ReportMeasure
  readonly type: CellType
  /** null: a column of the report itself, such as a test or a total over all columns. */
  readonly stands: Stand | null
  /** Data, not words: a short id, a value, a code's name; '' where `measure` says it all. */
  readonly label: string
  /** The documents behind it, where that is what shares are of; null where it means nothing. */
  readonly base: number | null
  /** Whether its numbers can be opened (`report.passages`). */
  readonly opens: boolean
}

export interface ReportRow {
  readonly key: string
  readonly stands: Stand
  readonly label: string
  /** How deep it stands in the codebook, from 0. */
  readonly depth: number
}

/** Why a value is undefined (METHODS 3.7: never 0, 1 or NaN in its stead). */
export type GapReason =
  | 'no-uses'
  | 'no-documents'
  | 'no-codes'
  | 'no-words'
  | 'no-text'
  | 'one-value'
  | 'too-few-sources'
  | 'no-spread'
  /** Expected counts too small for chi-square: see the exact p. */
  | 'small-expected'
  /** Chi-square holds; no exact test was needed. */
  | 'chi-square-holds'
  /** The exact test would take too long. */
  | 'too-large'
  | 'not-asked'
  | 'no-answer'
  /** A code with itself, or with one above it. */
  | 'itself'
  /** More pairs than codings of either. */
  | 'beyond-range'
  /** Fewer than two coders, or no document that two of them worked on. */
  | 'not-compared'
  /** No unit has the values of two coders. */
  | 'nothing-pairable'
  /** Fleiss wants as many coders on every unit. */
  | 'unequal-coders'
  /** A coder's codes lie over each other where one at a time is meant. */
  | 'codes-overlap'
  /** Characters stand in a row: drawing them one by one would feign certainty. */
  | 'neighbours'
  /** Sets of codes agree or not: they have no such count. */
  | 'not-of-sets'
  /** Too many different sets of codes to draw from in time. */
  | 'too-many-sets'
  /** One code alone: there is no chance to take off. */
  | 'one-code'

export interface Gap {
  /** Of the rows and columns shown; `row` null: in the totals. */
  readonly row: number | null
  readonly column: number
  readonly reason: GapReason
}

/** What a reader must know to trust the numbers. */
export type ReportNote =
  | { readonly kind: 'about'; readonly sources: number; readonly codings: number; readonly coders: readonly string[] }
  | { readonly kind: 'filtered'; readonly filter: CodingFilter }
  | { readonly kind: 'parked'; readonly passages: number }
  /** Rectangles of pages have no words or characters. */
  | { readonly kind: 'regions'; readonly passages: number }
  /** Interviews were not sampled at random: this describes these sources. */
  | { readonly kind: 'not-a-sample' }
  /** Below ten documents no p is given. */
  | { readonly kind: 'too-few-sources'; readonly sources: number; readonly least: number }
  /** Expected counts that chi-square does not bear (Cochran), and how many of the tests have them. */
  | { readonly kind: 'small-expected'; readonly tests: number; readonly smallest: number }
  /** Which exact test stood in: Fisher's, all tables of the margins, or tables drawn with a fixed seed. */
  | { readonly kind: 'exact-test'; readonly how: 'fisher' | 'enumerated' | 'drawn'; readonly draws: number }
  /** Of so many tests at .05 so many would be beyond it by chance. */
  | { readonly kind: 'many-tests'; readonly tests: number; readonly byChance: number }
  /** A coefficient above 1: one long coding met several short ones. */
  | { readonly kind: 'beyond-one'; readonly cells: number }
  /** One of the two codes is used more than five times as often as the other. */
  | { readonly kind: 'unequal-uses'; readonly cells: number }
  /** Codings of documents without a value, or without a date. */
  | { readonly kind: 'without-value'; readonly sources: number }
  | { readonly kind: 'several-values'; readonly sources: number }
  /** Counts of several coders are put together. */
  | { readonly kind: 'several-coders'; readonly coders: number }
  | { readonly kind: 'without-interviewer' }
  | { readonly kind: 'stop-words'; readonly left: number; readonly keepsNegations: boolean }
  /** The words counted, and in how many documents. */
  | { readonly kind: 'words'; readonly words: number; readonly sources: number }
  /** Documents still being counted; ask again. */
  | { readonly kind: 'incomplete'; readonly done: number; readonly of: number }
  /** Of all paragraphs with the word only these were read: `from` 0, `to` the first left out. */
  | { readonly kind: 'paragraphs-read'; readonly from: number; readonly to: number; readonly of: number }
  | { readonly kind: 'cut'; readonly shown: number; readonly of: number }
  | { readonly kind: 'unused'; readonly codes: number; readonly sources: number }
  | { readonly kind: 'no-guide' }
  /** What agreement was counted in, whose it is, and by which rule. `round`: its name. */
  | {
      readonly kind: 'agreement'
      readonly units: AgreementUnits | 'item'
      readonly count: number
      readonly sources: number
      readonly coders: readonly string[]
      readonly state: AgreementState
      readonly round: string | null
      readonly overlap: number
      /** Codes that anybody used: those are pooled. */
      readonly codes: number
    }
  | { readonly kind: 'left-out'; readonly documents: readonly LeftOut[]; readonly units: number }
  | { readonly kind: 'interval'; readonly draws: number; readonly seed: number; readonly undefinedDraws: number }
  /** Characters: what nobody coded swells agreement, and neighbours are not independent. */
  | { readonly kind: 'characters' }
  /** Codings made under an earlier wording of their code. */
  | { readonly kind: 'older-wordings'; readonly codings: number }
  /** Turns whose question is only offered, and the documents in which they are: they count all the same. */
  | { readonly kind: 'unconfirmed'; readonly turns: number; readonly sources: number }
  /** Numbers that rest on one speaker (METHODS 5.2), of all the report, not of the page alone. */
  | { readonly kind: 'alone'; readonly cells: number }
  /** Columns or rows that stand for fewer than so many documents. */
  | { readonly kind: 'small-groups'; readonly groups: number; readonly least: number }

/** A cell by its place among the rows and columns shown; `row` null: in the totals. */
export type CellAt = Pick<Gap, 'row' | 'column'>

/** What was asked of what, so that it can be asked again. Two answers with one stamp but for the time have the same numbers. */
export interface ReportStamp {
  readonly query: ReportQuery
  /** What its ids are called now. */
  readonly names: AskedNames
  readonly at: string
  /** SHA-256 over everything that reports depend on: documents, texts, speakers, codes, codings, attributes. Hex. */
  readonly fingerprint: string
  readonly counts: {
    readonly sources: number
    readonly codes: number
    readonly passages: number
    readonly codings: number
  }
}

export interface ReportTable {
  readonly query: ReportQuery
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  /** A list a row, an entry a column. */
  readonly cells: readonly (readonly Cell[])[]
  /** Everything together, an entry a column; null where adding up means nothing. */
  readonly totals: readonly Cell[] | null
  readonly gaps: readonly Gap[]
  /** Numbers that rest on one speaker, printed with a star. */
  readonly alone: readonly CellAt[]
  /** Which part of how much this is; columns that belong to the report itself are on every page. */
  readonly shown: {
    readonly rows: { readonly from: number; readonly of: number }
    readonly columns: { readonly from: number; readonly of: number }
  }
  readonly notes: readonly ReportNote[]
  readonly stamp: ReportStamp
}

/** What stands behind a number. */
export type Opened =
  /** Ask `quotation.list` with this filter. */
  | { readonly kind: 'passages'; readonly filter: CodingFilter; readonly passages: number }
  /** Ask `report.run` with this: the places of a word. */
  | { readonly kind: 'words'; readonly query: ReportQuery }
  | { readonly kind: 'sources'; readonly sources: readonly SourceId[] }
  /** Ask `agreement.units` with the report and the cell. */
  | { readonly kind: 'units'; readonly units: number }
  | { readonly kind: 'nothing' }

/** A number that is another now. Labels are data, as in the table. */
export interface Difference {
  /** null: the totals. */
  readonly row: string | null
  readonly rowLabel: string
  readonly column: string
  readonly columnLabel: string
  readonly measure: ReportMeasure
  readonly before: Cell
  readonly after: Cell
  readonly state: 'changed' | 'new' | 'gone'
}

export interface Comparison {
  readonly before: ReportStamp
  readonly after: ReportStamp
  /** The archive is as it was: the same fingerprint. */
  readonly isSame: boolean
  readonly differences: readonly Difference[]
  /** Numbers compared, and differences beyond those listed. */
  readonly compared: number
  readonly more: number
}

/** A report kept with its numbers, to be run again. */
export interface KeptReport {
  readonly id: KeptReportId
  readonly title: string
  readonly stamp: ReportStamp
  readonly coder: CoderId
}
