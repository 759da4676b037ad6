import { describe, expect, it } from 'vitest'
import type { Attribute, AttributeCondition } from '../../schema/attribute.ts'
import type { AttributeId, CaseId, SourceId } from '../../schema/ids.ts'
import { aDesk } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

const choice = { type: 'choice' as const, choices: ['NGO', 'embassy'] }

function aRegister() {
  const desk = aDesk()
  const { archive, ada } = desk
  const actor = archive.run('attribute.create', ada, {
    owner: 'source',
    name: 'Type of organisation',
    key: 'actor',
    ...choice,
  })
  const staff = archive.run('attribute.create', ada, { owner: 'source', name: 'Staff', type: 'number' })
  const fill = (owner: string, attribute: Attribute, value: string, more = {}) =>
    archive.run('attribute.set', ada, {
      owner: attribute.owner,
      cells: [{ owner, column: attribute.id, value }],
      extendLists: false,
      skipRefused: false,
      ...more,
    })
  const value = (owner: string, { id, owner: kind }: Attribute) => {
    const { columns, rows } = archive.run('attribute.table', ada, { owner: kind })
    return rows.find((row) => row.owner === owner)?.values[columns.indexOf(id)]
  }
  return { ...desk, actor, staff, fill, value }
}

describe('attributes', () => {
  it('have a key of one word, made of the name where none is given', () => {
    const { archive, ada, staff } = aRegister()
    expect(staff.key).toBe('staff')
    const named = (name: string) => archive.run('attribute.create', ada, { owner: 'case', name, type: 'text' }).key
    expect([named('Размер города'), named('Размер города'), named('2009!')]).toEqual([
      'размер-города',
      'размер-города-2',
      'attribute',
    ])
    const fault = (key: string) =>
      faultIn(() => archive.run('attribute.create', ada, { owner: 'source', name: 'X', key, type: 'text' })).kind
    expect([fault('two words'), fault('code'), fault('ACTOR'), fault('1a')]).toEqual([
      'key-malformed',
      'key-reserved',
      'key-taken',
      'key-malformed',
    ])
  })

  it('keep values in one form, and take them away with an empty cell', () => {
    const { interview, staff, fill, value } = aRegister()
    expect(fill(interview, staff, '1 250,50').changed).toBe(1)
    expect(value(interview, staff)).toBe('1250.5')
    expect(fill(interview, staff, '1250.5').changed).toBe(0)
    fill(interview, staff, '')
    expect(value(interview, staff)).toBe('')
  })

  it('refuse a whole paste for one cell, and do the rest when asked to', () => {
    const { archive, ada, interview, russian, staff, actor, value } = aRegister()
    const paste = {
      owner: 'source' as const,
      cells: [
        { owner: interview, column: staff.id, value: '12' },
        { owner: russian, column: staff.id, value: 'many' },
        { owner: russian, column: actor.id, value: 'church' },
      ],
      extendLists: false,
      skipRefused: false,
    }
    expect(archive.run('attribute.preview', ada, paste)).toMatchObject({ changed: 1, refusedInAll: 2 })
    expect(faultIn(() => archive.run('attribute.set', ada, paste))).toMatchObject({ kind: 'values-refused', count: 2 })
    expect(value(interview, staff)).toBe('')
    const { refused, newChoices } = archive.run('attribute.set', ada, {
      ...paste,
      extendLists: true,
      skipRefused: true,
    })
    expect(refused.map(({ at, fault }) => [at, fault.kind])).toEqual([[1, 'value-not-a-number']])
    expect(newChoices).toEqual([{ attribute: actor.id, choice: 'church' }])
    expect([value(interview, staff), value(russian, actor)]).toEqual(['12', 'church'])
    archive.run('history.undo', ada, {})
    expect([value(interview, staff), value(russian, actor)]).toEqual(['', ''])
    expect(archive.run('attribute.list', ada, {})[0]?.choices).toEqual(['NGO', 'embassy'])
    archive.run('history.redo', ada, {})
    expect(value(russian, actor)).toBe('church')
  })

  it('have what documents hold of themselves beside them, and check it as strictly', () => {
    const { archive, ada, interview } = aRegister()
    const set = (column: string, value: string) =>
      archive.run('attribute.set', ada, {
        owner: 'source',
        cells: [{ owner: interview, column: column as AttributeId, value }],
        extendLists: false,
        skipRefused: false,
      })
    set('quotationLevel', 't')
    set('collectedOn', '14.06.2009')
    expect(archive.run('source.list', ada, {})[0]).toMatchObject({ quotationLevel: 'T', collectedOn: '2009-06-14' })
    expect(faultIn(() => set('quotationLevel', 'Z'))).toMatchObject({ first: { kind: 'value-not-in-list' } })
    expect(faultIn(() => set('title', ' '))).toMatchObject({ first: { kind: 'name-empty' } })
    expect(faultIn(() => set('nothing', 'x'))).toMatchObject({ first: { kind: 'no-such-attribute' } })
  })

  it('change their type when every value can be read as it, or the others are given up', () => {
    const { archive, ada, interview, russian, fill, value } = aRegister()
    const age = archive.run('attribute.create', ada, { owner: 'source', name: 'Age', type: 'text' })
    fill(interview, age, '41')
    fill(russian, age, 'about fifty')
    const to = (type: 'number' | 'choice', dropOthers = false) =>
      archive.run('attribute.retype', ada, { attribute: age.id, type, dropOthers })
    expect(archive.run('attribute.retypePreview', ada, { attribute: age.id, type: 'number' })).toMatchObject({
      kept: 1,
      lost: [{ value: 'about fifty' }],
    })
    expect(faultIn(() => to('number'))).toMatchObject({ kind: 'values-would-be-lost', count: 1 })
    expect(to('choice').choices).toEqual(['41', 'about fifty'])
    to('number', true)
    expect([value(interview, age), value(russian, age)]).toEqual(['41', ''])
    archive.run('history.undo', ada, {})
    expect(value(russian, age)).toBe('about fifty')
  })

  it('rename a choice wherever it stands, and make one of two', () => {
    const { archive, ada, interview, russian, actor, fill, value } = aRegister()
    fill(interview, actor, 'NGO')
    fill(russian, actor, 'embassy')
    const rename = (from: string, to: string) =>
      archive.run('attribute.renameChoice', ada, { attribute: actor.id, from, to })
    expect(rename('NGO', 'НКО').choices).toEqual(['НКО', 'embassy'])
    expect(value(interview, actor)).toBe('НКО')
    expect(rename('embassy', 'нко').choices).toEqual(['НКО'])
    expect(value(russian, actor)).toBe('НКО')
    expect(faultIn(() => archive.run('attribute.update', ada, { attribute: actor.id, choices: [] }))).toMatchObject({
      kind: 'choice-in-use',
      count: 2,
    })
  })

  it('stand in the order that they are given, also when one goes', () => {
    const { archive, ada, actor, staff } = aRegister()
    const names = () => archive.run('attribute.list', ada, {}).map(({ name }) => name)
    archive.run('attribute.create', ada, { owner: 'source', name: 'Region', type: 'text' })
    archive.run('attribute.move', ada, { attribute: actor.id, position: 2 })
    expect(names()).toEqual(['Staff', 'Region', 'Type of organisation'])
    archive.run('attribute.delete', ada, { attributes: [staff.id] })
    archive.run('attribute.move', ada, { attribute: actor.id, position: 0 })
    expect(names()).toEqual(['Type of organisation', 'Region'])
    for (let n = 0; n < 3; n++) archive.run('history.undo', ada, {})
    expect(names()).toEqual(['Type of organisation', 'Staff', 'Region'])
  })

  it('come ready for interviews and documents in either language, once', () => {
    const { archive, ada } = aDesk()
    const add = (about: 'interview' | 'document', language: 'en' | 'ru') =>
      archive.run('attribute.addUsual', ada, { about, language })
    const interview = add('interview', 'ru')
    expect(interview.length).toBeGreaterThanOrEqual(18)
    expect(interview[0]).toMatchObject({ key: 'actor', name: 'Тип организации', kinds: ['transcript', 'fieldnote'] })
    expect(add('interview', 'en')).toEqual([])
    expect(add('document', 'en').map(({ key }) => key)).toContain('body-type')
  })

  it('close a document when a withdrawal is entered', () => {
    const { archive, ada, interview, fill } = aRegister()
    archive.run('attribute.addUsual', ada, { about: 'interview', language: 'en' })
    const withdrawn = archive.run('attribute.list', ada, {}).find(({ key }) => key === 'withdrawn')!
    const level = () => archive.run('source.list', ada, {})[0]?.quotationLevel
    expect(fill(interview, withdrawn, '2009-07-01').closed).toEqual([interview])
    expect(level()).toBe('X')
    archive.run('history.undo', ada, {})
    expect(level()).toBe('P')
  })
})

