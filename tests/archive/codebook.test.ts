import { describe, expect, it } from 'vitest'
import { aDesk, interviewText, type Desk } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

const start = interviewText.indexOf('Two embassies')
const end = start + 'Two embassies'.length

const names = ({ archive, ada }: Desk) => archive.run('codebook.get', ada, {}).map(({ name }) => name)

describe('a new code', () => {
  it('stands under its parent, takes its colour and the next free letter of its family', () => {
    const { archive, ada, funding } = aDesk()
    const code = archive.run('code.create', ada, { parent: funding, name: 'Own income' })
    const parent = archive.run('codebook.get', ada, {}).find(({ id }) => id === funding)
    expect(code).toMatchObject({ parent: funding, shortcut: '4a', colour: parent?.colour })
  })

  it('must have a name that its neighbours do not have, whatever the capitals', () => {
    const { archive, ada, funding } = aDesk()
    expect(faultIn(() => archive.run('code.create', ada, { parent: null, name: '  ' })).kind).toBe('name-empty')
    expect(faultIn(() => archive.run('code.create', ada, { parent: null, name: 'FUNDING' })).kind).toBe('name-taken')
    expect(archive.run('code.create', ada, { parent: funding, name: 'Funding' }).name).toBe('Funding')
  })

  it('must have a key that no other code has', () => {
    const { archive, ada } = aDesk()
    expect(faultIn(() => archive.run('code.create', ada, { parent: null, name: 'A', shortcut: '4E' }))).toEqual({
      kind: 'shortcut-taken',
      shortcut: '4e',
      by: 'Terms of the money',
    })
    expect(faultIn(() => archive.run('code.create', ada, { parent: null, name: 'A', shortcut: 'xx' })).kind).toBe(
      'shortcut-malformed',
    )
    expect(faultIn(() => archive.run('code.create', ada, { parent: null, name: 'A', colour: 'red' })).kind).toBe(
      'colour-malformed',
    )
  })
})

describe('changing a code', () => {
  it('counts a new version when its definition changes, and none for a new name', () => {
    const { archive, ada, terms } = aDesk()
    expect(archive.run('code.update', ada, { code: terms, name: 'Strings' }).version).toBe(1)
    expect(archive.run('code.update', ada, { code: terms, definition: 'Length and conditions.' }).version).toBe(2)
    expect(archive.run('code.update', ada, { code: terms, definition: 'Length and conditions.' }).version).toBe(2)
  })

  it('cannot make a heading of a code that has codings', () => {
    const { archive, ada, interview, terms } = aDesk()
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    expect(faultIn(() => archive.run('code.update', ada, { code: terms, codable: false })).kind).toBe(
      'code-has-codings',
    )
  })

  it('keeps the order it was given by hand', () => {
    const desk = aDesk()
    const { archive, ada, funding, doors, terms } = desk
    archive.run('code.move', ada, { codes: [doors], parent: null, position: 0 })
    expect(names(desk)).toEqual(['Changing doors', 'Funding', 'Terms of the money'])
    archive.run('code.move', ada, { codes: [terms], parent: doors, position: 9 })
    expect(names(desk)).toEqual(['Changing doors', 'Terms of the money', 'Funding'])
    expect(faultIn(() => archive.run('code.move', ada, { codes: [doors], parent: terms, position: 0 })).kind).toBe(
      'code-into-itself',
    )
    expect(faultIn(() => archive.run('code.move', ada, { codes: [funding], parent: funding, position: 0 })).kind).toBe(
      'code-into-itself',
    )
  })
})

describe('merging and deleting', () => {
  it('says beforehand what a merge does, and then does that', () => {
    const { archive, ada, boris, interview, terms, doors } = aDesk()
    const apply = (coder: typeof ada, code: typeof terms, to = end) =>
      archive.run('coding.create', coder, { source: interview, start, end: to, code })
    apply(ada, terms)
    apply(ada, doors)
    apply(boris, terms)
    apply(ada, terms, end + 4)
    expect(archive.run('code.consequences', ada, { codes: [terms], into: doors })).toEqual({
      codings: 3,
      sources: 1,
      passages: 0,
      united: 1,
      conflicts: 0,
      memos: 0,
      children: 0,
    })
    archive.run('code.merge', ada, { codes: [terms], into: doors })
    const codings = archive.run('passage.list', ada, { source: interview }).flatMap((passage) => passage.codings)
    expect(codings.map(({ code }) => code)).toEqual([doors, doors, doors])
  })

  it('takes children and memos along in a merge; a namesake gets a number', () => {
    const desk = aDesk()
    const { archive, ada, funding, doors } = desk
    archive.run('code.create', ada, { parent: doors, name: 'Terms of the money' })
    archive.run('memo.create', ada, { about: { kind: 'code', id: funding }, text: 'Compare with 7a.' })
    archive.run('code.merge', ada, { codes: [funding], into: doors })
    expect(names(desk)).toEqual(['Changing doors', 'Terms of the money', 'Terms of the money (2)'])
    expect(archive.run('memo.list', ada, { about: { kind: 'code', id: doors } })).toHaveLength(1)
    expect(faultIn(() => archive.run('code.merge', ada, { codes: [doors], into: doors })).kind).toBe('code-into-itself')
  })

  it('says beforehand what a deletion takes, and then takes that', () => {
    const { archive, ada, interview, funding, terms, doors } = aDesk()
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    archive.run('coding.create', ada, { source: interview, start, end: end + 4, code: terms })
    archive.run('coding.create', ada, { source: interview, start, end: end + 4, code: doors })
    expect(archive.run('code.consequences', ada, { codes: [funding] })).toEqual({
      codings: 2,
      sources: 1,
      passages: 1,
      united: 0,
      conflicts: 0,
      memos: 0,
      children: 1,
    })
    archive.run('code.delete', ada, { codes: [funding] })
    expect(
      archive.run('passage.list', ada, { source: interview }).map((passage) => passage.codings.map(({ code }) => code)),
    ).toEqual([[doors]])
  })

  it('counts codings of a code alone and with those below it', () => {
    const { archive, ada, boris, interview, funding, terms } = aDesk()
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    archive.run('coding.create', boris, { source: interview, start, end, code: terms })
    archive.run('coding.create', ada, { source: interview, start, end, code: funding })
    const counts = archive.run('codebook.counts', ada, {})
    expect(counts.find(({ code }) => code === funding)).toMatchObject({ own: 1, total: 3 })
    expect(counts.find(({ code }) => code === terms)).toMatchObject({ own: 2, total: 2 })
  })
})
