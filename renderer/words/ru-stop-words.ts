/** The words of the list of stop words, in Russian. */
import { grammarOf } from './numbers.ts'

const say = grammarOf('ru-RU', ['КБ', 'МБ'])

export const stopWords = {
  open: 'Стоп-слова…',
  title: 'Стоп-слова: не входят в подсчёт слов',
  about:
    'Их нет в частотности слов, характерных словах и сочетаемости. Слова отрицания (не, нет, ни) всё равно считаются, если отчёт не говорит иначе.',
  add: 'Добавить свои слова',
  addDo: 'Добавить',
  example: 'значит, типа, короче',
  own: 'Изменено в этом проекте',
  builtIn: 'Списки программы',
  language: 'Язык списка',
  seek: 'Найти слово',
  noneSo: 'В списке нет слова с таким написанием.',
  takeOut: (word: string) => `Снова считать «${word}»`,
  putBack: (word: string) => `Снова не считать «${word}»`,
  counted: (word: string) => `«${word}» снова считается.`,
  count: (n: number) =>
    say.count(n, {
      one: '# слово не считается',
      few: '# слова не считаются',
      many: '# слов не считается',
      other: '# слова не считается',
    }),
}
