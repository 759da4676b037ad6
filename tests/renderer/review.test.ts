/** The review view: addresses, the rows of its list, how far a round is, what is said by phone, which files are replies. */
import { describe, expect, it } from 'vitest'
import type { ReviewAnswerId, ReviewItemId, ReviewProposalId } from '../../schema/ids.ts'
import type { ReviewItem, ReviewProposal, ReviewRound } from '../../schema/review.ts'
import { rowsOf } from '../../renderer/review/proposal-rows.ts'
import { suggestPassphrase, sayable } from '../../renderer/review/passphrase-words.ts'
import { reviewIn } from '../../renderer/review/review-address.ts'
import { stateOf } from '../../renderer/review/round-state.ts'
import { isReply } from '../../renderer/review/reply-file.ts'

const proposal = (id: string, answer: string) =>
  ({ id: id as ReviewProposalId, answer: answer as ReviewAnswerId, verdict: 'disagree' }) as ReviewProposal
const item = (id: string, proposals: readonly ReviewProposal[]) =>
  ({
    id: id as ReviewItemId,
    proposals,
    answers: [{ id: 'ann' as ReviewAnswerId, comment: 'No.' }],
  }) as unknown as ReviewItem

describe('the rows of a round', () => {
  it('are an excerpt and below it what each reader says, the comment beside the last', () => {
    const { rows } = rowsOf([item('one', [proposal('a', 'ann'), proposal('b', 'ann'), proposal('c', 'bob')])])
    expect(rows.map(({ kind }) => kind)).toEqual(['excerpt', 'proposal', 'proposal', 'proposal'])
    expect(
      rows.flatMap((row) => (row.kind === 'proposal' ? [[row.isFirst, row.isLast, row.answer?.comment]] : [])),
    ).toEqual([
      [true, false, 'No.'],
      [false, true, 'No.'],
      [true, true, undefined],
    ])
  })

  it('know their excerpt, one that is not there yet too', () => {
    const { rows, at } = rowsOf([item('one', [proposal('a', 'ann')]), undefined, item('three', [])])
    expect(rows.map(({ key }) => key)).toEqual(['one', 'a', 'waiting 1', 'three'])
    expect(at).toEqual([0, 0, 1, 2])
  })
})

describe('a round', () => {
  const round = (fields: object) =>
    ({ closedAt: '', sent: [], replies: [], proposals: { open: 0 }, ...fields }) as unknown as ReviewRound
  it('is made, sent, answered, decided and signed off', () => {
    const sent = [{ to: 'Ann', at: '2026-01-01T00:00:00Z', excerpts: 3 }]
    expect(stateOf(round({}))).toBe('making')
    expect(stateOf(round({ sent }))).toBe('waiting')
    expect(stateOf(round({ sent, replies: [{}], proposals: { open: 2 } }))).toBe('deciding')
    expect(stateOf(round({ sent, replies: [{}] }))).toBe('decided')
    expect(stateOf(round({ kind: 'coding', sent, replies: [{}] }))).toBe('coded')
    expect(stateOf(round({ sent, replies: [{}], closedAt: '2026-01-02T00:00:00Z' }))).toBe('closed')
  })

  it('is found by the window’s address', () => {
    expect(reviewIn('')).toEqual({ kind: 'rounds' })
    expect(reviewIn('new')).toEqual({ kind: 'new' })
    expect(reviewIn('r1/cards')).toEqual({ kind: 'round', round: 'r1', part: 'cards' })
    expect(reviewIn('r1/nonsense')).toEqual({ kind: 'round', round: 'r1', part: 'proposals' })
  })
})

describe('the words of a passphrase', () => {
  it.each(['en', 'ru'] as const)('are 256, none twice, so that a byte is a word (%s)', (language) => {
    expect(new Set(sayable[language]).size).toBe(256)
    expect(sayable[language]).toHaveLength(256)
  })

  it('are written in one way only', () => {
    expect(sayable.en.filter((word) => !/^[a-z]{3,9}$/.test(word))).toEqual([])
    expect(sayable.ru.filter((word) => !/^[а-я]{3,9}$/.test(word))).toEqual([])
  })

  it('are six of them, each by a byte', () => {
    expect(suggestPassphrase('en', new Uint8Array([0, 255, 1, 0, 0, 2]))).toBe('acorn zebra actor acorn acorn album')
    expect(suggestPassphrase('ru').split(' ')).toHaveLength(6)
  })
})

describe('a file that is dropped', () => {
  it('is a reply by its ending, or by how it begins where it was renamed', async () => {
    expect(await isReply(new File(['anything'], 'Ann.kartoteka-reply'))).toBe(true)
    expect(await isReply(new File(['kartoteka-review {"version":1}'], 'reply(1).txt'))).toBe(true)
    expect(await isReply(new File(['kartoteka is a card index'], 'notes.txt'))).toBe(false)
  })
})
