/** The words of the search, in Russian. */
import { grammarOf } from './numbers.ts'
import type { Words } from './shape.ts'

const say = grammarOf('ru-RU', ['КБ', 'МБ'])
const paragraphs = (n: number) =>
  say.count(n, { one: '# абзац', few: '# абзаца', many: '# абзацев', other: '# абзаца' })
const matches = (n: number) =>
  say.count(n, { one: '# совпадение', few: '# совпадения', many: '# совпадений', other: '# совпадения' })
const passages = (n: number) =>
  say.count(n, { one: '# отрывок', few: '# отрывка', many: '# отрывков', other: '# отрывка' })
const inDocuments = (n: number) => `документов: ${say.number(n)}`

export const search: Words['search'] = {
  title: 'Искать во всех документах',
  placeholder: 'Слова в любой форме, по-русски или по-английски',
  placeholderPattern: 'Регулярное выражение, например \\bприют\\w* или \\d+ рублей',
  mode: 'Как искать',
  modes: { words: 'Слова', pattern: 'Выражение' },
  total: (hits, sources) => (hits === 0 ? 'Ничего не найдено' : `${paragraphs(hits)}, ${inDocuments(sources)}`),
  inOrder: 'в порядке документов: их слишком много, чтобы расставить по близости',
  order: 'Порядок',
  orders: { rank: 'Лучшие сначала', document: 'По документам' },
  corrected: (from, to) => `«${from}» нигде нет; искали ${to}`,
  passedOver: (terms) => `По этому поиск не ищет: ${terms}`,
  nothing: (query) => `По запросу «${query}» ничего нет`,
  nothingHint: 'Если изменить одно слово или снять один отбор, тоже ничего не найдётся. Попробуйте другое слово.',
  searchedIn: (sources) =>
    `Искали в текстах (${inDocuments(sources)}), в их названиях, случаях и атрибутах, в кодах и заметках.`,
  searchedUnder: (filters) => `Искали с отбором: ${filters}.`,
  wouldFind: 'А так что-нибудь найдётся',
  widening: (how, what) => {
    switch (how) {
      case 'typo':
        return `«${what}» вместо этого`
      case 'glossary':
        return 'Вместе с тем, что в глоссарии значит то же'
      case 'any-form':
        return 'Слова в любой форме'
      case 'without-word':
        return `Без ${what}`
      case 'without-filter':
        return what ? `Без отбора «${what}»` : 'Без отбора'
      case 'any-word':
        return 'Любое из слов'
    }
  },
  goOn: 'Пишите дальше: слово из одной-двух букв ищется как есть.',
  perDocument: 'Находки по документам',
  allDocuments: 'Все документы',
  filterDocuments: 'Найти в списке',
  sections: 'Где нашлось',
  section: {
    paragraphs: 'В текстах',
    source: 'Названия документов',
    case: 'Случаи',
    code: 'Коды',
    memo: 'Заметки',
    value: 'Атрибуты',
  },
  hits: 'Находки',
  why: (term, by, form) => {
    switch (by) {
      case 'form':
        return `${form}: само слово`
      case 'stem':
        return `${form}: форма слова «${term}»`
      case 'beginning':
        return `${form}: начинается как «${term}»`
      case 'typo':
        return `${form}: похоже на «${term}»`
      case 'joined':
        return `${form}: «${term}», написанное слитно`
      case 'glossary':
        return `${form}: в глоссарии то же, что «${term}»`
      case 'pattern':
        return form
    }
  },
  whyHere: 'Почему это нашлось',
  recent: 'Искали раньше',
  howTo: 'Как спрашивать',
  grammar: [
    ['приют деньги', 'оба слова, в любой форме и в любом порядке'],
    ['"меняем адрес"', 'эти слова подряд'],
    ['"деньги адрес"~5', 'эти слова, между ними не больше пяти'],
    ['приют OR убежище', 'любое из двух'],
    ['приют -линия', 'первое без второго; то же делает NOT'],
    ['довер*', 'все слова, которые так начинаются'],
    ['=приюты', 'только эта форма; ="два приюта" — эти формы подряд'],
    ['(донор OR посольство) деньги', 'скобки соединяют'],
    ['приют вид:отчёт', 'только в отчётах; ещё язык: роль: говорит: дата: где:R07 вопрос:4 #4e'],
  ],

  filters: 'Отбор',
  filter: {
    sources: 'Документ',
    kinds: 'Вид',
    languages: 'Язык',
    role: 'Кто говорит',
    speakers: 'Говорит',
    codes: 'С кодом',
    questions: 'Ответ на',
    attributes: 'Атрибуты',
    dates: 'Собрано',
    from: 'Собрано с',
    until: 'Собрано до',
  },
  roles: { interviewer: 'Интервьюеры', respondent: 'Все остальные' },
  from: 'С',
  until: 'По',
  dayHint: '2009, 2009-04 или 2009-04-17',
  dayWrong: 'Напишите год, месяц или день: 2009, 2009-04, 2009-04-17.',
  several: (n) => say.number(n),
  without: (filter) => `Снять: ${filter}`,
  clearFilters: 'Снять отбор',
  noneToChoose: 'Выбирать не из чего',

  glossary: 'Глоссарий',
  glossaryTitle: 'Глоссарий: слова, которые значат одно',
  glossaryText: 'Поиск одного из них можно расширить на остальные, на любом языке. Можно и словосочетания.',
  glossaryEmpty: 'Статей пока нет. Первой могла бы быть такая: приют, убежище, ночлежка.',
  glossaryNew: 'Новая статья',
  glossaryEntry: 'Слова, которые значат одно, через запятую',
  glossaryAdd: 'Добавить',
  glossaryDelete: (terms) => `Убрать: ${terms}`,
  glossaryDeleted: 'Убрано из глоссария.',
  glossaryExport: 'Сохранить таблицей',
  glossarySaved: (at) => `Сохранено: ${at}`,
  also: (terms, more) => `ещё ${terms}: на ${say.number(more)} больше`,
  alsoNone: (terms) => `ещё ${terms}: больше не станет`,
  widenMore: 'Искать и то, что по глоссарию значит то же',
  widenLess: 'Искать без глоссария',
  widened: (terms) => `вместе с ${terms}`,

  tick: (paragraph) => `Отметить ${paragraph}`,
  ticked: (n) => `Отмечено: ${say.number(n)}`,
  untick: 'Снять отметки',
  codeAll: 'Кодировать всё…',
  codeTicked: 'Кодировать отмеченное…',
  codeTitle: 'Кодировать найденное',
  otherCode: 'Другой код…',
  chooseCode: 'Выбрать код…',
  codeUnit: 'Что получит код',
  units: { word: 'Слова', sentence: 'Предложение', turn: 'Реплика', paragraph: 'Абзац' },
  codeOf: (n, places) => (n === 0 ? matches(places) : `${matches(places)}, абзацев: ${say.number(n)}`),
  codeFresh: (n) => `${passages(n)} — новые`,
  codeThere: (n) => `${passages(n)} уже есть, добавится код`,
  codeAlready: (n) => `${passages(n)} уже с этим вашим кодом: без изменений`,
  codeUnited: (n) => `${matches(n)} — в одном отрывке с другими`,
  codeTouching: (n) => `${n === 1 ? 'задевает' : 'задевают'} слова, у которых этот код стоит в других границах`,
  codeDo: (n) => `Кодировать ${passages(n)}`,
  codeUndo: 'Одна отмена вернёт всё как было.',
  coded: (n, name) => `Закодировано: ${passages(n)}, код ${name}.`,
  codedPart: (n, name) => `Остановлено. Закодировано: ${passages(n)}, код ${name}.`,

  matchCase: 'Различать заглавные',
  foldYo: 'ё = е',
  slower: 'Медленнее: читаются все тексты. Для \\w и \\b буквы любой письменности — буквы.',
  reading: (part, whole) => `прочитано ${say.percent(whole === 0 ? 1 : part / whole)}`,
  patternTotal: (n, sources) => (n === 0 ? 'Ничего не найдено' : `${matches(n)}, ${inDocuments(sources)}`),
  patternFull: (n) => `Показаны первые ${say.number(n)}; чтобы увидеть остальное, уточните выражение или отбор.`,
  stop: 'Остановить',
  stopped: 'остановлено',
  patternHint: 'Нажмите Enter, чтобы искать.',
  patternRun: 'Искать',
}
