import { fieldWords } from './field-words.ts'
import { asked } from './report-asked-ru.ts'
import { agreementWords } from './report-agreement-ru.ts'
import type { ReportNote } from './report-table.ts'
import type { ReportWords } from './report-words.ts'

const number = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 })
const n = (value: number) => number.format(value)

function note(said: ReportNote): string {
  switch (said.kind) {
    case 'about':
      return `Документов: ${n(said.sources)}; кодировок: ${n(said.codings)}; кодировщики: ${(said.coders.join(', ') || '—').replace(/\.$/, '')}.`
    case 'filtered':
      return 'Задан фильтр: сосчитано только то, что он пропускает.'
    case 'parked':
      return `Не вошли отрывки, чьи слова вырезаны правкой: ${n(said.passages)}.`
    case 'regions':
      return `Среди отрывков есть прямоугольники на страницах: ${n(said.passages)}; в них нет ни слов, ни знаков.`
    case 'not-a-sample':
      return 'Интервью отобраны не случайно: это описание этих документов и ничего сверх них.'
    case 'too-few-sources':
      return `p не приводится: документов ${n(said.sources)}, а при числе меньше ${n(said.least)} оно ничего не говорит.`
    case 'small-expected':
      return `Ожидаемые числа слишком малы для хи-квадрата в части проверок (${n(said.tests)}; наименьшее ${n(said.smallest)}); там смотрите точное p.`
    case 'exact-test':
      return said.how === 'fisher'
        ? 'Точное p: критерий Фишера.'
        : said.how === 'enumerated'
          ? 'Точное p: все таблицы с такими итогами.'
          : `Точное p: ${n(said.draws)} таблиц, взятых с постоянным зерном.`
    case 'many-tests':
      return `Из ${n(said.tests)} проверок около ${n(said.byChance)} вышли бы за .05 просто случайно.`
    case 'beyond-one':
      return `Коэффициент больше 1 в ячейках: ${n(said.cells)}; длинная кодировка встретила несколько коротких.`
    case 'unequal-uses':
      return `Один код встречается впятеро чаще другого в ячейках: ${n(said.cells)}; там смотрите доли.`
    case 'without-value':
      return `Документов без значения: ${n(said.sources)}.`
    case 'several-values':
      return `Документов, вошедших в несколько групп: ${n(said.sources)}.`
    case 'several-coders':
      return `Сложены кодировки разных людей: ${n(said.coders)}; один код на тех же словах от двоих считается дважды.`
    case 'without-interviewer':
      return 'Реплики интервьюера не учтены.'
    case 'stop-words':
      return `Отброшено стоп-слов: ${n(said.left)}${said.keepsNegations ? '; отрицания оставлены' : ''}.`
    case 'words':
      return `Сосчитано слов: ${n(said.words)}, документов: ${n(said.sources)}.`
    case 'incomplete':
      return `Подсчёт ещё идёт: ${n(said.done)} из ${n(said.of)} документов.`
    case 'paragraphs-read':
      return `Абзацев с этим словом ${n(said.of)}; здесь прочитаны с ${n(said.from + 1)}-го по ${n(said.to)}-й.`
    case 'cut':
      return `Показано ${n(said.shown)} из ${n(said.of)}.`
    case 'unused':
      return `Кодов, которые не применялись: ${n(said.codes)}; документов без кодировок: ${n(said.sources)}.`
    case 'unconfirmed':
      return `Вопрос в репликах интервьюера не подтверждён, а только предложен по сходству: реплик ${n(said.turns)}, документов ${n(said.sources)}; они всё равно учтены.`
    case 'alone':
      return `Говорит один человек (*): ячеек ${n(said.cells)}. Знающий поле может его узнать.`
    case 'small-groups':
      return `Групп, в которых документов меньше ${n(said.least)}: ${n(said.groups)}. Знающий поле может их узнать.`
    case 'agreement':
    case 'left-out':
    case 'interval':
    case 'characters':
    case 'older-wordings':
      return agreementWords.note(said)
    case 'no-guide':
      return 'Ни одна реплика ещё не связана с вопросом гида.'
  }
}

