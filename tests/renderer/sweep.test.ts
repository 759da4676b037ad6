import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grown, trimmed } from '../../renderer/reader/sweep.ts'
import type { SpeakerId } from '../../schema/ids.ts'

const text =
  'R01: We paid for one, on the coast, until the priorities changed. I was not happy. Then we left.\nINTERVIEWER: Why?'
const speaker = 'speaker' as SpeakerId
const units = {
  paragraphs: [
    { label: '1', start: 0, end: 96 },
    { label: '2', start: 97, end: text.length },
  ],
  turns: [
    { speaker, start: 0, wordsStart: 5, end: 96, timeMs: null },
    { speaker, start: 97, wordsStart: 110, end: text.length, timeMs: null },
  ],
}
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const wordsOf = (stretch: { start: number; end: number } | null) => stretch && text.slice(stretch.start, stretch.end)

describe('growing a selection', () => {
  it('goes from letters to the word, the clause, the sentence, the turn and the paragraph, then stops', () => {
    const steps: (string | null)[] = []
    let now: { start: number; end: number } | null = at('iorit')
    while ((now = grown(text, units, now)) !== null) steps.push(wordsOf(now))
    expect(steps).toEqual([
      'priorities',
      'until the priorities changed.',
      'We paid for one, on the coast, until the priorities changed.',
      'We paid for one, on the coast, until the priorities changed. I was not happy. Then we left.',
      'R01: We paid for one, on the coast, until the priorities changed. I was not happy. Then we left.',
    ])
  })

  it('takes both sentences of a selection that touches two', () => {
    const first = grown(text, units, { start: at('changed').start, end: at('not happy').end })
    expect(wordsOf(first)).toContain('I was not happy')
  })

  it('works in a text without turns and paragraphs', () => {
    expect(wordsOf(grown(text, { paragraphs: [], turns: [] }, at('coas')))).toBe('coast')
  })

  it('never shrinks, never leaves the text, and ends after a few steps, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(), fc.nat(), (any, a, b) => {
        let now: { start: number; end: number } | null = {
          start: Math.min(a, b) % (any.length + 1),
          end: Math.max(Math.min(a, b) % (any.length + 1), Math.max(a, b) % (any.length + 1)),
        }
        for (let step = 0; step < 8; step++) {
          const next: { start: number; end: number } | null = grown(any, { paragraphs: [], turns: [] }, now)
          if (next === null) return
          expect(next.start).toBeLessThanOrEqual(now.start)
          expect(next.end).toBeGreaterThanOrEqual(now.end)
          expect(next.start).toBeGreaterThanOrEqual(0)
          expect(next.end).toBeLessThanOrEqual(any.length)
          now = next
        }
        throw new Error('it grows for ever')
      }),
    )
  })
})

describe('a selection without the spaces at its ends', () => {
  it('is what a person meant', () => {
    expect(trimmed('  two words \n', { start: 0, end: 13 })).toEqual({ start: 2, end: 11 })
  })
  it('is nothing where there are only spaces', () => {
    expect(trimmed('a \n\t b', { start: 1, end: 5 })).toBeNull()
  })
})
