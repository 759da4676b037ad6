/** The words of the documents, their import and the lists of passages. */
import { say, documents, files, codings, paragraphs } from './ru-counts.ts'
import type { Words } from './shape.ts'

export const libraryWords: Pick<Words, 'library' | 'import' | 'quotations' | 'reports'> = {
  library: {
    title: 'Документы',
    filter: 'Найти документ',
    list: 'Документы',
    import: 'Импортировать файлы',
    menu: (name) => `Действия: ${name}`,
    emptyTitle: 'Документов пока нет',
    emptyText:
      'Перетащите файлы или папку в окно или выберите их на диске. Читаются текст, Word, PDF и изображения, хоть сотни сразу.',
    emptyAct: 'Выбрать файлы',
    nothingMatches: (filter) => `По запросу «${filter}» документов нет.`,
    clearFilter: 'Показать все',
    untick: 'Снять выделение с документов',
    ticked: (n) =>
      say.count(n, { one: 'Выбран # документ', few: 'Выбрано # документа', other: 'Выбрано # документов' }),
    count: documents,
    codingsOn: codings,
    uncoded: 'Ещё не кодировался',
    newTitle: 'Название',
    kind: 'Вид',
    language: 'Язык',
    level: 'Как можно цитировать',
    details: 'Описать',
    delete: 'Удалить',
    deleteMany: (n) => `Удалить ${documents(n)}`,
    deleted: (n, name) =>
      n === 1
        ? `Документ «${name}» удалён`
        : say.count(n, { one: 'Удалён # документ', few: 'Удалено # документа', other: 'Удалено # документов' }),
    noneOpenTitle: 'Ничего не открыто',
    noneOpenText: 'Выберите документ слева. Стрелки ведут по списку, Enter открывает.',
    facts: (kind, language, count) => `${kind}, ${language.toLowerCase()}, ${paragraphs(count)}`,
  },

  import: {
    title: 'Импорт',
    reading: (n) => `Читаю ${files(n)}`,
    readingOne: (done, total, name) =>
      `Прочитано ${say.number(done)} из ${say.number(total)}${name ? `: ${name}` : ''}`,
    writingOne: (done, total, name) =>
      `Импортировано ${say.number(done)} из ${say.number(total)}${name ? `: ${name}` : ''}`,
    emptyTitle: 'Соберите документы',
    emptyText:
      'Перетащите файлы или папки в любое место окна. Прежде чем что-то будет записано, вы увидите, что нашлось в каждом: вид, язык, говорящие, повторы, затруднения. Другой архив (.kartoteka) или проект другой программы (.qdpx, .qde, .qdc) объединяется с этим, когда вы увидели как.',
    choose: 'Выбрать файлы',
    addMore: 'Добавить файлы',
    summary: (chosen, total) => `Будет импортировано: ${say.number(chosen)} из ${say.number(total)}`,
    problems: (n) => say.count(n, { one: '# затруднение', few: '# затруднения', other: '# затруднений' }),
    duplicates: (n) => say.count(n, { one: '# повтор', few: '# повтора', other: '# повторов' }),
    all: 'Все',
    onlyProblems: 'Затруднения',
    onlyDuplicates: 'Повторы',
    commit: (n) => `Импортировать ${documents(n)}`,
    discard: 'Закрыть список',
    columns: {
      include: 'Взять',
      title: 'Название',
      file: 'Файл',
      kind: 'Вид',
      language: 'Язык',
      speakers: 'Говорящие',
      size: 'Объём',
      state: 'Замечания',
    },
    include: (name) => `Импортировать ${name}`,
    titleOf: (name) => `Название: ${name}`,
    kindOf: (name) => `Вид: ${name}`,
    languageOf: (name) => `Язык: ${name}`,
    interviewer: 'интервьюер',
    noSpeakers: 'нет',
    duplicateOfSource: (short) => `Уже есть в архиве: ${short}`,
    duplicateOfItem: (name) => `То же, что ${name} выше`,
    ready: 'Готов к импорту',
    imported: (short) => `Импортирован как ${short}`,
    refused: 'Не импортирован',
    cancelled: 'Не дошла очередь: импорт прерван',
    finished: (n) =>
      say.count(n, {
        one: 'Импортирован # документ',
        few: 'Импортировано # документа',
        other: 'Импортировано # документов',
      }),
    finishedSome: (n, refused) => `Импортировано: ${documents(n)}; не вышло: ${files(refused)}`,
    toDocuments: 'К документам',
    another: 'Импортировать ещё',
    nothingReadable: 'Ни один из этих файлов прочитать не удалось.',
  },

  quotations: {
    none: 'Закодированных отрывков здесь нет',
    noneHint: 'Выберите другой код или снимите отбор.',
  },

  reports: {
    emptyTitle: 'Пока ничего не закодировано',
    emptyText:
      'Когда появятся кодировки, здесь будет видно, как часто применялся каждый код, по документам и по видам.',
    coder: 'Кодировщик',
    allCoders: 'Все кодировщики',
    allKinds: 'Все виды',
    allCodes: 'Все коды',
    exportReport: 'Вывести отчёт',
    exportQuotations: 'Вывести отрывки',
    quotationsCsv: 'Отрывки, .csv',
    quotationsHtml: 'Отрывки, .html',
    allPassages: 'Все закодированные отрывки',
    showAll: 'Показать все',
    saved: (name, counted, withheld) =>
      withheld > 0
        ? `Сохранено: ${name}, ${counted}; удержано из-за согласия: ${say.number(withheld)}`
        : `Сохранено: ${name}, ${counted}`,
  },
}
