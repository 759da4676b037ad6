/**
 * Projects from elsewhere that are united with the archive: what they bring, what it would become, and
 * what is remembered of it afterwards. Counts and names only: a report holds no words of the field.
 */
import { z } from 'zod'
import type { ArchiveFault } from './error.ts'
import type { Workbook } from './report.ts'
import {
  codeId,
  projectId,
  type CodeId,
  type CoderId,
  type ImportReportId,
  type ProjectId,
  type SourceId,
} from './ids.ts'

/** What became of something that has no place of ours: it is here but otherwise; it waits for an export; it is gone. */
export const lossFates = ['changed', 'kept', 'dropped'] as const
export type LossFate = (typeof lossFates)[number]

/** Their words are in `words/` of the window and in the terminal's command. */
export const lossReasons = [
  'no-place-for-it',
  'no-playback',
  'file-missing',
  'file-outside',
  'text-not-readable',
  'place-outside-text',
  'place-inside-character',
  'place-empty',
  'dangling-reference',
  'said-twice',
  'colour-not-readable',
  'value-not-readable',
  'repeated-id',
  'no-name',
  /** Its document’s quotation level, or an open name table, lets it out otherwise or not at all. */
  'kept-back',
  /** A code on a document whole: its passage is all of the words, or all of the picture. */
  'whole-document',
  /** A memo about a coding: it is about the passage. */
  'of-a-coding',
  /** A memo's title: it is the first line of its text. */
  'title-into-text',
  /** A description of something that has no field for it: it is a memo about it. */
  'description-into-memo',
  /** A variable of documents and of cases alike: it is two attributes. */
  'two-owners',
  /** Dates with a time of day: they are text. */
  'time-of-day',
  /** Offsets were not counted as its program usually counts; another way fits, and was taken. */
  'counted-otherwise',
  /** A printed document without its text: the text is the one that is read from its pages. */
  'text-from-pages',
  /** A namespace that is not the standard's. */
  'other-namespace',
  /** An element or attribute that the standard does not know. */
  'not-of-the-standard',
  /** A file of the archive that nothing refers to. */
  'not-referred-to',
] as const
export type LossReason = (typeof lossReasons)[number]

/** Losses of one kind. */
export interface LossGroup {
  /** As REFI-QDA calls it: 'Graph'. */
  readonly element: string
  readonly fate: LossFate
  readonly why: LossReason
  readonly count: number
  /** The first twenty that have a name. */
  readonly names: readonly string[]
}

/** A project as it left: `rows` are its documents. */
export interface RefiFile extends Workbook {
  /** What the standard cannot say, or stays. */
  readonly losses: readonly LossGroup[]
  /** Bytes of a file that is too large for an answer: it waits under the name that was given to it. 0: it is `content`. */
  readonly apart: number
}

/** A file that holds a project: where it lies, or what was sent of it before (`project.receive`). */
export const projectFile = z.union([z.object({ path: z.string().min(1) }), z.object({ received: projectId })])
export type ProjectFile = z.infer<typeof projectFile>

/** Where a code that comes in goes: into one that is here, or beside them as a new one. */
export const codeChoice = z.object({ ref: z.string().max(200), into: z.union([codeId, z.literal('new')]) })
export type CodeChoice = z.infer<typeof codeChoice>

export type ProjectKind = 'archive' | 'project' | 'codebook'

/** One document that comes in. */
export interface PlannedDocument {
  readonly ref: string
  readonly title: string
  /** What it is called there; '' where it has no short id. */
  readonly short: string
  readonly becomes:
    | { readonly kind: 'same'; readonly source: SourceId; readonly short: string }
    /** It is here with another text; passages are looked for by their words. */
    | { readonly kind: 'other-text'; readonly source: SourceId; readonly short: string }
    | { readonly kind: 'new'; readonly short: string }
  /** What to know of it: no playback, its file is not there, its text cannot be read. */
  readonly remark: '' | 'media' | 'missing' | 'unreadable'
  /** Why it cannot be read, where it cannot. */
  readonly fault: ArchiveFault | null
  readonly codings: number
  /** Codings that are not here yet. */
  readonly newCodings: number
  /** Passages whose words were found elsewhere; that stand on other words now; that have no place. */
  readonly moved: number
  readonly changed: number
  readonly parked: number
}

