import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneForOne } from '../../electron/archive/text/normalize.ts'
import { align } from '../../renderer/reader/pages/alignment.ts'
import { stepped, stretchOf, unsplit } from '../../renderer/reader/caret.ts'
import { boxShown, placeShown, shownBox, shownPlace } from '../../renderer/reader/pages/page-space.ts'
import { turnOf, type Frame, type Turn } from '../../renderer/reader/regions/page-space.ts'

const turns = fc.constantFrom<Turn>(0, 90, 180, 270)
const sheets = fc.record({
  width: fc.integer({ min: 1000, max: 2_000_000 }),
  height: fc.integer({ min: 1000, max: 2_000_000 }),
})
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('a place on a page', () => {
  it('is the same place after it was shown and found again, whichever way the page lies', () => {
    fc.assert(
      fc.property(sheets, turns, share, share, (sheet, turn, across, down) => {
        const place = { x: across * sheet.width, y: down * sheet.height }
        const again = placeShown(shownPlace(place, sheet, turn), sheet, turn)
        expect(again.x).toBeCloseTo(place.x, 3)
        expect(again.y).toBeCloseTo(place.y, 3)
      }),
    )
  })

  it('moves to the right corner with a quarter turn: the upper left one becomes the upper right', () => {
    const sheet = { width: 600, height: 800 }
    expect(shownPlace({ x: 0, y: 0 }, sheet, 90)).toEqual({ x: 1, y: 0 })
    expect(shownPlace({ x: 600, y: 0 }, sheet, 90)).toEqual({ x: 1, y: 1 })
    expect(shownPlace({ x: 0, y: 0 }, sheet, 180)).toEqual({ x: 1, y: 1 })
    expect(shownPlace({ x: 0, y: 0 }, sheet, 270)).toEqual({ x: 0, y: 1 })
  })

  it('a box keeps its size on paper, and stays on the page', () => {
    fc.assert(
      fc.property(sheets, turns, share, share, share, share, (sheet, turn, x, y, width, height) => {
        const box: Frame = {
          x: x * sheet.width * 0.5,
          y: y * sheet.height * 0.5,
          width: width * sheet.width * 0.5,
          height: height * sheet.height * 0.5,
        }
        const shown = shownBox(box, sheet, turn)
        for (const [from, size] of [
          [shown.x, shown.width],
          [shown.y, shown.height],
        ] as const) {
          expect(from).toBeGreaterThanOrEqual(-1e-9)
          expect(from + size).toBeLessThanOrEqual(1 + 1e-9)
        }
        const again = boxShown(shown, sheet, turn)
        for (const part of ['x', 'y', 'width', 'height'] as const) expect(again[part]).toBeCloseTo(box[part], 3)
      }),
    )
  })

  it('knows a turn from any number of degrees', () => {
    expect([0, 90, -90, 450, 360, 181, -1].map(turnOf)).toEqual([0, 90, 270, 90, 0, 180, 0])
  })
})

describe('the pieces of a page', () => {
  const line = fc.array(
    fc.string({ minLength: 1, maxLength: 12 }).filter((each) => !each.includes('\n')),
    { minLength: 1, maxLength: 4 },
  )
  it('are the stored text, whatever they hold, with line ends between them', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const pieces = lines.flat()
        const stored = oneForOne(lines.map((each) => each.join('')).join('\n'))
        const { starts, isExact } = align(stored, pieces)
        expect(isExact).toBe(true)
        for (const [n, piece] of pieces.entries())
          expect(stored.slice(starts[n] ?? -1).length).toBeGreaterThanOrEqual(piece.length)
      }),
    )
  })

  it('that are found elsewhere keep their words, and those that are not found have no place', () => {
    const stored = 'A shelter\nwith beds and\na hotline'
    const { starts, isExact } = align(stored, ['A shelter', 'something else', 'with beds and', 'x', 'hotline'])
    expect(isExact).toBe(false)
    expect(starts).toEqual([0, null, 10, null, 26])
  })

  it('never say that a text is theirs which goes on without them', () => {
    expect(align('one two', ['one']).isExact).toBe(false)
    expect(align('one', ['one', 'two']).isExact).toBe(false)
    expect(align('', []).isExact).toBe(true)
    expect(align('one\n\n', ['one', '']).isExact).toBe(true)
  })
})

describe('a caret', () => {
  const text = 'Семья 👨‍👩‍👧‍👦 приехала, ё и е\u0301 тоже.\nFamily 🇺🇦 came.'
  it('never stands inside what is read as one sign', () => {
    const borders = new Set([...new Intl.Segmenter('und').segment(text)].map(({ index }) => index).concat(text.length))
    let [at, steps] = [0, 0]
    while (at < text.length && steps++ < 200) {
      at = stepped(text, at, 1, 'character')
      expect(borders.has(at)).toBe(true)
    }
    expect(at).toBe(text.length)
    while (at > 0 && steps++ < 400) {
      at = stepped(text, at, -1, 'character')
      expect(borders.has(at)).toBe(true)
    }
    expect(at).toBe(0)
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (anchor, head) => {
        const { start, end } = unsplit(text, stretchOf({ anchor, head }))
        expect(borders.has(start) && borders.has(end)).toBe(true)
        expect(start).toBeLessThanOrEqual(Math.min(anchor, head))
        expect(end).toBeGreaterThanOrEqual(Math.max(anchor, head))
      }),
    )
  })

  it('goes by words to where they end, and back to where they begin', () => {
    expect(stepped('one two', 0, 1, 'word')).toBe(3)
    expect(stepped('one two', 3, 1, 'word')).toBe(7)
    expect(stepped('one two', 7, -1, 'word')).toBe(4)
    expect(stepped('one two', 7, 1, 'word')).toBe(7)
    expect(stepped('one two', 0, -1, 'word')).toBe(0)
  })
})
