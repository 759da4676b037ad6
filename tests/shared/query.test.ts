import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printQuery } from '../../schema/query-print.ts'
import { kindOfQuery } from '../../schema/query-names.ts'
import { childrenOf, type QueryNode } from '../../schema/query-tree.ts'
import { parseQuery, readQuery } from '../../schema/query.ts'

/** Without places: what a query means. */
function meant(node: QueryNode | null): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'at' ? undefined : value)))
}
const printedOf = (text: string) => {
  const tree = parseQuery(text)
  return tree && printQuery(tree)
}
const problemsOf = (text: string) => readQuery(text).problems.map(({ kind, start, end }) => [kind, start, end])

describe('the query language', () => {
  it('reads codes, attributes and relations with everything that stands between them', () => {
    expect(meant(parseQuery('#7a and actor:ngo not #0e within paragraph'))).toEqual({
      kind: 'within',
      reach: { unit: 'paragraph', count: 0 },
      part: {
        kind: 'and',
        parts: [
          { kind: 'code', name: '7a' },
          { kind: 'attribute', name: 'actor', operator: '=', values: ['ngo'] },
          { kind: 'not', part: { kind: 'code', name: '0e' } },
        ],
      },
    })
  })

  it('says the same in Russian', () => {
    expect(meant(parseQuery('#7a и actor:ngo не #0e в пределах абзаца'))).toEqual(
      meant(parseQuery('#7a and actor:ngo not #0e within paragraph')),
    )
    expect(meant(parseQuery('#4 рядом с 50 слов #0'))).toEqual(meant(parseQuery('#4 near 50 words #0')))
  })

  it('leaves small words alone where only words are searched, and takes capitals for operators anywhere', () => {
    expect(parseQuery('приют и полиция')).toMatchObject({ kind: 'and', parts: [{}, { text: 'и' }, {}] })
    expect(parseQuery('приют ИЛИ полиция')).toMatchObject({ kind: 'or', parts: [{}, {}] })
    expect(parseQuery('near the door')).toMatchObject({ kind: 'and', parts: [{ text: 'near' }, {}, {}] })
  })

  it.each([
    ['#"Terms of the money"', { kind: 'code', name: 'Terms of the money' }],
    ['code:7a', { kind: 'code', name: '7a' }],
    ['#set:Money', { kind: 'set', name: 'Money' }],
    ['year:>=2008', { kind: 'attribute', name: 'year', operator: '>=', values: ['2008'] }],
    ['place:"New town"|Oslo', { kind: 'attribute', name: 'place', operator: '=', values: ['New town', 'Oslo'] }],
    ['#4 near 50 words #0', { kind: 'relation', relation: 'near', reach: { unit: 'words', count: 50 } }],
    [
      '#4 followed by #0 within 2 turns',
      { kind: 'relation', relation: 'followed-by', reach: { unit: 'turn', count: 2 } },
    ],
    ['#4 same speaker as #0', { kind: 'relation', relation: 'same-speaker', reach: null }],
    ['#4 absent #0 within case', { kind: 'relation', relation: 'absent', reach: { unit: 'case', count: 0 } }],
  ])('reads %s', (text, node) => {
    expect(meant(parseQuery(text))).toMatchObject(node)
  })

  it('knows a question about passages from one about words', () => {
    expect(kindOfQuery(parseQuery('shelter kind:report actor:ngo'))).toBe('search')
    expect(kindOfQuery(parseQuery('shelter #7a'))).toBe('retrieval')
    expect(kindOfQuery(parseQuery('blames:state'))).toBe('retrieval')
  })

  it('says where every part stands in the text', () => {
    const text = 'a  #7a near (#"two words" or x)'
    const pieces: string[] = []
    const walk = (node: QueryNode) => {
      if (node.kind === 'code' || node.kind === 'words') pieces.push(text.slice(node.at?.start, node.at?.end))
      childrenOf(node).forEach(walk)
    }
    walk(parseQuery(text)!)
    expect(pieces).toEqual(['a', '#7a', '#"two words"', 'x'])
  })

  it.each([
    ['#7a and', [['nothing-after', 4, 7]], '#7a'],
    ['(#7a or #4', [['bracket-open', 0, 1]], '#7a or #4'],
    ['#7a) and #4', [['bracket-stray', 3, 4]], '#7a and #4'],
    ['or #7a', [['nothing-before', 0, 2]], '#7a'],
    ['#7a within', [['reach-unknown', 4, 10]], '#7a'],
    ['#7a near', [['nothing-after', 4, 8]], '#7a'],
    ['#7a #', [['name-missing', 4, 5]], '#7a'],
    ['#7a kind:', [['value-missing', 4, 9]], '#7a'],
    ['#"Terms', [['quote-open', 1, 7]], '#Terms'],
    ['#7a ()', [['nothing-in-brackets', 4, 6]], '#7a'],
  ] as const)('finds in %s what is wrong and where, and the nearest reading', (text, problems, reading) => {
    expect(problemsOf(text)).toEqual(problems)
    expect(printedOf(text)).toBe(reading)
  })

  const piece = fc.oneof(
    fc.constantFrom(
      ...'( ) " « » - = # * | & ~5 and or NOT AND И ИЛИ не within near overlaps paragraph 50 words turn'.split(' '),
      '#7a', '#"two words"', '#set:x', 'actor:ngo', 'year:>2008', 'a:b|"c d"', 'followed by', 'same speaker', 'absent',
      'within paragraph', 'within 5 words', 'в пределах абзаца', 'near 50 words', 'shelter', 'приют', '=x', '"a b"~3',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  ) // prettier-ignore
  const anyText = fc
    .array(fc.tuple(piece, fc.constantFrom('', ' ', ' ')), { maxLength: 14 })
    .map((all) => all.flat().join(''))

  it('prints what it read so that it reads the same again, in either language', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('en' as const, 'ru' as const), (text, tongue) => {
        const tree = parseQuery(text)
        expect(meant(tree && parseQuery(printQuery(tree, tongue)))).toEqual(meant(tree))
      }),
      { numRuns: 3000 },
    )
  })

  it('reads fifty thousand texts of any characters without an error, every problem within its text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        const { problems } = readQuery(text)
        expect(problems.filter(({ start, end }) => start < 0 || start >= end || end > text.length)).toEqual([])
      }),
      { numRuns: 50_000 },
    )
  })
})
