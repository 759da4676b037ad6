import { describe, expect, it } from 'vitest'
import type { CodeId, CoderId } from '../../schema/ids.ts'
import { aDesk, type Desk } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

const outline = ({ archive, ada }: Desk) => {
  const book = archive.run('codebook.get', ada, {})
  const depth = (id: CodeId | null): number => {
    const code = book.find((each) => each.id === id)
    return code ? 1 + depth(code.parent) : 0
  }
  return book.map((code) => '·'.repeat(depth(code.parent)) + code.name)
}
const make = ({ archive, ada }: Desk, name: string, parent: CodeId | null = null) =>
  archive.run('code.create', ada, { parent, name }).id
const apply = ({ archive, interview }: Desk, coder: CoderId, code: CodeId, start = 0, end = 12) =>
  archive.run('coding.create', coder, { source: interview, start, end, code }).codings.find((one) => one.code === code)!

/** Funding > Terms > Length, Interest; Changing doors; Trust. */
function aTree() {
  const desk = aDesk()
  const length = make(desk, 'Length', desk.terms)
  const interest = make(desk, 'Interest', desk.terms)
  const trust = make(desk, 'Trust')
  return { ...desk, length, interest, trust }
}

describe('moving several codes', () => {
  it('puts them together at their new place, in the order they had, in one step', () => {
    const desk = aTree()
    const { archive, ada, length, interest, trust, doors } = desk
    const before = outline(desk)
    archive.run('code.move', ada, { codes: [trust, interest, length], parent: doors, position: 0 })
    expect(outline(desk)).toEqual([
      'Funding',
      '·Terms of the money',
      'Changing doors',
      '·Length',
      '·Interest',
      '·Trust',
    ])
    archive.run('history.undo', ada, {})
    expect(outline(desk)).toEqual(before)
    archive.run('history.redo', ada, {})
    expect(outline(desk)).toContain('·Trust')
  })

  it('takes along what stands below one of them once, though it was chosen too', () => {
    const desk = aTree()
    const { archive, ada, terms, length, doors } = desk
    archive.run('code.move', ada, { codes: [length, terms], parent: doors, position: 0 })
    expect(outline(desk)).toEqual([
      'Funding',
      'Changing doors',
      '·Terms of the money',
      '··Length',
      '··Interest',
      'Trust',
    ])
  })

  it('changes nothing where they stand there already, and leaves no step', () => {
    const desk = aTree()
    const { archive, ada, length, interest, terms } = desk
    const last = archive.run('history.state', ada, {}).undo?.act
    archive.run('code.move', ada, { codes: [length, interest], parent: terms, position: 0 })
    expect(archive.run('history.state', ada, {}).undo?.act).toBe(last)
  })

  it('counts places without the codes that move', () => {
    const desk = aTree()
    const { archive, ada, funding, trust, doors } = desk
    archive.run('code.move', ada, { codes: [funding], parent: null, position: 1 })
    expect(outline(desk).filter((name) => !name.startsWith('·'))).toEqual(['Changing doors', 'Funding', 'Trust'])
    archive.run('code.move', ada, { codes: [doors, trust], parent: null, position: 99 })
    expect(outline(desk).filter((name) => !name.startsWith('·'))).toEqual(['Funding', 'Changing doors', 'Trust'])
  })

  it('is refused into themselves, beside a namesake, of nothing and of what is gone', () => {
    const desk = aTree()
    const { archive, ada, funding, terms, doors, length, trust } = desk
    const move = (codes: CodeId[], parent: CodeId | null) =>
      faultIn(() => archive.run('code.move', ada, { codes, parent, position: 0 })).kind
    const before = outline(desk)
    expect(move([trust, funding], length)).toBe('code-into-itself')
    expect(move([], doors)).toBe('nothing-chosen')
    expect(move(['gone' as CodeId], doors)).toBe('no-such-code')
    expect(move([trust], 'gone' as CodeId)).toBe('no-such-code')
    expect(outline(desk)).toEqual(before)
    const other = make(desk, 'length', doors)
    expect(move([length], doors)).toBe('name-taken')
    expect(move([length, other], null)).toBe('name-taken')
    expect(move([terms], terms)).toBe('code-into-itself')
  })
})