export interface PlannedCode {
  readonly ref: string
  /** From the root down. */
  readonly path: readonly string[]
  readonly codable: boolean
  readonly codings: number
  readonly becomes:
    | { readonly kind: 'same'; readonly code: CodeId; readonly by: 'id' | 'path' | 'choice' }
    | { readonly kind: 'new' }
}

/** Where the project and the archive say different things. What the archive says stays. */
export const clashKinds = [
  'code-name',
  'code-wording',
  'code-heading',
  'code-key',
  'short-taken',
  'document-text',
  'document-level',
  'document-level-kept',
  'document-title',
  'document-unread',
  'facets',
  'memo',
  'value',
  'value-refused',
  'attribute-type',
  'verdict',
  'turn',
  'translation',
  'saved-query',
  'kept-report',
  'stop-word',
  'round-name',
  'round-questions',
  'round-closed',
  'review-answer',
  'review-decision',
  'arbitration',
] as const
export type ClashKind = (typeof clashKinds)[number]
export interface Clash {
  readonly kind: ClashKind
  /** On what: a code's name, a document's short id, a case. */
  readonly on: string
  /** What stays, and what is not taken; '' where that would be words of the field. */
  readonly stays: string
  readonly leaves: string
}

export interface UnionCounts {
  readonly documents: number
  readonly newDocuments: number
  readonly codes: number
  readonly newCodes: number
  readonly newCoders: number
  readonly codings: number
  readonly newCodings: number
  readonly moved: number
  readonly changed: number
  readonly parked: number
  readonly newMemos: number
  readonly newCases: number
  readonly newAttributes: number
  readonly newValues: number
  readonly newSets: number
  readonly newQuestions: number
  readonly newTranslations: number
  /** Kept queries and reports; entries of the glossary that are new or gain words; stop words. */
  readonly newQueries: number
  readonly newReports: number
  readonly newGlossary: number
  readonly newStopWords: number
  /** Rounds of review; answers in any of them; decisions about what was answered, and between coders. */
  readonly newRounds: number
  readonly newAnswers: number
  readonly newDecisions: number
  /** Things that are not shown and come back on export. */
  readonly preserved: number
}

/** What uniting would do. Made anew after every choice; writes nothing. */
export interface UnionPlan {
  readonly documents: readonly PlannedDocument[]
  readonly codes: readonly PlannedCode[]
  readonly coders: readonly { readonly name: string; readonly isNew: boolean; readonly codings: number }[]
  readonly counts: UnionCounts
  /** The first five hundred. */
  readonly clashes: readonly Clash[]
  readonly clashesInAll: number
  readonly losses: readonly LossGroup[]
  /** Everything is here already. */
  readonly changesNothing: boolean
}

export interface ProjectReview {
  readonly project: ProjectId
  readonly kind: ProjectKind
  readonly fileName: string
  /** What the study is called there, and the program that wrote the file. */
  readonly name: string
  readonly origin: string
  readonly plan: UnionPlan
}

/** What is kept of a union, and shown again later. */
export interface ImportReport {
  readonly id: ImportReportId
  /** ISO 8601, UTC. */
  readonly at: string
  readonly coder: CoderId
  readonly fileName: string
  readonly origin: string
  readonly name: string
  readonly kind: ProjectKind
  /** Stopped before everything was in: what is here stays until it is undone. */
  readonly isCancelled: boolean
  /** What was done. */
  readonly counts: UnionCounts
  readonly documents: readonly Pick<PlannedDocument, 'title' | 'becomes' | 'remark' | 'moved' | 'changed' | 'parked'>[]
  /** Paths of codes that are new. */
  readonly newCodes: readonly string[]
  readonly newCoders: readonly string[]
  readonly clashes: readonly Clash[]
  readonly clashesInAll: number
  readonly losses: readonly LossGroup[]
}
export type BriefReport = Pick<ImportReport, 'id' | 'at' | 'coder' | 'fileName' | 'origin' | 'name'>
