/** Words of the report of agreement, apart from those of the others: they are many. */
import type { AgreementState, AgreementUnits, CoefficientSet } from './agreement.ts'
import type { AgreementMeasure, GapReason, ReportNote } from './report-table.ts'

export type AgreementNote = Extract<
  ReportNote,
  { readonly kind: 'agreement' | 'left-out' | 'interval' | 'characters' | 'older-wordings' }
>
export type AgreementGap = Extract<
  GapReason,
  | 'not-compared'
  | 'nothing-pairable'
  | 'unequal-coders'
  | 'codes-overlap'
  | 'neighbours'
  | 'not-of-sets'
  | 'too-many-sets'
  | 'one-code'
>

export interface AgreementWords {
  readonly everyCode: { readonly pooled: string; readonly sets: string }
  /** Above a count of what one coder alone gave. */
  readonly only: (name: string) => string
  readonly measures: Readonly<Record<AgreementMeasure, { readonly name: string; readonly hint: string }>>
  readonly gaps: Readonly<Record<AgreementGap, string>>
  readonly note: (note: AgreementNote) => string
  /** How it was asked, in the stamp. */
  readonly asked: {
    readonly units: Readonly<Record<AgreementUnits, string>>
    readonly state: Readonly<Record<AgreementState, string>>
    readonly coefficients: Readonly<Record<CoefficientSet, string>>
    readonly everywhere: (yes: boolean) => string
    readonly round: (name: string) => string
    readonly overlap: (percent: string) => string
    readonly seed: (seed: string) => string
    readonly draws: (draws: string) => string
  }
}
