import { agreementWords } from './report-agreement-en.ts'
import type { AskedWords } from './report-asked.ts'

const either = (yes: string, no: string) => (value: string) => (value === 'true' ? yes : no)
const among =
  (all: Readonly<Record<string, string>>, before = '') =>
  (value: string) =>
    `${before}${all[value] ?? value}`

export const asked: AskedWords = {
  option: {
    attribute: (value) => `groups: ${value}`,
    rows: (value) => `rows: ${value}`,
    columns: (value) => `columns: ${value}`,
    by: among({ source: 'a row a document', code: 'a row a code' }),
    measure: (value) => `in the cells: ${value}`,
    rolledUp: either('codes with all below them', 'each code by itself'),
    meeting: among({
      paragraph: 'codes meet in one paragraph',
      turn: 'codes meet in one turn',
      source: 'codes meet in one document',
      passage: 'codes meet on one passage',
      overlap: 'codes meet on the same words (pairs)',
      near: 'codes meet near each other (pairs)',
    }),
    within: (value, query) =>
      query.name === 'cooccurrence' && query.meeting === 'near' ? `at most ${value} paragraphs apart` : '',
    coefficient: among(
      {
        jaccard: 'Jaccard',
        dice: 'Dice',
        matching: 'simple matching',
        russell: 'Russell and Rao',
        zeta: 'Kuckartz and Rädiker zeta',
        euclid: 'Euclidean distance',
      },
      'coefficient: ',
    ),
    date: among({ coding: 'by the day of coding', document: 'by the date of the document' }),
    period: among({ day: 'in days', week: 'in weeks', month: 'in months', year: 'in years' }),
    of: among({ documents: 'in whole documents', passages: 'in coded passages only' }),
    word: (value) => `word: ${value}`,
    exact: either('this form only', 'in any form'),
    byStem: either('forms of a word together', 'each form by itself'),
    withoutStopWords: either('without stop words', 'stop words counted'),
    withoutInterviewer: either('without the interviewer', 'with the interviewer'),
    least: (value) => `at least ${value} times`,
    words: (value) => `${value} words either side`,
    window: (value) => `${value} words either side`,
    units: among(agreementWords.asked.units),
    state: among(agreementWords.asked.state),
    coefficients: among(agreementWords.asked.coefficients),
    everywhere: (value) => agreementWords.asked.everywhere(value === 'true'),
    round: (value) => agreementWords.asked.round(value),
    overlap: (value, query) =>
      query.name === 'agreement' && query.units === 'segments' ? agreementWords.asked.overlap(value) : '',
    seed: (value) => agreementWords.asked.seed(value),
    draws: (value) => agreementWords.asked.draws(value),
    order: among(
      {
        right: 'what follows',
        left: 'what precedes',
        position: 'place',
        logLikelihood: 'G²',
        mutualInformation: 'MI',
        t: 't',
        logDice: 'log Dice',
      },
      'sorted by ',
    ),
  },
  groupings: {
    kind: 'Kind',
    language: 'Language',
    level: 'Quotation level',
    case: 'Case',
    code: 'Codes',
    stance: 'Stance',
    holdsResponsible: 'Held responsible',
  },
  fields: {
    codes: 'codes',
    sets: 'sets of codes',
    sources: 'documents',
    kinds: 'kinds of documents',
    coders: 'coders',
    passages: 'of the passages chosen:',
    olderWording: 'codings under an earlier wording',
    stances: 'stance',
    responsibles: 'held responsible',
    codedFrom: 'coded from',
    codedBefore: 'coded before',
  },
  withChildren: '(with all below them)',
  operators: { '=': 'is', '!=': 'is not', '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' },
  known: 'something is known',
  unknown: 'nothing is known',
  or: 'or',
  only: 'only',
  against: 'set against',
  others: 'all other documents',
  gone: '(deleted since)',
  more: (n) => `and ${n} more`,
}
