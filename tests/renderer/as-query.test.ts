/** A list of passages can be asked as a query, or it says that it cannot. */
import { describe, expect, it } from 'vitest'
import { asQuery, type WrittenNames } from '../../renderer/retrieval/as-query.ts'
import type { CodingFilter } from '../../schema/report.ts'

const codes = new Map([
  ['funding', { name: '4', hasChildren: true }],
  ['terms', { name: '4e', hasChildren: false }],
  ['doors', { name: 'Changing doors', hasChildren: false }],
])
const names: WrittenNames = {
  code: (id) => codes.get(id),
  set: (id) => (id === 'core' ? 'Core' : undefined),
  coder: (id) => (id === 'ada' ? 'Ada K.' : undefined),
}
const written = (filter: unknown, tongue: 'en' | 'ru' = 'en') => asQuery(filter as CodingFilter, names, tongue)

describe('a filter of passages as a query', () => {
  it('names codes with what is below them, sets and coders', () => {
    expect(written({ codes: ['funding'], withChildren: true })).toEqual({ query: '#4', filter: {} })
    expect(written({ sets: ['core'] })?.query).toBe('#set:Core')
    expect(written({ coders: ['ada'] })?.query).toBe('coder:"Ada K."')
  })

  it('keeps a condition on the coding beside each of several codes', () => {
    expect(written({ codes: ['terms', 'doors'], coders: ['ada'], stances: ['blames'] })?.query).toBe(
      '(#4e and coder:"Ada K." and stance:blames) or (#"Changing doors" and coder:"Ada K." and stance:blames)',
    )
    expect(written({ codes: ['terms', 'doors'] }, 'ru')?.query).toBe('#4e или #"Changing doors"')
  })

  it('leaves what documents are to the chips', () => {
    expect(written({ codes: ['terms'], kinds: ['law'], sources: ['one'] })?.filter).toEqual({
      kinds: ['law'],
      sources: ['one'],
    })
  })

  it('is none where a query would find others', () => {
    for (const filter of [
      {},
      { codes: [] },
      { codes: ['funding'] },
      { codes: ['gone'] },
      { codes: ['terms'], sets: ['core'] },
      { codes: ['terms'], stances: [''] },
      { codes: ['terms'], passages: ['p'] },
      { codes: ['terms'], codedFrom: '2026' },
    ])
      expect(written(filter)).toBeNull()
  })
})
