/** The words of the codebook and the inspector. */
import { facets, say, codesOf, codings } from './ru-counts.ts'
import type { Words } from './shape.ts'

export const codebookWords: Pick<Words, 'codebook' | 'inspector'> = {
  codebook: {
    title: 'Книга кодов',
    add: 'Добавить код',
    addBelow: 'Добавить код ниже',
    filter: 'Отобрать коды',
    clearFilter: 'Снять отбор',
    nothingMatches: (filter) => `Нет кода, подходящего к «${filter}».`,
    emptyTitle: 'Кодов пока нет',
    emptyText: 'Добавьте первый или выделите слова в документе, нажмите / и напишите название.',
    menu: (name) => `Действия с кодом «${name}»`,
    apply: 'Применить к выделенному',
    edit: 'Показать и изменить',
    rename: 'Переименовать',
    giveKey: 'Назначить клавишу',
    up: 'Выше',
    down: 'Ниже',
    moveTo: 'Переместить…',
    in: 'Под код выше',
    out: 'Из семейства наружу',
    merge: 'Слить…',
    splitAct: 'Разделить, перенести…',
    paint: 'Цвет…',
    makeHeading: 'Сделать заголовком',
    makeCodable: 'Разрешить кодировать',
    isHeading: 'Заголовок',
    setsAct: 'Наборы…',
    delete: 'Удалить…',
    show: 'Какие коды показаны',
    used: 'Занятые',
    unused: 'Пустые',
    inDocument: 'В документе',
    inSet: 'Набор',
    sets: 'Наборы кодов',
    manageSets: 'Наборы…',
    viewMenu: 'Что считать и в каком порядке',
    scopes: { all: 'Считать всё', document: 'Считать открытый документ', mine: 'Считать мои кодировки' },
    sorts: { guide: 'В порядке вопросника', name: 'По названию', count: 'По числу' },
    nothingShown: 'Таких кодов нет.',
    showAll: 'Показать все коды',
    several: (n, name) => (n === 1 ? `«${name}»` : codesOf(n)),
    codes: codesOf,
    andMore: (n) => `и ещё ${say.number(n)}`,
    picked: (n) => say.count(n, { one: 'Выбран # код', few: 'Выбрано # кода', other: 'Выбрано # кодов' }),
    actsOnPicked: 'Действия с выбранными кодами',
    unpick: 'Оставить один',
    notDefined: 'Определения пока нет.',
    moved: (what, into, at, of) =>
      `${what}: ${into ? `${into}, ` : 'верхний уровень, '}${say.number(at)} из ${say.number(of)}`,
    movedNotice: (what, into) => (into ? `${what}: теперь под «${into}»` : `${what}: теперь на верхнем уровне`),
    noFurther: 'Дальше некуда.',
    noOrder: 'Менять порядок можно, только пока коды стоят в порядке вопросника.',
    fold: (name) => `Свернуть «${name}»`,
    unfold: (name) => `Развернуть «${name}»`,
    countHint: (own, total) =>
      own === total ? codings(total) : `${codings(total)}, из них собственных ${say.number(own)}`,
    name: 'Название',
    key: 'Клавиша',
    keyHint: 'Цифра или цифра с буквой',
    below: 'Под кодом',
    topLevel: 'Ни под каким: отдельное семейство',
    colour: 'Цвет',
    otherColour: 'Другой цвет',
    definition: 'Определение',
    lines: {
      definition: 'Определение',
      include: 'Когда применять',
      exclude: 'Когда не применять',
      example: 'Пример',
    },
    heading: 'Только заголовок: кодировок не получает',
    canBeUndone: 'Это можно отменить.',
    deleted: (n, name) =>
      n === 1
        ? `Код «${name}» удалён`
        : say.count(n, { one: 'Удалён # код', few: 'Удалено # кода', other: 'Удалено # кодов' }),
    deleteTitle: (what) => `Удалить ${what}?`,
    deleteMeans: (means, codes) =>
      [
        means.codings === 0
          ? `Ни одна кодировка ${codes === 1 ? 'его' : 'их'} не использует.`
          : `Будет удалено: ${codings(means.codings)}, документов: ${say.number(means.sources)}.`,
        means.passages > 0 ? `С ними исчезнут отрывки без других кодов и заметок: ${say.number(means.passages)}.` : '',
        means.children > 0
          ? `${codes === 1 ? 'Вместе с ним — коды под ним' : 'Вместе с ними — коды под ними'}: ${say.number(means.children)}.`
          : '',
        means.memos ? `И заметки о ${codes === 1 ? 'нём' : 'них'}: ${say.number(means.memos)}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    mergeTitle: (what) => `Слить ${what}`,
    mergeInto: 'С кодом',
    mergeGoing: 'Что вольётся',
    mergeDo: 'Слить',
    wordingKept: 'Чьё определение останется',
    wordingOf: (name, isWorded) => (isWorded ? `«${name}»` : `«${name}» (пока нет)`),
    wordingAll: 'Все, одно под другим',
    mergeMeans: (means, into) =>
      [
        means.codings === 0 ? 'Кодировок для переноса нет.' : `К коду «${into}» перейдёт: ${codings(means.codings)}.`,
        means.united > 0 ? `Из них сольются с уже имеющимися: ${say.number(means.united)}.` : '',
        means.conflicts > 0
          ? `Отношение или ответственность расходятся, отрывков: ${say.number(means.conflicts)}; останется то, что сказано в «${into}».`
          : '',
        means.children > 0 ? `Коды ниже перейдут под «${into}»: ${say.number(means.children)}.` : '',
        means.memos > 0 ? `Заметки перейдут тоже: ${say.number(means.memos)}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    conflicts: 'Где расходятся отношение или ответственность',
    merged: (n, name, into) => `${n === 1 ? `«${name}»` : codesOf(n)}: теперь в «${into}»`,
    moveTitle: (what) => `Переместить ${what} под другой код`,
    movePlaceholder: 'Под какой код? Часть названия или клавиша…',
    paintTitle: (what) => `Цвет: ${what}`,
    paintDo: 'Покрасить',
    setsTitle: (what) => `Наборы: ${what}`,
    setsHint: 'Набор собирает коды разных семейств, например для одной главы. Сами коды от этого не меняются.',
    setName: 'Название набора',
    newSet: 'Новый набор',
    addSet: 'Добавить набор',
    deleteSet: (name) => `Удалить набор «${name}»; коды останутся`,
    splitTitle: (name) => `Кодировки кода «${name}»`,
    splitNothing: 'Собственных кодировок нет',
    splitNothingHint: 'Кодировки нижних кодов принадлежат им: делите их там.',
    splitList: (name) => `Кодировки: ${name}`,
    allDocuments: 'Все документы',
    withCount: (name, n) => `${name} (${say.number(n)})`,
    tickShown: (n) => `Выбрать все (${codings(n)})`,
    tickNone: 'Снять выбор',
    splitWay: 'Куда пойдут выбранные кодировки',
    splitWays: { new: 'В новый код', move: 'Перенести в другой', copy: 'Копировать в другой' },
    newName: 'Название нового кода',
    splitBelow: (name) => `Под кодом «${name}»`,
    splitMeans: (chosen, all, isCopy) =>
      chosen === 0
        ? 'Выберите кодировки, которые уйдут; остальные останутся.'
        : isCopy
          ? `Выбрано ${say.number(chosen)} из ${say.number(all)}; все останутся и здесь.`
          : `Выбрано ${say.number(chosen)} из ${say.number(all)}; останется ${say.number(all - chosen)}.`,
    splitDo: { new: 'Разделить', move: 'Перенести', copy: 'Копировать' },
    recoded: (done, into, isCopy) =>
      [
        `${isCopy ? 'Скопировано' : 'Перенесено'} в «${into}»: ${codings(done.moved)}`,
        done.united > 0 ? `${isCopy ? 'уже были там' : 'слились с имеющимися'}: ${say.number(done.united)}` : '',
      ]
        .filter(Boolean)
        .join(', '),
    headingOffer: 'Перенести его кодировки в новый код под ним',
    headingOfferDone: (name) => `«${name}» теперь заголовок; кодировки — в коде под ним`,
    wording: (version) => `Редакция ${say.number(version)}`,
    earlier: (n) =>
      say.count(n, {
        one: '# кодировка сделана по прежней редакции',
        few: '# кодировки сделаны по прежним редакциям',
        other: '# кодировок сделано по прежним редакциям',
      }),
    earlierWordings: 'Прежние редакции',
    noDefinition: '(без определения)',
  },

  inspector: {
    mentions: 'Упоминается в заметках',
    history: 'История отрывка',
    levelMeans: {
      N: 'Можно цитировать под настоящим именем.',
      O: 'Можно цитировать с названием организации, без имени человека.',
      T: 'Можно цитировать, указав только тип организации.',
      P: 'Можно цитировать только под псевдонимом.',
      S: 'Можно пересказывать своими словами; сами слова не выводятся.',
      X: 'Не выводится вовсе.',
    },
    pixels: (width, height) => `${say.number(width)} × ${say.number(height)} точек`,
    title: 'Инспектор',
    nothing: 'Здесь видно то, что в фокусе: щёлкните закодированный отрывок или код.',
    passage: 'Отрывок',
    code: 'Код',
    document: 'Документ',
    close: 'Закрыть',
    star: 'Отметить звёздочкой',
    unstar: 'Снять звёздочку',
    starred: 'Со звёздочкой',
    codes: 'Коды этого отрывка',
    recode: (name) => `Заменить код «${name}» другим`,
    removeCode: (name) => `Снять код «${name}»`,
    borders: 'Границы отрывка',
    border: { start: 'Начало', end: 'Конец' },
    neighbours: 'Отрывки на тех же словах',
    addCode: 'Добавить код',
    ...facets,
    facets: (name) => `Вес, отношение и ответственность для кода «${name}»`,
    states: {
      placed: '',
      changed: 'Его слова изменились вместе с текстом.',
      parked: 'Его слов в тексте больше нет.',
    },
    memos: 'Заметки',
    memo: 'Заметка',
    writeMemo: 'Написать заметку',
    memoPlaceholder: 'Что вы об этом думаете?',
    saveMemo: 'Сохранить заметку',
    deleteMemo: 'Удалить заметку',
    fields: {
      short: 'Обозначение в ссылках',
      collectedOn: 'Когда получен',
      place: 'Место',
      citation: 'Как ссылаться',
    },
    speakers: 'Говорящие',
    speaker: 'Говорящий',
    turns: (n) => say.count(n, { one: '# реплика', few: '# реплики', many: '# реплик', other: '# реплики' }),
    from: (file, day) => `Из файла ${file}, импорт ${day}`,
  },
}
