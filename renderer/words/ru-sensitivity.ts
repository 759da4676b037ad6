/** Слова об отрывке: насколько он чувствителен, что слышно о его переменах. */
import type { passage as english } from './en-sensitivity.ts'
import { grammarOf } from './numbers.ts'
import type { Widened } from './shape.ts'

const say = grammarOf('ru-RU', ['КБ', 'МБ'])
const wordsOf = (n: number) => say.count(n, { one: '# слово', few: '# слова', many: '# слов', other: '# слова' })

const levels: Readonly<Record<0 | 1 | 2 | 3 | 4, string>> = {
  0: 'Не указано',
  1: 'Общеизвестное',
  2: 'Служебное',
  3: 'Личное',
  4: 'Опасное',
}

export const passage: Widened<typeof english> = {
  sensitivity: 'Чувствительность',
  levels,
  sensitivityIs: (level) => `Чувствительность: ${levels[level].toLowerCase()}`,
  staysHere: 'Ни этот отрывок, ни другой с его словами не попадёт ни в одну выгрузку.',
  starred: 'Отрывок отмечен звёздочкой',
  unstarred: 'Звёздочка снята',
  removed: (code) => `Код «${code}» снят`,
  changedTo: (code) => `Код заменён на «${code}»`,
  resized: (n, begin, end) => `Теперь в отрывке ${wordsOf(n)}${n > 1 ? `, от «${begin}» до «${end}»` : ''}`,
  selectedWords: (n) => `Выделено: ${wordsOf(n)}`,
  begin: 'Начать заметку со ссылкой сюда',
  copyLink: 'Скопировать ссылку для заметок',
  linkCopied: (place) => `Ссылка на ${place} скопирована: вставьте её в заметку.`,
}