describe('cases', () => {
  it('hold documents, of which each may be in several', () => {
    const { archive, ada, interview, russian, terms } = aDesk()
    const house = archive.run('case.create', ada, { name: 'The shelter', sources: [interview, russian] })
    const network = archive.run('case.create', ada, { name: 'The network', sources: [interview, interview] })
    expect([house.sources, network.sources]).toEqual([[interview, russian], [interview]])
    archive.run('coding.create', ada, { source: interview, start: 0, end: 11, code: terms })
    expect(archive.run('case.list', ada, {}).map(({ name, codings }) => [name, codings])).toEqual([
      ['The network', 1],
      ['The shelter', 1],
    ])
    expect(archive.run('case.remove', ada, { case: house.id, sources: [interview] }).sources).toEqual([russian])
    expect(faultIn(() => archive.run('case.create', ada, { name: 'the SHELTER', sources: [] }))).toMatchObject({
      kind: 'name-taken',
    })
    expect(
      faultIn(() => archive.run('case.add', ada, { case: house.id, sources: ['gone' as SourceId] })),
    ).toMatchObject({ kind: 'no-such-source' })
    expect(archive.run('case.find', ada, { name: 'the network' }).id).toBe(network.id)
  })

  it('go with their values and memos, and come back with them', () => {
    const { archive, ada, interview } = aDesk()
    const { id } = archive.run('case.create', ada, { name: 'Ёлка', sources: [interview] })
    const size = archive.run('attribute.create', ada, { owner: 'case', name: 'Size', type: 'number' })
    archive.run('attribute.set', ada, {
      owner: 'case',
      cells: [{ owner: id, column: size.id, value: '7' }],
      extendLists: false,
      skipRefused: false,
    })
    archive.run('memo.create', ada, { about: { kind: 'case', id }, text: 'See [[елка]] again.' })
    const known = () => archive.run('attribute.known', ada, { about: { kind: 'source', id: interview } })
    const memos = () =>
      archive
        .run('memo.all', ada, { kind: 'case', words: 'ёлка', order: 'newest', offset: 0, limit: 9 })
        .memos.map(({ name, at }) => [name, at])
    expect(known()).toEqual([{ attribute: size.id, value: '7', from: id }])
    expect(memos()).toEqual([['Ёлка', { kind: 'case', case: id }]])
    expect(archive.run('memo.mentions', ada, { about: { kind: 'case', id } })).toHaveLength(1)
    archive.run('case.delete', ada, { cases: [id] })
    expect([known(), memos()]).toEqual([[], []])
    archive.run('history.undo', ada, {})
    expect([known().length, memos().length]).toEqual([1, 1])
    expect(archive.run('case.list', ada, {})[0]?.sources).toEqual([interview])
    expect(faultIn(() => archive.run('case.rename', ada, { case: 'gone' as CaseId, name: 'x' }))).toMatchObject({
      kind: 'no-such-case',
    })
  })

  it('can be renamed in the table, two to one another', () => {
    const { archive, ada } = aDesk()
    const made = ['A', 'B'].map((name) => archive.run('case.create', ada, { name, sources: [] }).id)
    const set = (names: readonly string[]) =>
      archive.run('attribute.set', ada, {
        owner: 'case',
        cells: names.map((value, at) => ({ owner: made[at]!, column: 'name' as const, value })),
        extendLists: false,
        skipRefused: false,
      })
    expect(faultIn(() => set(['B']))).toMatchObject({ first: { kind: 'name-taken' } })
    set(['B', 'A'])
    expect(archive.run('case.list', ada, {}).map(({ id }) => id)).toEqual(made.toReversed())
  })
})

