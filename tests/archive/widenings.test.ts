import { describe, expect, it } from 'vitest'
import type { SearchFilter } from '../../schema/search.ts'
import { aDesk } from '../support/archive.ts'

function offering() {
  const desk = aDesk()
  const { archive, ada } = desk
  const offers = (query: string, filter: SearchFilter = {}) => {
    const found = archive.run('search.widenings', ada, { query, filter })
    for (const offer of found) {
      const { total } = archive.run('search.passages', ada, { ...offer, asYouType: false, limit: 50, offset: 0 })
      expect(total).toBe(offer.total)
    }
    return found.map(({ how, what, query: next, total }) => [how, what, next, total])
  }
  return { ...desk, offers }
}

describe('what is offered where nothing was found', () => {
  it('drops a word or a filter, each with what it would find', () => {
    const { offers } = offering()
    expect(offers('shelter посольства')).toEqual([
      ['without-word', 'shelter', 'посольства', 1],
      ['without-word', 'посольства', 'shelter', 1],
      ['any-word', '', 'shelter OR посольства', 2],
    ])
    expect(offers('shelter', { kinds: ['law'], languages: ['en'] })).toEqual([
      ['without-filter', 'kinds', 'shelter', 1],
      ['without-filter', '', 'shelter', 1],
    ])
    expect(offers('shelter kind:law')).toEqual([['without-filter', 'kind:law', 'shelter', 1]])
  })

  it('takes any form instead of the exact one, and any word instead of the phrase', () => {
    const { offers } = offering()
    expect(offers('=shelters')).toContainEqual(['any-form', '', 'shelters', 1])
    expect(offers('"doors change"')).toEqual([['any-word', '', 'doors OR change', 1]])
  })

  it('repairs a slip within a phrase', () => {
    const { offers } = offering()
    expect(offers('"two embasies"')[0]).toEqual(['typo', 'embassies', '"two embassies"', 1])
  })

  it('knows the glossary', () => {
    const { archive, ada, offers } = offering()
    archive.run('glossary.create', ada, { terms: ['убежище', 'приют'] })
    expect(offers('убежище')[0]).toEqual(['glossary', '', 'убежище', 1])
  })

  it('offers nothing that would find nothing', () => {
    const { offers } = offering()
    expect(offers('zzzzqqqq')).toEqual([])
    expect(offers('')).toEqual([])
  })
})
