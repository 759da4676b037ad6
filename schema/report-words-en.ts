import { fieldWords } from './field-words.ts'
import { asked } from './report-asked-en.ts'
import { agreementWords } from './report-agreement-en.ts'
import type { ReportNote } from './report-table.ts'
import type { ReportWords } from './report-words.ts'

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const n = (value: number) => number.format(value)

function note(said: ReportNote): string {
  switch (said.kind) {
    case 'about':
      return `Documents: ${n(said.sources)}; codings: ${n(said.codings)}; coders: ${(said.coders.join(', ') || '—').replace(/\.$/, '')}.`
    case 'filtered':
      return 'A filter is set: only what it lets through is counted.'
    case 'parked':
      return `Left out, because an edit cut their words: ${n(said.passages)} (passages).`
    case 'regions':
      return `Rectangles of pages among the passages: ${n(said.passages)}; they have no words and no characters.`
    case 'not-a-sample':
      return 'The interviews were not sampled at random: this describes these documents and nothing beyond them.'
    case 'too-few-sources':
      return `No p is given: there are ${n(said.sources)} documents, and below ${n(said.least)} it says nothing.`
    case 'small-expected':
      return `Expected counts are too small for chi-square in ${n(said.tests)} of the tests (the smallest is ${n(said.smallest)}); read the exact p there.`
    case 'exact-test':
      return said.how === 'fisher'
        ? 'Exact p: Fisher’s test.'
        : said.how === 'enumerated'
          ? 'Exact p: all tables with these margins.'
          : `Exact p: ${n(said.draws)} tables drawn with a fixed seed.`
    case 'many-tests':
      return `Of ${n(said.tests)} tests about ${n(said.byChance)} would be beyond .05 by chance alone.`
    case 'beyond-one':
      return `In ${n(said.cells)} cells the coefficient is above 1: one long coding met several short ones.`
    case 'unequal-uses':
      return `In ${n(said.cells)} cells one code is used more than five times as often as the other; read the shares there.`
    case 'without-value':
      return `Documents without a value: ${n(said.sources)}.`
    case 'several-values':
      return `Documents that count in more than one group: ${n(said.sources)}.`
    case 'several-coders':
      return `Codings of ${n(said.coders)} coders are put together; the same code on the same words by two of them counts twice.`
    case 'without-interviewer':
      return 'Turns of the interviewer are left out.'
    case 'stop-words':
      return `Stop words left out: ${n(said.left)}${said.keepsNegations ? '; words that deny are kept' : ''}.`
    case 'words':
      return `Words counted: ${n(said.words)}, in ${n(said.sources)} documents.`
    case 'incomplete':
      return `Still counting: ${n(said.done)} of ${n(said.of)} documents.`
    case 'paragraphs-read':
      return `Of ${n(said.of)} paragraphs with the word, numbers ${n(said.from + 1)} to ${n(said.to)} are read here.`
    case 'cut':
      return `Shown are ${n(said.shown)} of ${n(said.of)}.`
    case 'unused':
      return `Codes never used: ${n(said.codes)}; documents never coded: ${n(said.sources)}.`
    case 'unconfirmed':
      return `The question of ${n(said.turns)} turns, in ${n(said.sources)} documents, is only offered by likeness and not confirmed; it counts all the same.`
    case 'alone':
      return `One speaker only (*): ${n(said.cells)} cells. Whoever knows the field may recognise that person.`
    case 'small-groups':
      return `Groups of fewer than ${n(said.least)} documents: ${n(said.groups)}. Whoever knows the field may recognise them.`
    case 'agreement':
    case 'left-out':
    case 'interval':
    case 'characters':
    case 'older-wordings':
      return agreementWords.note(said)
    case 'no-guide':
      return 'No question of the guide is linked to a turn yet.'
  }
}