describe('what is asked by attribute', () => {
  it('narrows codings to the documents of which it is known, by their cases too', () => {
    const { archive, ada, interview, russian, terms, actor, fill } = aRegister()
    archive.run('coding.create', ada, { source: interview, start: 0, end: 11, code: terms })
    archive.run('coding.create', ada, { source: russian, start: 0, end: 10, code: terms })
    fill(interview, actor, 'NGO')
    const size = archive.run('attribute.create', ada, { owner: 'case', name: 'Size', type: 'number' })
    const { id } = archive.run('case.create', ada, { name: 'House', sources: [russian] })
    archive.run('attribute.set', ada, {
      owner: 'case',
      cells: [{ owner: id, column: size.id, value: '30' }],
      extendLists: false,
      skipRefused: false,
    })
    const found = (...attributes: AttributeCondition[]) =>
      archive
        .run('coding.list', ada, { filter: { attributes } })
        .map(({ source }) => (source === interview ? 'R01' : 'R02'))
    const is = (key: string, operator: AttributeCondition['operator'], ...values: string[]) => ({
      key,
      operator,
      values,
    })
    expect(found(is('actor', '=', 'ngo'))).toEqual(['R01'])
    expect(found(is('actor', '!=', 'ngo'))).toEqual(['R02'])
    expect(found(is('actor', '=', ''))).toEqual(['R02'])
    expect(found(is('size', '>', '29'))).toEqual(['R02'])
    expect(found(is('actor', '=', 'ngo', ''))).toEqual(['R01', 'R02'])
    expect(found(is('actor', '=', 'ngo'), is('size', '>', '1'))).toEqual([])
    expect(faultIn(() => found(is('nothing', '=', 'x')))).toMatchObject({ kind: 'no-such-attribute' })
  })
})
