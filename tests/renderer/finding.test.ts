import { describe, expect, it } from 'vitest'
import { CodeFinder } from '../../renderer/codebook/find-code.ts'
import { findInText } from '../../renderer/reader/find-in-text.ts'
import { guideCodebook } from '../support/codebook.ts'

describe('finding a code', () => {
  const first = (text: string) => new CodeFinder(guideCodebook()).find(text)[0]?.name
  it.each([
    ['4e', 'Terms of the money'],
    ['terms', 'Terms of the money'],
    ['trms', 'Terms of the money'],
    ['HOTLINE', 'Hotline, advice and release'],
    ['hotlnie', 'Hotline, advice and release'],
    ['shelter', 'Shelter and care'],
    ['sheltr', 'Shelter and care'],
  ])('by %s', (text, name) => expect(first(text)).toBe(name))
  it.each([
    ['hotl', ['Hotl']],
    ['hotlnie', ['Hotline']],
    ['advice release', ['advice', 'release']],
  ])('and says where %s fits its name', (text, wanted) => {
    const book = guideCodebook()
    const hotline = book.find(({ name }) => name.startsWith('Hotline'))!
    const marks = new CodeFinder(book).marks(text).get(hotline.id) ?? []
    expect(marks.map(({ start, end }) => hotline.name.slice(start, end))).toEqual(wanted)
  })
  it('offers the whole codebook before anything is typed', () => {
    const codes = guideCodebook()
    expect(new CodeFinder(codes).find('')).toHaveLength(codes.length)
  })
  it('finds nothing for letters that nothing resembles', () => {
    expect(new CodeFinder(guideCodebook()).find('qqqqqq')).toEqual([])
  })
})

describe('finding words in a document', () => {
  const found = (text: string, wanted: string) =>
    findInText(text, wanted).map(({ start, end }) => text.slice(start, end))
  it('does not mind capitals, ё, line ends and soft hyphens', () => {
    expect(found('Ещё раз, еще РАЗ', 'еще раз')).toEqual(['Ещё раз', 'еще РАЗ'])
    expect(found('Ещё раз. Еще\nраз', 'ещё раз')).toEqual(['Ещё раз', 'Еще\nраз'])
    expect(found('Рабо\u00ADтницы', 'работницы')).toEqual(['Рабо\u00ADтницы'])
  })
  it('takes signs for what they are', () => {
    expect(found('is it (really) so? a+b', '(really) so?')).toEqual(['(really) so?'])
    expect(found('aab', 'a+b')).toEqual([])
  })
  it('finds emoji whole', () => {
    expect(found('yes 👩‍👩‍👧 no', '👩‍👩‍👧')).toEqual(['👩‍👩‍👧'])
  })
})
