/** How things are counted and what every pane calls alike, in Russian. */
import { fieldWords } from '../../schema/field-words.ts'
import { grammarOf } from './numbers.ts'

export const say = grammarOf('ru-RU', ['КБ', 'МБ'])
export const documents = (n: number) => say.count(n, { one: '# документ', few: '# документа', other: '# документов' })
export const files = (n: number) => say.count(n, { one: '# файл', few: '# файла', other: '# файлов' })
export const codesOf = (n: number) => say.count(n, { one: '# код', few: '# кода', other: '# кодов' })
export const codings = (n: number) => say.count(n, { one: '# кодировка', few: '# кодировки', other: '# кодировок' })
export const paragraphs = (n: number) => say.count(n, { one: '# абзац', few: '# абзаца', other: '# абзацев' })
export const passages = (n: number) => say.count(n, { one: '# отрывок', few: '# отрывка', other: '# отрывков' })

export const facets = {
  weight: 'Вес',
  weights: { 1: 'Упоминание', 2: 'Развёрнуто', 3: 'Ключевая цитата' },
  stance: 'Отношение',
  noStance: 'Без отношения',
  stances: fieldWords.ru.stances,
  holdsResponsible: 'Кто отвечает',
  nobodyNamed: 'Никто не назван',
  responsibles: fieldWords.ru.responsibles,
}
