/** Agreement of coders: what it is counted in, and how it is judged (METHODS part 3). */
import type { CodeId, CoderId, CodingId, PassageId, SourceId } from './ids.ts'

/** Units given beforehand, characters, or segments as coders found them. */
export const agreementUnits = ['turn', 'paragraph', 'answer', 'sentence', 'characters', 'segments'] as const
export type AgreementUnits = (typeof agreementUnits)[number]

/** As first given, or as it stands after decisions. */
export const agreementStates = ['before', 'after'] as const
export type AgreementState = (typeof agreementStates)[number]

/** alpha: Krippendorff's with its interval. kappa: those of two coders, or Fleiss' of more, beside it. */
export const coefficientSets = ['alpha', 'kappa'] as const
export type CoefficientSet = (typeof coefficientSets)[number]

/** More coders are not told apart in one comparison. */
export const mostCoders = 30

/** Why a document does not count. */
export type NotCompared =
  /** Fewer than two of the coders have a coding in it. */
  | 'one-coder'
  /** None of them has. */
  | 'uncoded'
  /** No unit of this kind: an answer where nobody asks, a text without words. */
  | 'no-units'

export interface LeftOut {
  readonly reason: NotCompared
  readonly documents: number
  /** Short ids of some of them. */
  readonly examples: readonly string[]
}

/** A unit behind a number, with what each coder gave it. */
export interface ComparedUnit {
  readonly source: SourceId
  /** UTF-16 units of the current text. */
  readonly start: number
  readonly end: number
  /** `R07:12.1` */
  readonly place: string
  readonly speaker: string
  /** Its words, cut where they are many. */
  readonly quote: string
  /** By coder, in the order of the comparison; null: did not work on it. */
  readonly given: readonly (readonly CodeId[] | null)[]
}

export interface ComparedUnits {
  readonly total: number
  readonly coders: readonly string[]
  readonly units: readonly ComparedUnit[]
}

/** One coder's coding on a unit of the text, as it stands beside another's. */
export interface BesideMark {
  readonly coding: CodingId
  readonly passage: PassageId
  readonly code: CodeId
  readonly coder: CoderId
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly state: 'live' | 'superseded'
  /** What an arbitration said of it; null: none did. */
  readonly verdict: 'holds' | 'falls' | null
  readonly reason: string
  readonly decidedBy: CoderId | null
  readonly decidedAt: string | null
}

/** A stretch of the text with what everybody gave it. */
export interface BesideUnit {
  readonly start: number
  readonly end: number
  readonly place: string
  readonly speaker: string
  readonly text: string
  readonly marks: readonly BesideMark[]
  /** Codes that some of the coders gave and others did not, and that nobody has settled. */
  readonly open: readonly CodeId[]
}

export interface Beside {
  readonly source: SourceId
  /** Coders with codings in the document, the first coder first. */
  readonly coders: readonly { readonly id: CoderId; readonly name: string }[]
  readonly units: readonly BesideUnit[]
}

/** What an arbitration did. */
export interface Arbitrated {
  readonly upheld: number
  readonly superseded: number
  /** The code whose "when not" was lengthened. */
  readonly excludedFrom: CodeId | null
}