describe('merging several codes into one', () => {
  it('says beforehand what becomes one and where stances clash, and then does that in one step', () => {
    const desk = aTree()
    const { archive, ada, boris, interview, terms, doors, trust } = desk
    const kept = apply(desk, ada, doors)
    const first = apply(desk, ada, terms)
    apply(desk, ada, trust)
    apply(desk, boris, trust)
    apply(desk, ada, trust, 3, 20)
    archive.run('coding.update', ada, { coding: kept.id, stance: 'credits' })
    archive.run('coding.update', ada, { coding: first.id, stance: 'blames', holdsResponsible: 'donor', weight: 3 })
    archive.run('memo.create', ada, { about: { kind: 'code', id: trust }, text: 'Why them?' })
    const before = archive.run('passage.list', ada, { source: interview })
    expect(archive.run('code.consequences', ada, { codes: [terms, trust], into: doors })).toEqual({
      codings: 4,
      sources: 1,
      passages: 0,
      united: 2,
      conflicts: 1,
      memos: 1,
      children: 2,
    })
    expect(archive.run('code.conflicts', ada, { codes: [terms, trust], into: doors })).toMatchObject([
      {
        short: 'R01',
        facets: [
          { code: doors, stance: 'credits', holdsResponsible: null },
          { code: terms, stance: 'blames', holdsResponsible: 'donor' },
          { code: trust, stance: null },
        ],
      },
    ])
    archive.run('code.merge', ada, { codes: [terms, trust], into: doors })
    const codings = archive.run('passage.list', ada, { source: interview }).flatMap((passage) => passage.codings)
    expect(codings.map((one) => one.code)).toEqual([doors, doors, doors])
    // What it said stays; what it did not say, and the greater weight, are taken from the other.
    expect(codings.find(({ id }) => id === kept.id)).toMatchObject({
      stance: 'credits',
      holdsResponsible: 'donor',
      weight: 3,
    })
    expect(outline(desk)).toEqual(['Funding', 'Changing doors', '·Length', '·Interest'])
    archive.run('history.undo', ada, {})
    expect(archive.run('passage.list', ada, { source: interview })).toEqual(before)
    expect(archive.run('memo.list', ada, { about: { kind: 'code', id: trust } })).toHaveLength(1)
    archive.run('history.redo', ada, {})
    expect(outline(desk)).toEqual(['Funding', 'Changing doors', '·Length', '·Interest'])
  })

  it('keeps the definition that one chooses, or all of them, as a new wording', () => {
    const desk = aTree()
    const { archive, ada, terms, doors, trust } = desk
    archive.run('code.update', ada, { code: terms, definition: 'Strings.' })
    archive.run('code.update', ada, { code: trust, definition: 'Who is relied on.', include: 'By name.' })
    const own = archive.run('code.merge', ada, { codes: [terms, trust], into: doors })
    expect(own).toMatchObject({ definition: '', version: 1 })
    archive.run('history.undo', ada, {})
    expect(archive.run('code.merge', ada, { codes: [terms, trust], into: doors, wording: terms })).toMatchObject({
      definition: 'Strings.',
      version: 2,
    })
    archive.run('history.undo', ada, {})
    expect(archive.run('code.merge', ada, { codes: [terms, trust], into: doors, wording: 'all' })).toMatchObject({
      definition: 'Strings.\n\nWho is relied on.',
      include: 'By name.',
      version: 2,
    })
    archive.run('history.undo', ada, {})
    expect(faultIn(() => archive.run('code.merge', ada, { codes: [terms], into: doors, wording: trust })).kind).toBe(
      'no-such-code',
    )
  })

  it('takes a family and a code below it together', () => {
    const desk = aTree()
    const { archive, ada, funding, length, trust } = desk
    archive.run('code.merge', ada, { codes: [funding, length], into: trust })
    expect(outline(desk)).toEqual(['Changing doors', 'Trust', '·Terms of the money', '··Interest'])
  })

  it('is refused into one of them, below one of them, into a heading where there are codings, and twice', () => {
    const desk = aTree()
    const { archive, ada, funding, terms, doors, trust } = desk
    apply(desk, ada, trust)
    const merge = (codes: CodeId[], into: CodeId) => faultIn(() => archive.run('code.merge', ada, { codes, into })).kind
    expect(merge([doors, trust], trust)).toBe('code-into-itself')
    expect(merge([funding], terms)).toBe('code-into-itself')
    archive.run('code.update', ada, { code: doors, codable: false })
    expect(merge([trust], doors)).toBe('code-not-codable')
    expect(merge([], doors)).toBe('nothing-chosen')
    archive.run('code.update', ada, { code: doors, codable: true })
    archive.run('code.merge', ada, { codes: [trust], into: doors })
    expect(merge([trust], doors)).toBe('no-such-code')
  })
})

