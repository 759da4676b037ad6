import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGraphemeBorder } from '../../electron/archive/text/graphemes.ts'
import { normalizeText } from '../../electron/archive/text/normalize.ts'
import { paragraphsOf } from '../../electron/archive/text/paragraphs.ts'
import { turnsOf } from '../../electron/archive/text/turns.ts'

const voices = (text: string) =>
  turnsOf(text).map(({ speaker, isInterviewer }) => `${speaker}${isInterviewer ? ' asks' : ''}`)

describe('speakers', () => {
  it.each([
    ['INTERVIEWER: Who pays?\nP01: Two embassies.\n', ['INTERVIEWER asks', 'P01']],
    ['И.: Кто платит?\nР.: Город.\n', ['И. asks', 'Р.']],
    ['Интервьюер: Кто платит?\nРеспондент: Город.\n', ['Интервьюер asks', 'Респондент']],
    ['Вопрос: Кто платит?\nОтвет: Город.\n', ['Вопрос asks', 'Ответ']],
    ['[00:00:03] Q: Who pays?\n[00:00:06] A: Two embassies.\n', ['Q asks', 'A']],
    [
      'Vera Lind  0:03\nWho pays?\n\nIrja Kask  0:06\nTwo embassies.\n\nVera Lind  0:09\nSince when?\n\nIrja Kask  0:12\nMay.\n',
      ['Vera Lind', 'Irja Kask', 'Vera Lind', 'Irja Kask'],
    ],
    ['[00:01:02.15] R-07\nTwo embassies.\n\n[00:01:09.00] R-07\nIn turns.\n', ['R-07', 'R-07']],
  ])('are found in %j', (text, expected) => {
    expect(voices(text)).toEqual(expected)
  })

  it.each([
    'Note: the following was said in the car.\nIt was late.\nWe drove on.\n',
    'http://example.org is the page.\nhttps://example.org too.\n',
    'There are three things: money, time and people.\nThe first is short.\n',
    'At 12:30 the bus left.\nAt 12:45 it came back.\n',
    'Example: a flat in the capital.\nIt has six beds.\nMore than that is not needed.\nNobody comes at night.\n',
    '',
    ':\n::\n',
  ])('are not seen where nobody speaks: %j', (text) => {
    expect(voices(text)).toEqual([])
  })

  it('keep what they say over several lines, and the time at which they begin', () => {
    const text = '[00:00:03] Q: Who pays?\n[00:01:06] A: Two embassies.\nIn turns.\n'
    const [, answer] = turnsOf(text)
    expect(text.slice(answer!.start, answer!.end)).toBe('[00:01:06] A: Two embassies.\nIn turns.')
    expect(text.slice(answer!.wordsStart, answer!.end)).toBe('Two embassies.\nIn turns.')
    expect(answer!.timeMs).toBe(66_000)
  })

  it.each([
    [
      'INTERVIEWER [00:00:03]: Who pays?\nDirector of the shelter (Vera) [00:01:06]: Two embassies.\nINTERVIEWER [00:02:00]: And now?\nDirector of the shelter (Vera) [00:02:04]: Nobody.\n',
      'Director of the shelter (Vera)',
    ],
    [
      'Speaker 1 (0:03): Who pays?\nSpeaker 2 (1:06): Two embassies.\nSpeaker 1 (2:00): And now?\nSpeaker 2 (2:04): Nobody.\n',
      'Speaker 2',
    ],
    [
      'ИНТЕРВЬЮЕР [00:00:03]: Кто платит?\nДиректор приюта [00:01:06]: Два посольства.\nДиректор приюта [00:02:04]: Никто.\n',
      'Директор приюта',
    ],
  ])('may have the time between the name and the colon: %j', (text, speaker) => {
    const [, answer] = turnsOf(text)
    expect(answer).toMatchObject({ speaker, timeMs: 66_000 })
    expect(text.slice(answer!.wordsStart, answer!.end)).toMatch(/^(?:Two embassies|Два посольства)\.$/)
  })
})

describe('paragraphs', () => {
  it('begin with the space that carries an accent', () => {
    expect(pieces('x\n  \u0301 and more')).toEqual(['x', ' \u0301 and more'])
  })

  const pieces = (text: string, borders?: readonly number[]) =>
    paragraphsOf(text, borders).map(({ start, end }) => text.slice(start, end))

  it('are lines, without the blank ones and the space around them', () => {
    expect(pieces('  One.\n\n\tTwo.  \n \n\fThree.')).toEqual(['One.', 'Two.', 'Three.'])
    expect(pieces('')).toEqual([])
    expect(pieces(' \n\t\n')).toEqual([])
  })

  it('are blocks where the lines are broken by hand at a width', () => {
    const line = 'they were told that the work was with children and in an old hotel by'
    const block = Array.from({ length: 8 }, () => line).join('\n')
    expect(pieces(`${block}.\n\n${block}.\n`)).toEqual([`${block}.`, `${block}.`])
  })

  it('end at a sentence where they are too long to cite, and never inside a character', () => {
    const sentence = 'We change doors when the list of countries changes. '
    const cut = pieces(sentence.repeat(200))
    expect(cut.length).toBeGreaterThan(2)
    for (const piece of cut) expect(piece).toMatch(/^We .*changes\.$/s)
    const family = '👨‍👩‍👧‍👦'
    expect(pieces(family.repeat(1200)).join('')).toBe(family.repeat(1200))
    for (const piece of pieces(family.repeat(1200))) expect(piece.length % family.length).toBe(0)
  })
})

const scraps = fc.constantFrom(
  'INTERVIEWER: ',
  'R01: ',
  'И.: ',
  'Note: ',
  'http://',
  '[00:00:03] ',
  '\n',
  '\n\n',
  '\f',
  ' ',
  '\t',
  'Two embassies. ',
  'Город. ',
  '👨‍👩‍👧',
  '🇷🇺',
  'e\u0301',
  '\u0301',
  '\u200D',
  '𝒳',
  '\r',
  '\uD83D',
  '\uFEFF',
  'a'.repeat(4100),
  '☎️',
  '한국',
)
const texts = fc
  .array(fc.oneof({ weight: 4, arbitrary: scraps }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) }), {
    maxLength: 40,
  })
  .map((parts) => normalizeText(parts.join('')))

describe('whatever the text', () => {
  it('turns stand in order, apart, inside it, and cut no character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0
        for (const { start, wordsStart, end, speaker } of turnsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(wordsStart).toBeGreaterThan(start)
          expect(end).toBeGreaterThanOrEqual(wordsStart)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, wordsStart)).toContain(speaker)
          expect(isGraphemeBorder(text, start)).toBe(true)
          last = end
        }
      }),
      { numRuns: 400 },
    )
  })

  it('paragraphs stand in order, apart, inside it, cut no character and leave out only space', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
    fc.assert(
      fc.property(texts, (text) => {
        const borders = new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length))
        let last = 0
        let left = ''
        for (const { start, end } of paragraphsOf(
          text,
          turnsOf(text).map((turn) => turn.start),
        )) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end - start).toBeLessThanOrEqual(4000)
          expect(borders.has(start)).toBe(true)
          expect(borders.has(end)).toBe(true)
          left += text.slice(last, start)
          last = end
        }
        expect((left + text.slice(last)).trim()).toBe('')
      }),
      { numRuns: 400 },
    )
  })
})
