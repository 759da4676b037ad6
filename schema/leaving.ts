/** What may leave the archive, what must be asked first, and what is said of it afterwards. */
import { z } from 'zod'
import type { QuotationLevel } from './source.ts'

/**
 * What is done where what would be shown fits fewer than three documents (METHODS 5.2). 'ask' is refused with the
 * fault 'small-groups'; 'leave-out' shows nothing known of those documents; 'coarsen' gives months for days and asks
 * again where that does not help; 'accept' lets it leave as it is.
 */
export const smallGroupChoices = ['ask', 'leave-out', 'coarsen', 'accept'] as const
export const smallGroupChoice = z.enum(smallGroupChoices)
export type SmallGroupChoice = z.infer<typeof smallGroupChoice>

/** Fewer documents than these may be recognised by whoever knows the field. */
export const fewestAlike = 3

/** What would be shown together of so few documents. */
export type SmallGroup = {
  /** Attribute or field by its name, and what would be shown of it; empty values are left out. */
  readonly shown: readonly { readonly name: string; readonly value: string }[]
  /** Their short ids, one or two. */
  readonly documents: readonly string[]
}

/** The first of them, smallest first, and how many there are. */
export type SmallGroups = {
  readonly groups: readonly SmallGroup[]
  readonly total: number
  /** Whether months for days would change anything. */
  readonly canCoarsen: boolean
}

/** What an export says of itself beside its rows, without quotes: it stands in the audit log. */
export interface LeavingReport {
  /** Documents of which something left, by the level that they left at. */
  readonly levels: Readonly<Partial<Record<QuotationLevel, number>>>
  /** Documents that stayed: of no use, or of a child. */
  readonly closed: number
  readonly children: number
  /** Passages that stayed because they are dangerous. */
  readonly dangerous: number
  /** Combinations of fewer than three documents, and what was chosen. */
  readonly smallGroups: number
  readonly choice: SmallGroupChoice
  /** Names replaced by the name table; null where none was open. */
  readonly replaced: number | null
  /** Capitalised words that only one document has, in what left: to look at again, never in the audit log. */
  readonly loneWords: readonly string[]
}
