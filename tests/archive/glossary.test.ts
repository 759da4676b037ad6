import { describe, expect, it } from 'vitest'
import { faultIn } from '../support/faults.ts'
import { aDesk } from '../support/archive.ts'

const question = { asYouType: false, limit: 50, offset: 0 }

describe('the glossary', () => {
  it('widens a search when asked to, and says before how much more there would be', () => {
    const { archive, ada } = aDesk()
    archive.run('glossary.create', ada, { terms: ['shelter', 'приют', 'убежище'] })
    const plain = archive.run('search.passages', ada, { ...question, query: 'shelters' })
    expect(plain).toMatchObject({ total: 1, more: 1, glossary: [{ term: 'shelters', also: ['приют', 'убежище'] }] })
    const wide = archive.run('search.passages', ada, { ...question, query: 'shelters', widen: true })
    expect(wide).toMatchObject({ total: 2, more: 0 })
    expect(wide.hits.flatMap(({ why }) => why)).toEqual(
      expect.arrayContaining([
        { term: 'shelters', by: 'stem', form: 'shelter' },
        { term: 'shelters', by: 'glossary', form: 'приют' },
      ]),
    )
  })

  it('works from either side and knows phrases', () => {
    const { archive, ada } = aDesk()
    archive.run('glossary.create', ada, { terms: ['two embassies', 'посольства'] })
    const total = (query: string) => archive.run('search.passages', ada, { ...question, query, widen: true }).total
    expect(total('посольство')).toBe(2)
    expect(total('"two embassies"')).toBe(2)
    expect(total('embassies')).toBe(1)
  })

  it('is undone and done again like everything else', () => {
    const { archive, ada } = aDesk()
    const { id } = archive.run('glossary.create', ada, { terms: ['shelter', 'приют'] })
    archive.run('glossary.update', ada, { entry: id, terms: ['shelter', 'приют', 'refuge'] })
    const terms = () => archive.run('glossary.list', ada, {}).map((entry) => entry.terms)
    const more = () => archive.run('search.passages', ada, { ...question, query: 'refuge' }).more
    expect(more()).toBe(2)
    archive.run('history.undo', ada, {})
    expect(terms()).toEqual([['shelter', 'приют']])
    expect(more()).toBe(0)
    archive.run('glossary.delete', ada, { entry: id })
    expect(terms()).toEqual([])
    archive.run('history.undo', ada, {})
    expect(terms()).toEqual([['shelter', 'приют']])
  })

  it('refuses an entry of one term, however often it is written', () => {
    const { archive, ada } = aDesk()
    for (const terms of [['shelter'], ['shelter', ' Shelter '], ['shelter', '…'], []])
      expect(faultIn(() => archive.run('glossary.create', ada, { terms }))).toEqual({ kind: 'glossary-too-few' })
  })

  it('takes a table: new entries, entries that grow, and nothing the second time', () => {
    const { archive, ada } = aDesk()
    archive.run('glossary.create', ada, { terms: ['shelter', 'приют'] })
    const rows = [['приют', 'убежище'], ['donor', 'донор'], ['alone']]
    expect(archive.run('glossary.import', ada, { rows })).toEqual({ added: 1, grown: 1, already: 0, refused: 1 })
    expect(archive.run('glossary.import', ada, { rows })).toEqual({ added: 0, grown: 0, already: 2, refused: 1 })
    expect(archive.run('glossary.list', ada, {}).map(({ terms }) => terms)).toEqual([
      ['donor', 'донор'],
      ['shelter', 'приют', 'убежище'],
    ])
    const { content, rows: written } = archive.run('export.glossary', ada, {})
    expect(written).toBe(2)
    expect(content).toBe('\uFEFFdonor,донор,\r\nshelter,приют,убежище\r\n')
  })
})
