import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameFinder, replaced } from '../../electron/archive/names/find-names.ts'
import { offeredForms } from '../../electron/archive/names/offered-forms.ts'
import type { NameLayer } from '../../schema/names.ts'

const layer = (entries: Readonly<Record<string, readonly string[]>>): NameLayer => ({
  entries: Object.entries(entries).map(([pseudonym, forms]) => ({ id: pseudonym, pseudonym, forms })),
  refused: [],
  refusedForms: [],
})
const masked = (text: string, entries: Readonly<Record<string, readonly string[]>>) =>
  replaced(text, nameFinder(layer(entries)).find(text))

describe('a name in a text', () => {
  it.each([
    [
      'Пришла Алёна, и Алены не стало.',
      { 'adviser 2': ['Алёна', 'Алены'] },
      'Пришла [adviser 2], и [adviser 2] не стало.',
    ],
    ['Annabel met Anna’s friend.', { A: ['Anna'] }, 'Annabel met [A]’s friend.'],
    ['Римского-Корсакова знают все.', { B: ['Римского-Корсакова'] }, '[B] знают все.'],
    ['Anna Petrova and Anna.', { A: ['Anna'], AP: ['Anna Petrova'] }, '[AP] and [A].'],
    ['Вера ушла, а вера осталась.', { V: ['Вера'] }, '[V] ушла, а вера осталась.'],
    ['В приюте «заря» и «Заря».', { shelter: ['заря'] }, 'В приюте «[shelter]» и «[shelter]».'],
  ])('%s', (text, entries, wanted) => {
    expect(masked(text, entries)).toBe(wanted)
  })
  it('is left where a person refused it, in that place or in that form', () => {
    const base = layer({ A: ['Anna', 'Anne'] })
    const text = 'Anna, Anna, Anne.'
    const there = nameFinder({ ...base, refused: ['doc 6 Anna'], refusedForms: [['A', 'anne']] })
    expect(replaced(text, there.find(text, { document: 'doc', offset: 0 }))).toBe('[A], Anna, Anne.')
  })
  it('never changes what is not a hit, and hits never overlap', () => {
    const word = fc.constantFrom(
      'Анна',
      'анна',
      'Петрова',
      'Anna',
      'O’Neil',
      '🙂',
      'Римский-Корсаков',
      'e\u0301',
      'Анной',
    )
    const gap = fc.constantFrom(' ', ', ', '-', '\n', '. ', '’s ', '')
    const text = fc.array(fc.tuple(word, gap)).map((parts) => parts.flat().join(''))
    const forms = fc.array(
      fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(text, forms, (words, entry) => {
        const spans = nameFinder(layer({ X: entry, Y: ['Анна Петрова'] })).find(words)
        let at = 0
        let outside = ''
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          outside += words.slice(at, start)
          at = end
        }
        outside += words.slice(at)
        expect(
          replaced(
            words,
            spans.map((span) => ({ ...span, shown: '' })),
          ),
        ).toBe(outside)
      }),
    )
  })
})

describe('forms that are offered', () => {
  it.each([
    ['person', 'Анна Петрова', 'female', ['Анны Петровой', 'Анне Петровой', 'Анной', 'Петрову', 'Anna Petrova']],
    ['person', 'Сергей Волков', 'male', ['Сергея Волкова', 'Сергеем Волковым', 'Volkov']],
    ['person', 'Юрий Хмельницкий', 'male', ['Юрия Хмельницкого', 'Юрием', 'Yuriy', 'Iurii']],
    ['person', 'Мария', 'female', ['Марии', 'Марию', 'Марией', 'Mariya', 'Mariia']],
    ['person', 'Yelena Zhukova', 'female', ['Елена Жукова', 'Елены Жуковой', 'Yelena Zhukova']],
    ['place', 'Заречье', '', ['Заречья', 'Заречью']],
    ['place', 'Пермь', '', ['Перми', 'Пермью', 'Perm']],
  ] as const)('%s %s', (kind, name, gender, wanted) => {
    expect(offeredForms(kind, name, gender)).toEqual(expect.arrayContaining([...wanted]))
  })
  it('leave a woman’s surname that ends in a consonant as it is', () => {
    const forms = offeredForms('person', 'Ольга Шмидт', 'female')
    expect(forms).toContain('Ольги Шмидт')
    expect(forms).not.toContain('Шмидта')
  })
})