export const ru: ReportWords = {
  locale: 'ru-RU',
  reports: {
    'code-frequency': { name: 'Частота кодов', question: 'Как часто встречается каждый код?' },
    'code-by-source': { name: 'Коды по документам', question: 'В каком документе о чём говорят?' },
    'code-by-attribute': { name: 'Коды по признаку', question: 'Кто о чём говорит?' },
    'code-by-question': { name: 'Коды по вопросам', question: 'Что отвечали на какой вопрос?' },
    cooccurrence: { name: 'Совместные коды', question: 'Какие коды встречаются вместе?' },
    coverage: { name: 'Покрытие', question: 'Какая часть текста закодирована?' },
    facets: { name: 'Кто в ответе', question: 'Кто кого винит?' },
    similarity: { name: 'Сходство документов', question: 'Какие документы похожи по кодам?' },
    timeline: { name: 'По времени', question: 'Когда о чём говорили или что кодировали?' },
    words: { name: 'Частота слов', question: 'Какие слова встречаются чаще всего?' },
    keyness: { name: 'Характерные слова', question: 'Какие слова отличают эти документы?' },
    kwic: { name: 'Слово в контексте', question: 'Как употребляется слово?' },
    collocations: { name: 'Соседи слова', question: 'Какие слова стоят рядом со словом?' },
    agreement: { name: 'Согласие кодировщиков', question: 'Согласны ли кодировщики?' },
    'never-used': { name: 'Не использовано', question: 'Что не закодировано вовсе?' },
  },
  heads: {
    'code-frequency': 'Код',
    'code-by-source': 'Код',
    'code-by-attribute': 'Код',
    'code-by-question': 'Код',
    cooccurrence: 'Код',
    coverage: 'Документ',
    facets: 'Группа',
    similarity: 'Документ',
    timeline: 'Код',
    words: 'Слово',
    keyness: 'Слово',
    kwic: 'Место',
    collocations: 'Слово',
    agreement: 'Код',
    'never-used': 'Название',
  },
  measures: {
    codings: { name: 'Кодировки', hint: 'Сколько раз код применён' },
    sources: { name: 'Документы', hint: 'Документы, в которых код применён' },
    speakers: { name: 'Говорящие', hint: 'Разные говорящие, чьи реплики задеты; интервьюеры не в счёт' },
    characters: { name: 'Знаки', hint: 'Разные знаки под кодом; пересечения считаются один раз' },
    perThousandWords: { name: 'На 1000 слов', hint: 'Кодировок на тысячу слов документов' },
    coverage: { name: 'Покрытие', hint: 'Доля знаков, лежащих под кодом' },
    length: { name: 'Длина', hint: 'Знаков в документе' },
    rowShare: { name: '% строки', hint: 'Доля от итога строки' },
    columnShare: { name: '% столбца', hint: 'Доля документов столбца' },
    residual: { name: 'Остаток', hint: 'Скорректированный остаток; важны ячейки за пределами ±2' },
    chiSquare: { name: 'χ²', hint: 'Хи-квадрат наличия по группам; единица — документ' },
    degrees: { name: 'ст. св.', hint: 'Степени свободы' },
    p: { name: 'p', hint: 'Вероятность по хи-квадрату, если связи нет' },
    exactP: { name: 'точное p', hint: 'Вероятность по точному критерию' },
    cramersV: { name: 'V', hint: 'V Крамера с поправкой: сила связи от 0 до 1' },
    together: { name: 'Вместе', hint: 'Где оба кода встретились' },
    cCoefficient: { name: 'c', hint: 'Коэффициент: вместе / (один + другой − вместе)' },
    similarity: { name: 'Сходство', hint: 'От 0 до 1 по выбранному коэффициенту' },
    distance: { name: 'Расстояние', hint: 'Евклидово расстояние стандартизованных частот' },
    occurrences: { name: 'Здесь', hint: 'Сколько раз слово встретилось здесь' },
    otherOccurrences: { name: 'В других', hint: 'Сколько раз в остальных документах' },
    otherPerThousandWords: { name: 'В других на 1000', hint: 'На тысячу слов остальных документов' },
    keyness: { name: 'G²', hint: 'Логарифм правдоподобия со знаком: за ±3,84 случайно бывает редко (.05)' },
    logRatio: { name: 'Лог. отношение', hint: 'Сколько раз удвоено: 1 — здесь вдвое чаще' },
    expected: { name: 'Ожидалось', hint: 'Сколько раз встретились бы случайно' },
    logLikelihood: { name: 'G²', hint: 'Логарифм правдоподобия пары' },
    mutualInformation: { name: 'MI', hint: 'Взаимная информация; выделяет редкие слова' },
    t: { name: 't', hint: 't-мера; выделяет частые слова' },
    logDice: { name: 'log Dice', hint: 'Не больше 14; не зависит от объёма корпуса' },
    left: { name: 'До', hint: 'Слова перед' },
    match: { name: 'Слово', hint: 'Слово, как оно стоит' },
    right: { name: 'После', hint: 'Слова после' },
    uses: { name: 'Применения', hint: 'Мест, в которых есть код' },
    codes: { name: 'Коды', hint: 'Разных кодов в документе' },
    nothing: { name: '', hint: '' },
    ...agreementWords.measures,
  },
  gaps: {
    ...agreementWords.gaps,
    'no-uses': 'Не определено: код не использован',
    'no-documents': 'Не определено: нет документов',
    'no-codes': 'Не определено: ни в одном из документов нет кода',
    'no-words': 'Не определено: нет слов',
    'no-text': 'Не определено: нет текста',
    'one-value': 'Не определено: у всех документов одно значение',
    'too-few-sources': 'Не приводится: слишком мало документов',
    'no-spread': 'Не определено: нет разброса',
    'not-asked': 'Не спрашивали',
    'no-answer': 'Спросили, ответа нет',
    itself: 'Сам код или код над ним',
    'small-expected': 'Ожидаемые числа малы для хи-квадрата: смотрите точное p',
    'chi-square-holds': 'Не нужно: хи-квадрат здесь применим',
    'too-large': 'Не вычислено: точный критерий занял бы слишком долго',
    'beyond-range': 'Больше 1: пар больше, чем кодировок каждого кода',
  },
  agreement: agreementWords,
  total: 'Всего',
  noValue: 'Нет значения',
  undated: 'Без даты',
  otherwise: 'Не указано',
  kinds: fieldWords.ru.kinds,
  languages: fieldWords.ru.languages,
  facets: { ...fieldWords.ru.stances, ...fieldWords.ru.responsibles },
  stamp: {
    asked: 'Запрос',
    how: 'Как спрошено',
    at: 'Выполнен',
    fingerprint: 'Отпечаток архива',
    contents: 'Архив',
    counts: ({ sources, codes, passages, codings }) =>
      `документов ${n(sources)}, кодов ${n(codes)}, отрывков ${n(passages)}, кодировок ${n(codings)}`,
    withheld: (documents) => `Не вошли документы, которые нельзя цитировать и считать: ${n(documents)}.`,
    cut: (shown, of) => `Строк всего ${n(of)}; здесь первые ${n(shown)}.`,
    places: (places) => `Не вошли места, слова которых нельзя цитировать: ${n(places)}.`,
    small: (cells) =>
      `Малые числа: ячеек, где меньше трёх документов или говорящих, — ${n(cells)}. Знающий поле может узнать людей.`,
    data: 'Таблица',
    about: 'Сведения',
  },
  asked,
  note,
}
