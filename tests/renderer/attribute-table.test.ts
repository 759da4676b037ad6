/** The table of attributes: choosing cells, blocks from and to a spreadsheet, filling down. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributeColumns, fieldColumns, meant, shown } from '../../renderer/cases/columns.ts'
import { renamedChoices, sameAs } from '../../renderer/cases/rules.ts'
import { at, blockOf, filledDown, moved, next, pasted, within } from '../../renderer/cases/selection.ts'
import { readBlock, writeBlock } from '../../renderer/cases/tsv.ts'
import { en } from '../../renderer/words/en.ts'
import { ru } from '../../renderer/words/ru.ts'
import type { Attribute } from '../../schema/attribute.ts'
import { readValue } from '../../schema/attribute-values.ts'
import type { AttributeId, SourceId } from '../../schema/ids.ts'

const size = { rows: 10, columns: 4 }
const stroke = (key: string, more = {}) => ({ key, shift: false, mod: false, ...more })

describe('the chosen cells', () => {
  it('move with arrows, and stay inside the table', () => {
    expect(moved(at(0, 0), stroke('ArrowUp'), size, 5)).toEqual(at(0, 0))
    expect(moved(at(0, 0), stroke('ArrowDown'), size, 5)).toEqual(at(1, 0))
    expect(moved(at(3, 3), stroke('ArrowRight'), size, 5)).toEqual(at(3, 3))
    expect(moved(at(3, 1), stroke('ArrowDown', { mod: true }), size, 5)).toEqual(at(9, 1))
    expect(moved(at(3, 1), stroke('PageDown'), size, 5)).toEqual(at(8, 1))
    expect(moved(at(3, 2), stroke('Home'), size, 5)).toEqual(at(3, 0))
    expect(moved(at(3, 2), stroke('a'), size, 5)).toBeNull()
  })
  it('grow into a block with Shift, in any direction', () => {
    const grown = moved(
      moved(at(5, 2), stroke('ArrowUp', { shift: true }), size, 5)!,
      stroke('ArrowLeft', { shift: true }),
      size,
      5,
    )!
    expect(blockOf(grown)).toEqual({ top: 4, left: 1, bottom: 5, right: 2 })
  })
  it('go on in the next row with Tab, and leave the table at its end', () => {
    expect(next(at(0, 3), false, size)).toEqual(at(1, 0))
    expect(next(at(1, 0), true, size)).toEqual(at(0, 3))
    expect(next(at(9, 3), false, size)).toBeNull()
    expect(next(at(0, 0), true, size)).toBeNull()
  })
  it('are brought back when the table gets smaller', () => {
    expect(within(at(9, 3), { rows: 2, columns: 2 })).toEqual(at(1, 1))
    expect(within(at(9, 3), { rows: 0, columns: 0 })).toEqual(at(0, 0))
  })
})

describe('a block of cells', () => {
  it('comes back from the clipboard as it went', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', 'a"b', 'a\tb', 'a\nb', '"a', 'Ёлка, «ель»', ''))
    const block = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
      // One empty row of one empty cell is what nothing at all looks like too.
      .filter((rows) => rows.at(-1)!.some((value) => value !== ''))
    const again = fc.property(block, (rows) => JSON.stringify(readBlock(writeBlock(rows))) === JSON.stringify(rows))
    expect(fc.check(again, { numRuns: 2000 }).counterexample).toBeNull()
  })
  it('is read from other programs, which end every row, the last one too', () => {
    expect(readBlock('a\tb\r\nc\t\r\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ])
    expect(readBlock('"two\nlines"\t"say ""yes"""\n')).toEqual([['two\nlines', 'say "yes"']])
    expect(readBlock('6" pipe\t"not closed')).toEqual([['6" pipe', '"not closed']])
  })
  it('fills from the first chosen cell, and says what lies outside', () => {
    const { fillings, outside } = pasted(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      blockOf(at(9, 2)),
      size,
    )
    expect(fillings.map(({ row, column, value }) => [row, column, value])).toEqual([
      [9, 2, 'a'],
      [9, 3, 'b'],
    ])
    expect(outside).toBe(2)
  })
  it('of one value fills every chosen cell, and one that fits several times is repeated', () => {
    expect(pasted([['x']], { top: 0, left: 0, bottom: 2, right: 1 }, size).fillings).toHaveLength(6)
    const twice = pasted([['1'], ['2']], { top: 0, left: 0, bottom: 3, right: 0 }, size).fillings
    expect(twice.map(({ value }) => value)).toEqual(['1', '2', '1', '2'])
    expect(pasted([['1'], ['2']], { top: 0, left: 0, bottom: 2, right: 0 }, size).fillings).toHaveLength(2)
  })
  it('is filled down from its first row; one row takes the row above', () => {
    const valueAt = (row: number, column: number) => `${row}.${column}`
    expect(filledDown({ top: 1, left: 0, bottom: 3, right: 0 }, valueAt).map(({ row, value }) => [row, value])).toEqual(
      [
        [2, '1.0'],
        [3, '1.0'],
      ],
    )
    expect(filledDown(blockOf(at(4, 2)), valueAt)).toEqual([{ row: 4, column: 2, value: '3.2' }])
    expect(filledDown(blockOf(at(0, 2)), valueAt)).toEqual([])
  })
})

const attribute = (more: Partial<Attribute>): Attribute => ({
  id: 'a' as AttributeId,
  owner: 'source',
  key: 'a',
  name: 'A',
  type: 'text',
  choices: [],
  kinds: [],
  leavesFrom: 'N',
  meaning: '',
  values: 0,
  ...more,
})

describe('a cell', () => {
  it('shows numbers with the comma of the language, such that they read back as themselves', () => {
    const column = attributeColumns([attribute({ type: 'number' })], ru)[0]!
    expect(shown(column, '12.5', ru)).toBe('12,5')
    const numbers = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer().map((n) => n / 1000),
    )
    const again = fc.property(numbers, (number) => {
      const kept = String(number === 0 ? 0 : number)
      const read = readValue({ type: 'number', choices: [], name: '' }, shown(column, kept, ru))
      return read.ok && read.value === kept
    })
    expect(fc.check(again, { numRuns: 2000 }).counterexample).toBeNull()
  })
  it('takes the words of a fixed list in the language on screen', () => {
    const kind = fieldColumns(ru).find(({ id }) => id === 'kind')!
    expect(meant(kind, ru.kinds.transcript.toUpperCase())).toBe('transcript')
    expect(meant(kind, 'nonsense')).toBe('nonsense')
    const yes = attributeColumns([attribute({ type: 'boolean' })], en)[0]!
    expect([shown(yes, 'true', en), meant(yes, 'No')]).toEqual(['yes', 'false'])
  })
})

it('a line of a list that is changed in place is a choice renamed; one that moves is not', () => {
  expect(renamedChoices(['a', 'b', 'c'], ['a', 'B2', 'c'])).toEqual([['b', 'B2']])
  expect(renamedChoices(['a', 'b'], ['b', 'a'])).toEqual([])
  expect(renamedChoices(['a', 'b'], ['a', 'b', 'c'])).toEqual([])
})

it('same as previous fills what is empty here and asked of this kind, and never a withdrawal', () => {
  const id = (name: string) => name as AttributeId
  const attributes = [
    attribute({ id: id('sector') }),
    attribute({ id: id('body'), kinds: ['report'] }),
    attribute({ id: id('withdrawn'), meaning: 'withdrawal' }),
    attribute({ id: id('city') }),
  ]
  const there = ['sector', 'body', 'withdrawn', 'city'].map((name) => ({ attribute: id(name), value: 'x', from: null }))
  const here = [{ attribute: id('city'), value: 'y', from: null }]
  expect(sameAs('s' as SourceId, attributes, 'transcript', here, there)).toEqual([
    { owner: 's', column: 'sector', value: 'x' },
  ])
})
