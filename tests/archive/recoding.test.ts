import { describe, expect, it } from 'vitest'
import type { CodeId, CoderId, CodingId } from '../../schema/ids.ts'
import { aDesk, anArchiveFile, putSource, type Desk } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'
import { openArchive } from '../../electron/archive/open.ts'

const apply = ({ archive, interview }: Desk, coder: CoderId, code: CodeId, start: number) =>
  archive
    .run('coding.create', coder, { source: interview, start, end: start + 5, code })
    .codings.find((one) => one.code === code && one.coder === coder)!.id

const codingsOf = ({ archive, ada }: Desk, code: CodeId) =>
  archive.run('coding.list', ada, { filter: { codes: [code] } })

function someCodings() {
  const desk = aDesk()
  const { ada, boris, terms, doors } = desk
  return {
    ...desk,
    first: apply(desk, ada, terms, 0),
    second: apply(desk, ada, terms, 10),
    third: apply(desk, boris, terms, 10),
    there: apply(desk, ada, doors, 10),
  }
}

describe('giving many codings another code', () => {
  it('moves them in one step; one that is there already becomes one with it', () => {
    const desk = someCodings()
    const { archive, ada, terms, doors, first, second, third } = desk
    expect(
      archive.run('coding.recodeMany', ada, { codings: [first, second, third], code: doors, copy: false }),
    ).toEqual({ moved: 2, united: 1 })
    expect(codingsOf(desk, terms)).toEqual([])
    expect(codingsOf(desk, doors)).toHaveLength(3)
    archive.run('history.undo', ada, {})
    expect(codingsOf(desk, terms).map(({ id }) => id)).toEqual([first, second, third])
    archive.run('history.redo', ada, {})
    expect(codingsOf(desk, doors)).toHaveLength(3)
  })

  it('copies them as they were meant, and copying twice is copying once', () => {
    const desk = someCodings()
    const { archive, ada, interview, terms, doors, first, second } = desk
    archive.run('coding.update', ada, { coding: first, stance: 'blames', weight: 2 })
    const copy = () => archive.run('coding.recodeMany', ada, { codings: [first, second], code: doors, copy: true })
    expect(copy()).toEqual({ moved: 1, united: 1 })
    expect(copy()).toEqual({ moved: 0, united: 2 })
    expect(codingsOf(desk, terms)).toHaveLength(3)
    const passages = archive.run('passage.list', ada, { source: interview })
    expect(
      passages.flatMap(({ codings }) => codings).find(({ code, stance }) => code === doors && stance),
    ).toMatchObject({ stance: 'blames', weight: 2 })
  })

  it('is refused for headings, for nothing, and for codings that are gone', () => {
    const desk = someCodings()
    const { archive, ada, funding, doors, first } = desk
    archive.run('code.update', ada, { code: funding, codable: false })
    const fault = (codings: CodingId[], code: CodeId) =>
      faultIn(() => archive.run('coding.recodeMany', ada, { codings, code, copy: false })).kind
    expect(fault([first], funding)).toBe('code-not-codable')
    expect(fault([], doors)).toBe('nothing-chosen')
    expect(fault([first, 'gone' as CodingId], doors)).toBe('no-such-coding')
    expect(fault([first], 'gone' as CodeId)).toBe('no-such-code')
  })
})

describe('splitting a code', () => {
  it('gives the codings chosen to a new code beside it, or below it, in one step', () => {
    const desk = someCodings()
    const { archive, ada, funding, terms, first } = desk
    const split = archive.run('code.split', ada, { code: terms, codings: [first], name: 'Length', below: false })
    expect(split).toMatchObject({ moved: 1, united: 0, code: { name: 'Length', parent: funding } })
    expect(codingsOf(desk, split.code.id).map(({ id }) => id)).toEqual([first])
    expect(codingsOf(desk, terms)).toHaveLength(2)
    archive.run('history.undo', ada, {})
    expect(archive.run('codebook.get', ada, {}).some(({ name }) => name === 'Length')).toBe(false)
    expect(codingsOf(desk, terms)).toHaveLength(3)
    expect(
      archive.run('code.split', ada, { code: terms, codings: [first], name: 'Length', below: true }).code.parent,
    ).toBe(terms)
  })

  it('is refused where a namesake stands, and for codings of another code', () => {
    const { archive, ada, terms, first, there } = someCodings()
    const fault = (codings: CodingId[], name: string) =>
      faultIn(() => archive.run('code.split', ada, { code: terms, codings, name, below: false })).kind
    expect(fault([first], 'Terms of the money')).toBe('name-taken')
    expect(fault([first], ' ')).toBe('name-empty')
    expect(fault([there], 'Other')).toBe('coding-of-another-code')
    expect(fault([], 'Other')).toBe('nothing-chosen')
  })
})

describe('ten thousand codings', () => {
  it('change hands, come back and are merged and deleted without a long wait', () => {
    const path = anArchiveFile()
    const source = putSource(path, { short: 'R01', title: 'Long', text: 'word '.repeat(11_000), inOneParagraph: true })
    const archive = openArchive(path)
    const ada = archive.run('coder.create', '', { name: 'Ada' }).id
    const one = archive.run('code.create', ada, { parent: null, name: 'One' }).id
    const other = archive.run('code.create', ada, { parent: null, name: 'Other' }).id
    const rows = Array.from({ length: 10_000 }, (_, n) => ({
      source,
      start: n * 5,
      end: n * 5 + 4,
      code: one,
      coder: '',
    }))
    archive.run('coding.import', ada, { rows })
    const codings = archive.run('coding.list', ada, { filter: {} }).map(({ id }) => id)
    const before = process.cpuUsage()
    archive.run('coding.recodeMany', ada, { codings, code: other, copy: false })
    archive.run('history.undo', ada, {})
    archive.run('coding.recodeMany', ada, { codings, code: other, copy: true })
    archive.run('code.consequences', ada, { codes: [one], into: other })
    archive.run('code.merge', ada, { codes: [one], into: other })
    archive.run('history.undo', ada, {})
    archive.run('code.delete', ada, { codes: [one, other] })
    const spent = process.cpuUsage(before)
    expect(archive.run('passage.list', ada, { source })).toEqual([])
    archive.run('history.undo', ada, {})
    expect(archive.run('passage.list', ada, { source })).toHaveLength(10_000)
    archive.close()
    // Seven acts on ten thousand codings: a fraction of a second each.
    expect((spent.user + spent.system) / 1000).toBeLessThan(8000)
  })
})
