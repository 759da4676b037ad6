import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallestRegion, type Region } from '../../schema/passage.ts'
import {
  between,
  frameAt,
  frameOf,
  holds,
  middleOf,
  moved,
  nextOutwards,
  regionOf,
  shareOf,
  sized,
  sizeShown,
  turnOf,
  under,
  type Frame,
  type PageShape,
  type Size,
} from '../../renderer/reader/regions/page-space.ts'
import { spotsOf, labelHeight } from '../../renderer/reader/regions/labels.ts'
import { afterPress } from '../../renderer/reader/regions/press.ts'

const turns = [0, 90, 180, 270] as const
const anyTurn = fc.constantFrom(...turns)
const side = fc.integer({ min: 4000, max: 12_000_000 })
const anyPage: fc.Arbitrary<PageShape> = fc.record({ number: fc.constant(3), width: side, height: side })
/** A page and a rectangle that the archive would take. */
const aRegionOnAPage = anyPage.chain((page) =>
  fc
    .record({
      width: fc.integer({ min: smallestRegion, max: page.width }),
      height: fc.integer({ min: smallestRegion, max: page.height }),
    })
    .chain(({ width, height }) =>
      fc.record({
        page: fc.constant(page),
        region: fc.record({
          page: fc.constant(3),
          x: fc.integer({ min: 0, max: page.width - width }),
          y: fc.integer({ min: 0, max: page.height - height }),
          width: fc.constant(width),
          height: fc.constant(height),
        }),
      }),
    ),
)
const anyPoint = fc.record({
  x: fc.double({ min: -2e7, max: 2e7, noNaN: true }),
  y: fc.double({ min: -2e7, max: 2e7, noNaN: true }),
})

function isOnPage({ x, y, width, height }: Frame, of: Size): boolean {
  return (
    [x, y, width, height].every(Number.isInteger) &&
    x >= 0 &&
    y >= 0 &&
    x + width <= of.width &&
    y + height <= of.height &&
    width >= smallestRegion &&
    height >= smallestRegion
  )
}

describe('a rectangle on a page that is turned', () => {
  it('stands where the eye sees it', () => {
    const page = { number: 1, width: 600_000, height: 800_000 }
    const stamp: Region = { page: 1, x: 10_000, y: 20_000, width: 30_000, height: 40_000 }
    expect(frameOf(stamp, page, 90)).toEqual({ x: 740_000, y: 10_000, width: 40_000, height: 30_000 })
    expect(frameOf(stamp, page, 180)).toEqual({ x: 560_000, y: 740_000, width: 30_000, height: 40_000 })
    expect(frameOf(stamp, page, 270)).toEqual({ x: 20_000, y: 560_000, width: 40_000, height: 30_000 })
    expect(shareOf(frameOf(stamp, page, 90), sizeShown(page, 90))).toEqual({
      left: 92.5,
      top: (10 / 600) * 100,
      width: 5,
      height: 5,
    })
  })

  it('is the same rectangle after there and back, at every turn', () => {
    fc.assert(
      fc.property(aRegionOnAPage, anyTurn, ({ page, region }, turn) => {
        const frame = frameOf(region, page, turn)
        expect(isOnPage(frame, sizeShown(page, turn))).toBe(true)
        expect(regionOf(frame, page, turn)).toEqual(region)
      }),
    )
  })

  it('comes back from its percentages within a thousandth of a point', () => {
    fc.assert(
      fc.property(aRegionOnAPage, anyTurn, ({ page, region }, turn) => {
        const size = sizeShown(page, turn)
        const back = regionOf(frameAt(shareOf(frameOf(region, page, turn), size), size), page, turn)
        for (const field of ['x', 'y', 'width', 'height'] as const)
          expect(Math.abs(back[field] - region[field])).toBeLessThanOrEqual(1)
      }),
    )
  })

  it.each([
    [-90, 270],
    [0, 0],
    [360, 0],
    [450, 90],
    [-540, 180],
  ])('%i degrees are a turn of %i', (degrees, turn) => {
    expect(turnOf(degrees)).toBe(turn)
  })
})

