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
  it('minds capitals and whole words when it is asked to', () => {
    const text = 'Ель и ель, и елью; Ёлка, Елка'
    const places = (wanted: string, options: object) =>
      findInText(text, wanted, options).map(({ start, end }) => text.slice(start, end))
    expect(places('ель', { matchCase: true })).toEqual(['ель', 'ель'])
    expect(places('ель', { wholeWords: true })).toEqual(['Ель', 'ель'])
    expect(places('ел', { wholeWords: true })).toEqual([])
    expect(places('Елка', { matchCase: true })).toEqual(['Ёлка', 'Елка'])
  })
  it('finds every place of a long text once, those across its slices too', () => {
    const text = 'the kettle and the stove '.repeat(20_000)
    expect(findInText(text, 'kettle and')).toHaveLength(10_000)
    const rare = `${'x '.repeat(49_998)}kettle ${'y '.repeat(60_000)}kettle`
    expect(findInText(rare, 'kettle', { wholeWords: true }).map(({ start }) => rare.slice(start, start + 6))).toEqual([
      'kettle',
      'kettle',
    ])
  })
  it('finds emoji whole', () => {
    expect(found('yes 👩‍👩‍👧 no', '👩‍👩‍👧')).toEqual(['👩‍👩‍👧'])
  })
})
