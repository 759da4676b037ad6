/** A text is drawn with a line for every paragraph, and not one offset moves. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphsOf } from '../../electron/archive/text/paragraphs.ts'
import { linedText, wordsAsRead } from '../../renderer/reader/lines.ts'
import type { SourceText } from '../../schema/source.ts'

const labelled = (text: string) => paragraphsOf(text).map((each, n) => ({ ...each, label: `${n + 1}` }))

describe('the lines of a document', () => {
  it('are its paragraphs where it was pasted without line breaks', () => {
    const text = 'Who pays for it? Nobody pays for it. '.repeat(400).trim()
    const lines = linedText({ text, paragraphs: labelled(text), pages: [] }).split('\n')
    expect(lines.length).toBe(labelled(text).length)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(4000)
  })
  it('are its own where it has them, indented or not', () => {
    const text = 'One.\n\n    Two, indented.\n\tThree.'
    expect(linedText({ text, paragraphs: labelled(text), pages: [] })).toBe(text)
  })
  it('leave a text alone that has no space to break at', () => {
    const text = 'а'.repeat(9000)
    expect(linedText({ text, paragraphs: labelled(text), pages: [] })).toBe(text)
  })
  it('flow on printed pages where a sentence goes on; a word divided at its hyphen stands together', () => {
    const text =
      'Прочтите договор\nВ нём названы место и плата. Если чего-\nто нет,\nспросите.\nNobody asks\fon and\non'
    const partsAt = (...starts: readonly number[]) => starts.map((start) => ({ start })) as unknown
    const drawn = linedText({
      text,
      paragraphs: partsAt(0) as SourceText['paragraphs'],
      pages: partsAt(0, text.indexOf('on\n')) as SourceText['pages'],
    })
    expect(drawn.split('\n')[0]).toBe('Прочтите договор')
    expect(drawn.replaceAll('\u200b', '')).toContain('Если чего-то нет, спросите.\nNobody asks')
    expect(drawn.length).toBe(text.length)
  })
  it('are read on as one in the words of a passage, and pages stand apart', () => {
    const text = 'They came from build-\ning sites. Many\nwere seen.\f3 What was achieved\nThey left.'
    const second = text.indexOf('\f') + 1
    const content = {
      text,
      paragraphs: [
        { start: 0, end: second - 1, label: '1' },
        { start: second, end: text.length, label: '2' },
      ],
      pages: [{ start: 0 }, { start: second }] as unknown as SourceText['pages'],
    }
    const read = (from: string, to: string) =>
      wordsAsRead(content, { start: text.indexOf(from), end: text.indexOf(to) + to.length })
    expect(read('from', 'What')).toBe('from building sites. Many were seen.\n3 What')
    expect(read('from', 'build-')).toBe('from build-')
    expect(wordsAsRead({ ...content, pages: [] }, { start: 0, end: text.length })).toBe(text)
  })
  it('differ from the text in spaces only, unit for unit, in any text', () => {
    const words = fc.array(fc.constantFrom('слово ', 'word. ', '👩‍👩‍👧 ', '\n', '  ', '\f', 'é,'), { maxLength: 40 })
    fc.assert(
      fc.property(words, fc.constantFrom(1, 300), (list, times) => {
        const text = list.join('').repeat(times)
        const drawn = linedText({ text, paragraphs: labelled(text), pages: [] })
        expect(drawn.length).toBe(text.length)
        for (let at = 0; at < text.length; at++)
          if (drawn[at] !== text[at]) expect([drawn[at], text[at]?.trim()]).toEqual(['\n', ''])
      }),
      { numRuns: 40 },
    )
  })
})
