import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  builtOf,
  isMixed,
  treeOf,
  wordsLeaf,
  type Built,
  type Leaf,
  type Row,
} from '../../renderer/retrieval/built-query.ts'
import { operators } from '../../schema/attribute.ts'
import { printQuery } from '../../schema/query-print.ts'
import { parseQuery } from '../../schema/query.ts'
import type { Reach } from '../../schema/query-tree.ts'

const someWords = fc.oneof(
  fc.constantFrom(
    'shelter',
    'приют',
    '50',
    'or',
    'не',
    'с',
    'near',
    'paragraph',
    'as',
    '-x',
    'a|b',
    '|',
    '~5',
    'kind:law',
  ),
  fc.constantFrom('change the doors', '(a)', 'within paragraph', '#4e', '=x', '50 words', 'same speaker', 'в пределах'),
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter((text) => /[\p{L}\p{N}]/u.test(text)),
)
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    kind: fc.constant('code' as const),
    name: fc.constantFrom('4', '4e', 'Terms of the money', 'Funding/Terms', 'Приют'),
  }),
  fc.record({ kind: fc.constant('set' as const), name: fc.constantFrom('Money', 'All of it') }),
  fc.record({
    kind: fc.constant('attribute' as const),
    name: fc.constantFrom('actor', 'speaker', 'coder', 'год'),
    operator: fc.constantFrom(...operators),
    values: fc.array(fc.constantFrom('ngo', 'New town', 'R.01', '2009', '>5', 'a|b', 'and'), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc
    .tuple(someWords, fc.constantFrom('any' as const, 'exact' as const, 'begins' as const, 'near' as const))
    .map(([text, form]) => wordsLeaf(text, form)),
)
const reach = (unit: Reach['unit'], count: number): Reach => ({ unit, count })
const reaches = fc.constantFrom(
  reach('words', 50),
  reach('words', 5),
  reach('paragraph', 0),
  reach('paragraph', 2),
  reach('turn', 0),
  reach('turn', 3),
)
const related = (right: fc.Arbitrary<Leaf>): fc.Arbitrary<Row['related']> =>
  fc.oneof(
    fc.record({ relation: fc.constantFrom('overlaps', 'inside', 'same-speaker'), reach: fc.constant(null), right }),
    fc.record({ relation: fc.constantFrom('near', 'followed-by', 'absent'), reach: fc.option(reaches), right }),
    fc.constant(null),
  )
const row: fc.Arbitrary<Row> = fc.record({
  join: fc.constantFrom('and', 'or'),
  isNot: fc.boolean(),
  left: leaf,
  related: related(leaf),
})
const built: fc.Arbitrary<Built> = fc
  .record({
    rows: fc.array(row, { minLength: 1, maxLength: 6 }),
    closer: fc.constantFrom('and', 'or'),
    within: fc.option(fc.oneof(reaches, fc.constantFrom(reach('document', 0), reach('case', 0)))),
  })
  .map(({ rows, closer, within }) => ({
    rows: rows.map((each, n) => (n === 0 ? { ...each, join: 'and' as const } : each)),
    closer: isMixed(rows) ? closer : 'and',
    within,
  }))

describe('a query as rows', () => {
  it('is the same rows after it was written as text and read again, in both languages', () => {
    fc.assert(
      fc.property(built, fc.constantFrom('en' as const, 'ru' as const), (rows, tongue) => {
        const tree = treeOf(rows)
        const text = tree && printQuery(tree, tongue)
        expect(builtOf(parseQuery(text ?? ''))).toEqual(rows)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    '#7a and actor:ngo not #0e within paragraph',
    '(#4 or #0) and actor:ngo',
    '#4 and #0 or #7a',
    'not #4 near 50 words #0',
    '#4 followed by "change doors" within 2 turns',
    'shel* OR =shelters',
  ])('shows %s and writes what means the same', (text) => {
    const rows = builtOf(parseQuery(text))
    const tree = rows && treeOf(rows)
    expect(tree && builtOf(parseQuery(printQuery(tree)))).toEqual(rows)
    expect(rows?.rows.length).toBeGreaterThan(0)
  })

  it.each([
    '(#4 within turn) and #0',
    '#4 overlaps (#0 or #7a)',
    '#4 overlaps #0 near #7a',
    'not (#4 or #0) and #7a',
    '#4 and (#0 or #7a and #1)',
    '(#4 within turn) within document',
  ])('does not show %s, which is deeper than rows', (text) => {
    expect(builtOf(parseQuery(text))).toBeNull()
  })

  it('lets a row wait that names nothing yet, and a relation without its other side', () => {
    const rows = builtOf(parseQuery('#4 overlaps #0 or #7a'))
    const [first, second] = rows?.rows ?? []
    if (!rows || !first?.related || !second) throw new Error('two rows were expected')
    const nothing: Leaf = { kind: 'code', name: '' }
    const tree = treeOf({
      ...rows,
      rows: [
        { ...first, related: { ...first.related, right: nothing } },
        { ...second, left: nothing },
      ],
    })
    expect(tree && printQuery(tree)).toBe('#4')
  })

  it('puts words between quotes that would be read as anything else', () => {
    expect(wordsLeaf('shelter', 'any')).toMatchObject({ kind: 'words' })
    expect(wordsLeaf('or', 'any')).toMatchObject({ kind: 'phrase', text: 'or' })
    expect(wordsLeaf('say "no"', 'exact')).toEqual({ kind: 'phrase', text: 'say no', isExact: true })
  })
})
