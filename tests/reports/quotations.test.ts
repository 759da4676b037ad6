import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SourceId } from '../../schema/ids.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'

const padding = Array.from(
  { length: 40 },
  (_, n) => `R01: Answer number ${n + 1} is given. And then a second sentence follows.`,
)
const interview = ['INTERVIEWER: Who pays?', ...padding].join('\n')
const russian = 'ИНТЕРВЬЮЕР: Кто платит?\nР02: Город. Потом фонд 👨‍👩‍👧.\n'

async function aStudy() {
  const intake = anIntake()
  const { archive, ada } = intake
  const [one, two] = (await bringIn(intake, [offer('R07.txt', interview), offer('R08.txt', russian)])) as [
    SourceId,
    SourceId,
  ]
  const code = archive.run('code.create', ada, { parent: null, name: 'Funding' }).id
  const other = archive.run('code.create', ada, { parent: null, name: 'Doors' }).id
  const mark = (source: SourceId, words: string, as = code) => {
    const start = (source === one ? interview : russian).indexOf(words)
    return archive.run('coding.create', ada, { source, start, end: start + words.length, code: as })
  }
  const list = (asked: { offset?: number; limit?: number; filter?: object } = {}) =>
    archive.run('quotation.list', ada, { filter: {}, offset: 0, limit: 100, ...asked })
  return { ...intake, one, two, code, other, mark, list }
}

describe('quotations', () => {
  it('stand in the order of documents and of the text, the longer first, whatever was coded first', async () => {
    const { one, two, mark, list } = await aStudy()
    mark(two, 'Город.')
    mark(one, 'Answer number 9')
    mark(one, 'Answer number 2 ')
    mark(one, 'Answer number 2 is given.')
    expect(list().quotations.map(({ quote }) => quote)).toEqual([
      'Answer number 2 is given.',
      'Answer number 2 ',
      'Answer number 9',
      'Город.',
    ])
  })

  it('come a page at a time, none twice and none left out', async () => {
    const { one, mark, list } = await aStudy()
    for (let n = 1; n <= 7; n++) mark(one, `Answer number ${n} `)
    const pages = [0, 3, 6, 9].map((offset) => list({ offset, limit: 3 }))
    expect(pages.map(({ total }) => total)).toEqual([7, 7, 7, 7])
    expect(pages.map(({ quotations }) => quotations.length)).toEqual([3, 3, 1, 0])
    expect(pages.flatMap(({ quotations }) => quotations)).toEqual(list().quotations)
  })

  it('name paragraph and sentence, and who speaks', async () => {
    const { one, two, mark, list } = await aStudy()
    mark(one, 'Who pays?')
    mark(one, 'Answer number 11 ')
    const at = interview.indexOf('a second sentence', interview.indexOf('number 11 '))
    expect(interview.slice(at, at + 8)).toBe('a second')
    mark(two, 'Потом')
    expect(list().quotations.map(({ extract, speaker, page }) => [extract, speaker, page])).toEqual([
      ['R07:1.1', 'INTERVIEWER', 0],
      ['R07:12.1', 'R01', 0],
      ['R08:2.2', 'Р02', 0],
    ])
  })

  it('show whole words around them, and … only where the text goes on', async () => {
    const { one, two, mark, list } = await aStudy()
    mark(one, 'Answer number 20 is given.')
    mark(two, 'Город.')
    const [middle, short] = list().quotations
    const at = middle!.start
    expect(interview.slice(0, at).endsWith(middle!.before.replace(/^…/u, ''))).toBe(true)
    expect(interview.slice(middle!.end).startsWith(middle!.after.replace(/ …$/u, ''))).toBe(true)
    expect(middle!.before).toMatch(/^…\s/u)
    expect(middle!.after).toMatch(/\S …$/u)
    expect([short!.before, short!.after]).toEqual([
      russian.slice(0, russian.indexOf('Город.')),
      russian.slice(russian.indexOf('Город.') + 6),
    ])
  })

  it('keep only the codings that were asked for', async () => {
    const { one, code, other, mark, list } = await aStudy()
    mark(one, 'Who pays?', code)
    mark(one, 'Who pays?', other)
    mark(one, 'Answer number 3 ', other)
    expect(list().quotations.map(({ codings }) => codings.length)).toEqual([2, 1])
    const { total, quotations } = list({ filter: { codes: [code] } })
    expect([total, quotations.length, quotations[0]?.codings.map((coding) => coding.code)]).toEqual([1, 1, [code]])
  })

  it('name the page of a printed document', async () => {
    const intake = anIntake()
    const { archive, ada } = intake
    const file = new URL('../../fixtures/sources/D01 assistance centre report.pdf', import.meta.url)
    const [source] = (await bringIn(intake, [offer('D01 report.pdf', new Uint8Array(readFileSync(file)))])) as [
      SourceId,
    ]
    const { text, pages } = archive.run('source.text', ada, { source })
    const code = archive.run('code.create', ada, { parent: null, name: 'Funding' }).id
    expect(pages.length).toBeGreaterThan(1)
    for (const { start, end } of pages) {
      const word = /\p{L}{4,}/u.exec(text.slice(start, end))!
      const from = start + word.index
      archive.run('coding.create', ada, { source, start: from, end: from + word[0].length, code })
    }
    const { quotations } = archive.run('quotation.list', ada, { filter: {}, offset: 0, limit: 100 })
    expect(quotations.map(({ page }) => page)).toEqual(pages.map(({ number }) => number))
  })
})
