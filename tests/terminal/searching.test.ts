import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { aDesk, aFolder } from '../support/archive.ts'
import { answerOf, kartoteka, refusalOf } from '../support/terminal.ts'

vi.setConfig({ testTimeout: 30_000 })

function aStudy(): string {
  const { archive, path, ada, interview, terms } = aDesk()
  archive.run('coding.create', ada, { source: interview, start: 44, end: 61, code: terms })
  archive.run('memo.create', ada, { about: { kind: 'source', id: interview }, text: 'The doors again.' })
  archive.close()
  return path
}
const found = ({ json }: Awaited<ReturnType<typeof answerOf<'search'>>>) => json.hits.map(({ citation }) => citation)

describe('searching from a terminal', () => {
  it('narrows by code, language and day, and says what else was found', async () => {
    const path = aStudy()
    expect(found(await answerOf('search', path, 'pay OR платить'))).toHaveLength(4)
    expect(found(await answerOf('search', path, 'pay OR платить', '--code', '4'))).toEqual(['R01:2'])
    expect(found(await answerOf('search', path, 'pay', '--language', 'ru'))).toEqual([])
    expect(found(await answerOf('search', path, 'pay', '--from', '2009'))).toEqual([])
    const plain = await kartoteka('search', path, 'doors')
    expect(plain.out).toContain('1 in memos:\n  R01  The doors again.')
    expect(plain.out).toContain('1 in codes:')
  })

  it('takes a regular expression', async () => {
    const path = aStudy()
    const { json } = await answerOf('search', path, '\\bпосольств\\w*|changes? (the )?doors', '--regex')
    expect(json).toMatchObject({ complete: true, hits: [{ citation: 'R01:2' }, { citation: 'R02:2' }] })
    expect(await refusalOf('search', path, '(', '--regex')).toMatchObject({ kind: 'pattern-malformed' })
  })

  it('refuses filters that name nothing', async () => {
    const path = aStudy()
    expect(await refusalOf('search', path, 'pay', '--code', '9z')).toMatchObject({ kind: 'no-such-code' })
    expect(await refusalOf('search', path, 'pay', '--until', 'yesterday')).toMatchObject({ kind: 'option-not-allowed' })
    expect(await refusalOf('search', path, 'pay', '--attribute', 'actor')).toMatchObject({ kind: 'option-not-allowed' })
  })
})

describe('the glossary in a terminal', () => {
  it('is taken in from a table, widens a search, and is written out again', async () => {
    const path = aStudy()
    const folder = aFolder()
    const table = join(folder, 'words.csv')
    writeFileSync(table, 'shelter,приют,убежище\ndonor,донор\nalone\n')
    const taken = await answerOf('glossary', path, '--import', table, '--coder', 'Ada')
    expect(taken).toMatchObject({ json: { added: 2, grown: 0, already: 0, refused: 1 }, status: 1 })
    expect(found(await answerOf('search', path, 'shelter'))).toEqual(['R01:1'])
    expect(found(await answerOf('search', path, 'shelter', '--widen')).toSorted()).toEqual(['R01:1', 'R02:1'])
    const out = join(folder, 'out.csv')
    await answerOf('glossary', path, '--out', out, '--coder', 'Ada')
    expect(readFileSync(out, 'utf8')).toBe('\uFEFFdonor,донор,\r\nshelter,приют,убежище\r\n')
    expect((await kartoteka('glossary', path)).out).toBe('donor = донор\nshelter = приют = убежище\n')
  })
})
