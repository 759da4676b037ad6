import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf, offersOf, paragraphOffers, withLink } from '../../renderer/memos/links.ts'
import { blocksOf, inlinesOf, type Block, type Inline } from '../../renderer/memos/markup.ts'
import type { Code } from '../../schema/codebook.ts'
import type { PassageId } from '../../schema/ids.ts'
import { linkNames, linkOf, passageLink, shownName } from '../../schema/memo-link.ts'
import type { Source } from '../../schema/source.ts'

const wordsIn = (inlines: readonly Inline[]): string =>
  inlines
    .map((each) => ('inside' in each ? wordsIn(each.inside) : each.kind === 'link' ? `[[${each.name}]]` : each.text))
    .join('')
function said(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'code') return block.text
      if (block.kind === 'list') return block.items.map(wordsIn).join('\n')
      return block.kind === 'quote' ? said(block.inside) : wordsIn(block.inside)
    })
    .join('\n')
}
const letters = (text: string) => text.match(/\p{L}/gu)?.join('') ?? ''
const markdown = fc
  .array(
    fc.constantFrom(
      ...'# |## |- |12. |> |>> |```|**|*|_|`|[[|]]|[[R07:12]]| |\n|\n\n|ёлка|word|<b>|&amp;|😀|’s|\\'.split('|'),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

describe('the words of a memo', () => {
  it('are never lost, however its signs are written', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(letters(said(blocksOf(text)))).toBe(letters(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('are paragraphs, headings, lists, quotes and code', () => {
    const text = 'One\nstill one\n\n# Two\n- a\n- b\n3. c\n4. d\n> q\n> - in it\n```\n# no heading\n```\nend'
    expect(blocksOf(text).map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'list',
      'list',
      'quote',
      'code',
      'paragraph',
    ])
    expect(blocksOf(text)[3]).toMatchObject({ start: 3 })
    expect(blocksOf(text)[5]).toEqual({ kind: 'code', text: '# no heading' })
  })

  it('are emphasised between signs that touch them, and only there', () => {
    expect(inlinesOf('**all** of *it*')).toEqual([
      { kind: 'strong', inside: [{ kind: 'text', text: 'all' }] },
      { kind: 'text', text: ' of ' },
      { kind: 'emphasis', inside: [{ kind: 'text', text: 'it' }] },
    ])
    for (const text of ['2 * 3 * 4', 'snake_case_name', '**', 'open **only', '* *', '[[', '[[]]', '`x'])
      expect(inlinesOf(text)).toEqual([{ kind: 'text', text }])
  })

  it('are text where they look like HTML', () => {
    expect(inlinesOf('<img src=x onerror=alert(1)>')).toEqual([{ kind: 'text', text: '<img src=x onerror=alert(1)>' }])
  })

  it('are taken apart in time that grows as they do', () => {
    for (const sign of ['*', '**a', '_a ', '`', '[[', '> ', '>', '- a\n', '```\n', '# ', '*a_b**'])
      expect(letters(said(blocksOf(sign.repeat(100_000 / sign.length)))).length).toBeLessThanOrEqual(100_000)
  })
})

const sources = [
  { id: 's7', short: 'R07', title: 'Ёлкина, shelter director' },
  { id: 's8', short: 'P02', title: 'Pamphlet on hotlines' },
] as unknown as Source[]
const codes = [
  { id: 'c1', shortcut: '4e', name: 'Terms of the money' },
  { id: 'c2', shortcut: '', name: 'Changing doors' },
] as unknown as Code[]

describe('links', () => {
  it('name a document, a paragraph of it, or a code by its key or name', () => {
    expect(linkOf('r07', sources, codes)).toEqual({ kind: 'source', source: 's7' })
    expect(linkOf('R07:12a', sources, codes)).toEqual({ kind: 'paragraph', source: 's7', label: '12a' })
    expect(linkOf('R07:12.3', sources, codes)).toEqual({ kind: 'paragraph', source: 's7', label: '12' })
    expect(linkOf('4E', sources, codes)).toEqual({ kind: 'code', code: 'c1' })
    expect(linkOf('changing doors', sources, codes)).toEqual({ kind: 'code', code: 'c2' })
    expect(linkOf('R99', sources, codes)).toBeNull()
  })

  it('to a passage name the place as people cite it, and are read without the id', () => {
    const id = '0f2a9d5e-1111-4222-8333-5f3a81c0beef' as PassageId
    const link = passageLink('R07:12a', id)
    expect(link).toBe('[[R07:12a#81c0beef]]')
    const [name = ''] = linkNames(`See ${link}.`)
    expect(linkOf(name, sources, codes)).toEqual({ kind: 'passage', source: 's7', label: '12a', tail: '81c0beef' })
    expect(shownName(name)).toBe('R07:12a')
    expect(shownName('Changing doors')).toBe('Changing doors')
  })

  it('are offered while they are written, by any part of a title or name', () => {
    expect(offersOf('елк', sources, codes).map(({ name }) => name)).toEqual(['R07'])
    expect(offersOf('o', sources, codes).map(({ name }) => name)).toEqual(['R07', 'P02', '4e', 'Changing doors'])
    const paragraphs = [
      { label: '1', start: 0, end: 4 },
      { label: '12', start: 4, end: 9 },
    ]
    expect(paragraphOffers('R07:12', sources[0]!, 'one twelve', paragraphs)).toEqual([
      { name: 'R07:12', words: 'twelv', kind: 'paragraph' },
    ])
  })

  it('take the place of what was typed, and leave the rest of the memo alone', () => {
    const text = 'See [[R0]] and on'
    const beginning = beginningOf(text, 8)
    expect(beginning).toEqual({ start: 4, typed: 'R0' })
    expect(withLink(text, beginning!, 'R07')).toEqual({ text: 'See [[R07]] and on', caret: 11 })
    expect(beginningOf('no link [R', 10)).toBeNull()
    expect(beginningOf('[[R07]] done', 12)).toBeNull()
  })
})
