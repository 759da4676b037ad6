/** Lists of passages: what is picked with Shift, and how a row is pasted into a thesis. */
import { describe, expect, it } from 'vitest'
import { cited, citedAll } from '../../renderer/quotations/cited.ts'
import { stretchOf } from '../../renderer/quotations/picks.ts'
import { quoteWithCitation } from '../../renderer/reader/cite.ts'
import { aDesk } from '../support/archive.ts'

describe('picking with Shift', () => {
  it('takes the stretch whichever end it began at, and one alone where the other end is gone', () => {
    const list = ['a', 'b', 'c', 'd']
    expect(stretchOf(list, 'b', 'd')).toEqual(['b', 'c', 'd'])
    expect(stretchOf(list, 'd', 'b')).toEqual(['b', 'c', 'd'])
    expect(stretchOf(list, 'gone', 'c')).toEqual(['c'])
    expect(stretchOf(list, 'a', 'gone')).toEqual([])
  })
})

describe('a row copied with its citation', () => {
  it('reads as the reader would have copied it', () => {
    const { archive, ada, interview, doors } = aDesk()
    archive.run('coding.create', ada, { source: interview, start: 43, end: 56, code: doors })
    const [row] = archive.run('quotation.list', ada, { filter: {}, offset: 0, limit: 1 }).quotations
    const [source] = archive.run('source.list', ada, {})
    const content = archive.run('source.text', ada, { source: interview })
    expect(cited(row!)).toBe(quoteWithCitation(source!, content, { start: row!.start, end: row!.end }))
  })

  it('names the page where there is one, and of a rectangle only its place', () => {
    const row = { quote: 'Two embassies pay.', extract: 'R07:12.3', page: 3, region: null }
    const region = { page: 2, x: 0, y: 0, width: 9000, height: 9000 }
    expect(citedAll([row, { quote: '', extract: 'P01:p2', page: 2, region }])).toBe(
      '“Two embassies pay.” (R07:12, p. 3)\n\n(P01, page 2)',
    )
  })
})
