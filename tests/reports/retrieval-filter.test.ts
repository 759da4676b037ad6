import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchFilter } from '../../schema/search.ts'
import { aGuide, interviewOfTwelve, type GuideDesk } from '../support/guide.ts'

/** Three coded passages: an answer about money, one about obstacles, and words before any question. */
function aCodedInterview() {
  const desk = aGuide()
  const { archive, ada, interview, terms, doors } = desk
  const code = (words: string, which: typeof terms) => {
    const start = interviewOfTwelve.indexOf(words)
    return archive.run('coding.create', ada, { source: interview, start, end: start + words.length, code: which }).id
  }
  return {
    ...desk,
    tea: code('the tea is still hot', doors),
    embassies: code('Two embassies pay', terms),
    silence: code('I would rather not say', doors),
  }
}

const retrieve = ({ archive }: GuideDesk, query: string, filter: SearchFilter = {}) =>
  archive.run('retrieve.passages', '', { query, filter, limit: 100, offset: 0 })
const paragraphs = ({ archive }: GuideDesk, query: string) =>
  archive
    .run('search.passages', '', { query, asYouType: false, limit: 50, offset: 0 })
    .hits.map(({ context }) => context.replace(/\s+/g, ' '))

describe('a question of the guide as a condition', () => {
  it('finds coded passages in the answer to it, by number, by name, in either language', () => {
    const desk = aCodedInterview()
    for (const query of ['#4e question:4', '#4 вопрос:4', 'question:funding and #4e', '(#4e or #0) question:4'])
      expect(retrieve(desk, query).passages).toEqual([desk.embassies])
    expect(retrieve(desk, '(#4e or #0) question:4|8').passages).toEqual([desk.embassies, desk.silence])
    expect(retrieve(desk, '(#4e or #0) not question:4').passages).toEqual([desk.tea, desk.silence])
    expect(retrieve(desk, '(#4e or #0) question:!=4').passages).toEqual([desk.tea, desk.silence])
  })

  it('finds paragraphs in the answer to it, and all of them where it stands alone', () => {
    const desk = aCodedInterview()
    expect(paragraphs(desk, 'pay question:4')).toEqual([expect.stringContaining('Two embassies pay')])
    // Its answer goes on behind a question that follows up.
    expect(paragraphs(desk, 'question:4')).toHaveLength(3)
    expect(paragraphs(desk, 'question:8')).toEqual(['R01: I would rather not say.'])
    expect(paragraphs(desk, 'tea -question:4')).toHaveLength(1)
    expect(paragraphs(desk, 'question:4 -embassies')).not.toContainEqual(expect.stringContaining('Two embassies'))
    expect(paragraphs(desk, 'question:8 OR question:6')).toHaveLength(2)
  })

  it('is offered with its name behind the colon, and answers a hint at the place where there is none', () => {
    const { archive } = aCodedInterview()
    const offered = (query: string) => archive.run('query.complete', '', { query, at: query.length, limit: 10 })
    expect(offered('pay question:').map(({ label }) => label)).toContain('8 Obstacles')
    expect(offered('вопрос:obs').map(({ text }) => text)).toEqual(['8 '])
    expect(offered('#4 вопр').map(({ text }) => text)).toEqual(['вопрос:'])
    expect(archive.run('query.check', '', { query: 'pay question:44' })).toMatchObject({
      problems: [{ kind: 'no-such-value', what: '44', start: 4, end: 15 }],
    })
    expect(archive.run('query.check', '', { query: '#4e question:Fundin' }).reading).toBe('#4e and question:4')
    expect(archive.run('query.check', '', { query: 'question:4' }).problems).toEqual([])
  })
})

