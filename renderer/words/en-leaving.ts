/** Words for what leaves the archive: the question before small groups, and what the history says of it. */
import { grammarOf } from './numbers.ts'

const say = grammarOf('en-GB', ['KB', 'MB'])

export const leaving = {
  title: 'Somebody may be recognised',
  text: (total: number) =>
    `Nothing has left yet. ${say.count(total, { one: '# combination', other: '# combinations' })} of what would be shown ${total === 1 ? 'fits' : 'fit'} only one or two documents; whoever knows the field may know who spoke.`,
  groups: 'What would be shown, and of which documents',
  more: (n: number) => `and ${say.number(n)} more`,
  leaveOut: 'Leave these out',
  leaveOutHint: 'Of these documents only the id is shown.',
  coarsen: 'Months for days',
  coarsenHint: 'Dates leave as months; then the rest is asked again.',
  yours: 'Places and roles you can make coarser yourself, in the attributes: a region for a city, a group for a post.',
  accept: 'Export all the same',
  cancel: 'Do not export',
  onPaper:
    'This window does not print what it shows: documents and reports are printed with Ctrl+P or from the palette (Ctrl+K), as their quotation levels let them out.',
  quoteToCopy: 'Words of documents are copied with their citation: choose a passage, then press c.',
  counted: {
    rows: (n: number) => say.count(n, { one: '# row', other: '# rows' }),
    quotations: (n: number) => say.count(n, { one: '# quotation', other: '# quotations' }),
    passages: (n: number) => say.count(n, { one: '# coded passage', other: '# coded passages' }),
    codes: (n: number) => say.count(n, { one: '# code', other: '# codes' }),
    documents: (n: number) => say.count(n, { one: '# document', other: '# documents' }),
    excerpts: (n: number) => say.count(n, { one: '# excerpt', other: '# excerpts' }),
  },
  /** What the history says of an export, beside what it counts. */
  levels: (levels: string) => `levels ${levels}`,
  children: (n: number) =>
    say.count(n, { one: '# document of a child stayed', other: '# documents of children stayed' }),
  dangerous: (n: number) => say.count(n, { one: '# dangerous passage stayed', other: '# dangerous passages stayed' }),
  choices: {
    ask: '',
    'leave-out': 'small groups left out',
    coarsen: 'months for days',
    accept: 'small groups shown',
  },
  replaced: (n: number) => say.count(n, { one: '# name replaced', other: '# names replaced' }),
}
