/** Words of a printed page as they are read: lines joined, divided words whole, paragraphs and compounds kept. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asFlowing, markedLines } from '../../schema/printed-lines.ts'

const flowing = (text: string, ...starts: readonly number[]) => asFlowing(markedLines(text, [0, ...starts]))

describe('printed words as they are read', () => {
  it('are joined where a sentence goes on in the next line', () => {
    expect(flowing('Nobody pays us to tell\nyou to go, or to stay.')).toBe(
      'Nobody pays us to tell you to go, or to stay.',
    )
  })
  it('are joined before a capital where the line was full', () => {
    const page =
      'The line is paid for by two embassies and by\nMr Velt. The city lends the room it stands in.\nNobody else pays.'
    expect(flowing(page)).toBe(page.replaceAll('\n', ' '))
  })
  it('are joined before a capital in a narrow column too', () => {
    const page =
      'The International Organization for\nMigration coordinated transportation. The\nState Chancellery did not answer.'
    expect(flowing(page)).toBe(page.replaceAll('\n', ' '))
  })
  it('keep their paragraphs', () => {
    const page = 'Who pays for the line is asked on every page of\nthis leaflet.\nKeep your passport'
    expect(flowing(page, page.indexOf('Keep'))).toBe(
      'Who pays for the line is asked on every page of this leaflet.\nKeep your passport',
    )
  })
  it('keep the lines of a list and of a table', () => {
    for (const page of ['Bring:\n• a bed\n• a lawyer', 'Police 83 26.6\nOrganisations 62 19.9', 'а) приют\nб) врач'])
      expect(flowing(page)).toBe(page)
  })
  it('hold a divided word whole, in both languages', () => {
    expect(flowing('a word that any-\none may over\u00ad\nhear')).toBe('a word that anyone may overhear')
    expect(flowing('Если вы ничего не узна-\nете, не подписывайте')).toBe('Если вы ничего не узнаете, не подписывайте')
  })
  it.each([
    ['the so-\ncalled centre', 'the so-called centre'],
    ['what is self-\nevident', 'what is self-evident'],
    ['IOM-\nfunded beds', 'IOM-funded beds'],
    ['a 10-\nyear plan', 'a 10-year plan'],
    ['a day-to-\nday task', 'a day-to-day task'],
    ['кто-\nто пришёл', 'кто-то пришёл'],
    ['из-\nза границы', 'из-за границы'],
    ['short-\nand long-term help', 'short- and long-term help'],
  ])('keep the hyphen that is the word’s own: %j', (page, read) => {
    expect(flowing(page)).toBe(read)
  })
  it('keep a hyphen that the document itself writes within a line', () => {
    expect(flowing('A co-worker came. Ask a co-\nworker.')).toBe('A co-worker came. Ask a co-worker.')
    expect(flowing('Counter-trafficking is work; counter-\ntrafficking pays.')).toBe(
      'Counter-trafficking is work; counter-trafficking pays.',
    )
  })
  it('take a dash at the end of a line for a dash', () => {
    expect(flowing('nobody -\nnot one - came')).toBe('nobody - not one - came')
  })
  it('flow over the end of a page in the middle of a sentence', () => {
    const page = 'It should be a word that\fanyone may hear.\fNext page'
    const starts = [page.indexOf('anyone'), page.indexOf('Next')]
    expect(flowing(page, ...starts)).toBe('It should be a word that anyone may hear.\nNext page')
  })
  it('keep the hyphen of half a word, where a quotation ends within it', () => {
    const page = 'whoever over-\nhears it'
    expect(asFlowing(markedLines(page, [0]).slice(0, page.indexOf('\n')))).toBe('whoever over-')
  })
  it('are marked unit for unit, and lose nothing but line ends and their hyphens', () => {
    const words = fc.array(fc.constantFrom('слово ', 'word', '-\n', '\n', ' ', '\f', '👩‍👩‍👧', 'É.', '\u00ad\n', '• '), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join('')
        expect(markedLines(text, [0]).length).toBe(text.length)
        const bare = (said: string) => said.replaceAll(/[-\s\u00ad]/gu, '')
        expect(bare(flowing(text))).toBe(bare(text))
      }),
    )
  })
})
