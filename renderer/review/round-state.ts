/** How far a round has come. */
import type { ReviewRound } from '../../schema/review.ts'

export type RoundState = 'making' | 'waiting' | 'deciding' | 'decided' | 'coded' | 'closed'

export function stateOf({ kind, closedAt, replies, sent, proposals }: ReviewRound): RoundState {
  if (closedAt !== '') return 'closed'
  if (replies.length === 0) return sent.length === 0 ? 'making' : 'waiting'
  if (proposals.open > 0) return 'deciding'
  // A second coder's codes are compared, not decided on.
  return kind === 'coding' ? 'coded' : 'decided'
}
