import { z } from 'zod'
import type { CodeId, CoderId, CodingId, PassageId, SourceId } from './ids.ts'

export const stances = ['credits', 'blames', 'neutral'] as const
export const stance = z.enum(stances)
export const responsibles = ['state', 'police', 'IO', 'NGO', 'donor', 'victim', 'public', 'nobody'] as const
export const responsible = z.enum(responsibles)
export type Stance = z.infer<typeof stance>
export type Responsible = z.infer<typeof responsible>

/** This code on this passage by this coder. REFI-QDA: Coding. Unique in the three together. */
export interface Coding {
  readonly id: CodingId
  readonly passage: PassageId
  readonly code: CodeId
  readonly coder: CoderId
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** 1 mention, 2 developed, 3 key quote. */
  readonly weight: 1 | 2 | 3
  readonly stance: z.infer<typeof stance> | null
  readonly holdsResponsible: z.infer<typeof responsible> | null
}

/** As much of a coding as choosing among thousands takes. */
export type BriefCoding = Pick<Coding, 'id' | 'passage' | 'code' | 'coder'> & { readonly source: SourceId }

/** What became of codings that were given another code. */
export interface Recoded {
  readonly moved: number
  /** Became one with a coding that was there already. */
  readonly united: number
}

const codingNames = {
  /** A source's id, short id, title or file name. */
  source: z.string(),
  /** A code's key ('4e'), its path ('Funding/Terms of the money'), its name or its id. */
  code: z.string(),
  /** A coder's name; created and reported where unknown. Empty: the acting coder. */
  coder: z.string().default(''),
}
/**
 * One line of `code FILE --from codings.csv`: names as people write them, resolved by the archive. The
 * place is two offsets, or the words themselves where they stand only once; any white space fits any other.
 */
export const codingRow = z.union([
  z.object({ ...codingNames, start: z.number().int(), end: z.number().int() }),
  z.object({ ...codingNames, quote: z.string().max(100_000) }),
])
export type CodingRow = z.infer<typeof codingRow>
