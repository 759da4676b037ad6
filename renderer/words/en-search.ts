/** The words of the search, in English. */
import { grammarOf } from './numbers.ts'

const say = grammarOf('en-GB', ['KB', 'MB'])
const documents = (n: number) => say.count(n, { one: '# document', other: '# documents' })
const paragraphs = (n: number) => say.count(n, { one: '# paragraph', other: '# paragraphs' })
const matches = (n: number) => say.count(n, { one: '# match', other: '# matches' })
const passages = (n: number) => say.count(n, { one: '# passage', other: '# passages' })

type Way = 'form' | 'stem' | 'beginning' | 'typo' | 'joined' | 'glossary' | 'pattern'
type How = 'typo' | 'glossary' | 'any-form' | 'without-word' | 'without-filter' | 'any-word'

export const search = {
  title: 'Search all documents',
  placeholder: 'Words in any form, in English or Russian',
  placeholderPattern: 'A regular expression, such as \\bshelter\\w* or \\d+ rubles',
  mode: 'How to search',
  modes: { words: 'Words', pattern: 'Pattern' },
  total: (hits: number, sources: number) =>
    hits === 0 ? 'Nothing found' : `${paragraphs(hits)} in ${documents(sources)}`,
  inOrder: 'in the order of the documents: too many to rank',
  order: 'Order',
  orders: { rank: 'Best first', document: 'By document' },
  corrected: (from: string, to: string) => `“${from}” stands nowhere; searched for ${to}`,
  passedOver: (terms: string) => `Not searched by: ${terms}`,
  nothing: (query: string) => `Nothing found for “${query}”`,
  nothingHint: 'No change of one word or filter would find anything either. Try another word.',
  searchedIn: (sources: number) =>
    `Searched in ${documents(sources)}, with their titles, cases and attributes, the codes and the memos.`,
  searchedUnder: (filters: string) => `Searched under: ${filters}.`,
  wouldFind: 'This would find something',
  widening: (how: How, what: string): string => {
    switch (how) {
      case 'typo':
        return `“${what}” instead`
      case 'glossary':
        return 'Also what the glossary says means the same'
      case 'any-form':
        return 'In any form of the words'
      case 'without-word':
        return `Without ${what}`
      case 'without-filter':
        return what ? `Without the filter “${what}”` : 'Without any filter'
      case 'any-word':
        return 'Any of the words'
    }
  },
  goOn: 'Go on typing: a word of one or two letters is taken as it is.',
  perDocument: 'Hits per document',
  allDocuments: 'All documents',
  filterDocuments: 'Find in the list',
  sections: 'Where it was found',
  section: {
    paragraphs: 'In the texts',
    source: 'Titles of documents',
    case: 'Cases',
    code: 'Codes',
    memo: 'Memos',
    value: 'Attributes',
  },
  hits: 'Hits',
  why: (term: string, by: Way, form: string): string => {
    switch (by) {
      case 'form':
        return `${form}: the word itself`
      case 'stem':
        return `${form}: a form of “${term}”`
      case 'beginning':
        return `${form}: begins like “${term}”`
      case 'typo':
        return `${form}: close to “${term}”`
      case 'joined':
        return `${form}: “${term}” written as one`
      case 'glossary':
        return `${form}: the same as “${term}” in the glossary`
      case 'pattern':
        return form
    }
  },
  whyHere: 'Why this was found',
  recent: 'Searched before',
  howTo: 'How to ask',
  grammar: [
    ['shelter money', 'both words, in any form and order'],
    ['"change doors"', 'these words next to each other'],
    ['"money doors"~5', 'these words with at most five between them'],
    ['shelter OR refuge', 'either word'],
    ['shelter -hotline', 'the first without the second; NOT does the same'],
    ['trust*', 'every word that begins so'],
    ['=shelters', 'this form only; ="two shelters" these forms in this order'],
    ['(donor OR embassy) money', 'brackets put things together'],
    ['shelter kind:report', 'only in reports; also lang: role: speaker: date: in:R07 question:4 #4e'],
  ] as readonly (readonly [string, string])[],

  filters: 'Filters',
  filter: {
    sources: 'Document',
    kinds: 'Kind',
    languages: 'Language',
    role: 'Who speaks',
    speakers: 'Speaker',
    codes: 'Coded with',
    questions: 'Answers to',
    attributes: 'Attributes',
    dates: 'Collected',
    from: 'Collected from',
    until: 'Collected until',
  },
  roles: { interviewer: 'Interviewers', respondent: 'Everybody else' },
  from: 'From',
  until: 'Until',
  dayHint: '2009, 2009-04 or 2009-04-17',
  dayWrong: 'Write a year, a month or a day: 2009, 2009-04, 2009-04-17.',
  several: (n: number) => say.number(n),
  without: (filter: string) => `Take off: ${filter}`,
  clearFilters: 'Clear filters',
  noneToChoose: 'Nothing to choose from',

  glossary: 'Glossary',
  glossaryTitle: 'Glossary: words that mean the same',
  glossaryText: 'A search for one of them can be widened to the others, in any language. Phrases are allowed.',
  glossaryEmpty: 'No entry yet. The first could be: shelter, приют, убежище.',
  glossaryNew: 'New entry',
  glossaryEntry: 'Words that mean the same, with commas between them',
  glossaryAdd: 'Add',
  glossaryDelete: (terms: string) => `Take out ${terms}`,
  glossaryDeleted: 'Taken out of the glossary.',
  glossaryExport: 'Save as csv',
  glossarySaved: (at: string) => `Saved: ${at}`,
  also: (terms: string, more: number) => `also ${terms}: ${say.number(more)} more`,
  alsoNone: (terms: string) => `also ${terms}: nothing more`,
  widenMore: 'Search also for what the glossary says means the same',
  widenLess: 'Search without the glossary',
  widened: (terms: string) => `with ${terms}`,

  tick: (paragraph: string) => `Tick ${paragraph}`,
  ticked: (n: number) => say.count(n, { one: '# ticked', other: '# ticked' }),
  untick: 'Untick',
  codeAll: 'Code all hits…',
  codeTicked: 'Code ticked…',
  codeTitle: 'Code what was found',
  otherCode: 'Another code…',
  chooseCode: 'Choose a code…',
  codeUnit: 'What gets the code',
  units: { word: 'The words', sentence: 'The sentence', turn: 'The turn', paragraph: 'The paragraph' },
  codeOf: (n: number, places: number) => (n === 0 ? matches(places) : `${matches(places)} in ${paragraphs(n)}`),
  codeFresh: (n: number) => `${passages(n)} made`,
  codeThere: (n: number) => `${passages(n)} there already and given the code`,
  codeAlready: (n: number) => `${passages(n)} with this code from you already, left as they are`,
  codeUnited: (n: number) => `${matches(n)} in one passage with another`,
  codeTouching: (n: number) => `${n === 1 ? 'touches' : 'touch'} words that have the code in other borders`,
  codeDo: (n: number) => `Code ${passages(n)}`,
  codeUndo: 'One Undo takes all of it back.',
  coded: (n: number, name: string) => `${passages(n)} coded with ${name}.`,
  codedPart: (n: number, name: string) => `Stopped: ${passages(n)} coded with ${name}.`,

  matchCase: 'Match capitals',
  foldYo: 'ё = е',
  slower: 'Slower: every text is read. Letters of all scripts are letters for \\w and \\b.',
  reading: (part: number, whole: number) => `${say.percent(whole === 0 ? 1 : part / whole)} read`,
  patternTotal: (n: number, sources: number) => (n === 0 ? 'Nothing found' : `${matches(n)} in ${documents(sources)}`),
  patternFull: (n: number) => `The first ${say.number(n)} are shown; narrow the pattern or the filters for the rest.`,
  stop: 'Stop',
  stopped: 'stopped',
  patternHint: 'Press Enter to search.',
  patternRun: 'Search',
}
