/** The words of retrieval, in Russian. */
import { grammarOf } from './numbers.ts'
import type { Words } from './shape.ts'

const say = grammarOf('ru-RU', ['КБ', 'МБ'])
const passages = (n: number) =>
  say.count(n, { one: '# отрывок', few: '# отрывка', many: '# отрывков', other: '# отрывка' })
const inDocuments = (n: number) =>
  say.count(n, { one: '# документе', few: '# документах', many: '# документах', other: '# документа' })

export const retrieval: Words['retrieval'] = {
  passages: 'Найденные отрывки',
  found: (n, sources) => `${passages(n)} в ${inDocuments(sources)}`,
  count: passages,
  perCode: 'Коды этих отрывков',
  perSource: 'Документы',
  readAs: 'Прочитано так',
  take: 'Записать так',
  takeKey: 'Alt+Enter',
  understood: 'Как понят запрос',
  completions: 'Что здесь может стоять',
  nothing: 'На это не отвечает ни один отрывок',
  searched: (n, sources) => `Искали среди: ${passages(n)} в ${inDocuments(sources)}.`,
  rectangles: (n) =>
    say.count(n, {
      one: '# из них — прямоугольник на странице: среди слов у него места нет.',
      few: '# из них — прямоугольники на страницах: среди слов у них места нет.',
      many: '# из них — прямоугольники на страницах: среди слов у них места нет.',
      other: '# из них — прямоугольники на страницах: среди слов у них места нет.',
    }),
  parked: (n) =>
    say.count(n, {
      one: '# отложенный отрывок не учтён.',
      few: '# отложенных отрывка не учтены.',
      many: '# отложенных отрывков не учтены.',
      other: '# отложенного отрывка не учтены.',
    }),
  wouldFind: 'Нашлось бы так',
  widening: (how, what) => ({ without: `Без ${what}`, wider: `Шире: ${what}`, reading: `Как ${what}` })[how],
  saved: 'Сохранённые запросы',
  save: 'Сохранить запрос',
  saveName: 'Название запроса',
  saveDo: 'Сохранить',
  remove: (name) => `Удалить сохранённый запрос «${name}»`,
}
