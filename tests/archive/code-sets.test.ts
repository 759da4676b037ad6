import { describe, expect, it } from 'vitest'
import type { CodeSetId } from '../../schema/ids.ts'
import { aDesk } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

function aSet() {
  const desk = aDesk()
  const { archive, ada, terms, doors } = desk
  const set = archive.run('codeSet.create', ada, { name: 'Chapter 3', codes: [terms] })
  const sets = () => archive.run('codeSet.list', ada, {}).map(({ name, codes }) => [name, [...codes].toSorted()])
  return { ...desk, set: set.id, sets, both: [terms, doors].toSorted() }
}

describe('a set of codes', () => {
  it('holds codes of any family, each once, and is put together and taken apart in steps', () => {
    const { archive, ada, set, sets, terms, doors, both } = aSet()
    archive.run('codeSet.add', ada, { set, codes: [terms, doors, doors] })
    expect(sets()).toEqual([['Chapter 3', both]])
    archive.run('codeSet.remove', ada, { set, codes: [doors] })
    expect(sets()).toEqual([['Chapter 3', [terms]]])
    archive.run('history.undo', ada, {})
    expect(sets()).toEqual([['Chapter 3', both]])
    archive.run('codeSet.rename', ada, { set, name: 'Chapter 4' })
    archive.run('codeSet.delete', ada, { set })
    expect(sets()).toEqual([])
    archive.run('history.undo', ada, {})
    expect(sets()).toEqual([['Chapter 4', both]])
    archive.run('history.redo', ada, {})
    expect(sets()).toEqual([])
  })

  it('loses a code that is deleted, and gets it back with it; a merged code gives its place to the other', () => {
    const { archive, ada, sets, terms, doors } = aSet()
    archive.run('code.delete', ada, { codes: [terms] })
    expect(sets()).toEqual([['Chapter 3', []]])
    archive.run('history.undo', ada, {})
    expect(sets()).toEqual([['Chapter 3', [terms]]])
    archive.run('code.merge', ada, { codes: [terms], into: doors })
    expect(sets()).toEqual([['Chapter 3', [doors]]])
    archive.run('history.undo', ada, {})
    expect(sets()).toEqual([['Chapter 3', [terms]]])
  })

  it('takes the codes below a heading in its stead', () => {
    const { archive, ada, set, sets, funding, terms, doors, both } = aSet()
    archive.run('code.update', ada, { code: funding, codable: false })
    archive.run('code.move', ada, { codes: [doors], parent: funding, position: 0 })
    archive.run('codeSet.add', ada, { set, codes: [funding] })
    expect(sets()).toEqual([['Chapter 3', both]])
    archive.run('codeSet.remove', ada, { set, codes: [funding] })
    expect(sets()).toEqual([['Chapter 3', []]])
    expect(terms).toBeTruthy()
  })

  it('needs a name of its own, and must be there', () => {
    const { archive, ada, terms } = aSet()
    expect(faultIn(() => archive.run('codeSet.create', ada, { name: 'CHAPTER  3', codes: [] })).kind).toBe('name-taken')
    expect(faultIn(() => archive.run('codeSet.create', ada, { name: ' ', codes: [] })).kind).toBe('name-empty')
    const gone = 'gone' as CodeSetId
    expect(faultIn(() => archive.run('codeSet.add', ada, { set: gone, codes: [terms] })).kind).toBe('no-such-code-set')
    expect(
      faultIn(() => archive.run('quotation.list', ada, { filter: { sets: [gone] }, offset: 0, limit: 9 })).kind,
    ).toBe('no-such-code-set')
  })

  it('narrows counts and passages to its codes', () => {
    const { archive, ada, set, interview, funding, terms, doors } = aSet()
    archive.run('coding.create', ada, { source: interview, start: 0, end: 12, code: terms })
    archive.run('coding.create', ada, { source: interview, start: 0, end: 12, code: doors })
    archive.run('coding.create', ada, { source: interview, start: 3, end: 12, code: doors })
    const found = archive.run('quotation.list', ada, { filter: { sets: [set] }, offset: 0, limit: 9 })
    expect(found.total).toBe(1)
    expect(found.quotations[0]?.codings).toHaveLength(1)
    expect([...(found.quotations[0]?.codes ?? [])].toSorted()).toEqual([terms, doors].toSorted())
    const report = archive.run('report.codeFrequency', ada, { by: 'total', filter: { sets: [set] } })
    expect(report.all[0]?.codings).toBe(1)
    expect(report.rows.map(({ code }) => code)).toEqual([funding, terms])
    expect(report.note).toContain('Chapter 3')
  })
})
