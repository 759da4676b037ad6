/** The only words for why a project of another program was refused, in both languages. */
import type { Tongue } from './explain.ts'
import type { RefiFault } from './refi-fault.ts'

/** What is wrong with the file, and what to do. */
export function explainRefi(fault: RefiFault, tongue: Tongue): string {
  return tongue === 'ru' ? inRussian(fault) : inEnglish(fault)
}

const untouched = 'Nothing was read from it and nothing was changed.'
const thousands = (count: number, tongue: Tongue) => count.toLocaleString(tongue)
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000)

function inEnglish(fault: RefiFault): string {
  switch (fault.kind) {
    case 'refi-not-a-project':
      return `${fault.name} is neither a project (.qdpx, .qde) nor a codebook (.qdc). Export it again from the program that made it.`
    case 'refi-web-page':
      return `${fault.name} is a web page, not a project: the download was probably answered by a sign-in page. Download it again.`
    case 'refi-other-root':
      return `${fault.name} is XML of another kind (its first element is “${fault.root}”), not a REFI-QDA project or codebook.`
    case 'refi-without-project':
      return `${fault.name} is an archive without a project file (.qde) at its top. Export the project again as REFI-QDA.`
    case 'refi-several-projects':
      return `${fault.name} holds several project files (${fault.entries.slice(0, 4).join(', ')}), and it cannot be known which one is meant. ${untouched}`
    case 'zip-unsafe-name':
      return `${fault.name} holds a file called “${fault.entry}”, a name that could write outside its folder. ${untouched}`
    case 'zip-entry-twice':
      return `${fault.name} holds two files called “${fault.entry}”, and it cannot be known which one is meant. ${untouched}`
    case 'zip-link':
      return `${fault.name} holds a link, “${fault.entry}”, to something outside it. ${untouched}`
    case 'zip-encrypted':
      return `${fault.name} is protected by a password. Export the project again without one.`
    case 'zip-too-many-entries':
      return `${fault.name} holds ${thousands(fault.count, 'en')} files; a project may have up to ${thousands(fault.limit, 'en')}. ${untouched}`
    case 'zip-swells':
      return `“${fault.entry}” in ${fault.name} would become ${thousands(fault.times, 'en')} times larger when unpacked, as no document does. ${untouched}`
    case 'zip-lies':
      return `“${fault.entry}” in ${fault.name} is not as large as the archive says. ${untouched} Export the project again.`
    case 'zip-damaged':
      return fault.entry === ''
        ? `${fault.name} is damaged or not whole. Copy or export it again.`
        : `“${fault.entry}” in ${fault.name} is damaged. ${untouched} Copy or export the project again.`
    case 'xml-doctype':
      return `The project file of ${fault.name} has a document type definition (DOCTYPE), which can be used to do harm. ${untouched}`
    case 'xml-malformed':
      return `The project file of ${fault.name} is not well-formed XML at line ${fault.line} (${fault.detail}). ${untouched} Export the project again.`
    case 'xml-encoding':
      return `The project file of ${fault.name} is not ${fault.encoding}, whatever it says. ${untouched} Export the project again.`
    case 'xml-too-deep':
      return `The project file of ${fault.name} has elements more than ${thousands(fault.limit, 'en')} deep in each other. ${untouched}`
    case 'xml-too-large':
      return `The project file of ${fault.name} ${tooLarge.en[fault.what](fault.limit)}. ${untouched}`
  }
}

const tooLarge = {
  en: {
    attribute: (limit: number) => `has an attribute of more than ${thousands(limit, 'en')} characters`,
    elements: (limit: number) => `has more than ${thousands(limit, 'en')} elements`,
    file: (limit: number) => `has more than ${megabytes(limit)} MB`,
  },
  ru: {
    attribute: (limit: number) => `содержит атрибут длиннее ${thousands(limit, 'ru')} знаков`,
    elements: (limit: number) => `содержит больше ${thousands(limit, 'ru')} элементов`,
    file: (limit: number) => `больше ${megabytes(limit)} МБ`,
  },
} as const

const unread = 'Из него ничего не прочитано, и ничего не изменено.'

function inRussian(fault: RefiFault): string {
  switch (fault.kind) {
    case 'refi-not-a-project':
      return `${fault.name} — не проект (.qdpx, .qde) и не книга кодов (.qdc). Экспортируйте его заново из программы, в которой он сделан.`
    case 'refi-web-page':
      return `${fault.name} — веб-страница, а не проект: вместо файла, вероятно, скачалась страница входа. Скачайте его ещё раз.`
    case 'refi-other-root':
      return `${fault.name} — XML другого рода (первый элемент — «${fault.root}»), а не проект или книга кодов REFI-QDA.`
    case 'refi-without-project':
      return `${fault.name} — архив, в котором на верхнем уровне нет файла проекта (.qde). Экспортируйте проект заново в REFI-QDA.`
    case 'refi-several-projects':
      return `В ${fault.name} несколько файлов проекта (${fault.entries.slice(0, 4).join(', ')}), и неизвестно, какой нужен. ${unread}`
    case 'zip-unsafe-name':
      return `В ${fault.name} есть файл с именем «${fault.entry}», которое может увести за пределы папки. ${unread}`
    case 'zip-entry-twice':
      return `В ${fault.name} два файла с именем «${fault.entry}», и неизвестно, какой нужен. ${unread}`
    case 'zip-link':
      return `В ${fault.name} есть ссылка «${fault.entry}» на что-то вне его. ${unread}`
    case 'zip-encrypted':
      return `${fault.name} защищён паролем. Экспортируйте проект заново без пароля.`
    case 'zip-too-many-entries':
      return `Файлов в ${fault.name}: ${thousands(fault.count, 'ru')}; в проекте их может быть не больше ${thousands(fault.limit, 'ru')}. ${unread}`
    case 'zip-swells':
      return `«${fault.entry}» в ${fault.name} при распаковке вырос бы в ${thousands(fault.times, 'ru')} раз, чего с документами не бывает. ${unread}`
    case 'zip-lies':
      return `Размер «${fault.entry}» в ${fault.name} не тот, что указан в архиве. ${unread} Экспортируйте проект заново.`
    case 'zip-damaged':
      return fault.entry === ''
        ? `${fault.name} повреждён или записан не целиком. Скопируйте или экспортируйте его заново.`
        : `«${fault.entry}» в ${fault.name} повреждён. ${unread} Скопируйте или экспортируйте проект заново.`
    case 'xml-doctype':
      return `В файле проекта ${fault.name} есть описание типа документа (DOCTYPE), которым можно навредить. ${unread}`
    case 'xml-malformed':
      return `Файл проекта ${fault.name} — неправильный XML, строка ${fault.line} (${fault.detail}). ${unread} Экспортируйте проект заново.`
    case 'xml-encoding':
      return `Файл проекта ${fault.name} записан не в ${fault.encoding}, что бы в нём ни говорилось. ${unread} Экспортируйте проект заново.`
    case 'xml-too-deep':
      return `В файле проекта ${fault.name} элементы вложены друг в друга глубже ${thousands(fault.limit, 'ru')}. ${unread}`
    case 'xml-too-large':
      return `Файл проекта ${fault.name} ${tooLarge.ru[fault.what](fault.limit)}. ${unread}`
  }
}
