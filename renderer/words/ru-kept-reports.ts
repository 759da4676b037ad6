/** The words of reports that were kept, in Russian. */
import { grammarOf } from './numbers.ts'

const say = grammarOf('ru-RU', ['КБ', 'МБ'])
const numbers = (n: number) => say.count(n, { one: '# число', few: '# числа', many: '# чисел', other: '# числа' })

export const keptReports = {
  keep: 'Сохранить отчёт',
  list: 'Сохранённые отчёты…',
  title: 'Сохранённые отчёты',
  about:
    'Каждый хранится вместе с числами и отпечатком архива. Повторите его, и станет видно, верны ли числа до сих пор.',
  none: 'Пока ничего не сохранено. Сохраните отчёт, числа которого войдут в текст, и проверьте их перед печатью.',
  saved: (title: string) => `Отчёт сохранён: ${title}`,
  name: 'Название отчёта',
  stamp: (report: string, at: string, coder: string) => `${report}, ${at}${coder === '' ? '' : `, ${coder}`},`,
  again: 'Повторить',
  open: 'Показать',
  remove: (title: string) => `Удалить «${title}»`,
  deleted: (title: string) => `Отчёт удалён: ${title}`,
  counting: 'Идёт подсчёт…',
  same: (compared: number) => `Архив не изменился, числа тоже. Сверено: ${numbers(compared)}.`,
  alike: (compared: number) => `Архив изменился, но числа те же. Сверено: ${numbers(compared)}.`,
  differ: (changed: number, compared: number) =>
    `Теперь другие: ${numbers(changed)}. Всего сверено: ${say.number(compared)}.`,
  more: (n: number) => `И ещё ${numbers(n)}.`,
  differences: 'Изменившиеся числа',
  row: 'Строка',
  column: 'Столбец',
  before: 'Было',
  now: 'Стало',
  absent: 'нет',
}
