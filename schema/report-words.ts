/**
 * What a report says in words, in the languages of the interface. Here and not in the window, because a table
 * that is exported says the same as the one on the screen.
 */
import type { ReportMeasure, GapReason, ReportNote } from './report-table.ts'
import type { ReportName } from './report-query.ts'
import type { AgreementWords } from './report-agreement.ts'
import type { AskedWords } from './report-asked.ts'
import { en } from './report-words-en.ts'
import { ru } from './report-words-ru.ts'

export const reportLanguages = ['en', 'ru'] as const
export type ReportLanguage = (typeof reportLanguages)[number]

export interface ReportWords {
  readonly locale: 'en-GB' | 'ru-RU'
  /** As a tab is called, and the question that it answers. */
  readonly reports: Readonly<Record<ReportName, { readonly name: string; readonly question: string }>>
  /** What the rows are, above them. */
  readonly heads: Readonly<Record<ReportName, string>>
  readonly measures: Readonly<Record<ReportMeasure, { readonly name: string; readonly hint: string }>>
  readonly gaps: Readonly<Record<GapReason, string>>
  readonly agreement: Pick<AgreementWords, 'everyCode' | 'only'>
  readonly total: string
  readonly noValue: string
  readonly undated: string
  readonly otherwise: string
  readonly kinds: Readonly<Record<string, string>>
  readonly languages: Readonly<Record<string, string>>
  readonly facets: Readonly<Record<string, string>>
  /** Document, stamp: names of fields in a file. */
  readonly stamp: {
    readonly asked: string
    readonly how: string
    readonly at: string
    readonly fingerprint: string
    readonly contents: string
    readonly counts: (counts: { sources: number; codes: number; passages: number; codings: number }) => string
    readonly withheld: (documents: number) => string
    readonly cut: (shown: number, of: number) => string
    readonly places: (places: number) => string
    readonly small: (cells: number) => string
    readonly data: string
    readonly about: string
  }
  readonly asked: AskedWords
  readonly note: (note: ReportNote) => string
}

const all: Readonly<Record<ReportLanguage, ReportWords>> = { en, ru }
export const reportWords = (language: ReportLanguage): ReportWords => all[language]
