import { describe, expect, it } from 'vitest'
import { reviewReply } from '../../schema/review-reply.ts'
import { reviewPack } from '../support/pack-shape.ts'
import { reviewPackOf, reviewReplyOf } from '../support/review.ts'

const item = reviewReplyOf().items[0]!
const read = (changes: Readonly<Record<string, unknown>>) => reviewReply.safeParse({ ...reviewReplyOf(), ...changes })
const readItem = (changes: Readonly<Record<string, unknown>>) => read({ items: [{ ...item, ...changes }] }).success

describe('the shape of a reply', () => {
  it('takes what a pack writes, and the pack its own', () => {
    expect(reviewReply.parse(reviewReplyOf())).toEqual(reviewReplyOf())
    expect(reviewPack.parse(reviewPackOf(30))).toEqual(reviewPackOf(30))
  })

  it('refuses an excerpt answered twice, a date that is none, a hash that is none, a verdict nobody knows', () => {
    expect(read({ items: [item, item] }).success).toBe(false)
    expect(readItem({ at: 'yesterday' })).toBe(false)
    expect(readItem({ hash: 'abc' })).toBe(false)
    expect(readItem({ verdicts: { 'c-4a': 'approve' } })).toBe(false)
    expect(readItem({ chosen: [] })).toBe(true)
  })

  it('refuses what is longer than a person writes, and an advisor without a name', () => {
    expect(readItem({ comment: 'a'.repeat(20_001) })).toBe(false)
    expect(readItem({ suggested: Array.from({ length: 1001 }, (_, index) => `c-${index}`) })).toBe(false)
    expect(read({ advisor: '   ' }).success).toBe(false)
    expect(read({ version: 2 }).success).toBe(false)
  })

  it('mends half a character in a comment, and carries no key of an object’s making', () => {
    const taken = reviewReply.parse({ ...reviewReplyOf(), items: [{ ...item, comment: 'half \ud83d' }] })
    expect(taken.items[0]!.comment).toBe('half \ufffd')
    const hostile = JSON.parse(
      JSON.stringify(reviewReplyOf()).replace('"c-4a":"disagree"', '"__proto__":"agree","c-4a":"disagree"'),
    ) as unknown
    expect(Object.keys(reviewReply.parse(hostile).items[0]!.verdicts)).toEqual(['c-4a'])
  })
})
