/** The words of reading: text, rectangles, halves, translations, pictures and printed pages. */
import { say, facets } from './ru-counts.ts'
import type { Words } from './shape.ts'

export const readerWords: Pick<Words, 'reader' | 'regions' | 'halves' | 'translation' | 'image' | 'pages'> = {
  reader: {
    appliedTo: (code: string, n: number) =>
      `Код ${code}: ${say.count(n, { one: '# слово', few: '# слова', many: '# слов', other: '# слова' })}`,
    appliedToRectangle: (code: string) => `Код ${code}: прямоугольник`,
    matchCase: 'Различать заглавные',
    wholeWords: 'Слова целиком',
    paragraph: (label: string) => `Абзац ${label}`,
    paragraphNumbers: 'Абзацы',
    passages: 'Отрывки с кодами',
    page: (n) => `с. ${n}`,
    tabs: 'Открытые документы',
    closeTab: (short) => `Закрыть ${short}`,
    rectangleOn: (page) => (page > 0 ? `Прямоугольник на странице ${page}` : 'Прямоугольник на изображении'),
    selectFirst: 'Сначала выделите слова: мышью или стрелками с Shift.',
    noSuchKey: (keys) => `Кода с клавишей ${keys} нет.`,
    nothingToRepeat: 'В этом окне ещё не применяли ни одного кода.',
    passageOf: (codes, quote) => `${codes || 'Без кода'}: «${quote}»`,
    copied: 'Скопировано со ссылкой.',
    notCopied: 'Буфер обмена недоступен.',
    chooseCode: 'Применить код',
    chooseOtherCode: 'Заменить код на',
    findCode: 'найти код',
    findCodePlaceholder: 'Любая часть названия кода или его клавиша…',
    addCode: (name) => `Добавить код «${name}»`,
    codingBar: 'Закодировать эти слова',
    nowALetter: 'теперь буква',
    familyItself: 'само семейство',
    described: (coding) =>
      [
        facets.weights[coding.weight],
        coding.stance && facets.stances[coding.stance],
        coding.holdsResponsible && `ответственность: ${facets.responsibles[coding.holdsResponsible]}`,
      ]
        .filter(Boolean)
        .join(', '),
    margin: 'Что показывают поля',
    densities: { names: 'Названия кодов', keys: 'Клавиши кодов', bars: 'Только полосы' },
    dragHandle: { start: 'Перетащите, чтобы изменить начало отрывка', end: 'Перетащите, чтобы изменить конец отрывка' },
    findInText: 'Найти в этом документе',
    notFound: 'Не найдено',
    nextFound: 'Следующее',
    previousFound: 'Предыдущее',
  },

  regions: {
    onPage: (page) => `Прямоугольники на странице ${page}`,
    drag: 'Перетащите, чтобы сдвинуть прямоугольник',
    size: 'Перетащите, чтобы изменить размер прямоугольника',
    list: 'Прямоугольники на изображении',
    drawnAt: (at) =>
      `Обведён прямоугольник: слева ${say.percent(at.left / 100)}, сверху ${say.percent(at.top / 100)}, ширина ${say.percent(at.width / 100)}, высота ${say.percent(at.height / 100)}.`,
    howToMove:
      'Стрелки сдвигают прямоугольник, Shift со стрелками меняет размер, Ctrl — крупнее шаг. Enter сохранит, Esc — нет.',
  },

  halves: {
    sides: { first: 'слева', second: 'справа' },
    half: (side, short) => (side === 'first' ? `Документ слева: ${short}` : `Документ справа: ${short}`),
    close: (short) => `Закрыть половину с ${short}`,
    closeThis: 'Закрыть эту половину',
    openBeside: 'Открыть рядом',
    showIn: { first: 'Показать слева', second: 'Показать справа' },
    closeOthers: 'Закрыть остальные документы',
    drop: { first: 'Слева', second: 'Справа' },
  },

  translation: {
    title: 'Перевод',
    isOf: 'Это перевод документа',
    none: 'Никакого',
    originalOf: (short) => `Его перевод: ${short}`,
    openBeside: (short) => `Открыть рядом ${short}`,
    unlink: (short) => `Это не перевод: ${short}`,
    pairs: (n) =>
      say.count(n, {
        one: '# пара абзацев закреплена',
        few: '# пары абзацев закреплены',
        many: '# пар абзацев закреплено',
        other: '# пары абзацев закреплено',
      }),
    pair: (from, to) => `${from} и ${to}`,
    unpair: (from, to) => `Разъединить ${from} и ${to}`,
    linkFirst: 'Пары бывают только у документа и его перевода. Укажите в инспекторе, что чему перевод.',
    onlyWords: 'Абзацы можно связать, когда оба документа показаны текстом.',
    paired: (from, to) => `Абзацы ${from} и ${to} теперь связаны.`,
  },

  image: {
    tools: 'Указатель, размер, поворот',
    pointer: 'Что делает указатель',
    pointers: { draw: 'Обводить', hand: 'Двигать' },
    whole: 'Изображение целиком',
    wide: 'По ширине панели',
    noneYet: 'Обведите что-нибудь на изображении и нажмите клавишу кода.',
    alt: (title) => `Изображение: ${title}`,
    selectFirst: 'Сначала обведите прямоугольник: мышью или клавишей N и стрелками.',
    brokenTitle: 'Изображение не показать',
    brokenText: 'Его файл повреждён. Прямоугольники и кодировки на месте.',
  },

  pages: {
    reading: 'Как читать документ',
    readings: { printed: 'Как в печати', text: 'Как текст' },
    readAsText: 'Читать как текст',
    bar: 'Страница, размер, поворот',
    draw: 'Обвести прямоугольник (с клавишей Alt — сразу)',
    page: 'с.',
    ofPages: (count) => `из ${say.number(count)}`,
    noWords: 'Скан без текста: выделить на нём нечего.',
    broken: (page) => `Страницу ${page} не нарисовать: файл здесь повреждён. Остальные страницы на месте.`,
    covered: 'Имена закрыты, а слова этой страницы измерены недостаточно точно: страница закрыта целиком.',
    unmatched:
      'Слова на этой странице не вполне те, что были импортированы; кодировки стоят там, где их слова нашлись снова.',
    refusedTitle: 'Показать страницы нельзя',
    refused: {
      locked: 'Файл просит пароль. Его текст и кодировки есть в архиве: читайте его как текст.',
      damaged: 'Файл повреждён. Его текст и кодировки есть в архиве: читайте его как текст.',
    },
  },
}
