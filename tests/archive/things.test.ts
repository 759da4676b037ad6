import { describe, expect, it } from 'vitest'
import { aDesk } from '../support/archive.ts'

const question = { asYouType: false, limit: 20 }

/** The two interviews, a memo on one of them, and a code with a definition. */
function aStudiedDesk() {
  const desk = aDesk()
  const { archive, ada, interview, terms } = desk
  archive.run('code.update', ada, { code: terms, definition: 'What the embassies ask for in return for their grants.' })
  const memo = archive.run('memo.create', ada, {
    about: { kind: 'source', id: interview },
    text: 'She lowered her voice at the word grants. Positionality!',
  })
  const sections = (query: string) =>
    archive
      .run('search.things', ada, { ...question, query })
      .map(({ kind, total, hits }) => [kind, total, ...hits.map(({ name }) => name)])
  return { ...desk, memo: memo.id, sections }
}

describe('a search beside the texts', () => {
  it('finds memos, codes by name and definition, and documents by title, in sections with counts', () => {
    const { sections } = aStudiedDesk()
    expect(sections('grant')).toEqual([
      ['code', 1, '4e Terms of the money'],
      ['memo', 1, 'R01'],
    ])
    expect(sections('money')).toEqual([['code', 1, '4e Terms of the money']])
    expect(sections('interviews')).toEqual([['source', 1, 'R01']])
    expect(sections('интервью')).toEqual([['source', 1, 'R02']])
    expect(sections('nothing of the kind')).toEqual([])
  })

  it('shows the words and leads to what they are about', () => {
    const { archive, ada, interview } = aStudiedDesk()
    const [section] = archive.run('search.things', ada, { ...question, query: 'voice' })
    const [hit] = section!.hits
    expect(hit!.marks.map(({ start, end }) => hit!.context.slice(start, end))).toEqual(['voice'])
    expect(hit!.at).toEqual({ kind: 'source', source: interview })
  })

  it('knows exact forms and exclusions there too', () => {
    const { sections } = aStudiedDesk()
    expect(sections('=grant')).toEqual([])
    expect(sections('=grants').map(([kind]) => kind)).toEqual(['code', 'memo'])
    expect(sections('grants -voice').map(([kind]) => kind)).toEqual(['code'])
    expect(sections('grants -=voice').map(([kind]) => kind)).toEqual(['code'])
  })

  it('does not correct a word that stands in a memo only', () => {
    const { archive, ada } = aStudiedDesk()
    const answer = archive.run('search.passages', ada, {
      query: 'positionality',
      asYouType: false,
      limit: 5,
      offset: 0,
    })
    expect(answer).toMatchObject({ total: 0, corrected: [] })
  })

  it('follows every change, undone and done again', () => {
    const { archive, ada, memo, terms, sections } = aStudiedDesk()
    archive.run('memo.update', ada, { memo, text: 'She whispered.' })
    expect(sections('positionality')).toEqual([])
    expect(sections('whispering')).toEqual([['memo', 1, 'R01']])
    archive.run('history.undo', ada, {})
    expect(sections('positionality')).toEqual([['memo', 1, 'R01']])
    archive.run('code.delete', ada, { codes: [terms] })
    expect(sections('embassies')).toEqual([])
    archive.run('history.undo', ada, {})
    expect(sections('embassies')).toEqual([['code', 1, '4e Terms of the money']])
    archive.run('history.redo', ada, {})
    expect(sections('embassies')).toEqual([])
  })

  it('has no sections under a filter, which is about documents', () => {
    const { sections } = aStudiedDesk()
    expect(sections('grants kind:transcript')).toEqual([])
  })
})

describe('cases and what is known', () => {
  it('are found by name and value, and lead to the document or the case', () => {
    const { archive, ada, interview } = aDesk()
    const theCase = archive.run('case.create', ada, { name: 'House on the coast', sources: [interview] })
    const actor = archive.run('attribute.create', ada, { owner: 'source', name: 'Actor', type: 'text' })
    const set = (value: string) =>
      archive.run('attribute.set', ada, {
        owner: 'source',
        cells: [{ owner: interview, column: actor.id, value }],
        extendLists: false,
        skipRefused: false,
      })
    set('a lighthouse keeper')
    const found = (query: string) =>
      archive
        .run('search.things', ada, { ...question, query })
        .flatMap(({ kind, hits }) => hits.map((hit) => [kind, hit.name, hit.at.kind]))
    expect(found('coasts')).toEqual([['case', '', 'case']])
    expect(found('keepers')).toEqual([['value', 'R01 · Actor', 'source']])
    set('12')
    expect(found('keepers')).toEqual([])
    archive.run('case.rename', ada, { case: theCase.id, name: 'House by the river' })
    expect(found('coast')).toEqual([])
    archive.run('history.undo', ada, {})
    expect(found('coast')).toHaveLength(1)
  })
})
