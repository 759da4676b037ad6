/** Слова о случаях и атрибутах. */
import type { caseWords as english } from './en-cases.ts'
import { grammarOf } from './numbers.ts'
import type { Widened } from './shape.ts'

const say = grammarOf('ru-RU', ['КБ', 'МБ'])
const cells = (n: number) => say.count(n, { one: '# ячейка', few: '# ячейки', other: '# ячеек' })
const types = {
  text: 'Текст',
  number: 'Число',
  date: 'Дата',
  boolean: 'Да или нет',
  choice: 'Выбор из списка',
}
const leaves = {
  T: 'T и открытее: тип организации',
  O: 'O и N: организация, группа ролей',
  N: 'только N: может выдать человека',
}

export const caseWords: Widened<typeof english> = {
  title: 'Атрибуты',
  hint: 'Что известно о каждом документе и случае. Начните печатать, чтобы заполнить ячейку; Ctrl+C и Ctrl+V переносят блоки из электронной таблицы и в неё, Ctrl+D повторяет то, что стоит выше.',
  table: 'Таблица атрибутов',
  owners: { source: 'Документы', case: 'Случаи' },
  owner: 'Строки',
  document: 'Документ',
  case: 'Случай',
  documents: 'Документы',
  codings: 'Кодировки',
  shown: (n: number, all: number) => (n === all ? say.number(all) : `${say.number(n)} из ${say.number(all)}`),
  fields: {
    title: 'Название',
    kind: 'Вид',
    language: 'Язык',
    quotationLevel: 'Уровень цитирования',
    collectedOn: 'Дата',
    place: 'Место',
    citation: 'Как цитировать',
  },
  levels: {
    N: 'N · по имени',
    O: 'O · организация',
    T: 'T · тип',
    P: 'P · только псевдоним',
    S: 'S · только пересказ',
    X: 'X · не использовать',
  },
  yes: 'да',
  no: 'нет',
  emptyTitle: { source: 'Документов пока нет', case: 'Случаев пока нет' },
  emptyText: {
    source: 'Импортируйте документы: каждый станет здесь строкой, а то, что о нём известно, — ячейкой.',
    case: 'Случай — это тот или то, что вы изучаете: человек, организация, место. Добавьте в него документы, и всё, что известно о случае, будет верно для каждого из них.',
  },
  nothingFits: 'Под фильтры не подходит ни одна строка.',
  clearFilters: 'Снять фильтры',
  filters: 'Фильтр по столбцам',
  filterOf: (column: string) => `Слова в столбце «${column}»`,
  addCase: 'Добавить случай',
  newCase: 'Новый случай',
  caseName: 'Название случая',
  addAttribute: 'Добавить атрибут',
  usual: 'Обычные атрибуты',
  usualInterview: 'Добавить обычные для интервью',
  usualDocument: 'Добавить обычные для документов',
  usualAdded: (n: number) =>
    n === 0
      ? 'Все они здесь уже есть'
      : say.count(n, { one: 'Добавлен # атрибут', few: 'Добавлено # атрибута', other: 'Добавлено # атрибутов' }),
  columnMenu: (name: string) => `Столбец «${name}»`,
  sortUp: 'По возрастанию',
  sortDown: 'По убыванию',
  unsorted: 'В порядке архива',
  change: 'Изменить атрибут…',
  moveLeft: 'Переместить влево',
  moveRight: 'Переместить вправо',
  remove: 'Удалить атрибут',
  removed: (name: string) => `Атрибут «${name}» удалён`,
  rowMenu: (name: string) => `Действия: ${name}`,
  openDocument: 'Открыть документ',
  openCase: 'Открыть случай',
  deleteCase: 'Удалить случай',
  caseDeleted: (name: string) => `Случай «${name}» удалён. Его документы остались.`,
  filled: (n: number) => `Заполнено: ${cells(n)}`,
  cleared: (n: number) => `Очищено: ${cells(n)}`,
  copied: (n: number, kept: number) =>
    kept === 0
      ? `Скопировано: ${cells(n)}`
      : `Скопировано: ${cells(n)}; без того, что удержано уровнем: ${cells(kept)}`,
  nothingChanged: 'Ничего не изменилось',
  outside: (n: number) => `Не поместилось в таблицу и пропущено: ${cells(n)}.`,
  readOnlyCells: (n: number) => `В столбцах, которые только считают, пропущено: ${cells(n)}.`,
  closed: (n: number) =>
    say.count(n, {
      one: 'Закрыт # документ (уровень X): согласие отозвано',
      few: 'Закрыто # документа (уровень X): согласие отозвано',
      other: 'Закрыто # документов (уровень X): согласие отозвано',
    }),
  inPacks: (packs) => `Слова оттуда ушли в пакетах на проверку: ${packs.join('; ')}`,
  refusedTitle: (n: number) => (n === 0 ? 'Нового нет в списках' : `Нельзя заполнить: ${cells(n)}`),
  refusedHint: 'Пока ничего не изменено.',
  refusedCell: (row: string, column: string) => `${row}, «${column}»`,
  refusedMore: (n: number) => `… и ещё ${say.number(n)}`,
  newChoices: (n: number) =>
    say.count(n, {
      one: '# значения ещё нет в списке:',
      few: '# значений ещё нет в списках:',
      other: '# значений ещё нет в списках:',
    }),
  addToLists: 'Добавить в списки и заполнить',
  fillOthers: (n: number) => (n === 0 ? 'Оставить всё как есть' : `Заполнить остальные (${say.number(n)})`),
  noMatch: 'Нет в списке',
  addChoice: (value: string) => `Добавить «${value}» в список`,
  dialog: {
    add: 'Добавить атрибут',
    change: 'Изменить атрибут',
    name: 'Название',
    key: 'Ключ в запросах',
    keyHint: (key: string) => `Одно слово, как в запросе ${key || 'орг'}:нко. Если не указать, получится из названия.`,
    type: 'Тип',
    types,
    choices: 'Список значений',
    choicesHint: 'По одному на строке, в нужном порядке. Список закрыт и растёт, только когда вы скажете.',
    renameHint: 'Строка, исправленная на своём месте, переименует значение везде, где оно стоит.',
    leaves: 'Может покинуть архив с уровня',
    leavesHint:
      'При выводе для других значения менее открытых документов не попадут в файл. На уровне T от даты остаётся месяц.',
    leavesFrom: leaves,
    kinds: 'О каких документах',
    allKinds: 'Обо всех',
    interviews: 'Интервью и полевые записи',
    others: 'Другие документы',
    lost: (n: number) =>
      say.count(n, {
        one: '# значение нельзя прочесть в этом типе, и оно пропадёт:',
        few: '# значения нельзя прочесть в этом типе, и они пропадут:',
        other: '# значений нельзя прочесть в этом типе, и они пропадут:',
      }),
    dropOthers: 'Сменить тип и потерять их',
    save: 'Сохранить',
  },
  page: {
    documents: 'Документы случая',
    putIn: 'Добавить документ',
    takeOut: (name: string) => `Убрать ${name} из случая`,
    none: 'К нему пока не относится ни один документ.',
    known: 'Что известно',
    knownNone: 'О случаях пока ничего не спрашивается. Добавьте атрибут в таблицу.',
    memos: 'Заметки',
    counts: (documents: number, codings: number) =>
      `${say.count(documents, { one: '# документ', few: '# документа', other: '# документов' })}, ${say.count(codings, { one: '# кодировка', few: '# кодировки', other: '# кодировок' })}`,
    close: 'Закрыть случай',
    rename: 'Название случая',
  },
  export: {
    act: 'Вывести',
    sharing: 'Для других, как позволяют уровни',
    own: 'Рабочая копия, всё кроме закрытого',
    item: (purpose: string, format: string) => `${purpose} (.${format})`,
  },
  import: {
    act: 'Загрузить таблицу…',
    title: (file: string) => `Загрузка ${file}`,
    columns: 'Столбцы файла',
    rows: (n: number, all: number) => `Строк о том, что здесь есть: ${say.number(n)} из ${say.number(all)}.`,
    unnamed: (n: number) => `Столбец ${n}`,
    taken: (column: string) => `Чем считать столбец ${column}`,
    skip: 'Пропустить',
    fresh: (type: string) => `Новый атрибут: ${type.toLowerCase()}`,
    newCases: (n: number) =>
      n === 0 ? 'Добавить случаи, которых ещё нет' : `Добавить случаи, которых ещё нет (${say.number(n)})`,
    extendLists: (n: number) =>
      n === 0 ? 'Добавить в списки то, чего в них нет' : `Добавить в списки то, чего в них нет (${say.number(n)})`,
    refused: (n: number) =>
      say.count(n, {
        one: '# запись нельзя принять, она пропущена:',
        few: '# записи нельзя принять, они пропущены:',
        other: '# записей нельзя принять, они пропущены:',
      }),
    cell: (row: number, column: string) =>
      column ? `Строка ${say.number(row)}, «${column}»` : `Строка ${say.number(row)}`,
    take: (n: number) => (n === 0 ? 'Заполнять нечего' : `Заполнить: ${cells(n)}`),
  },
  filter: {
    label: 'Атрибуты',
    add: 'По атрибуту',
    any: 'любое',
    nothing: 'ничего не известно',
    remove: (name: string) => `Снять: ${name}`,
    value: 'Значение',
    attribute: 'Атрибут',
    operator: 'Как',
    operators: { '=': '—', '!=': 'не', '<': 'меньше', '<=': 'не больше', '>': 'больше', '>=': 'не меньше' },
    apply: 'Отобрать',
  },
  form: {
    title: 'Атрибуты',
    cases: 'Случаи',
    noCase: 'Не относится ни к одному случаю.',
    inherited: (name: string) => `от случая «${name}»`,
    same: 'Как у предыдущего',
    sameHint: 'Берёт известное о предыдущем документе там, где здесь ещё пусто.',
    nothingBefore: 'О предыдущем документе ничего не известно.',
    putInto: 'Отнести к случаю',
    leave: (name: string) => `Убрать из случая «${name}»`,
    more: (n: number) =>
      say.count(n, { one: 'Показать # пустой', few: 'Показать # пустых', other: 'Показать # пустых' }),
    fewer: 'Скрыть пустые',
    none: 'О нём пока ничего не спрашивается.',
    toTable: 'Открыть таблицу',
    knownOf: (file: string) => `Что известно о ${file}`,
  },
}
