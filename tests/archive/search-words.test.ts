/** What counts as the same word, the rows beside those of search.test.ts; and what is known not to be found. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { openArchive } from '../../electron/archive/open.ts'
import { anArchiveFile, putSource } from '../support/archive.ts'

/** what is shown, the text, the query, whether it is found */
type Row = readonly [string, string, string, boolean]

const rows: readonly Row[] = [
  ['й written as two characters is not и', 'вои\u0306на была', 'воина', false],
  ['é typed whole, written as two characters', 'a cafe\u0301 visit', 'café', true],
  ['ø', 'Tromsø', 'tromso', true],
  ['ñ', 'señor', 'senor', true],
  ['a capital I with a dot', 'İstanbul', 'istanbul', true],
  ['a straight apostrophe in the text, a curly one typed', "I don't know", 'don’t', true],
  ['a name with an apostrophe', 'Mr O’Brien', "o'brien", true],
  ['a Ukrainian apostrophe', 'запах м’яти', "м'яти", true],
  ['a modifier letter as apostrophe', 'запах мʼяти', "м'яти", true],
  ['a hyphened word, typed with a space in quotes', 'a well-being index', '"well being"', true],
  ['a hyphen that does not break', 'a well\u2011being index', 'well-being', true],
  ['a soft hyphen at the line end', 'quali\u00AD\ntative', 'qualitative', true],
  ['a hyphen at the line end with a space before the line', 'quali- \n tative', 'qualitative', true],
  ['a real hyphen at the line end', 'a well-\nbeing index', 'well-being', true],
  ['a hyphen at the line end before a capital is a real one', 'Anna-\nMaria came', 'maria', true],
  ['a number written with a comma', 'see 127,1 above', '127.1', true],
  ['a time', 'at 12:45', '12:45', true],
  ['a word before a footnote mark', 'the data² show', 'data', true],
  ['a phrase over a full stop', 'He stopped. Then left', '"stopped then"', true],
  ['an English phrase of short words', 'what I say', '"I say"', true],
  ['a word of one letter', 'plan b works', 'b', true],
  ['a Russian word of one letter', 'я и она', 'я', true],
  ['letters beyond the basic plane', 'set 𝒳 here', '𝒳', true],
  ['Georgian capitals', 'ᲐᲑᲒ', 'აბგ', true],
  ['a name in code', 'code_name', 'name', true],
  ['a hashtag, in quotes', 'the #metoo post', '"metoo"', true],
  ['a word in curly quotes', '“truth” he said', 'truth', true],
  ['a word in guillemets', 'слово «правда» сказано', 'правда', true],
  ['a zero-width joiner', 'inter\u200Dview', 'interview', true],
  ['a byte-order mark inside', 'inter\uFEFFview', 'interview', true],
  ['after a NUL', 'ab\u0000cd efgh', 'efgh', true],
  ['both scripts in one sentence', 'наш shelter закрыли', 'shelters', true],
]

/** SEARCH.md 6 says so, and here it is held to: whoever changes one of these finds the row. */
const limits: readonly Row[] = [
  ['typed together, written with a hyphen', 'a well-being index', 'wellbeing', false],
  ['1,000 is not 1000', 'about 1,000 people', '1000', false],
  ['a part of a run of Chinese', '日本語の研究', '研究', false],
  ['an emoji is no word', 'so 😀 happy', '😀', false],
  ['children is not child to the stemmer', 'the children came', '=child', false],
  ['окон is not окно to the stemmer', 'окон не было', '=окно', false],
  ['went is not go', 'she went home', '=go', false],
]

function isFound(text: string, query: string): boolean {
  const path = anArchiveFile()
  putSource(path, { short: 'T1', title: 'T', text, inOneParagraph: true })
  const archive = openArchive(path)
  onTestFinished(() => archive.close())
  const { total, corrected } = archive.run('search.passages', '', { query, asYouType: false, limit: 50, offset: 0 })
  return total > 0 && corrected.length === 0
}

describe('what counts as the same word, further', () => {
  it.each(rows)('%s', (_, text, query, expected) => {
    expect(isFound(text, query)).toBe(expected)
  })
})

describe('known limits', () => {
  it.each(limits)('%s', (_, text, query, expected) => {
    expect(isFound(text, query)).toBe(expected)
  })

  it('stem university and universal together: the exact form tells them apart', () => {
    expect(isFound('a universal rule', 'university')).toBe(true)
    expect(isFound('a universal rule', '=university')).toBe(false)
  })
})
