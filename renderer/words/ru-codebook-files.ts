/** Слова о книге кодов как файле: сохранение и загрузка. */
import type { codebookFiles as english } from './en-codebook-files.ts'
import { grammarOf } from './numbers.ts'
import type { Widened } from './shape.ts'

const say = grammarOf('ru-RU', ['КБ', 'МБ'])

export const codebookFiles: Widened<typeof english> = {
  menu: 'Книга кодов как файл',
  save: 'Сохранить книгу кодов…',
  take: 'Загрузить книгу кодов…',
  saveTitle: 'Сохранить книгу кодов',
  format: 'Вид файла',
  formats: {
    docx: 'Документ Word, для приложения',
    xlsx: 'Электронная таблица (.xlsx)',
    csv: 'Таблица (.csv)',
    qdc: 'Для других программ, по стандарту обмена',
  },
  counts: 'С указанием, как часто применялся каждый код',
  saveDo: 'Сохранить',
  takeTitle: (file) => `Загрузка книги кодов из ${file}`,
  sum: (fresh, changed, same) =>
    `${say.count(fresh, { one: '# новый код', few: '# новых кода', other: '# новых кодов' })}, изменится: ${say.number(changed)}, без изменений: ${say.number(same)}.`,
  stay: 'Коды, которых нет в таблице, остаются как есть. Пустая ячейка ничего не стирает.',
  stayExchanged:
    'Код узнаётся по своему идентификатору, где бы он ни стоял, а без него — по пути. Коды, которых нет в файле, остаются как есть.',
  sets: 'Наборы',
  newSet: (name, n) => `Новый набор «${name}», кодов: ${say.number(n)}`,
  grownSet: (name, n) => `В набор «${name}» добавится кодов: ${say.number(n)}`,
  losses: 'Без места здесь',
  lines: 'Новые и изменяемые коды',
  fresh: 'новый',
  fields: {
    shortcut: 'ключ',
    name: 'название',
    below: 'место',
    codable: 'заголовок',
    definition: 'определение',
    include: 'когда применять',
    exclude: 'когда не применять',
    example: 'пример',
    colour: 'цвет',
  },
  refused: 'Не загружается',
  becomes: (field, from, to) => `${field}: ${from === '' ? '' : `«${from}» → `}«${to}»`,
  unknown: (columns) => `Столбцы, которые не читаются: ${columns}`,
  row: (n) => `Строка ${say.number(n)}`,
  takeDo: 'Загрузить',
  taken: (fresh, changed) =>
    `${say.count(fresh, { one: 'Добавлен # код', few: 'Добавлено # кода', other: 'Добавлено # кодов' })}, изменено: ${say.number(changed)}.`,
}
