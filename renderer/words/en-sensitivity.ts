/** Words about a passage: how sensitive it is, what is heard of its changes. */
import { grammarOf } from './numbers.ts'

const say = grammarOf('en-GB', ['KB', 'MB'])

type Sensitivity = 0 | 1 | 2 | 3 | 4

const levels: Readonly<Record<Sensitivity, string>> = {
  0: 'Not said',
  1: 'Public knowledge',
  2: 'Professional',
  3: 'Personal',
  4: 'Dangerous',
}

export const passage = {
  sensitivity: 'Sensitivity',
  levels,
  sensitivityIs: (level: Sensitivity) => `Sensitivity: ${levels[level].toLowerCase()}`,
  staysHere: 'Neither this passage nor another with words of it leaves the archive in an export.',
  starred: 'Passage starred',
  unstarred: 'Star taken off',
  removed: (code: string) => `${code} removed`,
  changedTo: (code: string) => `Code changed to ${code}`,
  resized: (n: number, begin: string, end: string) =>
    `The passage has ${say.count(n, { one: '# word', other: '# words' })} now${n > 1 ? `, from “${begin}” to “${end}”` : ''}`,
  selectedWords: (n: number) => say.count(n, { one: '# word selected', other: '# words selected' }),
  begin: 'Begin a memo that links here',
  copyLink: 'Copy a link for memos',
  linkCopied: (place: string) => `A link to ${place} is copied: paste it into a memo.`,
}
