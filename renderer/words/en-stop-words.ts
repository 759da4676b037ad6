/** The words of the list of stop words. */
import { grammarOf } from './numbers.ts'

const say = grammarOf('en-GB', ['kB', 'MB'])

export const stopWords = {
  open: 'Stop words…',
  title: 'Stop words: left out of counts of words',
  about:
    'Word frequency, telling words and collocations leave these out. Words that deny (not, no, не, нет) are counted all the same, unless a report says otherwise.',
  add: 'Add words of your own',
  addDo: 'Add',
  example: 'well, okay, значит',
  own: 'Changed in this project',
  builtIn: 'Lists that come with the program',
  language: 'Language of the list',
  seek: 'Find a word',
  noneSo: 'No word of the list is written so.',
  takeOut: (word: string) => `Count “${word}” again`,
  putBack: (word: string) => `Leave “${word}” out again`,
  counted: (word: string) => `“${word}” is counted again.`,
  count: (n: number) => say.count(n, { one: '# word is left out', other: '# words are left out' }),
}
