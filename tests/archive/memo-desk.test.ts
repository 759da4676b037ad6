import { describe, expect, it } from 'vitest'
import { interviewText, aDesk } from '../support/archive.ts'

const stretchOf = (words: string) => {
  const start = interviewText.indexOf(words)
  return { start, end: start + words.length }
}

function aDeskWithMemos() {
  const desk = aDesk()
  const { archive, ada, boris, interview, russian, terms } = desk
  const passage = archive.run('coding.create', ada, {
    source: interview,
    ...stretchOf('When the list changes'),
    code: terms,
  })
  archive.run('memo.create', ada, { about: { kind: 'project' }, text: 'Ask about the hotlines next.' })
  archive.run('memo.create', boris, { about: { kind: 'source', id: russian }, text: 'Ёлка в приюте.' })
  archive.run('memo.create', ada, { about: { kind: 'passage', id: passage.id }, text: 'Whose list?' })
  archive.run('memo.create', boris, { about: { kind: 'code', id: terms }, text: 'Split it by donor?' })
  const texts = (input: object) =>
    archive
      .run('memo.all', ada, { words: '', order: 'oldest', offset: 0, limit: 100, ...input })
      .memos.map(({ text }) => text)
  return { ...desk, passage, texts }
}

describe('the memo desk', () => {
  it('lists every memo with the name of what it is about and the way there', () => {
    const { archive, ada, interview, russian, terms, passage } = aDeskWithMemos()
    const { total, memos } = archive.run('memo.all', ada, { words: '', order: 'oldest', offset: 0, limit: 100 })
    expect(total).toBe(4)
    expect(memos.map(({ name, words, at }) => [name, words, at])).toEqual([
      ['', '', { kind: 'project' }],
      ['R02', 'Второе интервью', { kind: 'source', source: russian }],
      [
        'R01:2',
        'When the list changes',
        { kind: 'place', source: interview, passage: passage.id, ...stretchOf('When the list changes') },
      ],
      ['4e Terms of the money', '', { kind: 'code', code: terms }],
    ])
  })

  it('narrows by what memos are about, by coder, and by time', () => {
    const { ada, texts } = aDeskWithMemos()
    expect(texts({ kind: 'passage' })).toEqual(['Whose list?'])
    expect(texts({ coder: ada })).toEqual(['Ask about the hotlines next.', 'Whose list?'])
    expect(texts({ order: 'newest' })[0]).toBe('Split it by donor?')
    expect(texts({ kind: 'project', words: 'donor' })).toEqual([])
  })

  it('finds words in any case, with е for ё, in the memo, the quote, the document and the code', () => {
    const { texts } = aDeskWithMemos()
    expect(texts({ words: 'ЕЛКА' })).toEqual(['Ёлка в приюте.'])
    expect(texts({ words: 'when CHANGES' })).toEqual(['Whose list?'])
    expect(texts({ words: 'второе' })).toEqual(['Ёлка в приюте.'])
    expect(texts({ words: 'donor money' })).toEqual(['Split it by donor?'])
    expect(texts({ words: '100%' })).toEqual([])
  })

  it('has no memo of a document that is deleted, and has it again after undo', () => {
    const { archive, ada, russian, texts } = aDeskWithMemos()
    archive.run('source.delete', ada, { sources: [russian] })
    expect(texts({})).toHaveLength(3)
    archive.run('history.undo', ada, {})
    expect(texts({ words: 'ёлка' })).toHaveLength(1)
  })

  it('names the paragraph as citations do', () => {
    const { archive, ada, interview, doors } = aDesk()
    const { paragraphs } = archive.run('source.text', ada, { source: interview })
    const last = paragraphs.at(-1)!
    const passage = archive.run('coding.create', ada, {
      source: interview,
      start: last.end - 5,
      end: last.end,
      code: doors,
    })
    archive.run('memo.create', ada, { about: { kind: 'passage', id: passage.id }, text: 'x' })
    expect(
      archive.run('memo.all', ada, { words: '', order: 'newest', offset: 0, limit: 1 }).memos.map(({ name }) => name),
    ).toEqual([`R01:${last.label}`])
  })

  it('pages through four thousand memos, ten times as many costing about ten times as much', () => {
    const { archive, ada, boris, interview } = aDesk()
    const write = (count: number) => {
      for (let at = 0; at < count; at++)
        archive.run('memo.create', at % 3 ? ada : boris, {
          about: { kind: 'source', id: interview },
          text: `Memo on the shelters, Ёлкина said so. ${'Long words of thought follow. '.repeat(10)}`,
        })
    }
    const cost = () => {
      const ask = () =>
        archive.run('memo.all', ada, { words: 'елкина shelters', order: 'newest', offset: 0, limit: 100 })
      ask()
      const before = process.cpuUsage()
      for (let times = 0; times < 3; times++) ask()
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 3000
    }
    write(400)
    const few = cost()
    write(3600)
    const many = cost()
    // Quadratic work would cost a hundred times as much.
    expect(many / few).toBeLessThan(40)
    const { total, memos } = archive.run('memo.all', ada, { words: '', order: 'newest', offset: 3950, limit: 100 })
    expect([total, memos.length]).toEqual([4000, 50])
  })
})
