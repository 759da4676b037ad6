/** What the review view shows, in the window's address: '' (the rounds), 'new', 'ROUND/proposals', 'ROUND/cards'… */
import type { RoundId } from '../../schema/ids.ts'

export const roundParts = ['proposals', 'excerpts', 'cards', 'sign-off'] as const
export type RoundPart = (typeof roundParts)[number]

export type ReviewAddress =
  | { readonly kind: 'rounds' }
  | { readonly kind: 'new' }
  | { readonly kind: 'round'; readonly round: RoundId; readonly part: RoundPart }

export function reviewIn(asked: string): ReviewAddress {
  if (asked === '') return { kind: 'rounds' }
  if (asked === 'new') return { kind: 'new' }
  const [round = '', name = ''] = asked.split('/')
  return { kind: 'round', round: round as RoundId, part: roundParts.find((each) => each === name) ?? 'proposals' }
}
