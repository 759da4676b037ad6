import { describe, expect, it } from 'vitest'
import { aDesk, interviewText, type Desk } from '../support/archive.ts'

/** Codes the words of the first interview. */
function code({ archive, ada, interview }: Desk, words: string, which: Desk['terms']) {
  const start = interviewText.indexOf(words)
  return archive.run('coding.create', ada, { source: interview, start, end: start + words.length, code: which })
}
const ask = ({ archive }: Desk, query: string) => archive.run('retrieve.passages', '', { query, limit: 100, offset: 0 })
const check = ({ archive }: Desk, query: string) => archive.run('query.check', '', { query })

describe('a question about coded passages', () => {
  it('finds a family with everything below it, counted over documents and codes', () => {
    const desk = aDesk()
    const passage = code(desk, 'Two embassies pay', desk.terms)
    code(desk, 'we change doors', desk.doors)
    expect(ask(desk, '#4')).toMatchObject({
      total: 1,
      passages: [passage.id],
      perSource: [{ source: desk.interview, count: 1 }],
      perCode: [{ code: desk.terms, count: 1 }],
      searched: { passages: 2, sources: 2, parked: 0 },
    })
  })

  it('finds words that a passage holds wholly, in any form', () => {
    const desk = aDesk()
    code(desk, 'Two embassies pay', desk.terms)
    code(desk, 'When the list changes', desk.terms)
    expect(ask(desk, '#4e embassy').total).toBe(1)
  })

  it('says what would find something where nothing does, with how much', () => {
    const desk = aDesk()
    code(desk, 'Two embassies pay', desk.terms)
    code(desk, 'we change doors', desk.doors)
    const { total, widenings } = ask(desk, '#4e overlaps #0')
    expect(total).toBe(0)
    expect(widenings).toContainEqual({ how: 'without', what: '#0', query: '#4e', filter: {}, total: 1 })
    expect(widenings).toContainEqual({
      how: 'wider',
      what: 'within paragraph',
      query: '#4e near #0 within paragraph',
      filter: {},
      total: 1,
    })
  })

  it('leaves parked passages out and says how many', () => {
    const desk = aDesk()
    code(desk, 'Two embassies pay', desk.terms)
    const { archive, ada, interview } = desk
    const start = interviewText.indexOf('Two')
    const changes = [{ start, end: start + 'Two embassies pay, in turns.'.length, insert: '' }]
    archive.run('source.edit', ada, { source: interview, base: 1, changes })
    expect(ask(desk, '#4')).toMatchObject({ total: 0, searched: { passages: 0, parked: 1 } })
  })

  it('names the nearest of names that nothing has, and reads the query so', () => {
    const desk = aDesk()
    expect(check(desk, '#"Terms of the mony"')).toMatchObject({
      problems: [{ kind: 'no-such-code', what: 'Terms of the mony', nearest: ['4e'] }],
      reading: '#4e',
    })
    expect(check(desk, 'coder:Adda')).toMatchObject({
      problems: [{ kind: 'no-such-value', nearest: ['Ada'] }],
      reading: 'coder:Ada',
    })
  })

  it('offers the code where only its key is typed', () => {
    expect(check(aDesk(), '4e')).toMatchObject({ kind: 'search', problems: [{ kind: 'code-meant' }], reading: '#4e' })
  })

  it('completes codes, filters and values at the end of what is typed', () => {
    const desk = aDesk()
    const texts = (query: string) =>
      desk.archive.run('query.complete', '', { query, at: query.length, limit: 10 }).map(({ text }) => text)
    expect(texts('shelter #ter')).toEqual(['#4e '])
    expect(texts('#4 cod')).toEqual(['coder:'])
    expect(texts('coder:a')).toEqual(['Ada '])
  })
})

describe('a saved query', () => {
  it('is counted anew when codings change, and undone as one step', () => {
    const desk = aDesk()
    const { archive, ada } = desk
    const saved = archive.run('query.create', ada, { name: 'Terms', query: '#4e' })
    expect(saved).toMatchObject({ name: 'Terms', kind: 'retrieval' })
    expect(archive.run('query.counts', '', {})).toEqual([{ id: saved.id, total: 0 }])
    code(desk, 'Two embassies pay', desk.terms)
    expect(archive.run('query.counts', '', {})).toEqual([{ id: saved.id, total: 1 }])
    archive.run('query.delete', ada, { saved: saved.id })
    archive.run('history.undo', ada, {})
    expect(archive.run('query.list', '', {})).toEqual([saved])
  })

  it('keeps the filters beside it, is counted under them, and can be renamed and asked otherwise', () => {
    const desk = aDesk()
    const { archive, ada, russian } = desk
    code(desk, 'Two embassies pay', desk.terms)
    const saved = archive.run('query.create', ada, { name: 'Terms', query: '#4e', filter: { sources: [russian] } })
    expect(archive.run('query.counts', '', {})).toEqual([{ id: saved.id, total: 0 }])
    archive.run('query.update', ada, { saved: saved.id, name: 'Money' })
    expect(archive.run('query.list', '', {})).toEqual([{ ...saved, name: 'Money' }])
    archive.run('query.update', ada, { saved: saved.id, query: '#4', filter: {} })
    expect(archive.run('query.counts', '', {})).toEqual([{ id: saved.id, total: 1 }])
    archive.run('history.undo', ada, {})
    archive.run('history.undo', ada, {})
    expect(archive.run('query.list', '', {})).toEqual([saved])
  })

  it('needs a name of its own and a question', () => {
    const { archive, ada } = aDesk()
    archive.run('query.create', ada, { name: 'Terms', query: '#4e' })
    expect(() => archive.run('query.create', ada, { name: 'terms', query: '#0' })).toThrow('name-taken')
    expect(() => archive.run('query.create', ada, { name: 'None', query: '  ' })).toThrow('query-empty')
  })
})
