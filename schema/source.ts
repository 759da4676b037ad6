import { z } from 'zod'
import type { SourceId, SpeakerId } from './ids.ts'

export const sourceKinds = ['transcript', 'fieldnote', 'pamphlet', 'report', 'law', 'image', 'other'] as const
export const sourceKind = z.enum(sourceKinds)
export type SourceKind = z.infer<typeof sourceKind>

export const languages = ['en', 'ru', 'mixed', 'other'] as const
export const language = z.enum(languages)
export type Language = z.infer<typeof language>

/**
 * What may leave the archive from a source (METHODS 5.3): N named, O organisation, T type,
 * P pseudonym only (the default), S summary only, X no use at all.
 */
export const quotationLevels = ['N', 'O', 'T', 'P', 'S', 'X'] as const
export const quotationLevel = z.enum(quotationLevels)
export type QuotationLevel = z.infer<typeof quotationLevel>

/** A thing studied (UI: Document), as lists show it. REFI-QDA: TextSource, PDFSource. */
export interface Source {
  readonly id: SourceId
  /** Unique and sayable on the phone; the first half of every citation id: R07, P02. */
  readonly short: string
  readonly title: string
  readonly kind: SourceKind
  readonly language: Language
  readonly quotationLevel: QuotationLevel
  /** UTF-16 units of the current text. */
  readonly length: number
  readonly paragraphs: number
  /** 0 where the source has no pages. */
  readonly pages: number
  /** Live codings of all coders on passages that are not parked. */
  readonly codings: number
  readonly fileName: string
  readonly mediaType: string
  /** ISO 8601, UTC. */
  readonly importedAt: string
  /** ISO date or '' ; where and when the document was collected, and how to cite it. */
  readonly collectedOn: string
  readonly place: string
  readonly citation: string
}

/** A photograph: one page to lay rectangles on, no words, and no page that anybody could turn to. */
export const isPicture = ({ mediaType }: Pick<Source, 'mediaType'>): boolean => mediaType.startsWith('image/')

/** A voice in a transcript. `label` is what is shown; a real name is never kept here (RULINGS 17). */
export interface Speaker {
  readonly id: SpeakerId
  readonly label: string
  readonly isInterviewer: boolean
  readonly turns: number
}

/** The unit of search and of citation (`R07:12`). Offsets are UTF-16 units, `[start, end)`. */
export interface Paragraph {
  readonly label: string
  readonly start: number
  readonly end: number
}

/** One speaker's stretch of a transcript. `start` is the first unit of the label line, `wordsStart` of the words. */
export interface Turn {
  readonly speaker: SpeakerId
  readonly start: number
  readonly wordsStart: number
  readonly end: number
  /** Milliseconds from the start of the recording, where the transcript says. */
  readonly timeMs: number | null
}

/** A printed page: its number as counted from 1, and its stretch of the text. */
export interface Page {
  readonly number: number
  readonly start: number
  readonly end: number
  /** Thousandths of a point, before the page's rotation; 0 where the page could not be read. */
  readonly width: number
  readonly height: number
  /** Degrees clockwise: 0, 90, 180 or 270. */
  readonly rotation: number
}

/** The file as it was given, to the byte. */
export interface SourceFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** One version of a source's text with everything a reader needs to lay it out. */
export interface SourceText {
  readonly source: SourceId
  readonly version: number
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly turns: readonly Turn[]
  readonly speakers: readonly Speaker[]
  readonly pages: readonly Page[]
}