describe('a hand that draws, moves or sizes', () => {
  it('makes a rectangle that lies on the page, wherever it goes', () => {
    fc.assert(
      fc.property(anyPage, anyPoint, anyPoint, (page, from, to) => {
        expect(isOnPage(between(from, to, page), page)).toBe(true)
      }),
    )
  })

  it('never leaves the page nor turns a rectangle inside out', () => {
    fc.assert(
      fc.property(aRegionOnAPage, anyPoint, fc.constantFrom(...holds), ({ page, region }, by, hold) => {
        const frame = frameOf(region, page, 0)
        expect(isOnPage(moved(frame, by, page), page)).toBe(true)
        const after = sized(frame, hold, by, page)
        expect(isOnPage(after, page)).toBe(true)
        // The side across from the one held stays where it was.
        if (hold.x >= 0) expect(after.x).toBe(frame.x)
        if (hold.x <= 0) expect(after.x + after.width).toBe(frame.x + frame.width)
        if (hold.y >= 0) expect(after.y).toBe(frame.y)
        if (hold.y <= 0) expect(after.y + after.height).toBe(frame.y + frame.height)
      }),
    )
  })

  it('moves a rectangle without changing its size, and the arrows do the same', () => {
    const press = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
    const page = { number: 1, width: 595_000, height: 842_000 }
    const frame = { x: 100_000, y: 100_000, width: 50_000, height: 40_000 }
    const right = afterPress({ ...press, key: 'ArrowRight' }, frame, page)
    expect(right).toEqual({ ...frame, x: 103_508 })
    expect(afterPress({ ...press, key: 'ArrowDown', shiftKey: true }, frame, page)).toEqual({
      ...frame,
      height: 43_508,
    })
    expect(afterPress({ ...press, key: 'ArrowLeft', ctrlKey: true }, frame, page)).toEqual({ ...frame, x: 64_917 })
    expect(afterPress({ ...press, key: 'ArrowUp', ctrlKey: true }, { ...frame, y: 1000 }, page)).toMatchObject({ y: 0 })
    expect(afterPress({ ...press, key: 'ArrowLeft', altKey: true }, frame, page)).toBeNull()
    expect(afterPress({ ...press, key: 'a' }, frame, page)).toBeNull()
  })

  it('begins in the middle of what is seen', () => {
    const page = { width: 600_000, height: 600_000 }
    expect(middleOf({ x: 0, y: 300_000, width: 300_000, height: 300_000 }, page)).toEqual({
      x: 100_000,
      y: 400_000,
      width: 100_000,
      height: 100_000,
    })
    fc.assert(
      fc.property(aRegionOnAPage, ({ page: of, region }) => {
        expect(isOnPage(middleOf(region, of), of)).toBe(true)
      }),
    )
  })
})

describe('a click on rectangles that overlap', () => {
  const item = (name: string, x: number, width: number) => ({ name, frame: { x, y: 0, width, height: width } })
  const all = [item('page', 0, 100), item('stamp', 40, 10), item('picture', 20, 50)]

  it('picks the smallest, and clicked again the next one outwards, round and round', () => {
    const hits = under({ x: 45, y: 5 }, all)
    const picked: string[] = []
    for (let click = 0; click < 4; click++)
      picked.push(nextOutwards(hits, ({ name }) => name === picked.at(-1))?.name ?? '')
    expect(picked).toEqual(['stamp', 'picture', 'page', 'stamp'])
    expect(nextOutwards(under({ x: 500, y: 5 }, all), () => false)).toBeUndefined()
  })
})

describe('labels of rectangles', () => {
  it('are never printed over each other nor off the page', () => {
    const share = fc.record({
      left: fc.double({ min: 0, max: 90, noNaN: true }),
      top: fc.double({ min: 0, max: 90, noNaN: true }),
      width: fc.double({ min: 1, max: 10, noNaN: true }),
      height: fc.double({ min: 1, max: 10, noNaN: true }),
    })
    const wanted = fc.array(fc.record({ share, width: fc.integer({ min: 10, max: 200 }) }), { maxLength: 60 })
    fc.assert(
      fc.property(wanted, (labels) => {
        const page = { width: 500, height: 700 }
        const spots = spotsOf(labels, page).filter((spot) => spot !== null)
        for (const [at, a] of spots.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0)
          expect(a.left + a.width).toBeLessThanOrEqual(page.width)
          expect(a.top).toBeGreaterThanOrEqual(0)
          expect(a.top + labelHeight).toBeLessThanOrEqual(page.height)
          for (const b of spots.slice(at + 1))
            expect(
              a.left + a.width <= b.left ||
                b.left + b.width <= a.left ||
                a.top + labelHeight <= b.top ||
                b.top + labelHeight <= a.top,
            ).toBe(true)
        }
      }),
    )
  })
})