describe('in: as a condition', () => {
  it('names a document, in a search and in a retrieval', () => {
    const desk = aCodedInterview()
    const short = desk.archive.run('source.list', '', {}).find(({ id }) => id === desk.interview)?.short ?? ''
    expect(retrieve(desk, `#0 in:${short}`).total).toBe(2)
    expect(retrieve(desk, `#0 где:${short}`).total).toBe(2)
    expect(retrieve(desk, `#0 not in:${short}`).total).toBe(0)
    expect(paragraphs(desk, `embassies in:${short}`)).toHaveLength(1)
    expect(desk.archive.run('query.check', '', { query: 'embassies in:R99' }).problems).toMatchObject([
      { kind: 'no-such-value', what: 'R99' },
    ])
  })
})

describe('filters beside a question about codes', () => {
  it('narrow to the documents, the speakers, the codes and the answers that they name', () => {
    const desk = aCodedInterview()
    const { interview, terms, funding, money, obstacles, tea, embassies, silence } = desk
    const found = (filter: SearchFilter) => retrieve(desk, '#4 or #0', filter).passages
    expect(found({})).toEqual([tea, embassies, silence])
    expect(found({ sources: [interview] })).toHaveLength(3)
    expect(found({ sources: [] })).toEqual([])
    expect(found({ kinds: ['pamphlet'] })).toEqual([])
    expect(found({ role: 'interviewer' })).toEqual([])
    expect(found({ role: 'respondent', speakers: ['R01'] })).toHaveLength(3)
    expect(found({ speakers: ['INTERVIEWER'], role: 'respondent' })).toEqual([])
    expect(found({ codes: [terms] })).toEqual([embassies])
    expect(found({ codes: [funding] })).toEqual([embassies])
    expect(found({ questions: [money] })).toEqual([embassies])
    expect(found({ questions: [money, obstacles] })).toEqual([embassies, silence])
    expect(found({ from: '2100' })).toEqual([])
  })

  it('narrow what is said to be searched, and each counts alike in the list and over documents and codes', () => {
    const desk = aCodedInterview()
    const answer = retrieve(desk, '#4 or #0', { questions: [desk.obstacles] })
    expect(answer).toMatchObject({
      total: 1,
      searched: { passages: 1 },
      perSource: [{ source: desk.interview, count: 1 }],
      perCode: [{ code: desk.doors, count: 1 }],
    })
    expect(
      desk.archive.run('retrieve.ids', '', { query: '#4 or #0', filter: { questions: [desk.obstacles] } }),
    ).toEqual(answer.passages)
  })

  it('are offered to be taken off where nothing is found', () => {
    const desk = aCodedInterview()
    expect(retrieve(desk, '#4', { role: 'interviewer', questions: [desk.money] }).widenings).toContainEqual({
      how: 'without-filter',
      what: 'role',
      query: '#4',
      filter: { questions: [desk.money] },
      total: 1,
    })
  })
})

describe('any text as a question about codes', () => {
  it('takes fifty thousand texts without an error, in the engine too', () => {
    const desk = aCodedInterview()
    const pieces = fc.constantFrom(
      '"', '(', ')', '-', '*', ':', '#', '#4e', '#set:', '~5', ' or ', ' not ', ' and ', '^', 'NEAR', '{', '}', '\u0000', '😀', '«',
      'embassies', 'приют', "'", '=', '|', ' within 5 words', ' within paragraph', ' overlaps ', ' near ', ' followed by ', ' inside ',
      ' absent ', ' same speaker ', 'question:', 'question:4', 'in:', 'coder:Ada', 'weight:>1', 'star:yes', 'role:x', '%', ';--', ' ',
    ) // prettier-ignore
    let asked = 0
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 12 }), (parts) => {
        // A code beside it, so that every text is a question about passages.
        const query = `#0 ${parts.join('')}`
        expect(desk.archive.run('retrieve.ids', '', { query }).length).toBeLessThanOrEqual(3)
        // Hints and widenings ask the same again, many times over.
        if (asked++ % 10 === 0) retrieve(desk, query)
      }),
      { numRuns: 50_000 },
    )
  })
})
