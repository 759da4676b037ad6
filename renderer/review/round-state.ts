/** How far a round has come. */
import type { ReviewRound } from '../../schema/review.ts'

export type RoundState = 'making' | 'waiting' | 'deciding' | 'decided' | 'closed'

export function stateOf({ closedAt, replies, sent, proposals }: ReviewRound): RoundState {
  if (closedAt !== '') return 'closed'
  if (replies.length === 0) return sent.length === 0 ? 'making' : 'waiting'
  return proposals.open > 0 ? 'deciding' : 'decided'
}
