/** Reading side by side: columns and groups made of what a real archive answers. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf, groupLabel, type Grouping } from '../../renderer/reading/grouping.ts'
import {
  alsoIn,
  between,
  codingsOn,
  grouped,
  narrowed,
  olderThan,
  passagesOf,
  type ReadPassage,
} from '../../renderer/reading/passages.ts'
import { askedBy, readingIn, settled, type Reading } from '../../renderer/reading/reading-address.ts'
import { caseNames, valuesOf } from '../../renderer/reading/values.ts'
import type { CodeId, PassageId, SourceId } from '../../schema/ids.ts'
import { aDesk, interviewText } from '../support/archive.ts'
import { everyRow } from '../support/edits.ts'

function aStudy() {
  const desk = aDesk()
  const { archive, ada, boris, interview, russian, doors, terms } = desk
  const mark = (start: number, end: number, code = doors, coder = ada, source = interview) =>
    archive.run('coding.create', coder, { source, start, end, code })
  mark(13, 35)
  mark(13, 35, doors, boris)
  mark(43, 56)
  mark(60, 70, doors, boris)
  mark(0, 10, doors, ada, russian)
  const read = (code = doors) => archive.run('code.reading', ada, { code, words: '' })
  return { ...desk, mark, read, passages: (code = doors) => passagesOf(read(code)), doors, terms }
}

const byCoder = (names: ReadonlyMap<string, string>): Grouping => ({
  by: 'coder',
  label: 'Coder',
  keyOf: ({ coder }) => coder,
  labelOf: (key) => names.get(key) ?? '',
  compare: (a, b) => a.length - b.length || (a < b ? -1 : 1),
})

describe('a column', () => {
  it('shows a passage that two coders coded once, with both codings', () => {
    const { passages } = aStudy()
    expect(passages().map(({ codings }) => codings.length)).toEqual([2, 1, 1, 1])
  })

  it('groups by coder; a passage of two stands once, under both names', () => {
    const { passages, ada, boris } = aStudy()
    const grouping = byCoder(
      new Map([
        [ada, 'Ada'],
        [boris, 'Boris'],
      ]),
    )
    const { passages: inOrder, groups } = grouped(passages(), grouping.keyOf, grouping.compare)
    expect(groups.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual([1, 1, 2])
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(inOrder.length)
    const both = groups.find(({ key }) => key.includes(between))
    expect(groupLabel(grouping, both!.key).split(', ').toSorted()).toEqual(['Ada', 'Boris'])
    expect(inOrder[both!.from]?.codings.length).toBe(2)
  })

  it('marks what was coded under an older wording, until that is confirmed', () => {
    const { archive, path, ada, doors, mark, passages, read } = aStudy()
    archive.run('code.update', ada, { code: doors, definition: 'Moving, or being moved' })
    mark(80, 90)
    const version = archive.run('codebook.get', ada, {}).find(({ id }) => id === doors)!.version
    const older = () => narrowed(passages(), { starred: false, before: version, only: null })
    expect([older().length, passages().length]).toEqual([4, 5])
    expect([...olderThan(passages(), version).values()]).toEqual([1, 1, 1, 1])
    const before = everyRow(path)
    const codings = [
      ...codingsOn(
        passages(),
        older().map(({ passage }) => passage),
      ),
    ]
    expect(archive.run('coding.confirmWording', ada, { codings })).toBe(5)
    expect(older()).toEqual([])
    archive.run('history.undo', ada, {})
    expect(everyRow(path)).toEqual(before)
    expect(read().filter(({ wording }) => wording < version).length).toBe(5)
  })

  it('gives passages to the other code with everybody’s codings; one undo brings all back', () => {
    const { archive, path, ada, terms, passages } = aStudy()
    const [first, second] = passages()
    const before = everyRow(path)
    const codings = [...codingsOn(passages(), [first!.passage, second!.passage])]
    expect(codings.length).toBe(3)
    archive.run('coding.recodeMany', ada, { codings, code: terms, copy: false })
    expect([passages().length, passages(terms).length]).toEqual([2, 2])
    archive.run('history.undo', ada, {})
    expect(everyRow(path)).toEqual(before)
  })

  it('can be given passages only where its group is something one says of a coding', () => {
    expect(fieldsOf({ by: 'stance' }, 'blames')).toEqual({ stance: 'blames' })
    expect(fieldsOf({ by: 'stance' }, '')).toEqual({ stance: null })
    expect(fieldsOf({ by: 'responsible' }, 'donor')).toEqual({ holdsResponsible: 'donor' })
    expect(fieldsOf({ by: 'speaker' }, 'R01')).toBeNull()
  })
})

describe('what both columns mark', () => {
  it('is the same words, and words that overlap', () => {
    const { mark, terms, passages } = aStudy()
    mark(13, 35, terms)
    mark(50, 62, terms)
    const quotes = (ids: ReadonlySet<PassageId>, list: readonly ReadPassage[]) =>
      list.filter(({ passage }) => ids.has(passage)).map(({ start, end }) => interviewText.slice(start, end))
    expect(quotes(alsoIn(passages(), passages(terms)), passages())).toEqual([
      interviewText.slice(13, 35),
      interviewText.slice(43, 56),
      interviewText.slice(60, 70),
    ])
    expect(alsoIn(passages(terms), passages()).size).toBe(2)
  })

  it('is what comparing every passage with every other finds', () => {
    const passage = fc
      .record({
        n: fc.integer({ min: 0, max: 40 }),
        source: fc.constantFrom('a', 'b'),
        start: fc.nat(40),
        length: fc.nat(8),
      })
      .map(({ n, source, start, length }): ReadPassage => ({
        passage: `${source} ${n}` as PassageId,
        source: source as SourceId,
        start,
        end: start + length,
        starred: false,
        codings: [],
      }))
    const list = fc.uniqueArray(passage, { selector: (each) => each.passage, maxLength: 25 })
    fc.assert(
      fc.property(list, list, (these, other) => {
        const slowly = these.filter((one) =>
          other.some(
            (each) =>
              each.passage === one.passage ||
              (each.source === one.source &&
                each.start < one.end &&
                one.start < each.end &&
                each.start < each.end &&
                one.start < one.end),
          ),
        )
        expect([...alsoIn(these, other)]).toEqual(slowly.map(({ passage: id }) => id))
      }),
    )
  })
})

describe('groups by attribute', () => {
  it('take a document’s own value, or those of its cases', () => {
    const { archive, ada, interview, russian } = aStudy()
    const make = (owner: 'source' | 'case', name: string) =>
      archive.run('attribute.create', ada, { owner, name, type: 'text' }).id
    const [place, actor] = [make('source', 'Place'), make('case', 'Actor')]
    const [coast, port] = ['Coast house', 'Port office'].map((name) =>
      archive.run('case.create', ada, { name, sources: [interview] }),
    )
    const set = (owner: 'source' | 'case', id: string, column: typeof place, value: string) =>
      archive.run('attribute.set', ada, {
        owner,
        cells: [{ owner: id, column, value }],
        extendLists: false,
        skipRefused: false,
      })
    set('source', russian, place, 'Office')
    set('case', coast!.id, actor, 'NGO')
    set('case', port!.id, actor, 'State')
    const cases = archive.run('case.list', ada, {})
    const table = (owner: 'source' | 'case') => archive.run('attribute.table', ada, { owner })
    expect([...valuesOf(place, table('source'), null)]).toEqual([[russian, 'Office']])
    expect([...valuesOf(actor, table('case'), cases)]).toEqual([[interview, `NGO${between}State`]])
    expect([...caseNames(cases)]).toEqual([[interview, `Coast house${between}Port office`]])
  })
})

describe('the address', () => {
  it('says what is read and is understood again; codes that are gone are left out', () => {
    const code = 'c1' as CodeId
    const readings: readonly Reading[] = [
      { code, beside: null, group: null },
      { code, beside: { kind: 'code', code: 'c2' as CodeId }, group: 'speaker' },
      { code, beside: { kind: 'groups', by: 'stance', left: '', right: 'blames' }, group: 'attribute 7f' },
      { code, beside: { kind: 'groups', by: 'attribute 7f', left: null, right: 'NGO, foreign & state' }, group: null },
      { code: null, beside: null, group: null },
    ]
    for (const reading of readings) expect(readingIn(askedBy(reading))).toEqual(reading)
    const pair: Reading = { code, beside: { kind: 'code', code: 'c2' as CodeId }, group: null }
    expect(settled(pair, (id) => id === 'c2')).toEqual({ code: 'c2', beside: null, group: null })
    expect(settled(pair, (id) => id === 'c1')).toEqual({ code: 'c1', beside: null, group: null })
    expect(settled(pair, () => false)).toEqual({ code: null, beside: null, group: null })
    expect(settled(pair, () => true)).toBe(pair)
    expect(readingIn('code=c1&by=nonsense&group=nonsense')).toEqual({ code, beside: null, group: null })
  })
})
