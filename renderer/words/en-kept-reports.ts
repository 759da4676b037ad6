/** The words of reports that were kept, in English. */
import { grammarOf } from './numbers.ts'

const say = grammarOf('en-GB', ['KB', 'MB'])
const numbers = (n: number) => say.count(n, { one: '# number', other: '# numbers' })

export const keptReports = {
  keep: 'Keep report',
  list: 'Kept reports…',
  title: 'Kept reports',
  about:
    'Each was kept with its numbers and the fingerprint of the archive. Run again, it says whether they still hold.',
  none: 'Nothing is kept yet. Keep a report whose numbers go into the text, so that you can check them before you print.',
  saved: (title: string) => `Kept: ${title}`,
  name: 'Title of the report',
  stamp: (report: string, at: string, coder: string) => `${report}, ${at}${coder === '' ? '' : `, ${coder}`},`,
  again: 'Run again',
  open: 'Show',
  remove: (title: string) => `Delete “${title}”`,
  deleted: (title: string) => `Deleted: ${title}`,
  counting: 'Counting…',
  same: (compared: number) => `The archive is as it was, and so are all ${numbers(compared)}.`,
  alike: (compared: number) => `The archive has changed; ${numbers(compared)} compared, none is another.`,
  differ: (changed: number, compared: number) => `${say.number(changed)} of ${numbers(compared)} are others now.`,
  more: (n: number) => `And ${say.number(n)} more.`,
  differences: 'Numbers that are others now',
  row: 'Row',
  column: 'Column',
  before: 'Then',
  now: 'Now',
  absent: 'not there',
}
