/** What reading side by side asks of the archive. */
import { describe, expect, it } from 'vitest'
import type { SourceId } from '../../schema/ids.ts'
import { aGuide, interviewOfTwelve } from '../support/guide.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'

const interview = [
  'INTERVIEWER: Who pays?',
  'R01: Two embassies pay, in turns.',
  'When the list changes, we change doors.',
  'INTERVIEWER: And then?',
  'R01: Then we wait.',
].join('\n')
const notes = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'].join('\n')

async function aStudy() {
  const intake = anIntake()
  const { archive, ada } = intake
  const [talk, field] = (await bringIn(intake, [offer('R07.txt', interview), offer('N01.txt', notes)])) as [
    SourceId,
    SourceId,
  ]
  const code = archive.run('code.create', ada, { parent: null, name: 'Doors', definition: 'Moving house' }).id
  const mark = (source: SourceId, words: string) => {
    const start = (source === talk ? interview : notes).indexOf(words)
    return archive.run('coding.create', ada, { source, start, end: start + words.length, code })
  }
  const around = (passage: ReturnType<typeof mark>, reach: 'paragraph' | 'turns') => {
    const { before, after } = archive.run('passage.around', ada, { passage: passage.id, reach })
    return `${before}[${passage.quote}]${after}`
  }
  return { ...intake, talk, field, code, mark, around }
}

describe('a passage in a list', () => {
  it('widens to its paragraph, then to the turns before and after its own', async () => {
    const { talk, mark, around } = await aStudy()
    const doors = mark(talk, 'we change doors')
    expect(around(doors, 'paragraph')).toBe('When the list changes, [we change doors].')
    expect(around(doors, 'turns')).toBe(
      interview.replace('we change doors', '[we change doors]').replace('\nR01: Then we wait.', ''),
    )
  })

  it('widens to the paragraphs around where nobody speaks', async () => {
    const { field, mark, around } = await aStudy()
    expect(around(mark(field, 'Four'), 'turns')).toBe('Two.\nThree.\n[Four].\nFive.\nSix.')
    expect(around(mark(field, 'One.'), 'turns')).toBe('[One.]\nTwo.\nThree.')
  })

  it('comes in the order asked, and is left out when it is gone', async () => {
    const { archive, ada, talk, field, mark } = await aStudy()
    const [one, two, three] = [mark(talk, 'Who pays?'), mark(field, 'Two.'), mark(field, 'Five.')]
    const asked = [three.id, one.id, two.id]
    const these = () =>
      archive.run('quotation.these', ada, { passages: asked, filter: {} }).map(({ passage }) => passage)
    expect(these()).toEqual(asked)
    archive.run('coding.delete', ada, { coding: one.codings[0]!.id })
    expect(these()).toEqual([three.id, two.id])
    expect(archive.run('quotation.ids', ada, { filter: {} })).toEqual([two.id, three.id])
  })
})

describe('reading a code', () => {
  it('names who speaks and the wording that each coding was made under', async () => {
    const { archive, ada, talk, field, code, mark } = await aStudy()
    mark(talk, 'Two embassies')
    archive.run('code.update', ada, { code, definition: 'Moving house, or being moved' })
    mark(field, 'Two.')
    const read = archive.run('code.reading', ada, { code, words: '' })
    expect(read.map(({ speaker, wording }) => [speaker, wording])).toEqual([
      ['R01', 1],
      ['', 2],
    ])
    const older = archive.run('quotation.list', ada, {
      filter: { codes: [code], olderWording: true },
      offset: 0,
      limit: 100,
    }).quotations
    expect(older.map(({ quote, marks }) => [quote, marks[0]?.isOlder])).toEqual([['Two embassies', true]])
  })

  it('finds words in quotes whatever their case', async () => {
    const { archive, ada, talk, code, mark } = await aStudy()
    mark(talk, 'Two embassies pay')
    mark(talk, 'Then we wait')
    expect(archive.run('code.reading', ada, { code, words: 'PAY  two' }).length).toBe(1)
    expect(archive.run('code.reading', ada, { code, words: 'pay wait' }).length).toBe(0)
  })

  it('says which question of the guide each passage answers, and nothing of what answers none', () => {
    const { archive, ada, interview: source, doors, money, obstacles } = aGuide()
    const mark = (words: string) => {
      const start = interviewOfTwelve.indexOf(words)
      return archive.run('coding.create', ada, { source, start, end: start + words.length, code: doors }).id
    }
    mark('the tea is still hot')
    const [pay, fair, rather] = ['Two embassies pay', 'at the church fair', 'I would rather not say'].map(mark)
    expect(
      archive.run('code.questions', ada, { code: doors }).toSorted((a, b) => (a.passage < b.passage ? -1 : 1)),
    ).toEqual(
      [
        { passage: pay, question: money },
        { passage: fair, question: money },
        { passage: rather, question: obstacles },
      ].toSorted((a, b) => (a.passage! < b.passage! ? -1 : 1)),
    )
  })
})
