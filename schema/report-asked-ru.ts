import { agreementWords } from './report-agreement-ru.ts'
import type { AskedWords } from './report-asked.ts'

const either = (yes: string, no: string) => (value: string) => (value === 'true' ? yes : no)
const among =
  (all: Readonly<Record<string, string>>, before = '') =>
  (value: string) =>
    `${before}${all[value] ?? value}`

export const asked: AskedWords = {
  option: {
    attribute: (value) => `группы: ${value}`,
    rows: (value) => `строки: ${value}`,
    columns: (value) => `столбцы: ${value}`,
    by: among({ source: 'строка — документ', code: 'строка — код' }),
    measure: (value) => `в ячейках: ${value}`,
    rolledUp: either('коды вместе с нижестоящими', 'каждый код сам по себе'),
    meeting: among({
      paragraph: 'коды встречаются в одном абзаце',
      turn: 'коды встречаются в одной реплике',
      source: 'коды встречаются в одном документе',
      passage: 'коды встречаются на одном отрывке',
      overlap: 'коды встречаются на одних и тех же словах (пары)',
      near: 'коды встречаются рядом (пары)',
    }),
    within: (value, query) =>
      query.name === 'cooccurrence' && query.meeting === 'near' ? `наибольшее расстояние в абзацах: ${value}` : '',
    coefficient: among(
      {
        jaccard: 'Жаккара',
        dice: 'Дайса',
        matching: 'простого совпадения',
        russell: 'Рассела и Рао',
        zeta: 'дзета Кукарца и Редикера',
        euclid: 'евклидово расстояние',
      },
      'коэффициент: ',
    ),
    date: among({ coding: 'по дню кодирования', document: 'по дате документа' }),
    period: among({ day: 'по дням', week: 'по неделям', month: 'по месяцам', year: 'по годам' }),
    of: among({ documents: 'в документах целиком', passages: 'только в кодированных отрывках' }),
    word: (value) => `слово: ${value}`,
    exact: either('только в этой форме', 'в любой форме'),
    byStem: either('формы слова вместе', 'каждая форма отдельно'),
    withoutStopWords: either('без стоп-слов', 'стоп-слова считаются'),
    withoutInterviewer: either('без интервьюера', 'с интервьюером'),
    least: (value) => `наименьшее число вхождений: ${value}`,
    words: (value) => `слов с каждой стороны: ${value}`,
    window: (value) => `слов с каждой стороны: ${value}`,
    units: among(agreementWords.asked.units),
    state: among(agreementWords.asked.state),
    coefficients: among(agreementWords.asked.coefficients),
    everywhere: (value) => agreementWords.asked.everywhere(value === 'true'),
    round: (value) => agreementWords.asked.round(value),
    overlap: (value, query) =>
      query.name === 'agreement' && query.units === 'segments' ? agreementWords.asked.overlap(value) : '',
    seed: (value) => agreementWords.asked.seed(value),
    draws: (value) => agreementWords.asked.draws(value),
    order: among(
      {
        right: 'что следует',
        left: 'что предшествует',
        position: 'место в тексте',
        logLikelihood: 'G²',
        mutualInformation: 'MI',
        t: 't',
        logDice: 'log Dice',
      },
      'порядок: ',
    ),
  },
  groupings: {
    kind: 'Вид',
    language: 'Язык',
    level: 'Уровень цитирования',
    case: 'Случай',
    code: 'Коды',
    stance: 'Оценка',
    holdsResponsible: 'На кого возложена ответственность',
  },
  fields: {
    codes: 'коды',
    sets: 'наборы кодов',
    sources: 'документы',
    kinds: 'виды документов',
    coders: 'кодировщики',
    passages: 'из выбранных отрывков:',
    olderWording: 'кодировки по прежней формулировке',
    stances: 'оценка',
    responsibles: 'ответственность возложена на:',
    codedFrom: 'закодировано с',
    codedBefore: 'закодировано до',
  },
  withChildren: '(вместе с нижестоящими)',
  operators: { '=': 'равно', '!=': 'не равно', '<': 'меньше', '<=': 'не больше', '>': 'больше', '>=': 'не меньше' },
  known: 'что-то известно',
  unknown: 'ничего не известно',
  or: 'или',
  only: 'только',
  against: 'в сравнении:',
  others: 'все остальные документы',
  gone: '(уже удалено)',
  more: (n) => `и ещё ${n}`,
}
