import { describe, expect, it } from 'vitest'
import { aDesk, interviewText, putSource } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'
import { openArchive } from '../../electron/archive/open.ts'

const words = 'Two embassies pay'
const start = interviewText.indexOf(words)
const end = start + words.length

describe('applying a code', () => {
  it('keeps the words it was applied to', () => {
    const { archive, ada, interview, terms } = aDesk()
    expect(archive.run('coding.create', ada, { source: interview, start, end, code: terms }).quote).toBe(words)
  })

  it('shares one passage between two codes on the same words', () => {
    const { archive, ada, interview, terms, doors } = aDesk()
    const first = archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    const second = archive.run('coding.create', ada, { source: interview, start, end, code: doors })
    expect(second.id).toBe(first.id)
    expect(second.codings).toHaveLength(2)
  })

  it('shares one passage between two coders', () => {
    const { archive, ada, boris, interview, terms } = aDesk()
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    const both = archive.run('coding.create', boris, { source: interview, start, end, code: terms })
    expect(both.codings.map((coding) => coding.coder).toSorted()).toEqual([ada, boris].toSorted())
  })

  it('twice is one coding, no step to undo and no event', () => {
    const { archive, ada, interview, terms } = aDesk()
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    const heard: unknown[] = []
    archive.onChange((event) => heard.push(event))
    const again = archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    expect(again.codings).toHaveLength(1)
    expect(heard).toEqual([])
  })

  it('is heard by every window with the ids that changed', () => {
    const { archive, ada, interview, terms } = aDesk()
    const heard: (readonly string[] | undefined)[] = []
    archive.onChange(({ changed }) => heard.push(changed['coding']))
    const { codings } = archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    expect(heard).toEqual([codings.map((coding) => coding.id)])
  })

  it('is refused past the end of the document, and leaves no trace', () => {
    const { archive, ada, interview, terms } = aDesk()
    const before = archive.run('history.list', ada, { limit: 100 })
    const fault = faultIn(() => archive.run('coding.create', ada, { source: interview, start, end: 9999, code: terms }))
    expect(fault).toEqual({ kind: 'passage-outside-source', end: 9999, length: interviewText.length })
    expect(archive.run('history.list', ada, { limit: 100 })).toEqual(before)
    expect(archive.run('passage.list', ada, { source: interview })).toEqual([])
  })

  it('is refused for spaces, for nothing, for a heading, and for a coder nobody knows', () => {
    const { archive, ada, interview, terms, doors } = aDesk()
    archive.run('code.update', ada, { code: doors, codable: false })
    const apply = (coder: typeof ada, from: number, to: number, code: typeof terms) => () =>
      archive.run('coding.create', coder, { source: interview, start: from, end: to, code })
    expect(faultIn(apply(ada, start - 1, start, terms)).kind).toBe('passage-of-spaces')
    expect(faultIn(apply(ada, start, start, terms)).kind).toBe('passage-empty')
    expect(faultIn(apply(ada, start, end, doors)).kind).toBe('code-not-codable')
    expect(faultIn(apply('nobody' as typeof ada, start, end, terms)).kind).toBe('no-such-coder')
  })

  it('never cuts a character in two: emoji families, flags, accents, surrogate pairs', () => {
    const { archive, path, ada, terms } = aDesk()
    archive.close()
    const text = 'x👨‍👩‍👧y🇷🇺z e\u0301 ё 𝒳.'
    const source = putSource(path, { short: 'E1', title: 'Emoji', text })
    const open = openArchive(path)
    const whole = new Set(
      [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)]
        .map(({ index }) => index)
        .concat(text.length),
    )
    for (let at = 1; at < text.length; at++) {
      const apply = () => open.run('coding.create', ada, { source, start: 0, end: at, code: terms })
      if (whole.has(at)) expect(apply().quote).toBe(text.slice(0, at))
      else expect(faultIn(apply)).toEqual({ kind: 'passage-splits-character', at })
    }
    open.close()
  })
})

describe('removing and changing a code', () => {
  it('removes the passage with its last code, unless a star or a memo keeps it', () => {
    const { archive, ada, interview, terms } = aDesk()
    const create = (from: number) =>
      archive.run('coding.create', ada, { source: interview, start: from, end, code: terms })
    const bare = create(start)
    const starred = create(start + 4)
    const noted = create(start + 8)
    archive.run('passage.star', ada, { passage: starred.id, starred: true })
    archive.run('memo.create', ada, { about: { kind: 'passage', id: noted.id }, text: 'Ask again.' })
    for (const passage of [bare, starred, noted]) archive.run('coding.delete', ada, { coding: passage.codings[0]!.id })
    expect(archive.run('passage.list', ada, { source: interview }).map((passage) => passage.id)).toEqual([
      starred.id,
      noted.id,
    ])
  })

  it('gives another code to the same words and keeps the day it was made', () => {
    const { archive, ada, interview, terms, doors } = aDesk()
    const [coding] = archive.run('coding.create', ada, { source: interview, start, end, code: terms }).codings
    const recoded = archive.run('coding.recode', ada, { coding: coding!.id, code: doors })
    expect(recoded.codings).toEqual([{ ...coding, code: doors }])
  })

  it('unites with a coding that is already there', () => {
    const { archive, ada, interview, terms, doors } = aDesk()
    archive.run('coding.create', ada, { source: interview, start, end, code: doors })
    const both = archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    const old = both.codings.find((coding) => coding.code === terms)
    expect(
      archive.run('coding.recode', ada, { coding: old!.id, code: doors }).codings.map((coding) => coding.code),
    ).toEqual([doors])
  })

  it('keeps who is held responsible, and forgets it when told', () => {
    const { archive, ada, interview, terms } = aDesk()
    const [coding] = archive.run('coding.create', ada, { source: interview, start, end, code: terms }).codings
    const blamed = archive.run('coding.update', ada, {
      coding: coding!.id,
      stance: 'blames',
      holdsResponsible: 'donor',
      weight: 3,
    })
    expect([blamed.stance, blamed.holdsResponsible, blamed.weight]).toEqual(['blames', 'donor', 3])
    expect(
      archive.run('coding.update', ada, { coding: coding!.id, holdsResponsible: null }).holdsResponsible,
    ).toBeNull()
  })
})

describe('applying codes from a table', () => {
  it('does what it can and answers the lines that it cannot', () => {
    const { archive, ada, terms, interview } = aDesk()
    const result = archive.run('coding.import', ada, {
      rows: [
        { source: 'R01', start, end, code: '4e', coder: '' },
        { source: 'First interview', start, end, code: 'Funding/Terms of the money', coder: '' },
        { source: 'R99', start, end, code: '4e', coder: '' },
        { source: 'R01', start, end, code: 'nonsense', coder: '' },
        { source: 'R01', start, end, code: '4e', coder: 'Clara' },
      ],
    })
    expect(result.applied).toBe(2)
    expect(result.already).toBe(1)
    expect(result.newCoders).toEqual(['Clara'])
    expect(result.refused.map(({ row, fault }) => [row, fault.kind])).toEqual([
      [2, 'no-such-source'],
      [3, 'no-such-code'],
    ])
    expect(
      archive.run('passage.list', ada, { source: interview })[0]?.codings.every((coding) => coding.code === terms),
    ).toBe(true)
  })
})
