import { z } from 'zod'
import { sourceKind, language, type Language, type SourceKind } from './source.ts'
import { attributeId, type ImportId, type SourceId } from './ids.ts'
import type { ArchiveFault } from './error.ts'

/**
 * A file on its way in: where it lies (desktop, terminal), its bytes (browser window), or only its size,
 * where a window would not send so many bytes: then the review list says that it is too large.
 */
export const fileOffer = z.union([
  z.object({ path: z.string().min(1) }),
  z.object({ name: z.string().min(1), bytes: z.instanceof(Uint8Array) }),
  z.object({ name: z.string().min(1), size: z.number().int().min(0) }),
])
export type FileOffer = z.infer<typeof fileOffer>

/** What an importer makes of a file's bytes. Offsets are UTF-16 units of `text`. */
export interface Draft {
  /** 'text', 'markdown', 'docx', 'pdf', or a picture's: 'jpeg', 'png', 'webp', 'gif', 'bmp', 'avif'. */
  readonly format: string
  readonly mediaType: string
  /** What the bytes were read as; '' where the format says it itself. */
  readonly encoding: string
  readonly text: string
  /** Stretches that are cited as one; no two overlap, blank ones are left out. */
  readonly paragraphs: readonly { readonly start: number; readonly end: number }[]
  readonly pages: readonly DraftPage[]
  readonly turns: readonly DraftTurn[]
  readonly language: Language
  readonly kind: SourceKind
  /** Sentences for the review list: what was odd and what was kept. */
  readonly notes: readonly string[]
}

/** Sizes and boxes in thousandths of a PDF point, unrotated user space. Of a picture: 1000 a pixel, upright. */
export interface DraftPage {
  readonly number: number
  readonly start: number
  readonly end: number
  readonly width: number
  readonly height: number
  readonly rotation: number
  /** Six numbers an item, text order: start, end, x, y, width, height. */
  readonly boxes: readonly number[]
}

export interface DraftTurn {
  readonly speaker: string
  readonly isInterviewer: boolean
  readonly start: number
  readonly wordsStart: number
  readonly end: number
  readonly timeMs: number | null
}

/** One line of the review list, before anything is written. */
export interface ImportItem {
  /** Its place in the review list, from 0. */
  readonly item: number
  readonly fileName: string
  /** Bytes. */
  readonly size: number
  readonly format: string
  readonly encoding: string
  readonly title: string
  readonly kind: SourceKind
  readonly language: Language
  readonly characters: number
  readonly paragraphs: number
  readonly pages: number
  readonly speakers: readonly { readonly label: string; readonly isInterviewer: boolean; readonly turns: number }[]
  readonly preview: string
  /** The document in the archive, or the earlier item of this list, with the same bytes. */
  readonly duplicateOf: { readonly source: SourceId; readonly short: string } | { readonly item: number } | null
  readonly notes: readonly string[]
  /** Why it cannot be imported; null where it can. */
  readonly problem: ArchiveFault | null
}

export interface ImportReview {
  readonly import: ImportId
  readonly items: readonly ImportItem[]
}

/** What the researcher decided about one item. Items without a choice are left out. */
export const importChoice = z.object({
  item: z.number().int().min(0),
  title: z.string().max(500).optional(),
  kind: sourceKind.optional(),
  language: language.optional(),
  /** What is known of it already. One value that cannot be read refuses the file. */
  known: z
    .array(z.object({ attribute: attributeId, value: z.string().max(5000) }))
    .max(1000)
    .optional(),
})
export type ImportChoice = z.infer<typeof importChoice>

export interface ImportVerdict {
  readonly item: number
  readonly fileName: string
  readonly outcome:
    | { readonly kind: 'imported'; readonly source: SourceId; readonly short: string }
    | { readonly kind: 'refused'; readonly fault: ArchiveFault }
    | { readonly kind: 'cancelled' }
}
