/** A text that is edited: what is asked, what became of its passages, and what waits for a person. */
import { z } from 'zod'
import type { CodeId, CoderId, PassageId } from './ids.ts'
import type { CodedPassage } from './passage.ts'

/** `insert` instead of `[start, end)`, UTF-16 units of the version that the edit was made on. */
export const textChange = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  insert: z.string().max(20_000_000),
})
export type TextChange = Readonly<z.infer<typeof textChange>>

/** Two codings that became one and said different things; `kept` is what the one says now. */
export interface FacetConflict {
  readonly code: CodeId
  readonly coder: CoderId
  readonly kept: Facets
  readonly lost: Facets
}
export interface Facets {
  readonly weight: number
  readonly stance: string | null
  readonly holdsResponsible: string | null
}

/** Two passages that came to stand on the same words: the older keeps them, with what hung on both (RULINGS 13). */
export interface Union {
  readonly kept: PassageId
  readonly gone: PassageId
  readonly conflicts: readonly FacetConflict[]
}

/** What an edit did. Nothing changed: `version` is the one that was there, and no step was made. */
export interface EditOutcome {
  /** The text that is current now. */
  readonly version: number
  /** Passages with the same words at other offsets. */
  readonly moved: number
  /** Their words are others now; they wait for a person's yes. */
  readonly changed: readonly PassageId[]
  /** Their words are gone; they keep their last words and codings. */
  readonly parked: readonly PassageId[]
  readonly united: readonly Union[]
}

/** What an edit would do, in words, before it is done. */
export interface EditPreview {
  /** Stretches that really differ, of the version it was made on. */
  readonly changes: readonly TextChange[]
  readonly length: number
  readonly moved: number
  readonly changed: readonly { readonly passage: PassageId; readonly before: string; readonly after: string }[]
  readonly parked: readonly { readonly passage: PassageId; readonly before: string }[]
  readonly united: readonly { readonly kept: PassageId; readonly gone: PassageId }[]
}

/** import: as it came in. edit: by hand. replace: another whole text. restore: an earlier text once more. */
export type VersionOrigin = 'import' | 'edit' | 'replace' | 'restore'

/** One text of a document, from its import to now. */
export interface SourceVersion {
  /** What `source.text` and every offset call it. */
  readonly version: number
  /** What people call it: 1, 2, 3 in this document. */
  readonly number: number
  /** ISO 8601, UTC. */
  readonly at: string
  /** '' where it is not known any more. */
  readonly coder: CoderId | ''
  readonly origin: VersionOrigin
  /** UTF-16 units. */
  readonly length: number
  readonly isCurrent: boolean
  /** UTF-16 units put in and taken out, against the version before. */
  readonly inserted: number
  readonly removed: number
  /** What its edit did to passages. */
  readonly moved: number
  readonly changed: number
  readonly parked: number
  readonly united: number
}

/** Where words that were lost may stand now. Best first. */
export interface PassageCandidate {
  /** UTF-16 units, `[start, end)`. */
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly before: string
  readonly after: string
  /** 0 to 100; 100: the very words between the very words. */
  readonly likeness: number
}

/** changed and parked as an edit left them; lost: the words are not where the passage says. */
export type Doubt = 'changed' | 'parked' | 'lost'

/** A passage that a person should look at. */
export interface DoubtfulPassage {
  readonly passage: CodedPassage
  readonly doubt: Doubt
  /** The words that somebody chose or last confirmed. */
  readonly was: string
  /** The text of its document in which it was looked at and its places were found. */
  readonly version: number
  /** What stands at its offsets now; '' for a parked one. */
  readonly present: string
  /** The text around it: of now, or for a parked one of when it was last there. */
  readonly before: string
  readonly after: string
  /** The paragraph it stands in, or where it stood: 'R07:12'. '' where that is gone too. */
  readonly extract: string
  /** For parked and lost ones. */
  readonly candidates: readonly PassageCandidate[]
}
