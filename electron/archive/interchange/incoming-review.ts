/**
 * Rounds of review of a project that comes from elsewhere, and what was decided where coders differed. As with all of
 * `incoming.ts` a Ref names a thing within its own project, also within what is kept as JSON.
 */
import type { ItemUnit, ProposalState, ProposalVerdict, RoundKind } from '../../../schema/review.ts'
import type { Ref } from './incoming.ts'

export interface IncomingReview {
  readonly rounds: readonly IncomingRound[]
  readonly arbitrations: readonly IncomingArbitration[]
}

export interface IncomingRound {
  readonly ref: Ref
  readonly kind: RoundKind
  readonly name: string
  readonly questions: string
  readonly blind: boolean
  readonly unit: ItemUnit
  /** JSON of a `ReviewChoice`, of what was held back, and of the codes as they were frozen. */
  readonly asked: string
  readonly held: string
  readonly codebook: string
  /** JSON of `ReplyKeys`, which open the round's replies; null: they stay where the round was made. */
  readonly keys: string | null
  readonly coder: Ref | null
  readonly madeAt: string
  /** '' while it is open. */
  readonly closedAt: string
  /** In the order of the round. */
  readonly items: readonly IncomingItem[]
  readonly replies: readonly IncomingReply[]
  readonly messages: readonly IncomingMessage[]
}

export interface IncomingItem {
  readonly ref: Ref
  readonly number: number
  readonly document: Ref
  /** null of a unit. */
  readonly passage: Ref | null
  /** Which of the document's texts it counts in: the place in `earlier`, then the one of now; null: none that is known. */
  readonly text: number | null
  /** UTF-16 units of that text. */
  readonly start: number
  readonly end: number
  readonly place: string
  readonly quote: string
  readonly codings: readonly { readonly id: Ref; readonly code: Ref; readonly coder: Ref }[]
  readonly hash: string
  readonly stratum: string
  readonly note: string
}

export interface IncomingReply {
  readonly ref: Ref
  /** The advisor. */
  readonly coder: Ref | null
  /** '' of the queue in the window. */
  readonly fileHash: string
  readonly startedAt: string
  readonly savedAt: string
  readonly readAt: string
  readonly toQuestions: readonly string[]
  readonly answers: readonly IncomingAnswer[]
}

export interface IncomingAnswer {
  readonly ref: Ref
  readonly item: Ref
  /** null: not asked. */
  readonly chosen: readonly Ref[] | null
  readonly comment: string
  readonly at: string
  readonly proposals: readonly IncomingProposal[]
}

export interface IncomingProposal {
  readonly ref: Ref
  /** null of a comment. */
  readonly code: Ref | null
  readonly verdict: ProposalVerdict
  readonly state: ProposalState
  readonly decided: { readonly by: Ref | null; readonly at: string } | null
  readonly reason: string
  /** Codings that an acceptance set aside or added. */
  readonly effect: { readonly superseded: readonly Ref[]; readonly added: readonly Ref[] }
}

export interface IncomingMessage {
  readonly ref: Ref
  readonly item: Ref
  readonly coder: Ref | null
  readonly at: string
  readonly text: string
}

export interface IncomingArbitration {
  readonly ref: Ref
  readonly coding: Ref
  readonly verdict: 'holds' | 'falls'
  readonly reason: string
  readonly coder: Ref | null
  readonly at: string
}
