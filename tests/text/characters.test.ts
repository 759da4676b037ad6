import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsAfter, wordsBefore } from '../../electron/archive/text/contexts.ts'
import { decodeText } from '../../electron/archive/text/decode.ts'
import { graphemeBorder, isGraphemeBorder } from '../../electron/archive/text/graphemes.ts'
import { languageOf } from '../../electron/archive/text/language.ts'
import { normalizeText, oneForOne } from '../../electron/archive/text/normalize.ts'
import { sentencesIn } from '../../schema/sentences.ts'
import { sentenceAt } from '../../electron/archive/text/sentences.ts'
import { capitalisedWords, tokensOf } from '../../electron/archive/text/tokens.ts'

describe('bytes become text', () => {
  const written = (text: string, encoding: string): Uint8Array => {
    if (encoding === 'UTF-8') return Buffer.from(text)
    const units = Buffer.from(`\uFEFF${text}`, 'utf16le')
    return encoding === 'UTF-16 LE' ? units : units.swap16()
  }

  it.each(['UTF-8', 'UTF-16 LE', 'UTF-16 BE'])('in %s, and back: every character is the same', (encoding) => {
    const printable = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      // oxlint-disable-next-line no-control-regex -- control characters make a file binary, which is another fact
      .map((text) => text.replace(/[\u0000-\u001F\uFEFF]/g, ' '))
    fc.assert(
      fc.property(printable, (text) => {
        expect(decodeText(written(text, encoding))).toEqual({ kind: 'text', encoding, text })
      }),
      { numRuns: 300 },
    )
  })

  it('never make up a text: an old code page and a cut character are said to be so', () => {
    expect(decodeText(Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])).kind).toBe('unknown-encoding')
    expect(decodeText(Buffer.from('Город').subarray(0, 9)).kind).toBe('unknown-encoding')
    expect(decodeText(Buffer.from([0xff, 0xfe, 0x3d, 0xd8])).kind).toBe('unknown-encoding')
    expect(decodeText(Buffer.from([1, 2, 3, 0, 5])).kind).toBe('binary')
  })
})

describe('stored text', () => {
  it('has one kind of line end and no mark, and is otherwise what the author wrote', () => {
    expect(normalizeText('\uFEFFa\r\nb\rc\nd')).toBe('a\nb\nc\nd')
    const kept = 'e\u0301 é \u00AD \u00A0 \u2028 \u2029 \u0085 soft-\nhyphen \t \f'
    expect(normalizeText(kept)).toBe(kept)
  })

  it('replaces what breaks other programs one for one', () => {
    expect(normalizeText('a\u0000b\uD83Dc\u009Fd')).toBe('a\uFFFDb\uFFFDc\uFFFDd')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(oneForOne(text)).toHaveLength(text.length)
        expect(normalizeText(normalizeText(text).replace(/^\uFEFF/, ''))).toBe(
          normalizeText(text).replace(/^\uFEFF/, ''),
        )
        expect(normalizeText(text).isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('characters', () => {
  it.each(['👨‍👩‍👧‍👦', '🇷🇺', 'e\u0301', 'и\u0306', '👍🏽', '☎️', '𝒳', '각', 'a\u0301\u0302\u0303'])(
    '%s is one',
    (character) => {
      const text = `x${character}y`
      for (let at = 2; at <= character.length; at++) expect(isGraphemeBorder(text, at)).toBe(false)
      expect([1, character.length + 1].map((at) => isGraphemeBorder(text, at))).toEqual([true, true])
      expect(graphemeBorder(text, character.length)).toBe(1)
    },
  )

  it('are counted as the system counts them, in any text', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
    const scraps = fc.constantFrom(
      '👨‍👩‍👧',
      '🇷🇺',
      '🇷',
      'e\u0301',
      '\u0301',
      '\u200D',
      '𝒳',
      'a',
      'ж',
      ' ',
      '\n',
      '👍🏽',
      '한',
      'ก็',
      'क्षि',
    )
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 30 }), (parts) => {
        const text = parts.join('')
        const borders = new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length))
        for (let at = 0; at <= text.length; at++)
          expect([at, isGraphemeBorder(text, at)]).toEqual([at, borders.has(at)])
      }),
      { numRuns: 400 },
    )
  })
})

