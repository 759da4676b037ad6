/** Слова пакета для проверки: их читает тот, кто никогда не видел Картотеку. */
import { grammarOf } from './numbers.ts'
import type { Widened } from './shape.ts'
import type { reviewPack as english } from './en-review-pack.ts'

const say = grammarOf('ru-RU', ['КБ', 'МБ'])
const passages = (n: number) => say.count(n, { one: '# фрагмент', few: '# фрагмента', other: '# фрагментов' })
const units = (n: number) => say.count(n, { one: '# единица', few: '# единицы', other: '# единиц' })
const wait = (n: number) => say.count(n, { one: 'ждёт', other: 'ждут' })

export const reviewPack: Widened<typeof english> = {
  locked: 'Файл закрыт паролем',
  lockedAbout:
    'В нём фрагменты интервью и документов, которые вас просят проверить. Всё остаётся в этом файле и на этом компьютере: выйти в сеть страница не может.',
  passphrase: 'Пароль',
  passphraseHint: 'Его вам сообщил тот, кто прислал файл.',
  showPassphrase: 'Показать',
  hidePassphrase: 'Скрыть',
  unlock: 'Открыть',
  unlocking: 'Открываю…',
  noCrypto:
    'Этот браузер не может открыть закрытый файл с местной страницы. Откройте его в свежем браузере, например на основе Хрома или Файрфокса.',
  noFile: 'В файле нет фрагментов: он передан или сохранён не целиком. Попросите прислать его ещё раз.',
  language: 'Язык',
  look: 'Цвета',
  looks: { system: 'Как в системе', light: 'Светлые', dark: 'Тёмные' },
  wait: {
    review: (n: number) => `Вас ${wait(n)} ${passages(n)}`,
    coding: (n: number) => `Ваших кодов ${wait(n)} ${units(n)}`,
  },
  questions: (n: number) => say.count(n, { one: '# вопрос', few: '# вопроса', other: '# вопросов' }),
  askedBy: (from: string, day: string) => (from ? `От: ${from}, ${day}` : day),
  day: (at: string) => say.day(at),
  how: {
    review:
      'Прочитайте каждый фрагмент и скажите, подходит ли код. Если нет — предложите другой или оставьте замечание.',
    blind:
      'Выберите коды, которые вы поставили бы на фрагмент; только потом вы увидите коды первого кодировщика и скажете, согласны ли с ними.',
    coding:
      'Поставьте на каждую единицу подходящие коды, один или несколько, или отметьте, что не подходит ни один. Чужих кодов вы не видите.',
  },
  keysHint: 'Всё можно делать мышью; на каждой кнопке показана и клавиша.',
  name: 'Ваше имя',
  nameHint: 'Уйдёт вместе с ответом, чтобы было известно, кто что сказал.',
  nameMissing: 'Сначала напишите своё имя.',
  begin: 'Начать',
  goOn: 'Продолжить',
  decided: (done: number, all: number) => `Решено ${say.number(done)} из ${say.number(all)}`,
  goOnFromFile: 'Продолжить с сохранённого ответа…',
  taken: (n: number) => `Взято из ответа: ${passages(n)}.`,
  kept: 'Ваши решения хранятся в этом браузере, под паролем, пока вы не вернётесь.',
  notKept:
    'Этот браузер ничего не хранит для местных файлов. Сохраните ответ, прежде чем закрыть страницу: с него можно будет продолжить.',
  notKeptShort: 'В браузере не хранится',
  list: 'Фрагменты',
  filter: 'Какие фрагменты',
  filters: { all: 'Все', undecided: 'Открытые', disagreements: 'Иначе', unsure: 'Сомнения' },
  filterEmpty: {
    all: 'В этом файле нет фрагментов.',
    undecided: 'Всё решено.',
    disagreements: 'Нет фрагментов, которые вы видите иначе.',
    unsure: 'Нет фрагментов, в которых вы сомневаетесь.',
  },
  standings: {
    open: 'не решено',
    begun: 'начато',
    agreed: 'согласие',
    disagreed: 'увидено иначе',
    unsure: 'сомнение',
    coded: 'коды поставлены',
  },
  withComment: 'с замечанием',
  passageOf: (at: number, all: number) => `Фрагмент ${say.number(at)} из ${say.number(all)}`,
  asks: (from: string) => (from ? `Вопрос, ${from}` : 'Вопрос к вам'),
  coderPut: (n: number) =>
    n === 1 ? 'Первый кодировщик поставил этот код' : 'Первый кодировщик поставил эти коды, решите о каждом',
  verdicts: { agree: 'Согласие', disagree: 'Не так', unsure: 'Сомнение' },
  takeBack: (verdict: string) => `${verdict}: нажмите ещё раз, чтобы снять`,
  yours: 'Ваши коды',
  yourCodesFirst: 'Сначала выберите свои коды, затем вы увидите коды первого кодировщика.',
  noneYet: 'Пока нет.',
  noneFits: 'Не подходит ни один',
  putCode: 'Поставить код',
  reveal: 'Показать коды первого кодировщика',
  suggest: 'Предложить другой код',
  suggested: 'Вы предлагаете',
  answerPlaceholder: 'Ваш ответ, сейчас или в конце',
  takeOut: (name: string) => `Убрать ${name}`,
  findCode: 'Клавиша или название кода',
  findCodeHint: 'Enter ставит, Esc закрывает',
  noSuchCode: 'Такого кода в книге кодов нет.',
  family: (name: string) => `в «${name}»`,
  comment: 'Замечание',
  commentPlaceholder: 'Что стоит знать исследователю?',
  include: 'Когда ставить',
  exclude: 'Когда не ставить',
  example: 'Пример',
  noDefinition: 'У этого кода нет определения.',
  previous: 'Назад',
  next: 'Дальше',
  overview: 'Вопросы',
  showList: 'Фрагменты',
  save: 'Сохранить ответ',
  savedAs: (file: string) => `Сохранено: ${file}`,
  sendIt: (from: string) =>
    `В файле ваши решения и то, что вы написали, и ни слова из фрагментов. Отправьте его${from ? ` (${from})` : ' исследователю'}. Можно продолжить и сохранить ещё раз: считается последний.`,
  close: 'Закрыть',
  allDone: 'Всё решено',
  allDoneAbout: (from: string) => `Сохраните ответ и отправьте этот небольшой файл обратно${from ? ` (${from})` : ''}.`,
  someLeft: (n: number) => `Осталось: ${passages(n)}`,
  someLeftAbout: 'Это конец списка. Можно вернуться к открытым фрагментам или сохранить ответ как есть.',
  toOpen: 'К открытым',
  back: 'К фрагментам',
  changedSince: 'Изменено после сохранения',
  savedAll: 'Ответ сохранён',
}
