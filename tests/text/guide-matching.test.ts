/** How well turns find their questions: on the interviews of the sample, and on a labelled list. All invented. */
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TurnMatcher } from '../../electron/archive/guide/match-turns.ts'
import { usualQuestions } from '../../electron/archive/guide/questions.ts'
import { turnsOf } from '../../electron/archive/text/turns.ts'
import type { GuideQuestion } from '../../schema/guide.ts'
import type { GuideQuestionId } from '../../schema/ids.ts'

const guide: readonly GuideQuestion[] = usualQuestions().map((question) => ({
  ...question,
  id: question.number as GuideQuestionId,
  code: null,
}))
const matcher = new TurnMatcher(guide)
const offered = (words: string): string => {
  const role = matcher.offer(words, true)
  return role.kind === 'asks' ? role.question : ''
}

/** The number of the question, '' for small talk and follow-ups. */
const labelled: readonly (readonly [asks: string, words: string])[] = [
  ['1', 'Could you start by telling me what kind of help people get here?'],
  ['1', 'What services does your group offer at the moment?'],
  ['1', 'Для начала: какие услуги вы предлагаете?'],
  ['1', 'Какую помощь получает у вас человек?'],
  ['2', 'How many beds do you have in the shelter?'],
  ['2', 'What about facilities, do you run any of your own?'],
  ['2', 'А помещения? Сколько у вас мест в приюте?'],
  ['3', 'How many clients came to you last year?'],
  ['3', 'Is the number of people rising, would you say?'],
  ['3', 'Сколько человек обратилось к вам за год?'],
  ['3', 'Число обращений растёт или падает?'],
  ['4', 'And the money, where does it come from?'],
  ['4', 'Who is funding all of this?'],
  ['4', 'А кто вас финансирует?'],
  ['4', 'Откуда приходят деньги на приют?'],
  ['5', 'Which partners do you have, and how are the relations?'],
  ['5', 'Do you cooperate with the police?'],
  ['5', 'С кем вы работаете вместе, кто ваши партнёры?'],
  ['5', 'Как складываются отношения с полицией?'],
  ['6', 'Would you call the work successful?'],
  ['6', 'What counts as success for you?'],
  ['6', 'Что для вас успех?'],
  ['7', 'What is lacking most of all?'],
  ['7', 'Чего вам сейчас не хватает больше всего?'],
  ['8', 'Which obstacles do you meet?'],
  ['8', 'What stands in your way?'],
  ['8', 'Какие трудности и препятствия вы встречаете?'],
  ['8', 'Что вам больше всего мешает?'],
  ['9', 'In your view, who is most effective?'],
  ['9', 'Кто, по-вашему, самый действенный?'],
  ['', 'Thank you, that is very kind. May I close the window?'],
  ['', 'Mm.'],
  ['', 'I see. And then?'],
  ['', 'How do you mean?'],
  ['', 'Could you say a little more about that night?'],
  ['', 'When was this, roughly?'],
  ['', 'And she agreed to that?'],
  ['', 'Is the recorder in your way here on the table?'],
  ['', 'Why did the driver wait?'],
  ['', 'Who told you so?'],
  ['', 'That is all. Thank you for your time.'],
  ['', 'Shall we have some tea first?'],
  ['', 'Понятно. А потом?'],
  ['', 'Почему?'],
  ['', 'Вы не против, если я включу запись?'],
  ['', 'Когда это было?'],
  ['', 'А можно подробнее об этом случае?'],
  ['', 'Спасибо, что нашли время.'],
  ['', 'И что она ответила?'],
  ['', 'Вы сами это видели?'],
]

/** Turns that are offered another question than they ask, and turns that ask one and are offered none. */
function measured(list: readonly (readonly [string, string])[]) {
  const told = ([asks, words]: readonly [string, string]) => `${asks || 'none'}: ${words}`
  return {
    wrong: list.filter(([asks, words]) => offered(words) !== '' && offered(words) !== asks).map(told),
    missed: list.filter(([asks, words]) => asks !== '' && offered(words) === '').map(told),
  }
}

const folder = new URL('../../fixtures/sources/', import.meta.url)
/** Each interview of the sample asks the nine questions in their order. */
const sample = readdirSync(folder)
  .filter((name) => /^R\d+ .*\.(?:txt|md)$/.test(name))
  .flatMap((name) => {
    const text = readFileSync(new URL(encodeURIComponent(name), folder), 'utf8')
    return turnsOf(text)
      .filter(({ isInterviewer }) => isInterviewer)
      .map(({ wordsStart, end }, n) => [String(n + 1), text.slice(wordsStart, end)] as const)
  })

describe('a turn finds its question', () => {
  it('in the interviews of the sample: never a wrong one, 52 of 54', () => {
    expect(sample.length).toBe(54)
    const { wrong, missed } = measured(sample)
    expect(wrong).toEqual([])
    expect(missed).toEqual(['1: What does the mission do in this field?', '1: What does the embassy contribute?'])
  })

  it('in a labelled list: never a wrong one, 28 of 30, and none for small talk and follow-ups', () => {
    const { wrong, missed } = measured(labelled)
    expect(wrong).toEqual([])
    expect(missed).toEqual(['1: Для начала: какие услуги вы предлагаете?', '8: Что вам больше всего мешает?'])
  })

  it('after words that lead up to it', () => {
    expect(
      offered('You spoke of the winter and of the house by the sea. Let me ask now: who pays for your work?'),
    ).toBe('4')
  })

  it('but where two questions are worded alike, it is offered neither', () => {
    const twins = guide.slice(0, 2).map((question) => ({ ...question, wordings: guide[3]?.wordings ?? [] }))
    expect(new TurnMatcher(twins).offer('Who pays for your work?', true)).toEqual({ kind: 'follows' })
  })

  it('and what ends the talk belongs to none', () => {
    for (const words of ['That is all. Thank you for your time.', 'Спасибо за разговор.', 'На этом всё, выключаю.'])
      expect([words, matcher.offer(words, true)]).toEqual([words, { kind: 'none' }])
    expect(matcher.offer('Всегда ли так было?', true)).toEqual({ kind: 'follows' })
  })

  it('as written, in either language, wholly', () => {
    for (const { id, wordings } of guide)
      for (const { words } of wordings) expect([words, matcher.likest(words)[0]?.question]).toEqual([words, id])
  })
})