describe('sentences', () => {
  it.each([
    ['It is one. Is it two? It is three!', 'three', 3],
    ['It is one.', 'It', 1],
    ['Платит город. А потом? Потом фонд.', 'фонд', 3],
    ['', '', 1],
  ])('are counted from 1 (%s)', (paragraph, word, number) => {
    expect(sentenceAt(paragraph, paragraph.indexOf(word))).toBe(number)
  })

  it('have the number that counting them gives, in whatever text', () => {
    const pieces = fc.constantFrom(
      'Word',
      'слово',
      ' ',
      '. ',
      '? ',
      '!',
      '…',
      '\n',
      '\u2028',
      '\u0085',
      '。',
      '։',
      'Dr. ',
      '»',
      '😀',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 30 }),
        fc.nat(),
        (parts, nth) => {
          const paragraph = parts.join('')
          const at = nth % (paragraph.length + 1)
          const upTo = [...sentencesIn(paragraph)].filter(({ start }) => start <= at)
          const counted = upTo.filter(({ start, end }) => paragraph.slice(start, end).trim() !== '').length
          expect(sentenceAt(paragraph, at)).toBe(Math.max(1, counted))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['Dr. Smith came. Mrs. Brown went.', ['Dr. Smith came. ', 'Mrs. Brown went.']],
    ['It was J. R. Brown, e.g. The rest left.', ['It was J. R. Brown, e.g. The rest left.']],
    ['So did I. Then we left.', ['So did I. ', 'Then we left.']],
    ['Об этом писал А. С. Новиков. Потом ушли.', ['Об этом писал А. С. Новиков. ', 'Потом ушли.']],
    [
      'Мы жили в г. Энске, на ул. Садовой. Это был 2009 г. Потом уехали.',
      ['Мы жили в г. Энске, на ул. Садовой. ', 'Это был 2009 г. ', 'Потом уехали.'],
    ],
    ['Мы, т. е. Я и он. Всё.', ['Мы, т. е. Я и он. ', 'Всё.']],
    ['«Кто платит?» Никто.', ['«Кто платит?» ', 'Никто.']],
    ['Прочтите № 3.\nДальше.', ['Прочтите № 3.\n', 'Дальше.']],
    ['Это сказал д.\nДальше.', ['Это сказал д.\n', 'Дальше.']],
    [
      'If it goes wrong\nCall the\nline, you need not\ngive a name. Go.',
      ['If it goes wrong\n', 'Call the\nline, you need not\ngive a name. ', 'Go.'],
    ],
    ['Если чего-\nто нет, \nспросите.\nещё раз', ['Если чего-\nто нет, \nспросите.\n', 'ещё раз']],
    ['Bring:\na coat\n\na hat', ['Bring:\n', 'a coat\n', '\n', 'a hat']],
  ])('do not end at an abbreviation (%s)', (text, sentences) => {
    expect([...sentencesIn(text)].map(({ start, end }) => text.slice(start, end))).toEqual(sentences)
  })
})

describe('words with a capital', () => {
  it('are those words of a text that begin with one and a small letter, whatever stands around them', () => {
    const pieces = fc.constantFrom(
      'Anna',
      'a',
      'O',
      "'",
      '’',
      ' ',
      '-',
      '-\n',
      '\n',
      '\u200B',
      '\u00AD',
      '1',
      'e\u0301',
      'Ёлка',
      'Ж',
      '.',
      '“',
      '😀',
      'Ll',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        const words = tokensOf(text).map(({ start, end }) => ({ start, written: text.slice(start, end) }))
        const capital = words.filter(({ written }) => /^\p{Lu}\p{Ll}/u.test(written))
        const once = capital.filter(({ start }, at) => start !== capital[at - 1]?.start)
        expect([...capitalisedWords(text)]).toEqual(once)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the language of a text', () => {
  it.each([
    ['en', 'Two embassies pay, and when the list of countries changes we change doors.'],
    ['ru', 'Платят два посольства, по очереди, и когда список меняется, меняемся и мы.'],
    ['mixed', 'Two embassies pay in turns, she said. Платят два посольства, по очереди.'],
    ['other', 'Հյուրանոցը ծովի մոտ է և փակ է ձմռանը'],
    ['other', '12345 — 67'],
    [
      'other',
      'Wir haben zwei Wohnungen, und niemand kennt die Adressen. Im Winter war das Haus geschlossen, weil die Stadt nicht zahlte.',
    ],
  ])('is %s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language)
  })
})

describe('what stands around a quote', () => {
  it('is whole words, and the text itself where that ends', () => {
    const text = 'Nobody knew who paid for the shelter in winter.'
    const at = text.indexOf('paid')
    expect([wordsBefore(text, at, 8), wordsAfter(text, at + 4, 8)]).toEqual(['… who ', ' for …'])
    expect([wordsBefore(text, at, 99), wordsAfter(text, at + 4, 99)]).toEqual([
      'Nobody knew who ',
      ' for the shelter in winter.',
    ])
  })

  it('never begins or ends inside a word', () => {
    const word = fc.constantFrom('приют', 'shelter', '👩‍👩‍👧', 'е\u0308лка', 'a')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        (words, n, reach) => {
          const text = words.join(' ')
          const at = words.slice(0, n % words.length).join(' ').length
          const known = new Set<string>(words)
          const seen = `${wordsBefore(text, at, reach)} ${wordsAfter(text, at, reach)}`
          expect(seen.split(/[ …]+/u).filter((each) => each !== '' && !known.has(each))).toEqual([])
        },
      ),
    )
  })
})
