/** An original and its translation beside each other: every place has its partner, and the line never goes back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairingOf, proportional, type Outline, type Pin } from '../../renderer/reader/pairing.ts'

/** Lengths of paragraphs, turn by turn, as an outline of a text in which one unit parts two paragraphs. */
function outlineOf(turns: readonly (readonly number[])[]): Outline {
  let at = 0
  const paragraphs: { start: number; end: number }[] = []
  const spans = turns.map((lengths) => {
    const start = at
    for (const length of lengths) {
      paragraphs.push({ start: at, end: at + length })
      at += length + 1
    }
    return { start, end: at }
  })
  return { paragraphs, turns: spans, length: at }
}
const starts = ({ paragraphs }: Outline) => paragraphs.map(({ start }) => start)

const aText = fc.array(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 }), { maxLength: 12 })
const somePins = fc.array(fc.record({ from: fc.nat(4000), to: fc.nat(4000) }), { maxLength: 5 })

describe('a pairing', () => {
  it('has a partner for every place, never goes back, and ends where the texts end', () => {
    fc.assert(
      fc.property(aText, aText, somePins, (one, other, pins) => {
        const [original, translation] = [outlineOf(one), outlineOf(other)]
        const { toOf, fromOf } = pairingOf(original, translation, pins)
        let before = 0
        for (let place = 0; place <= original.length; place += 7) {
          const partner = toOf(place)
          expect(partner).toBeGreaterThanOrEqual(before)
          expect(partner).toBeLessThanOrEqual(translation.length)
          before = partner
        }
        expect(toOf(0)).toBe(0)
        if (original.length > 0) expect(toOf(original.length)).toBe(translation.length)
        expect(toOf(-5)).toBe(0)
        expect(fromOf(translation.length + 99)).toBe(translation.length > 0 ? original.length : 0)
      }),
    )
  })

  it('leads there and back to the same place', () => {
    fc.assert(
      fc.property(aText, aText, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, share) => {
        const [original, translation] = [outlineOf(one), outlineOf(other)]
        if (original.length === 0 || translation.length === 0) return
        const { toOf, fromOf } = pairingOf(original, translation, [])
        expect(fromOf(toOf(share * original.length))).toBeCloseTo(share * original.length, 4)
      }),
    )
  })

  it('pairs paragraphs one to one where there are as many, however long they are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }))), (lengths) => {
        const original = outlineOf(lengths.map(([length]) => [length]))
        const translation = outlineOf(lengths.map(([, length]) => [length]))
        const { toOf } = pairingOf(original, translation, [])
        expect(starts(original).map(toOf)).toEqual(starts(translation))
      }),
    )
  })

  it('goes turn by turn where paragraphs differ, so that a question stands beside its question', () => {
    const original = outlineOf([[20], [300, 200, 100], [30], [80]])
    const translation = outlineOf([[25], [700], [35], [90]])
    const { toOf } = pairingOf(original, translation, [])
    expect(original.turns.map(({ start }) => toOf(start))).toEqual(translation.turns.map(({ start }) => start))
  })

  it('obeys what a person has pinned, and finds the rest between the pins', () => {
    const original = outlineOf([[100], [100], [100], [100], [100]])
    const translation = outlineOf([[40], [40], [40], [40]])
    const pin: Pin = { from: starts(original)[3]!, to: starts(translation)[2]! }
    const { toOf, fromOf } = pairingOf(original, translation, [pin])
    expect(toOf(pin.from)).toBe(pin.to)
    expect(fromOf(pin.to)).toBe(pin.from)
    // Two and two after the pin: one to one again.
    expect(toOf(starts(original)[4]!)).toBe(starts(translation)[3]!)
  })

  it('passes over pins that cross or lie outside the text', () => {
    const original = outlineOf([[100], [100]])
    const { toOf } = pairingOf(original, original, [
      { from: 9000, to: 20 },
      { from: 101, to: 9000 },
    ])
    expect(toOf(101)).toBe(101)
  })

  it('of documents that are not linked goes by how far one has come', () => {
    expect(proportional(200, 50).toOf(100)).toBe(25)
    expect(proportional(0, 50).toOf(10)).toBe(0)
  })
})
