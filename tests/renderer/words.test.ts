import { describe, expect, it } from 'vitest'
import { keyTable } from '../../renderer/keys.ts'
import { en } from '../../renderer/words/en.ts'
import { ru } from '../../renderer/words/ru.ts'
import { contract } from '../../schema/contract.ts'

describe('the words', () => {
  it('name every key in both languages', () => {
    for (const act of Object.keys(keyTable)) {
      expect(en.keys).toHaveProperty(act)
      expect(ru.keys).toHaveProperty(act)
    }
  })
  it('name every act that the history may show', () => {
    const acts = Object.entries(contract).filter(
      ([name, { undo }]) =>
        undo !== null || (name.startsWith('history.') && name !== 'history.state' && name !== 'history.list'),
    )
    for (const [name] of acts) {
      expect(en.history.acts).toHaveProperty([name])
      expect(ru.history.acts).toHaveProperty([name])
    }
  })
  it('name every way out that the log may show', () => {
    for (const name of Object.keys(contract).filter((each) => each.startsWith('export.'))) {
      expect(en.history.audit).toHaveProperty([name])
      expect(ru.history.audit).toHaveProperty([name])
    }
  })
  it('say before a split what the notice says after it', () => {
    const done = { moved: 2, united: 0 }
    expect(en.reading.splitTitle(2, 'Home')).toBe('2 codings out of “Home”')
    expect(en.codebook.recoded(done, 'Away', false)).toBe('2 codings moved to “Away”')
    expect(ru.reading.splitTitle(2, 'Дом')).toBe('2 кодировки из кода «Дом»')
    expect(ru.codebook.recoded(done, 'Дорога', false)).toContain('2 кодировки')
    expect(en.codebook.splitMeans(3, 4, false)).toBe('3 of 4 codings selected; 1 stays.')
  })
  it('use the plurals of each language', () => {
    expect([1, 2, 5, 21, 1000].map((n) => en.common.documents(n))).toEqual([
      '1 document',
      '2 documents',
      '5 documents',
      '21 documents',
      '1,000 documents',
    ])
    expect([1, 2, 5, 11, 21, 22, 25].map((n) => ru.common.documents(n))).toEqual([
      '1 документ',
      '2 документа',
      '5 документов',
      '11 документов',
      '21 документ',
      '22 документа',
      '25 документов',
    ])
  })
  it('agree in number with what they speak of', () => {
    const means = { codings: 0, sources: 0, passages: 0, children: 2, memos: 1 }
    expect(en.codebook.deleteMeans(means, 1)).toBe('No coding uses it. 2 codes below it go along. 1 memo about it too.')
    expect(en.codebook.deleteMeans(means, 3)).toBe(
      'No coding uses them. 2 codes below them go along. 1 memo about them too.',
    )
    expect(ru.codebook.deleteMeans(means, 3)).toContain('Вместе с ними — коды под ними: 2.')
    expect([1, 2, 5].map((n) => ru.repair.goes(n, 0))).toEqual([
      'при отказе уйдёт 1 кодировка',
      'при отказе уйдут 2 кодировки',
      'при отказе уйдёт 5 кодировок',
    ])
    expect(ru.repair.gaveUp(1, 3)).toBe('Снят 1 отрывок, с ним 3 кодировки')
  })
  it('leave no English in Russian, but for names and signs', () => {
    const seen: string[] = []
    const walk = (words: unknown): void => {
      if (typeof words === 'string') seen.push(words)
      else if (typeof words === 'object' && words !== null) for (const each of Object.values(words)) walk(each)
    }
    walk(ru)
    const latin = seen.filter((text) =>
      /[a-z]{3,}/i.test(
        text.replaceAll(
          /\.kartoteka|NVivo|ATLAS\.ti|MAXQDA|QualCoder|REFI-QDA|\.qdpx|\.qde|\.qdc|\.csv|\.svg|\.xlsx|\.png|log Dice|\.html|\.txt|\.md|\.odt|Word|Excel|PDF|Enter|Shift|Ctrl|Alt|Esc|OR|NOT/g,
          '',
        ),
      ),
    )
    expect(latin).toEqual([])
  })
  it('say what deleting a code takes along, and nothing that is not so', () => {
    const nothing = { codings: 0, sources: 0, passages: 0, children: 0 }
    expect(en.codebook.deleteMeans(nothing, 1)).toBe('No coding uses it.')
    expect(en.codebook.deleteMeans({ codings: 4, sources: 1, passages: 1, children: 2 }, 1)).toBe(
      '4 codings in 1 document will be removed. 1 passage that has no other code or memo will go with them. 2 codes below it go along.',
    )
  })
})
