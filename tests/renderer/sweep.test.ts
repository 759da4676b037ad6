import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extended } from '../../renderer/reader/caret.ts'
import { Growth } from '../../renderer/reader/growth.ts'
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

  it('from a turn of several paragraphs stops at these, and never takes the whole document', () => {
    const lines = ['Q: Who pays?', 'A: Two embassies.', 'In turns.', 'Q: And now?']
    const long = lines.join('\n')
    const starts = lines.map((line) => long.indexOf(line))
    const paragraphs = lines.map((line, n) => ({ label: `${n + 1}`, start: starts[n]!, end: starts[n]! + line.length }))
    const turns = [
      { speaker, start: 0, wordsStart: 3, end: 12, timeMs: null },
      { speaker, start: starts[1]!, wordsStart: starts[1]! + 3, end: starts[2]! + 9, timeMs: null },
      { speaker, start: starts[3]!, wordsStart: starts[3]! + 3, end: long.length, timeMs: null },
    ]
    const steps: string[] = []
    let now: { start: number; end: number } | null = { start: long.indexOf('turns'), end: long.indexOf('turns') + 5 }
    while ((now = grown(long, { paragraphs, turns }, now)) !== null) steps.push(long.slice(now.start, now.end))
    expect(steps).toEqual(['In turns.', 'Two embassies.\nIn turns.', 'A: Two embassies.\nIn turns.'])
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

/** What interviews are made of, in both languages: abbreviations, quotes, dashes, emoji, marks. */
const scraps = fc.constantFrom(
  ...'Dr. Smith|Mrs.|e.g.|U.S.|J. R. Brown|No. 7|3.5|etc.|So did I.|they left|shelter|“Go,” she said'.split('|'),
  ...'т. е.|г-жа|А. С. Новиков|в г. Энске|2009 г.|и т. д.|приют|ещё|е\u0308щё|и\u0306|«Кто платит?»'.split('|'),
  ...'"|—|–|,|;|:|…|!|?|.|\n|👩‍👩‍👧|🇷🇺|👍🏽|e\u0301| \u0301|\u00AD|\u200D|\u00A0|क्षि'.split('|'),
)
const anyTalk = fc.array(scraps, { minLength: 1, maxLength: 24 }).map((parts) => parts.join(' '))
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const bordersOf = (any: string) => new Set([...graphemes.segment(any)].map(({ index }) => index).concat(any.length))

/** A text cut into paragraphs at its line ends, each of them a turn whose speaker takes the first characters. */
function cut(any: string) {
  const paragraphs = [...any.matchAll(/[^\n]+/g)].map(({ 0: line, index }, n) => ({
    label: String(n + 1),
    start: index,
    end: index + line.length,
  }))
  const turns = paragraphs.map(({ start, end }) => {
    const inside = [...bordersOf(any)].filter((border) => border > start && border < end)
    return { speaker, start, wordsStart: inside[2] ?? start, end, timeMs: null }
  })
  return { paragraphs, turns }
}
/** A stretch between two borders of characters. */
function stretchIn(any: string, a: number, b: number) {
  const borders = [...bordersOf(any)]
  const [start = 0, end = 0] = [borders[a % borders.length] ?? 0, borders[b % borders.length] ?? 0].toSorted(
    (x, y) => x - y,
  )
  return { start, end }
}

describe('growing, in English and Russian talk', () => {
  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(anyTalk, fc.nat(), fc.nat(), (any, a, b) => {
        const borders = bordersOf(any)
        let now: { start: number; end: number } | null = stretchIn(any, a, b)
        for (let step = 0; now !== null && step < 9; step++) {
          expect([...borders]).toEqual(expect.arrayContaining([now.start, now.end]))
          now = grown(any, cut(any), now)
        }
        expect(now).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  it('is taken back step by step by shrinking, and stops at what was selected by hand', () => {
    fc.assert(
      fc.property(anyTalk, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 5 }), (any, a, b, steps) => {
        const first = stretchIn(any, a, b)
        const growth = new Growth()
        const way = [first]
        for (let step = 0; step < steps; step++) {
          const now = way.at(-1) ?? first
          const next = grown(any, cut(any), now)
          if (!next) break
          growth.grew(now, next)
          way.push(next)
        }
        for (let now = way.pop(); now && way.length > 0; now = way.pop()) expect(growth.shrink(now)).toEqual(way.at(-1))
        expect(growth.shrink(first)).toBeNull()
      }),
    )
  })

  it('shrinks nothing that somebody selected meanwhile', () => {
    const growth = new Growth()
    growth.grew(at('coas'), at('coast'))
    expect(growth.shrink(at('one'))).toBeNull()
    expect(growth.shrink(at('coast'))).toEqual(at('coas'))
  })

  it.each([
    ['“We asked Dr. Smith, who left.” Then nothing.', 'Smith', '“We asked Dr. Smith, who left.”'],
    ['Писал А. С. Новиков, т. е. Мой сосед. И всё.', 'Новиков', 'Писал А. С. Новиков, т. е. Мой сосед.'],
    ['Спросили: «Кто платит?» Никто не знал.', 'платит', 'Спросили: «Кто платит?»'],
  ])('%s: the sentence of %s', (any, word, sentence) => {
    const nothing = { paragraphs: [], turns: [] }
    let now: { start: number; end: number } | null = { start: any.indexOf(word), end: any.indexOf(word) + word.length }
    const steps: string[] = []
    while ((now = grown(any, nothing, now)) !== null) steps.push(any.slice(now.start, now.end))
    expect(steps.slice(-2)).toEqual([sentence, any])
  })
})

describe('selecting by word and sentence', () => {
  const any = 'We asked Dr. Smith. Nobody knew.'
  const select = (anchor: number, ...steps: readonly (readonly [1 | -1, 'word' | 'sentence'])[]) => {
    const { anchor: from, head } = steps.reduce((now, [step, unit]) => extended(any, now, step, unit), {
      anchor,
      head: anchor,
    })
    return any.slice(Math.min(from, head), Math.max(from, head))
  }
  it('takes whole words, also where one begins inside a word', () => {
    expect(select(0, [1, 'word'], [1, 'word'])).toBe('We asked')
    expect(select(5, [1, 'word'])).toBe('asked')
    expect(select(5, [-1, 'word'])).toBe('asked')
  })
  it('goes back by the same step', () => {
    expect(select(0, [1, 'word'], [1, 'word'], [-1, 'word']).trim()).toBe('We')
  })
  it('takes the rest of the sentence, an abbreviation notwithstanding', () => {
    expect(select(3, [1, 'sentence'])).toBe('asked Dr. Smith.')
    expect(select(3, [1, 'sentence'], [1, 'sentence'])).toBe('asked Dr. Smith. Nobody knew.')
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
