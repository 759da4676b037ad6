/** Слова таблицы имён. */
import { grammarOf } from './numbers.ts'
import type { names as english } from './en-names.ts'

const say = grammarOf('ru-RU', ['КБ', 'МБ'])

export const names: typeof english = {
  title: 'Имена',
  choose: 'Имена и то, что стоит вместо них…',
  about:
    'Настоящие имена и места хранятся в отдельном файле со своей парольной фразой и никогда — в архиве. Пока он открыт, во всём, что уходит, вместо них в квадратных скобках стоит замена; сами тексты не меняются.',
  way: 'Какая таблица',
  ways: { open: 'Открыть', create: 'Завести новую' },
  file: 'Файл',
  fileHint: 'Храните его отдельно от архива — например, на другом носителе.',
  passphrase: 'Парольная фраза таблицы',
  passphraseHint: 'Не та, что у архива. Восстановить её нельзя.',
  again: 'Ещё раз',
  differ: 'Фразы не совпадают.',
  lock: 'Закрыть таблицу',
  entries: 'Имена',
  empty: 'Имён пока нет. Впишите первое рядом.',
  newEntry: 'Новое имя',
  name: 'Имя',
  namePlaceholder: 'Анна Иванова',
  pseudonym: 'Что стоит вместо него',
  pseudonymPlaceholder: 'советник 2',
  kind: 'Это',
  kinds: { person: 'человек', place: 'место', organisation: 'организация', other: 'другое' },
  gender: 'Склоняется как',
  genders: { unknown: 'любое', female: 'женское', male: 'мужское' },
  forms: 'Ищется как',
  formsHint: 'Предложены падежи и обе письменности; добавьте или уберите что нужно, через запятую.',
  add: 'Добавить',
  change: 'Изменить',
  remove: 'Убрать это имя из таблицы',
  hits: 'Где они стоят',
  hitsOf: (name: string) => `Где стоит «${name}»`,
  count: (n: number) => say.count(n, { one: '# место', few: '# места', other: '# мест' }),
  state: 'Какие места',
  states: { open: 'Не просмотрены', accepted: 'Да', refused: 'Не о том' },
  accept: 'Да',
  refuse: 'Не о том',
  refuseEverywhere: 'Всегда не о том',
  noHits: 'Таких мест нет.',
  more: 'Ещё места',
}
