/** The words of retrieval, in English. */
import { grammarOf } from './numbers.ts'

const say = grammarOf('en-GB', ['KB', 'MB'])
const passages = (n: number) => say.count(n, { one: '# passage', other: '# passages' })
const documents = (n: number) => say.count(n, { one: '# document', other: '# documents' })

export const retrieval = {
  passages: 'Passages found',
  found: (n: number, sources: number) => `${passages(n)} in ${documents(sources)}`,
  count: passages,
  perCode: 'Codes of these passages',
  perSource: 'Documents',
  readAs: 'Read as',
  take: 'Write it so',
  takeKey: 'Alt+Enter',
  understood: 'How the query is understood',
  completions: 'What may stand here',
  nothing: 'No passage answers this',
  searched: (n: number, sources: number) => `Searched ${passages(n)} of ${documents(sources)}.`,
  rectangles: (n: number) =>
    say.count(n, {
      one: '# of them is a rectangle on a page: it has no place among the words.',
      other: '# of them are rectangles on pages: they have no place among the words.',
    }),
  parked: (n: number) =>
    say.count(n, { one: '# parked passage was left out.', other: '# parked passages were left out.' }),
  wouldFind: 'This would find something',
  widening: (how: 'without' | 'wider' | 'reading', what: string) =>
    ({ without: `Without ${what}`, wider: `Wider: ${what}`, reading: `As ${what}` })[how],
  saved: 'Saved queries',
  save: 'Save query',
  saveName: 'Name of the query',
  saveDo: 'Save',
  remove: (name: string) => `Delete the saved query “${name}”`,
}