describe('deleting several codes', () => {
  it('counts codings once where a code and its family are chosen, and is one step', () => {
    const desk = aTree()
    const { archive, ada, funding, terms, trust, interview } = desk
    apply(desk, ada, terms)
    apply(desk, ada, trust, 3, 20)
    const before = outline(desk)
    expect(archive.run('code.consequences', ada, { codes: [funding, terms, trust] })).toMatchObject({
      codings: 2,
      passages: 2,
      children: 2,
    })
    archive.run('code.delete', ada, { codes: [funding, terms, trust] })
    expect(outline(desk)).toEqual(['Changing doors'])
    expect(archive.run('passage.list', ada, { source: interview })).toEqual([])
    archive.run('history.undo', ada, {})
    expect(outline(desk)).toEqual(before)
    expect(archive.run('passage.list', ada, { source: interview })).toHaveLength(2)
  })
})

describe('headings', () => {
  it('a code with codings becomes a heading by giving them to a new code below it, wording and all', () => {
    const desk = aTree()
    const { archive, ada, boris, interview, trust } = desk
    archive.run('code.update', ada, { code: trust, definition: 'Who is relied on.' })
    apply(desk, ada, trust)
    apply(desk, boris, trust)
    expect(faultIn(() => archive.run('code.update', ada, { code: trust, codable: false }))).toEqual({
      kind: 'code-has-codings',
      code: 'Trust',
      codings: 2,
    })
    const { heading, child } = archive.run('code.makeHeading', ada, { code: trust, name: 'Trust' })
    expect(heading).toMatchObject({ id: trust, codable: false })
    expect(child).toMatchObject({ parent: trust, name: 'Trust', definition: 'Who is relied on.', codable: true })
    const codes = () =>
      archive.run('passage.list', ada, { source: interview }).flatMap((one) => one.codings.map((each) => each.code))
    expect(codes()).toEqual([child.id, child.id])
    archive.run('history.undo', ada, {})
    expect(codes()).toEqual([trust, trust])
    expect(outline(desk)).toContain('Trust')
  })

  it('many codes are made headings, or painted, in one step; one that has codings stops all', () => {
    const desk = aTree()
    const { archive, ada, funding, trust, doors } = desk
    archive.run('code.updateMany', ada, { codes: [funding, trust], colour: '#112233', codable: false })
    const two = () => archive.run('codebook.get', ada, {}).filter(({ id }) => id === funding || id === trust)
    expect(two()).toMatchObject([
      { colour: '#112233', codable: false },
      { colour: '#112233', codable: false },
    ])
    archive.run('history.undo', ada, {})
    expect(two().every(({ codable }) => codable)).toBe(true)
    apply(desk, ada, doors)
    expect(faultIn(() => archive.run('code.updateMany', ada, { codes: [trust, doors], codable: false })).kind).toBe(
      'code-has-codings',
    )
    expect(two().every(({ codable }) => codable)).toBe(true)
  })
})

describe('counts and wordings', () => {
  it('are counted in all, in one document and for one coder', () => {
    const desk = aTree()
    const { archive, ada, boris, russian, interview, funding, terms } = desk
    apply(desk, ada, terms)
    apply(desk, boris, terms)
    archive.run('coding.create', ada, { source: russian, start: 0, end: 5, code: terms })
    const total = (input: object) =>
      archive.run('codebook.counts', ada, input).find((one) => one.code === funding)?.total
    expect(total({})).toBe(3)
    expect(total({ source: interview })).toBe(2)
    expect(total({ coder: ada })).toBe(2)
    expect(total({ source: interview, coder: ada })).toBe(1)
  })

  it('keep the wording that each coding was made under', () => {
    const desk = aTree()
    const { archive, ada, boris, trust } = desk
    apply(desk, ada, trust)
    apply(desk, boris, trust)
    archive.run('code.update', ada, { code: trust, definition: 'Who is relied on.' })
    apply(desk, ada, trust, 3, 20)
    expect(archive.run('code.wordings', ada, { code: trust })).toEqual([
      { version: 2, definition: 'Who is relied on.', include: '', exclude: '', codings: 1 },
      { version: 1, definition: '', include: '', exclude: '', codings: 2 },
    ])
  })
})
