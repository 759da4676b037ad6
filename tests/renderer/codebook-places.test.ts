import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeAt, stepOf } from '../../renderer/codebook/places.ts'
import { rowsOf, topmostOf, type TreeRow } from '../../renderer/codebook/tree-rows.ts'
import { codesOf, type Codes } from '../../renderer/codebook/use-codebook.ts'
import type { Code, CodeCount } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'

const code = (id: string, parent: string | null): Code => ({
  id: id as CodeId,
  parent: parent as CodeId | null,
  name: id.toUpperCase(),
  shortcut: '',
  colour: '#112233',
  definition: '',
  include: '',
  exclude: '',
  example: '',
  codable: true,
  version: 1,
})
const set = (...ids: string[]) => new Set(ids as CodeId[])
/** a > a1 > a11; a2. b. c > c1. */
const codes = codesOf([
  code('a', null),
  code('a1', 'a'),
  code('a11', 'a1'),
  code('a2', 'a'),
  code('b', null),
  code('c', null),
  code('c1', 'c'),
])
const rows = (wish: Partial<Parameters<typeof rowsOf>[1]> = {}, of: Codes = codes) =>
  rowsOf(of, { folded: set(), sort: 'guide', counts: new Map(), fits: null, ...wish })
const names = (list: readonly TreeRow[]) => list.map((row) => row.code.id)
const at = (id: string, down: number, level = 9, moving = set('b')) =>
  placeAt(codes, rows(), moving, { row: names(rows()).indexOf(id as CodeId), down, level }, true)

describe('the rows of the tree', () => {
  it('say level, place among siblings, and whether they are open', () => {
    expect(rows().map(({ code: { id }, level, at: place, of, isOpen }) => [id, level, place, of, isOpen])).toEqual([
      ['a', 1, 1, 3, true],
      ['a1', 2, 1, 2, true],
      ['a11', 3, 1, 1, null],
      ['a2', 2, 2, 2, null],
      ['b', 1, 2, 3, null],
      ['c', 1, 3, 3, true],
      ['c1', 2, 1, 1, null],
    ])
    expect(names(rows({ folded: set('a', 'c') }))).toEqual(['a', 'b', 'c'])
  })

  it('keep what stands above a code that fits, folded or not', () => {
    const filtered = rows({ fits: set('a11', 'b'), folded: set('a') })
    expect(filtered.map(({ code: { id }, isContext }) => [id, isContext])).toEqual([
      ['a', true],
      ['a1', true],
      ['a11', false],
      ['b', false],
    ])
  })

  it('stand by name or by count within each family', () => {
    const counts = new Map<CodeId, CodeCount>([
      ['c' as CodeId, { code: 'c' as CodeId, own: 0, total: 7 }],
      ['a2' as CodeId, { code: 'a2' as CodeId, own: 3, total: 3 }],
    ])
    expect(names(rows({ sort: 'count', counts }))).toEqual(['c', 'c1', 'a', 'a2', 'a1', 'a11', 'b'])
  })
})

describe('where a code would be dropped', () => {
  it('is before, into or after the row, by the height in it', () => {
    expect(at('c', 0.1)).toMatchObject({ parent: null, position: 1, edge: 'before' })
    expect(at('c', 0.5)).toMatchObject({ parent: 'c', position: 1, edge: 'into' })
    expect(at('c1', 0.9)).toMatchObject({ parent: 'c', position: 1, edge: 'after' })
  })

  it('is the first place of a family that is open, after its row', () => {
    expect(at('a', 0.9)).toMatchObject({ parent: 'a', position: 0, level: 2 })
  })

  it('is further out after the last of a family, by the distance from the left', () => {
    expect(at('a11', 0.9, 3)).toMatchObject({ parent: 'a1', position: 1, level: 3 })
    expect(at('a11', 0.9, 1)).toMatchObject({ parent: 'a', position: 1, level: 2 })
    expect(at('a2', 0.9, 1)).toMatchObject({ parent: null, position: 1, level: 1 })
  })

  it('is nowhere in the code itself or below it', () => {
    expect(at('a', 0.5, 9, set('a'))).toBeNull()
    expect(at('a11', 0.5, 9, set('b', 'a'))).toBeNull()
    expect(at('a2', 0.9, 9, set('a'))).toBeNull()
  })

  it('is only into a row where rows do not stand in their own order', () => {
    expect(placeAt(codes, rows(), set('b'), { row: 0, down: 0.05, level: 1 }, false)).toMatchObject({ edge: 'into' })
  })

  it('never lies in what moves, and counts without it, wherever the pointer is', () => {
    const any = fc.record({
      row: fc.nat(6),
      down: fc.double({ min: 0, max: 1, noNaN: true }),
      level: fc.nat(5),
      moving: fc.subarray(names(rows()), { minLength: 1 }),
    })
    fc.assert(
      fc.property(any, ({ moving, ...pointing }) => {
        const ids = new Set(moving)
        const place = placeAt(codes, rows(), ids, pointing, true)
        if (!place) return
        const rest = (codes.childrenOf.get(place.parent) ?? []).filter(({ id }) => !ids.has(id))
        expect(place.position).toBeLessThanOrEqual(rest.length)
        for (let above = place.parent; above; above = codes.byId.get(above)?.parent ?? null)
          expect(ids.has(above)).toBe(false)
      }),
    )
  })
})

describe('a step by keyboard', () => {
  it('goes up, down, in and out, and stops at the ends', () => {
    expect(stepOf(codes, set('b'), 'up')).toEqual({ parent: null, position: 0 })
    expect(stepOf(codes, set('b'), 'down')).toEqual({ parent: null, position: 2 })
    expect(stepOf(codes, set('b'), 'in')).toEqual({ parent: 'a', position: 2 })
    expect(stepOf(codes, set('a2'), 'out')).toEqual({ parent: null, position: 1 })
    expect(stepOf(codes, set('a'), 'up')).toBeNull()
    expect(stepOf(codes, set('c'), 'down')).toBeNull()
    expect(stepOf(codes, set('a'), 'in')).toBeNull()
    expect(stepOf(codes, set('b'), 'out')).toBeNull()
  })

  it('takes several together as one block, each family once', () => {
    expect(stepOf(codes, set('b', 'c'), 'up')).toEqual({ parent: null, position: 0 })
    expect(stepOf(codes, set('a', 'b'), 'down')).toEqual({ parent: null, position: 1 })
    expect(topmostOf(codes, set('a', 'a11', 'b')).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
