import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestWordBorder, withBorderMoved } from '../../renderer/reader/borders.ts'

const text = 'We paid for one, on the coast. Then the priorities changed. I left.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const words = (stretch: { start: number; end: number } | null) => stretch && text.slice(stretch.start, stretch.end)

describe('a border of a passage', () => {
  it.each([
    ['end', 1, 'word', 'the coast. Then'],
    ['end', -1, 'word', 'the'],
    ['start', -1, 'word', 'on the coast'],
    ['start', 1, 'word', 'coast'],
    ['end', 1, 'sentence', 'the coast.'],
    ['start', -1, 'sentence', 'We paid for one, on the coast'],
  ] as const)('%s moves %i by a %s', (side, step, unit, expected) => {
    expect(words(withBorderMoved(text, at('the coast'), side, step, unit))).toBe(expected)
  })

  it('never passes the other one', () => {
    expect(withBorderMoved(text, at('coast'), 'start', 1, 'word')).toBeNull()
    expect(withBorderMoved(text, at('coast'), 'end', -1, 'word')).toBeNull()
  })

  it('stops at the ends of the document', () => {
    expect(withBorderMoved(text, at('We'), 'start', -1, 'word')).toBeNull()
    expect(withBorderMoved(text, at('left.'), 'end', 1, 'word')).toBeNull()
  })

  it('stays a passage of the text, whatever the text', () => {
    const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(
        anyText,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('start', 'end'),
        fc.constantFrom(1, -1),
        fc.constantFrom('word', 'sentence'),
        (any, a, b, side, step, unit) => {
          const [start, end] = [a % any.length, b % (any.length + 1)].toSorted((x, y) => x - y) as [number, number]
          if (start === end) return
          const moved = withBorderMoved(any, { start, end }, side, step as 1 | -1, unit)
          if (!moved) return
          expect(moved.start).toBeGreaterThanOrEqual(0)
          expect(moved.end).toBeLessThanOrEqual(any.length)
          expect(moved.start).toBeLessThan(moved.end)
        },
      ),
    )
  })

  it('that is dragged comes to rest at a word', () => {
    expect(nearestWordBorder(text, text.indexOf('priorities') + 3, 'start')).toBe(text.indexOf('priorities'))
    expect(nearestWordBorder(text, text.indexOf('priorities') + 8, 'end')).toBe(text.indexOf('priorities') + 10)
  })
})
