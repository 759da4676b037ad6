/** Questions by interviews: what became of each, by rule and by a person's word. */
import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../electron/archive/guide/verdict.ts'
import { aGuide, interviewOfTwelve, turnOf } from '../support/guide.ts'

const verdicts = ({ archive, ada }: ReturnType<typeof aGuide>) =>
  archive.run('guide.grid', ada, {}).columns.map(({ short, cells }) => [short, ...cells.map(({ verdict }) => verdict)])

describe('the grid', () => {
  it('says of each question what became of it', () => {
    expect(verdicts(aGuide())).toEqual([['R01', 'answered', 'declined', 'no-answer', 'not-asked']])
  })

  it('counts what is asked, how long the answer is and which passages carry its family', () => {
    const desk = aGuide()
    const { archive, ada, interview, terms, success } = desk
    const start = interviewOfTwelve.indexOf('Two embassies')
    archive.run('coding.create', ada, { source: interview, start, end: start + 13, code: terms })
    archive.run('coding.create', ada, { source: interview, start, end: start + 13, code: desk.funding })
    const [money] = archive.run('guide.grid', ada, {}).columns[0]?.cells ?? []
    expect(money).toMatchObject({ asked: 1, passages: 1, isConfirmed: false, computed: 'answered' })
    const short = interviewOfTwelve.indexOf('Hm.')
    archive.run('coding.create', ada, { source: interview, start: short, end: short + 3, code: desk.doors })
    archive.run('guide.update', ada, { question: success, code: desk.doors })
    expect(verdicts(desk)[0]?.[3]).toBe('answered')
  })

  it('calls what nobody asked, but is spoken of, partly answered', () => {
    const desk = aGuide()
    const { archive, ada, interview, partners, doors } = desk
    archive.run('guide.update', ada, { question: partners, code: doors })
    archive.run('coding.create', ada, { source: interview, start: 40, end: 50, code: doors })
    expect(verdicts(desk)[0]?.[4]).toBe('partly')
  })

  it('lets a person overrule it, with a note, and take that back', () => {
    const desk = aGuide()
    const { archive, ada, interview, success } = desk
    const say = (verdict: 'partly' | null) =>
      archive.run('guide.overrule', ada, { source: interview, question: success, verdict, note: ' She nodded. ' })
    say('partly')
    const cell = () => archive.run('guide.grid', ada, {}).columns[0]?.cells[2]
    expect(cell()).toMatchObject({
      verdict: 'partly',
      computed: 'no-answer',
      overruled: { coder: ada, note: 'She nodded.' },
    })
    const acts = archive.run('history.list', ada, { limit: 50 }).length
    say('partly')
    expect(archive.run('history.list', ada, { limit: 50 })).toHaveLength(acts)
    say(null)
    expect(cell()).toMatchObject({ verdict: 'no-answer', overruled: null })
    archive.run('history.undo', ada, {})
    expect(cell()?.verdict).toBe('partly')
  })

  it('names what is missing in an interview by the numbers of the questions', () => {
    const { archive, ada, interview } = aGuide()
    expect(archive.run('guide.gaps', ada, { sources: [interview] })).toEqual([
      { source: interview, short: 'R01', open: 6, notAsked: ['5'], declined: ['8'], noAnswer: ['6'] },
    ])
  })

  it('opens a cell on its answers and the words that asked', () => {
    const desk = aGuide()
    const { archive, ada, interview, money } = desk
    expect(turnOf(desk, 'Who pays')).toBeGreaterThan(0)
    expect(archive.run('guide.cell', ada, { source: interview, question: money })).toMatchObject([
      {
        asked: 'Who pays for the shelter?',
        words: expect.stringMatching(/^Two embassies[^]*church fair\.$/u) as string,
      },
    ])
  })

  it('leaves with the interviews that may be used', () => {
    const { archive, ada, interview } = aGuide()
    const sheet = archive.run('export.guideGrid', ada, { language: 'en' })
    expect(sheet.content.split('\r\n').slice(0, 3)).toEqual([
      '\uFEFFquestion,R01,interviews that asked',
      '4 Funding,answered,1',
      '8 Obstacles,declined,1',
    ])
    archive.run('source.update', ada, { source: interview, quotationLevel: 'X' })
    expect(archive.run('export.guideGrid', ada, { language: 'ru' })).toMatchObject({ withheld: 1 })
    expect(archive.run('export.guideGrid', ada, { language: 'ru' }).content).not.toContain('R01')
  })
})

describe('the rule', () => {
  const of = (asked: number, answer: string, passages = 0) =>
    verdictOf({ asked, length: answer.length, passages, answer })
  it('knows refusals in both languages, but not in a long answer or a coded one', () => {
    expect(of(1, 'No comment.')).toBe('declined')
    expect(of(1, 'Этого я не могу сказать.')).toBe('declined')
    expect(of(1, 'Без комментариев.')).toBe('declined')
    expect(of(1, 'No comment.', 1)).toBe('answered')
    expect(of(1, `I cannot say who, ${'but we were paid every month and on time. '.repeat(8)}`)).toBe('answered')
  })
  it('tells no answer, a short one and a whole one by their length', () => {
    expect([of(1, ''), of(1, 'Well.'), of(1, 'A little, in the spring.'), of(1, 'x'.repeat(80))]).toEqual([
      'no-answer',
      'no-answer',
      'partly',
      'answered',
    ])
    expect(of(0, '')).toBe('not-asked')
  })
})
