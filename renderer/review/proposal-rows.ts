/** The rows of a round's list: an excerpt, and below it what each reader says of it. */
import type { ProposalVerdict, ReviewAnswer, ReviewItem, ReviewProposal } from '../../schema/review.ts'

export interface ProposalRow {
  readonly key: string
  readonly kind: 'proposal'
  readonly item: ReviewItem
  readonly proposal: ReviewProposal
  readonly answer: ReviewAnswer | undefined
  /** The first of what this reader says: what was chosen blind stands beside it. */
  readonly isFirst: boolean
  /** The last of what this reader says: the comment stands beside it. */
  readonly isLast: boolean
}

export type Row =
  | { readonly key: string; readonly kind: 'excerpt'; readonly item: ReviewItem }
  | ProposalRow
  /** Its page is on its way. */
  | { readonly key: string; readonly kind: 'waiting' }

/** `at`: which item each row belongs to, so that scrolling asks for the right pages. */
export function rowsOf(items: readonly (ReviewItem | undefined)[]): {
  readonly rows: readonly Row[]
  readonly at: readonly number[]
} {
  const rows: Row[] = []
  const at: number[] = []
  for (const [number, item] of items.entries()) {
    const some: readonly Row[] = item ? rowsOfItem(item) : [{ key: `waiting ${number}`, kind: 'waiting' }]
    for (const row of some) {
      rows.push(row)
      at.push(number)
    }
  }
  return { rows, at }
}

/** What asks for a decision comes first, a comment last. */
const order: readonly ProposalVerdict[] = ['disagree', 'suggest', 'unsure', 'agree', 'comment']

function rowsOfItem(item: ReviewItem): readonly Row[] {
  const byAnswer = Map.groupBy(item.proposals, ({ answer }) => answer)
  return [
    { key: item.id, kind: 'excerpt', item },
    ...[...byAnswer].flatMap(([id, proposals]) => {
      const answer = item.answers.find((each) => each.id === id)
      const inOrder = proposals.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
      return inOrder.map((proposal, at): ProposalRow => ({
        key: proposal.id,
        kind: 'proposal',
        item,
        proposal,
        answer,
        isFirst: at === 0,
        isLast: at === inOrder.length - 1,
      }))
    }),
  ]
}
