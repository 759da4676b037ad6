/** An answer that came anew is made of the old one's pieces, so that only what changed is drawn. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharing } from '../../renderer/archive/alike.ts'

describe('an answer asked again', () => {
  it('is the very same object where nothing changed', () => {
    const before = [
      { id: 'a', codings: [{ id: 'x', weight: 1 }] },
      { id: 'b', codings: [] },
    ]
    expect(sharing(before, structuredClone(before))).toBe(before)
  })
  it('keeps the rows that did not change, whatever their order', () => {
    const before = [
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
    ]
    const after = sharing(before, [
      { id: 'b', n: 2 },
      { id: 'a', n: 7 },
      { id: 'c', n: 3 },
    ])
    expect(after[0]).toBe(before[1])
    expect(after[1]).not.toBe(before[0])
    expect(after).toEqual([
      { id: 'b', n: 2 },
      { id: 'a', n: 7 },
      { id: 'c', n: 3 },
    ])
  })
  it('always says what the new one says', () => {
    const rows = fc.array(fc.record({ id: fc.nat(6), facts: fc.array(fc.option(fc.nat(3)), { maxLength: 3 }) }))
    fc.assert(
      fc.property(rows, rows, (before, next) => {
        expect(sharing(before, next)).toEqual(next)
      }),
    )
  })
})
