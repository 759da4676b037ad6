/** Lists of passages: what is picked with Shift. */
import { describe, expect, it } from 'vitest'
import { stretchOf } from '../../renderer/quotations/picks.ts'

describe('picking with Shift', () => {
  it('takes the stretch whichever end it began at, and one alone where the other end is gone', () => {
    const list = ['a', 'b', 'c', 'd']
    expect(stretchOf(list, 'b', 'd')).toEqual(['b', 'c', 'd'])
    expect(stretchOf(list, 'd', 'b')).toEqual(['b', 'c', 'd'])
    expect(stretchOf(list, 'gone', 'c')).toEqual(['c'])
    expect(stretchOf(list, 'a', 'gone')).toEqual([])
  })
})
