/** The words of editing a text, its versions, and the passages whose words changed. */
import { say, codings, passages } from './ru-counts.ts'
import type { Words } from './shape.ts'

export const editingWords: Pick<Words, 'editing' | 'versions' | 'repair'> = {
  editing: {
    edit: 'Править текст',
    stop: 'Закончить правку',
    notPages: 'Печатная страница остаётся такой, как напечатана: её текст не правят.',
    notPicture: 'На изображении нет текста, который можно править.',
    notReadOnly: 'Архив открыт только для чтения.',
    bar: 'Правка текста',
    editing: (short) => `Правка ${short}: клавиши снова пишут буквы`,
    textOf: (short) => `Текст ${short}, правка`,
    consequences: (changed, parked, united) =>
      changed + parked + united === 0
        ? 'Ни у одного отрывка слова не меняются'
        : [
            changed > 0
              ? say.count(changed, {
                  one: 'изменится # отрывок',
                  few: 'изменятся # отрывка',
                  other: 'изменятся # отрывков',
                })
              : '',
            parked > 0
              ? say.count(parked, {
                  one: '# отрывок лишится своих слов',
                  few: '# отрывка лишатся своих слов',
                  other: '# отрывков лишатся своих слов',
                })
              : '',
            united > 0
              ? say.count(united, {
                  one: '# сольётся с другим',
                  few: '# сольются с другими',
                  other: '# сольются с другими',
                })
              : '',
          ]
            .filter(Boolean)
            .join(', '),
    discard: 'Отбросить',
    discarded: (short) => `Правка ${short} отброшена`,
    bringBack: 'Вернуть её',
    stay: 'Править дальше',
    leaving: 'Изменения ещё не сохранены.',
    saving: 'Сохраняется…',
    typedOn: (short) =>
      `Набранное во время сохранения ${short} не принято. После короткой паузы клавиши снова действуют.`,
    saved: (short, changed, parked, united) =>
      changed + parked + united === 0
        ? `${short} сохранён: слова всех отрывков на месте`
        : `${short} сохранён: ${[
            changed > 0
              ? say.count(changed, {
                  one: 'слова изменились у # отрывка',
                  few: 'слова изменились у # отрывков',
                  other: 'слова изменились у # отрывков',
                })
              : '',
            parked > 0
              ? say.count(parked, {
                  one: 'слов лишился # отрывок',
                  few: 'слов лишились # отрывка',
                  other: 'слов лишились # отрывков',
                })
              : '',
            united > 0
              ? say.count(united, {
                  one: '# слился с другим',
                  few: '# слились с другими',
                  other: '# слились с другими',
                })
              : '',
          ]
            .filter(Boolean)
            .join(', ')}`,
    look: 'Посмотреть',
    draft: 'Несохранённая правка',
    draftOf: (short, moment) => `Правка ${short} не сохранена. Последнее изменение: ${moment}.`,
    goOn: 'Продолжить правку',
    behind: 'Тем временем текст сохранил кто-то другой. Ваши изменения целы.',
    carryOver: 'Перенести их в новый текст',
    findAndReplace: 'Найти и заменить',
    find: 'Найти в точности',
    replaceWith: 'Заменить на',
    replace: 'Заменить',
    replaceAll: (n) => (n === 0 ? 'Заменить все' : `Заменить все ${say.number(n)}`),
  },

  versions: {
    titleOf: (short) => `Версии ${short}`,
    list: 'Версии',
    diff: 'Что изменено',
    noneOpen: 'Документ не открыт',
    noneOpenText: 'Откройте документ: здесь перечислены его прежние тексты.',
    covered: 'Прежние тексты показываются такими, как записаны. Чтобы сравнить их, откройте имена в таблице имён.',
    onlyOne: 'Текст такой, каким был при импорте',
    onlyOneText: 'Если его исправить, прежний текст останется здесь: его можно сравнить и вернуть.',
    name: (n) => `Версия ${say.number(n)}`,
    compared: (before, after) => `${before} → ${after}`,
    origins: { import: 'импорт', edit: 'правка', replace: 'замена', restore: 'возврат' },
    now: 'сейчас',
    did: (changed, parked, united) =>
      [
        changed > 0 ? `изменено ${say.number(changed)}` : '',
        parked > 0 ? `вырезано ${say.number(parked)}` : '',
        united > 0 ? `слито ${say.number(united)}` : '',
      ]
        .filter(Boolean)
        .join(', '),
    places: (n) => say.count(n, { one: 'отличается # место', few: 'отличаются # места', other: 'отличаются # мест' }),
    previousChange: 'Предыдущее изменение',
    nextChange: 'Следующее изменение',
    against: 'Сравнить',
    againsts: { before: 'С предыдущей', current: 'С нынешней' },
    look: 'Как показать',
    looks: { beside: 'Рядом', unified: 'В один столбец' },
    unchanged: 'Без изменений строк: $',
    goBack: (n) => `Вернуться к версии ${say.number(n)}`,
    restored: (short, n) => `У ${short} снова текст версии ${say.number(n)}`,
    toText: 'Показать документ',
    show: (n) => say.count(n, { one: '# версия текста', few: '# версии текста', other: '# версий текста' }),
  },

  repair: {
    title: 'Слова на проверку',
    count: (n, all) => (n === 0 ? '' : `${passages(n)} на проверку из ${say.number(all)}`),
    kinds: 'Что случилось со словами',
    allKinds: 'Все',
    kind: { changed: 'Изменены', parked: 'Вырезаны', lost: 'Не найдены' },
    doubts: { changed: 'слова изменены', parked: 'слова вырезаны из текста', lost: 'слов нет на прежнем месте' },
    document: 'Документ',
    allDocuments: 'Все документы',
    keys: (confirm, place) =>
      `J и K — по списку, ${confirm} — подтвердить, ${place} — указать место, цифра — взять предложенное`,
    confirm: 'Слова верны',
    confirmAll: (n) => `Подтвердить все изменённые: ${say.number(n)}`,
    confirmChosen: (n) => `Подтвердить ${say.number(n)}`,
    placeByHand: 'Указать место',
    giveUp: 'Отказаться',
    giveUpChosen: (n) => `Отказаться от ${say.number(n)}`,
    goes: (n, memos) =>
      memos === 0
        ? `при отказе ${say.count(n, { one: 'уйдёт', few: 'уйдут', other: 'уйдёт' })} ${codings(n)}`
        : `при отказе уйдут ${codings(n)} и ${say.count(memos, { one: '# заметка', few: '# заметки', other: '# заметок' })}`,
    memos: (n) => say.count(n, { one: '# заметка', few: '# заметки', other: '# заметок' }),
    nowhere: 'Нигде',
    places: 'Где слова могут стоять теперь',
    choosePlace: (n) => `Взять место ${n}`,
    confirmed: (n) =>
      say.count(n, {
        one: 'Подтверждён # отрывок',
        few: 'Подтверждены # отрывка',
        other: 'Подтверждено # отрывков',
      }),
    placeAll: (n) => `Вернуть найденные дословно: ${say.number(n)}`,
    placed: (n) =>
      n === 1
        ? 'Отрывок на месте'
        : say.count(n, { one: '# отрывок на месте', few: '# отрывка на месте', other: '# отрывков на месте' }),
    gaveUp: (n, of) =>
      `${say.count(n, { one: 'Снят # отрывок', few: 'Сняты # отрывка', other: 'Снято # отрывков' })}, ${n === 1 ? 'с ним' : 'с ними'} ${codings(of)}`,
    emptyTitle: 'Каждый отрывок стоит на своих словах',
    emptyText:
      'Когда текст документа правят, отрывки с изменившимися словами ждут здесь подтверждения, а те, чьи слова вырезаны, — нового места.',
    nothingHere: 'Таких отрывков нет',
    showAll: 'Показать всё',
    placing: 'Место отрывка',
    selectNew: 'Выделите слова, где этот отрывок стоит теперь:',
    placeHere: 'Поставить сюда',
    back: 'К списку',
    mark: 'Слова изменились и ещё не подтверждены',
    wereWords: 'До правки текста здесь стояло:',
  },
}
