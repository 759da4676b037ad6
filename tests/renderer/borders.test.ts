import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SpeakerId } from '../../schema/ids.ts'
import { nearestWordBorder, standsFor, withBorderMoved } from '../../renderer/reader/borders.ts'

const text = 'We paid for one, on the coast. Then the priorities changed. I left.'
const plain = { paragraphs: [], turns: [] }
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
    expect(words(withBorderMoved(text, plain, at('the coast'), side, step, unit))).toBe(expected)
  })

  it('never passes the other one', () => {
    expect(withBorderMoved(text, plain, at('coast'), 'start', 1, 'word')).toBeNull()
    expect(withBorderMoved(text, plain, at('coast'), 'end', -1, 'word')).toBeNull()
  })

  it('stops at the ends of the document', () => {
    expect(withBorderMoved(text, plain, at('We'), 'start', -1, 'word')).toBeNull()
    expect(withBorderMoved(text, plain, at('left.'), 'end', 1, 'word')).toBeNull()
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
        fc.constantFrom('word', 'sentence', 'turn'),
        (any, a, b, side, step, unit) => {
          const [start, end] = [a % any.length, b % (any.length + 1)].toSorted((x, y) => x - y) as [number, number]
          if (start === end) return
          const moved = withBorderMoved(any, plain, { start, end }, side, step as 1 | -1, unit)
          if (!moved) return
          expect(moved.start).toBeGreaterThanOrEqual(0)
          expect(moved.end).toBeLessThanOrEqual(any.length)
          expect(moved.start).toBeLessThan(moved.end)
        },
      ),
    )
  })

  describe('moved by a turn', () => {
    const talk = 'R01: We left. Then we came back.\nINTERVIEWER: Why?\nR01: No money.\n'
    const speaker = 'speaker' as SpeakerId
    const turns = [
      { speaker, start: 0, wordsStart: 5, end: 33, timeMs: null },
      { speaker, start: 33, wordsStart: 46, end: 51, timeMs: null },
      { speaker, start: 51, wordsStart: 56, end: talk.length, timeMs: null },
    ]
    const on = (part: string) => ({ start: talk.indexOf(part), end: talk.indexOf(part) + part.length })
    it.each([
      ['Then we', 'end', 1, 'Then we came back.'],
      ['Then we', 'start', -1, 'We left. Then we'],
      ['came back.', 'end', 1, 'came back.\nINTERVIEWER: Why?'],
      ['No', 'start', -1, 'Why?\nR01: No'],
      ['came back.\nINTERVIEWER: Why?', 'end', -1, 'came back.'],
    ] as const)('%s: its %s by %i', (passage, side, step, expected) => {
      const moved = withBorderMoved(talk, { paragraphs: [], turns }, on(passage), side, step, 'turn')
      expect(moved && talk.slice(moved.start, moved.end)).toBe(expected)
    })
    it('takes paragraphs where nobody speaks', () => {
      const law = 'One rule. Another.\nA third.'
      const paragraphs = [
        { label: '1', start: 0, end: 18 },
        { label: '2', start: 19, end: law.length },
      ]
      const moved = withBorderMoved(law, { paragraphs, turns: [] }, { start: 10, end: 17 }, 'end', 1, 'turn')
      expect(moved).toEqual({ start: 10, end: 18 })
    })
  })

  it('that is dragged comes to rest at a word', () => {
    expect(nearestWordBorder(text, text.indexOf('priorities') + 3, 'start')).toBe(text.indexOf('priorities'))
    expect(nearestWordBorder(text, text.indexOf('priorities') + 8, 'end')).toBe(text.indexOf('priorities') + 10)
  })
})

describe('a selection beside a passage that gets other borders', () => {
  it('goes where it is the words as they were, or as they become', () => {
    expect(standsFor(at('the coast'), at('the coast'), at('coast'))).toBe(true)
    expect(standsFor(at('coast'), at('the coast'), at('coast'))).toBe(true)
  })

  it('stays where it is of other words, even of a part of them', () => {
    expect(standsFor(at('priorities'), at('the coast'), at('coast'))).toBe(false)
    expect(standsFor(at('the'), at('the coast'), at('coast'))).toBe(false)
  })
})
