/** Every word of the interface, in Russian: written, not translated word by word. */
import { fieldWords } from '../../schema/field-words.ts'
import { exportingWords } from './ru-exporting.ts'
import { agreementWords } from './ru-agreement.ts'
import { merging } from './ru-merging.ts'
import { review } from './ru-review.ts'
import { names } from './ru-names.ts'
import { codebookFiles } from './ru-codebook-files.ts'
import { leaving } from './ru-leaving.ts'
import { caseWords } from './ru-cases.ts'
import { passageWords } from './ru-passages.ts'
import { guideWords } from './ru-guide.ts'
import { readingWords } from './ru-reading.ts'
import { retrieval } from './ru-retrieval.ts'
import { reporting } from './ru-reporting.ts'
import { search } from './ru-search.ts'
import { keptReports } from './ru-kept-reports.ts'
import { stopWords } from './ru-stop-words.ts'
import { passage } from './ru-sensitivity.ts'
import type { Words } from './shape.ts'
import { startWords } from './ru-start.ts'
import { libraryWords } from './ru-library.ts'
import { readerWords } from './ru-reader.ts'
import { editingWords } from './ru-editing.ts'
import { codebookWords } from './ru-codebook.ts'
import { memosWords } from './ru-memos.ts'
import { keysWords } from './ru-keys.ts'
import { say, documents, files, codings, paragraphs, passages } from './ru-counts.ts'

export const ru: Words = {
  say,
  agreement: agreementWords,
  keptReports,
  merging,
  review,
  names,
  codebookFiles,
  stopWords,
  leaving,
  passage,
  cases: caseWords,

  app: {
    name: 'Картотека',
    untitled: 'Архив без названия',
    openingArchive: 'Архив открывается…',
    noHost: 'Окно не может связаться с архивом.',
    notAdmitted: 'По этому адресу открывается только одно окно.',
    notAdmittedText: 'Вернитесь в уже открытое окно или закройте его и запустите Картотеку ещё раз.',
    tryAgain: 'Попробовать ещё раз',
    drop: 'Отпустите файлы, чтобы импортировать',
    dropHint: 'Сначала откроется список для проверки; до вашего решения ничего не записывается.',
    skipToMiddle: 'Перейти к тексту',
    leftPane: 'Панель документов',
    middlePane: 'Чтение',
    rightPane: 'Книга кодов и сведения',
    closeRight: 'Закрыть правую панель',
    views: 'Разделы',
    back: 'Назад',
    forward: 'Вперёд',
  },

  common: {
    cancel: 'Отмена',
    close: 'Закрыть',
    done: 'Готово',
    save: 'Сохранить',
    delete: 'Удалить',
    undo: 'Отменить',
    redo: 'Вернуть',
    more: 'Ещё',
    clear: 'Очистить',
    loading: 'Загрузка…',
    of: (part, whole) => `${say.number(part)} из ${say.number(whole)}`,
    documents,
    files,
    codings,
    paragraphs,
    passages,
    pages: (n) => say.count(n, { one: '# страница', few: '# страницы', other: '# страниц' }),
    speakers: (n) => say.count(n, { one: '# говорящий', few: '# говорящих', other: '# говорящих' }),
    characters: (n) => say.count(n, { one: '# знак', few: '# знака', other: '# знаков' }),
  },

  views: {
    documents: 'Документы',
    search: 'Поиск',
    reports: 'Отчёты',
    reading: 'Чтение кодов',
    coders: 'Кодировщики рядом',
    guide: 'План интервью',
    review: 'Проверка',
    memos: 'Заметки',
    attributes: 'Случаи и атрибуты',
    import: 'Импорт',
    repair: 'Слова на проверку',
    versions: 'Версии',
    history: 'История',
    settings: 'Настройки',
  },

  kinds: fieldWords.ru.kinds,
  kindGroups: {
    transcript: 'Расшифровки',
    fieldnote: 'Полевые записи',
    pamphlet: 'Листовки',
    report: 'Доклады',
    law: 'Законы',
    image: 'Изображения',
    other: 'Другие документы',
  },
  languages: fieldWords.ru.languages,
  languagesShort: { en: 'АНГЛ', ru: 'РУС', mixed: 'А/Р', other: '—' },
  levels: {
    N: 'N · можно называть по имени',
    O: 'O · только организация',
    T: 'T · только тип организации',
    P: 'P · только псевдоним',
    S: 'S · только пересказ, без цитат',
    X: 'X · не использовать совсем',
  },

  ...startWords,
  ...libraryWords,
  ...readerWords,
  ...editingWords,
  ...codebookWords,
  search,
  retrieval,

  passages: passageWords(say),
  exporting: exportingWords(say),
  reading: readingWords(say),
  guide: guideWords(say),

  reporting,

  ...memosWords,
  ...keysWords,
  pieces: {
    dismiss: 'Убрать',
    showPassphrase: 'Показать',
    hidePassphrase: 'Скрыть',
    sortBy: (column) => `Упорядочить: ${column}`,
    resize: 'Изменить ширину панелей',
    notices: 'Сообщения',
    counting: 'Идёт подсчёт…',
    searching: 'Идёт поиск…',
    collecting: 'Собираем…',
  },
}
