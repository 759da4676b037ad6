/** What people type and paste, read into one form a type; what could mean two things is refused. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AttributeType, Operator } from '../../schema/attribute.ts'
import { answers, compareValues, readValue, typeOf } from '../../schema/attribute-values.ts'

const choices = ['NGO, national', 'NGO network', 'Посольство', 'Ёлка']
const read = (type: AttributeType, typed: string) => {
  const found = readValue({ type, choices, name: 'x' }, typed)
  return found.ok ? found.value : found.fault.kind
}

describe('a number', () => {
  it.each([
    ['1250', '1250'],
    ['12,5', '12.5'],
    ['12.50', '12.5'],
    ['1 234,5', '1234.5'],
    ['1\u00a0234\u202f567', '1234567'],
    ['1,234,567.25', '1234567.25'],
    ['1.234.567,25', '1234567.25'],
    ['1.234,5', '1234.5'],
    ['−5', '-5'],
    ['0,125', '0.125'],
    ['-0', '0'],
    ['1e3', '1000'],
  ])('written %s is %s', (typed, kept) => expect(read('number', typed)).toBe(kept))

  it('that is a thousand to some and a fraction to others is refused', () =>
    expect(read('number', '1,234')).toBe('value-number-ambiguous'))
  it.each(['twelve', '12 people', '1.2.3', '--1', '1,2,3', '∞', '1e999'])('is not %s', (typed) =>
    expect(read('number', typed)).toBe('value-not-a-number'),
  )
})

describe('a date', () => {
  it.each([
    ['2009', '2009'],
    ['2009-6', '2009-06'],
    ['2009-06-14', '2009-06-14'],
    ['14.06.2009', '2009-06-14'],
    ['4.6.2009', '2009-06-04'],
    ['06.2009', '2009-06'],
    ['2009/06/14', '2009-06-14'],
    ['14/06/2009', '2009-06-14'],
    ['06/14/2009', '2009-06-14'],
    ['2024-02-29', '2024-02-29'],
    ['2009-06-14T00:00:00.000Z', '2009-06-14'],
  ])('written %s is %s', (typed, kept) => expect(read('date', typed)).toBe(kept))
  it('whose day and month cannot be told apart is refused', () =>
    expect(read('date', '05/06/2009')).toBe('value-date-ambiguous'))
  it.each(['2009-13', '2009-02-30', '31.04.2009', 'June', '09', '2023-02-29'])('is not %s', (typed) =>
    expect(read('date', typed)).toBe('value-not-a-date'),
  )
  it('sorts with dates of which less is known', () => {
    const sorted = ['2010', '2009-06-14', '', '2009', '2009-06'].toSorted((a, b) =>
      compareValues({ type: 'date', choices: [] }, a, b),
    )
    expect(sorted).toEqual(['2009', '2009-06', '2009-06-14', '2010', ''])
  })
})

it('yes and no are read in both languages', () => {
  expect(['yes', 'ДА', 'true', '1', '+', 'истина'].map((typed) => read('boolean', typed))).toEqual(
    Array(6).fill('true'),
  )
  expect(['no', 'нет', 'FALSE', '0', '−', 'ложь'].map((typed) => read('boolean', typed))).toEqual(
    Array(6).fill('false'),
  )
  expect(read('boolean', 'maybe')).toBe('value-not-a-boolean')
})

it('a choice is found without case, with е for ё, and keeps the spelling of its list', () => {
  expect(read('choice', ' ngo  NETWORK ')).toBe('NGO network')
  expect(read('choice', 'елка')).toBe('Ёлка')
  expect(read('choice', 'NGO')).toBe('value-not-in-list')
})

it('whatever is kept reads back as itself, in every type', () => {
  const types: AttributeType[] = ['text', 'number', 'date', 'boolean', 'choice']
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double().map(String),
    fc.constantFrom(...choices, 'да', '1 234,5', '14.6.2009', '1,234'),
    fc.stringMatching(/^[0-9.,/\- ]{1,12}$/),
  )
  const again = fc.property(fc.constantFrom(...types), typed, (type, text) => {
    const once = readValue({ type, choices, name: 'x' }, text)
    return !once.ok || read(type, once.value) === once.value
  })
  expect(fc.check(again, { numRuns: 3000 }).counterexample).toBeNull()
})

describe('a condition', () => {
  const holds = (type: AttributeType, value: string, operator: Exclude<Operator, '!='>, wanted: string) =>
    answers({ type, choices, name: 'x' }, value, operator, wanted)
  it('finds texts and choices by the words they begin with', () => {
    expect(holds('choice', 'NGO, national', '=', 'ngo')).toBe(true)
    expect(holds('choice', 'NGO, national', '=', 'ng')).toBe(false)
    expect(holds('text', 'Ёлочный рынок', '=', 'елочный')).toBe(true)
  })
  it('finds dates by the year and month they lie in, and a part of a date is all of it', () => {
    expect(holds('date', '2009-06-14', '=', '2009')).toBe(true)
    expect(holds('date', '2009-06-14', '>', '2009')).toBe(false)
    expect(holds('date', '2009-06-14', '>=', '2009')).toBe(true)
    expect(holds('date', '2010', '>', '2009')).toBe(true)
    expect(holds('date', '2008-12-31', '<', '2009-01')).toBe(true)
  })
  it('compares numbers as numbers, and what is no number answers nothing', () => {
    expect(holds('number', '9', '<', '10')).toBe(true)
    expect(holds('number', '12.5', '=', '12,50')).toBe(true)
    expect(holds('number', '9', '<', 'ten')).toBe(false)
  })
  it('with nothing asks for what is not known', () => {
    expect(holds('text', '', '=', '')).toBe(true)
    expect(holds('text', 'a', '=', ' ')).toBe(false)
    expect(holds('text', '', '=', 'a')).toBe(false)
  })
})

it('a column is taken for what all of its cells read as', () => {
  expect(typeOf(['2009-06', '14.06.2009', ''])).toBe('date')
  expect(typeOf(['да', 'нет'])).toBe('boolean')
  expect(typeOf(['1', '0', '12,5'])).toBe('number')
  expect(typeOf(['a', 'b', 'a', 'b'])).toBe('choice')
  expect(typeOf(['one thing', 'another', 'a third', 'more'])).toBe('text')
})
