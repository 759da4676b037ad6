/** Goes to the rounds, to a new one, or to a part of one. */
import type { RoundId } from '../../schema/ids.ts'
import { go } from '../workspace.ts'
import type { RoundPart } from './review-address.ts'

export function showRound(round: RoundId, part: RoundPart = 'proposals'): void {
  go({ view: 'review', asked: `${round}/${part}` })
}

export const showRounds = (): void => go({ view: 'review', asked: '' })
export const showNewRound = (): void => go({ view: 'review', asked: 'new' })