export const en: ReportWords = {
  locale: 'en-GB',
  reports: {
    'code-frequency': { name: 'Code frequency', question: 'How often is each code used?' },
    'code-by-source': { name: 'Codes by document', question: 'Which document speaks of what?' },
    'code-by-attribute': { name: 'Codes by attribute', question: 'Who speaks of what?' },
    'code-by-question': { name: 'Codes by question', question: 'What was said in answer to which question?' },
    cooccurrence: { name: 'Co-occurrence', question: 'Which codes go together?' },
    coverage: { name: 'Coverage', question: 'How much of the text is coded?' },
    facets: { name: 'Who is held responsible', question: 'Who blames whom?' },
    similarity: { name: 'Likeness of documents', question: 'Which documents are alike in their codes?' },
    timeline: { name: 'Timeline', question: 'When was what coded or said?' },
    words: { name: 'Word frequency', question: 'Which words are used most?' },
    keyness: { name: 'Telling words', question: 'Which words set these documents apart?' },
    kwic: { name: 'Word in context', question: 'How is a word used?' },
    collocations: { name: 'Collocations', question: 'Which words stand beside a word?' },
    agreement: { name: 'Agreement', question: 'Do the coders agree?' },
    'never-used': { name: 'Never used', question: 'What is not coded at all?' },
  },
  heads: {
    'code-frequency': 'Code',
    'code-by-source': 'Code',
    'code-by-attribute': 'Code',
    'code-by-question': 'Code',
    cooccurrence: 'Code',
    coverage: 'Document',
    facets: 'Group',
    similarity: 'Document',
    timeline: 'Code',
    words: 'Word',
    keyness: 'Word',
    kwic: 'Place',
    collocations: 'Word',
    agreement: 'Code',
    'never-used': 'Name',
  },
  measures: {
    codings: { name: 'Codings', hint: 'How often the code was applied' },
    sources: { name: 'Documents', hint: 'Documents in which the code was applied' },
    speakers: { name: 'Speakers', hint: 'Distinct speakers whose turns the passages touch; interviewers do not count' },
    characters: { name: 'Characters', hint: 'Distinct characters under the code; overlaps count once' },
    perThousandWords: { name: 'Per 1,000 words', hint: 'Codings per thousand words of the documents' },
    coverage: { name: 'Coverage', hint: 'Share of the characters that lie under a code' },
    length: { name: 'Length', hint: 'Characters of the document' },
    rowShare: { name: '% of row', hint: 'Share of the row’s total' },
    columnShare: { name: '% of column', hint: 'Share of the documents of the column' },
    residual: { name: 'Residual', hint: 'Adjusted residual; beyond ±2 a cell carries the story' },
    chiSquare: { name: 'χ²', hint: 'Chi-square of presence by group; the unit is the document' },
    degrees: { name: 'df', hint: 'Degrees of freedom' },
    p: { name: 'p', hint: 'Probability by chi-square, if there were no relation' },
    exactP: { name: 'exact p', hint: 'Probability by an exact test' },
    cramersV: { name: 'V', hint: 'Cramér’s V, corrected: strength from 0 to 1' },
    together: { name: 'Together', hint: 'Where both codes meet' },
    cCoefficient: { name: 'c', hint: 'Co-occurrence coefficient: together / (one + other − together)' },
    similarity: { name: 'Likeness', hint: 'From 0 to 1 by the chosen coefficient' },
    distance: { name: 'Distance', hint: 'Euclidean distance of standardised counts' },
    occurrences: { name: 'Here', hint: 'How often the word stands here' },
    otherOccurrences: { name: 'Elsewhere', hint: 'How often it stands in the other documents' },
    otherPerThousandWords: { name: 'Elsewhere per 1,000', hint: 'Per thousand words of the other documents' },
    keyness: { name: 'G²', hint: 'Log-likelihood, signed: beyond ±3.84 is rare by chance (.05)' },
    logRatio: { name: 'Log ratio', hint: 'How many times doubled: 1 is twice as often here' },
    expected: { name: 'Expected', hint: 'How often they would meet by chance' },
    logLikelihood: { name: 'G²', hint: 'Log-likelihood of the pair' },
    mutualInformation: { name: 'MI', hint: 'Mutual information; favours rare words' },
    t: { name: 't', hint: 't score; favours common words' },
    logDice: { name: 'log Dice', hint: 'At most 14; does not depend on the size of the corpus' },
    left: { name: 'Before', hint: 'The words before' },
    match: { name: 'Word', hint: 'The word as it stands' },
    right: { name: 'After', hint: 'The words after' },
    uses: { name: 'Uses', hint: 'Places that have the code' },
    codes: { name: 'Codes', hint: 'Different codes used in the document' },
    nothing: { name: '', hint: '' },
    ...agreementWords.measures,
  },
  gaps: {
    ...agreementWords.gaps,
    'no-uses': 'Undefined: the code is not used',
    'no-documents': 'Undefined: there are no documents',
    'no-codes': 'Undefined: neither document has a code',
    'no-words': 'Undefined: there are no words',
    'no-text': 'Undefined: there is no text',
    'one-value': 'Undefined: all documents have the same value',
    'too-few-sources': 'Not given: too few documents',
    'no-spread': 'Undefined: no variation',
    'not-asked': 'Not asked',
    'no-answer': 'Asked, no answer',
    itself: 'The code itself, or one above it',
    'small-expected': 'Expected counts are too small for chi-square: read the exact p',
    'chi-square-holds': 'Not needed: chi-square holds here',
    'too-large': 'Not computed: the exact test would take too long',
    'beyond-range': 'Beyond 1: more pairs than codings of either code',
  },
  agreement: agreementWords,
  total: 'Together',
  noValue: 'No value',
  undated: 'Undated',
  otherwise: 'Nothing said',
  kinds: fieldWords.en.kinds,
  languages: fieldWords.en.languages,
  facets: { ...fieldWords.en.stances, ...fieldWords.en.responsibles },
  stamp: {
    asked: 'Asked',
    how: 'How it was asked',
    at: 'Run',
    fingerprint: 'Fingerprint of the archive',
    contents: 'Archive',
    counts: ({ sources, codes, passages, codings }) =>
      `documents ${n(sources)}, codes ${n(codes)}, passages ${n(passages)}, codings ${n(codings)}`,
    withheld: (documents) => `Documents left out, because they may not be quoted or counted: ${n(documents)}.`,
    cut: (shown, of) => `Of ${n(of)} rows the first ${n(shown)} are here.`,
    places: (places) => `Places left out, because their words may not be quoted: ${n(places)}.`,
    small: (cells) =>
      `Small numbers: ${n(cells)} cells rest on fewer than three documents or speakers. Whoever knows the field may recognise them.`,
    data: 'Table',
    about: 'About',
  },
  asked,
  note,
}
