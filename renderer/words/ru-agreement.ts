import type { Widened } from './shape.ts'
import { say } from './ru-counts.ts'
import type { agreementWords as english } from './en-agreement.ts'

export const agreementWords: Widened<typeof english> = {
  option: {
    coders: { name: 'Кодировщики', all: 'Все', pair: (first, second) => `${first} и ${second}` },
    round: { name: 'Коды из', archive: 'Кодировки архива', of: (name) => `Раунд: ${name}` },
    units: {
      name: 'Единицы',
      values: {
        turn: 'Реплики',
        paragraph: 'Абзацы',
        answer: 'Ответы',
        sentence: 'Предложения',
        characters: 'Знаки',
        segments: 'Отрывки, как выделены',
      },
    },
    state: { name: 'Считается', values: { before: 'Как сначала', after: 'После решений' } },
    coefficients: { name: 'Коэффициенты', values: { alpha: 'α с интервалом', kappa: 'α и κ' } },
    everywhere: {
      name: 'Кодировал один',
      values: { false: 'Не входит', true: 'Как прочитанный' },
    },
    overlap: { name: 'Отрывки совпадают от', percent: (share) => `${share} %` },
  },
  nothingTitle: 'Сравнивать пока нечего',
  nothingText:
    'Для согласия нужны два кодировщика на одних и тех же документах. Объедините архив с копией второго кодировщика или примите ответ на слепой раунд проверки.',
  rule: 'Что посчитано',
  units: (count) => `Единиц: ${count}`,
  nobody: 'без кода',
  absent: 'не кодировал',
  besides: 'Рядом',
  unitsLabel: 'Единицы за этим числом',
  document: 'Документ',
  coders: (count) => say.count(count, { one: '# кодировщик', few: '# кодировщика', other: '# кодировщиков' }),
  differences: (count) => say.count(count, { one: '# расхождение', few: '# расхождения', other: '# расхождений' }),
  differs: 'расхождение',
  next: 'Следующее расхождение',
  previous: 'Предыдущее расхождение',
  openDocument: 'Открыть документ',
  arbitration: 'Что здесь поставлено',
  nothingHere: 'Здесь никто не поставил кода.',
  decisionOn: (code) => `Решение о коде ${code}`,
  choices: { holds: 'Остаётся', leave: 'Как есть', falls: 'Снимается' },
  verdicts: { holds: 'остаётся', falls: 'снят' },
  reason: 'Причина',
  reasonHint: 'Хранится вместе с решением. Снятый код не удаляется, а отмечается как отменённый.',
  exclude: (code) => `Добавить причину в «когда не применять» кода ${code}`,
  decide: 'Решить',
  decided: 'Решено.',
}
