import { z } from 'zod'
import type { GlossaryEntryId } from './ids.ts'

/** Words that mean the same to this study, in any language: shelter, приют, убежище. */
export interface GlossaryEntry {
  readonly id: GlossaryEntryId
  /** Two or more words or phrases, in the order in which they were written. */
  readonly terms: readonly string[]
}

/** At least two that differ; a term may be a phrase. */
export const glossaryTerms = z.array(z.string().max(200)).max(50)
