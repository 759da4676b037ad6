import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placesOf } from '../../electron/archive/text/places-of.ts'

it('finds words across the line breaks of print', () => {
  const text = 'The city gives us\nthe rooms, not\r\n  the salaries.'
  expect(placesOf('gives us the rooms, not the salaries.', text)).toEqual([{ start: 9, end: text.length }])
})

it('finds every place, the first one first', () => {
  expect(placesOf('чай', 'чай и ещё чай')).toEqual([
    { start: 0, end: 3 },
    { start: 10, end: 13 },
  ])
})

it('takes brackets, dots and slashes as they are written', () => {
  expect(placesOf('(a.b) [c/d] $5?', 'x (a.b) [c/d] $5? y')).toEqual([{ start: 2, end: 17 }])
  expect(placesOf('a.b', 'axb')).toEqual([])
})

it('finds nothing for a quote of spaces', () => {
  expect(placesOf(' \n ', 'a b')).toEqual([])
})

it('finds again whatever was cut out of a text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string(),
      (a, b, c) => {
        const quote = b.trim()
        fc.pre(quote !== '')
        const text = `${a}|${quote}|${c}`
        const places = placesOf(quote, text)
        expect(places.length).toBeGreaterThan(0)
        for (const { start, end } of places) expect(text.slice(start, end).split(/\s+/u)).toEqual(quote.split(/\s+/u))
      },
    ),
  )
})
